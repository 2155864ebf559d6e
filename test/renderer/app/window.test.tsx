import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/preload/contract';
import { DatasetId, RunId } from '../../../src/preload/contract/ids';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { dataset, factsIn, message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const sample: Sample = {
  name: 'sales.csv',
  bytes: 10,
  texts: {
    en: { about: 'Orders.', questions: ['Top 5 products by amount'] },
    de: { about: 'Bestellungen.', questions: [] },
  },
};
const field = () => screen.findByLabelText<HTMLTextAreaElement>('Your question');
const csv = new File(['a,b\n1,2\n'], 'mine.csv', { type: 'text/csv' });

describe('a new thread', () => {
  it('puts a sample and its question into the composer, both', async () => {
    const bridge = new FakeBridge({
      'datasets.samples': () => [sample],
      'datasets.addSample': () => [dataset()],
      'datasets.get': () => dataset(),
    });
    const { user } = openWindow(bridge);
    await user.click(await screen.findByRole('button', { name: 'Top 5 products by amount' }));
    await screen.findByRole('article', { name: 'Profile of sales.csv' });
    expect((await field()).value).toBe('Top 5 products by amount');
  });

  it('shows how far an upload is, and stops it', async () => {
    const bridge = new FakeBridge();
    const { user } = openWindow(bridge);
    await user.upload(await screen.findByLabelText('Choose files to attach'), csv);
    act(() => bridge.uploads[0]?.progress(4));
    await screen.findByText(/4 bytes of 8 bytes/);
    await user.click(screen.getByRole('button', { name: 'Stop adding mine.csv' }));
    await waitFor(() => expect(screen.queryByText('mine.csv')).toBeNull());
    expect(bridge.uploads[0]?.stopped).toBe(true);
  });

  it('says why a file was not taken, and keeps the question', async () => {
    const bridge = new FakeBridge();
    const { user } = openWindow(bridge);
    await user.type(await field(), 'total amount');
    await user.upload(screen.getByLabelText('Choose files to attach'), csv);
    act(() => bridge.uploads[0]?.end({ ok: false, error: { code: 'no_space', message: 'The disk is full.' } }));
    await screen.findByText(/The disk is full/);
    expect((await field()).value).toBe('total amount');
  });

  it('sends what was written and attached, and keeps it when sending fails', async () => {
    const bridge = new FakeBridge({
      'datasets.add': () => [dataset()],
      'datasets.get': () => dataset(),
      'runs.start': () => {
        throw new AppError('unavailable', 'The engine is off.');
      },
    });
    const { user } = openWindow(bridge);
    await user.upload(await screen.findByLabelText('Choose files to attach'), csv);
    act(() => bridge.uploads[0]?.end({ ok: true, value: { id: 'fil_1', name: 'mine.csv', bytes: 8, createdAt: 1 } }));
    await screen.findByRole('article', { name: /^Profile of/ });
    await user.type(await field(), 'total amount{Enter}');
    await screen.findByText(/The engine is off/);
    expect((await field()).value).toBe('total amount');
    expect(bridge.inputsOf('runs.start')).toEqual([
      { threadId: null, prompt: 'total amount', datasetIds: ['ds_1'], documentIds: [] },
    ]);
  });

  it('sends no file that could not be read, and folds the cards of several files', async () => {
    const all = [
      dataset(),
      dataset({ id: DatasetId.parse('ds_2'), name: 'second.csv' }),
      dataset({
        id: DatasetId.parse('ds_3'),
        name: 'empty.csv',
        status: 'failed',
        profile: null,
        error: { code: 'unreadable_file', message: 'The file is empty.' },
      }),
    ];
    const bridge = new FakeBridge({
      'threads.draft': () => ({ threadId: null, text: 'x', datasetIds: all.map((one) => one.id), documentIds: [] }),
      'datasets.get': ({ datasetId }: { datasetId: string }) => all.find((one) => one.id === datasetId),
    });
    const { user } = openWindow(bridge);
    await screen.findByText(/The file is empty/);
    expect(screen.queryByRole('region', { name: 'Columns' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show columns of second.csv' }));
    screen.getByRole('region', { name: 'Columns' });
    await user.type(await field(), '{Enter}');
    expect(bridge.inputsOf('runs.start')).toMatchObject([{ datasetIds: ['ds_1', 'ds_2'] }]);
  });

  it('says how many files are too many before anything is sent', async () => {
    const ids = Array.from({ length: 22 }, (_, n) => DatasetId.parse(`ds_${n}`));
    const bridge = new FakeBridge({
      'threads.draft': () => ({ threadId: null, text: 'x', datasetIds: ids, documentIds: [] }),
      'datasets.get': ({ datasetId }: { datasetId: string }) => dataset({ id: DatasetId.parse(datasetId) }),
    });
    const { user } = openWindow(bridge);
    await screen.findByText('At most 20 files go with a question: remove 2');
    await user.type(await field(), '{Enter}');
    expect(bridge.inputsOf('runs.start')).toEqual([]);
  });

  it('begins a line with Shift+Enter, and sends nothing that is empty', async () => {
    const bridge = new FakeBridge();
    const { user } = openWindow(bridge);
    await user.type(await field(), '{Enter}one{Shift>}{Enter}{/Shift}two');
    expect((await field()).value).toBe('one\ntwo');
    expect(bridge.inputsOf('runs.start')).toEqual([]);
  });

  it('comes back with its draft', async () => {
    const bridge = new FakeBridge();
    const first = openWindow(bridge);
    await first.user.type(await field(), 'half a question');
    first.unmount();
    openWindow(bridge);
    await waitFor(async () => expect((await field()).value).toBe('half a question'));
  });
});

describe('threads', () => {
  const two = [thread('b', { title: 'Newer' }), thread('a', { title: 'Older' })];

  it('offers a way back after deleting one', async () => {
    const bridge = new FakeBridge({
      'threads.list': () => ({ threads: two, hasMore: false }),
      'threads.get': ({ threadId: id }: { threadId: string }) => two.find((one) => one.id === id),
      'threads.delete': () => ({}),
      'threads.restore': () => two[0],
    });
    const { user } = openWindow(bridge);
    (await screen.findByRole('button', { name: 'Newer' })).focus();
    await user.keyboard('{Delete}');
    expect(bridge.inputsOf('threads.delete')).toEqual([{ threadId: threadId('b') }]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.inputsOf('threads.restore')).toEqual([{ threadId: threadId('b') }]);
  });

  it('renames with F2, and leaves the name alone on Escape', async () => {
    const bridge = new FakeBridge({
      'threads.list': () => ({ threads: two, hasMore: false }),
      'threads.rename': () => ({ ...two[0], title: 'Better' }),
    });
    const { user } = openWindow(bridge);
    (await screen.findByRole('button', { name: 'Newer' })).focus();
    await user.keyboard('{F2}');
    await user.keyboard('Worse{Escape}');
    expect(bridge.inputsOf('threads.rename')).toEqual([]);
    screen.getByRole('button', { name: 'Newer' }).focus();
    await user.keyboard('{F2}');
    await user.keyboard('Better{Enter}');
    expect(bridge.inputsOf('threads.rename')).toEqual([{ threadId: threadId('b'), title: 'Better' }]);
  });
});

describe('an open thread', () => {
  const answer = (text: string, changes = {}) =>
    message('a', { role: 'assistant', runId: RunId.parse('run_1'), parts: [{ type: 'text', text }], ...changes });

  async function opened(messages = [message('q')], more: ConstructorParameters<typeof FakeBridge>[0] = {}) {
    const bridge = new FakeBridge({
      'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
      'threads.get': () => thread('a'),
      'threads.messages': () => ({ messages, hasEarlier: false }),
      ...more,
    });
    const view = openWindow(bridge, `#/t/${threadId('a')}`);
    await screen.findByText('Text of q');
    return { bridge, ...view };
  }

  it('grows while the answer comes', async () => {
    const { bridge } = await opened([message('q'), answer('It', { status: 'in_progress' })]);
    act(() =>
      bridge.emit({
        name: 'messages.grew',
        data: { messageId: answer('').id, threadId: threadId('a'), part: 0, offset: 2, text: ' grows' },
      }),
    );
    expect(await screen.findByText('It grows')).toBeTruthy();
  });

  it('reads everything again after the connection was lost', async () => {
    const { bridge } = await opened();
    act(() => bridge.link(false));
    await screen.findByText(/cannot be reached/);
    bridge.answer('threads.messages', () => ({
      messages: [message('q'), answer('Said meanwhile')],
      hasEarlier: false,
    }));
    act(() => {
      bridge.link(true);
      bridge.gap();
    });
    await screen.findByText('Said meanwhile');
    expect(screen.queryByText(/cannot be reached/)).toBeNull();
  });

  it('shows data that comes with a later question', async () => {
    const bridge = new FakeBridge({ 'threads.get': () => thread('a') });
    openWindow(bridge, '#/t/thread_a');
    await waitFor(() => expect(bridge.inputsOf('datasets.ofThread')).toHaveLength(1));
    bridge.answer('datasets.ofThread', () => [dataset()]);
    const attachments = [{ datasetId: DatasetId.parse('ds_1'), name: 'sales.csv' }];
    act(() => bridge.emit({ name: 'messages.changed', data: message('q', { attachments }) }));
    await screen.findByPlaceholderText('Ask about sales.csv, or drop another file');
  });

  it('says why a run failed and runs it again', async () => {
    const ending = { code: 'failed' as const, message: 'The model could not be reached.' };
    const failed = { ...run('1', { status: 'failed', ending, finishedAt: 2 }), steps: [] };
    const { bridge, user } = await opened([message('q')], {
      'runs.ofThread': () => [failed],
      'runs.retry': () => run('2'),
    });
    await screen.findByText('The model could not be reached.');
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    expect(bridge.inputsOf('runs.retry')).toEqual([{ threadId: threadId('a') }]);
  });

  it('stops a run with Escape', async () => {
    const running = { ...run('1', { status: 'in_progress' }), steps: [] };
    const { bridge, user } = await opened([message('q')], {
      'runs.ofThread': () => [running],
      'runs.cancel': () => run('1', { status: 'cancelling' }),
    });
    await screen.findByRole('button', { name: 'Stop' });
    await user.click(await field());
    await user.keyboard('{Escape}');
    expect(bridge.inputsOf('runs.cancel')).toEqual([{ runId: 'run_1' }]);
  });

  it('makes offered questions clickable', async () => {
    const questions = ['Total amount by region', 'Rows where a | b'];
    const said = factsIn(['I did not understand “x”.', { code: 'declined', reason: 'unclear', words: ['x'] }], '\n\n', [
      'You can ask:\n- Total amount by region\n- Rows where a \\| b',
      { code: 'offers', questions },
    ]);
    const { user } = await opened([message('q'), message('a', { role: 'assistant', ...said })]);
    const article = await screen.findByRole('article', { name: 'Answer' });
    await user.click(within(article).getByRole('button', { name: 'Total amount by region' }));
    expect((await field()).value).toBe('Total amount by region');
    within(article).getByRole('button', { name: 'Rows where a | b' });
    expect(article.textContent).not.toContain('- Total');
  });
});
