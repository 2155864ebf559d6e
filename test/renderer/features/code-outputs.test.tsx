import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Call, Message } from '../../../src/preload/contract';
import { FileId } from '../../../src/preload/contract/ids';
import { english } from '../../../src/preload/words';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { codeCall, codeEnding, message, raised, runWith, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const thread = {
  ...{ id: threadId('a'), title: 'Thread', pinned: false, archived: false, busy: false, tags: [] },
  ...{ createdAt: 1, updatedAt: 1, activity: 1 },
};
const fileId = FileId.parse('fil_1');

function opened(calls: Call[], messages: Message[] = [], answers: Partial<Record<RequestName, () => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.get': () => thread,
    'threads.messages': () => ({ messages, hasEarlier: false }),
    'runs.ofThread': () => [runWith(calls)],
    ...answers,
  });
  const view = openWindow(bridge, '#/t/thread_a');
  /** The window of the tests is narrow, so the inspector is folded away. */
  const unfold = async () => view.user.click(await screen.findByRole('button', { name: 'Inspector' }));
  return { bridge, unfold, ...view };
}

const steps = () => screen.findByRole('list', { name: 'Steps' });

describe('a step of code', () => {
  it('shows its code, what it printed, and its picture', async () => {
    const { unfold } = opened([
      codeCall('1', {
        input: 'from math import pi; print(42)',
        code: { language: 'python', text: 'from math import pi; print(42)' },
        outputs: [
          { type: 'logs', text: '42\n' },
          { type: 'image', fileId },
          { type: 'logs', text: 'after\n' },
        ],
      }),
    ]);
    await unfold();
    const list = within(await steps());
    expect(list.getByText('42', { selector: 'pre code' })).toBeTruthy();
    expect((await steps()).textContent).toContain('from math import pi; print(42)');
    expect(list.getByRole('img', { name: 'Drawn by this step' }).getAttribute('src')).toBe('/files/fake/file/fil_1');
    expect(list.getByText('after')).toBeTruthy();
  });

  it('names the error first, and keeps its traceback at hand', async () => {
    const trace =
      'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nZeroDivisionError: division by zero\n';
    const { unfold } = opened([
      codeCall('1', {
        status: 'failed',
        outputs: [
          { type: 'logs', text: 'before' },
          { type: 'logs', text: trace },
        ],
        ending: raised('ZeroDivisionError', 'division by zero'),
      }),
    ]);
    await unfold();
    const list = within(await steps());
    expect(list.getByText('ZeroDivisionError: division by zero', { selector: 'p' })).toBeTruthy();
    expect(list.getByText('Traceback')).toBeTruthy();
    expect(list.getByText('before')).toBeTruthy();
  });

  it('says under its prints what cut it short, and above them that variables were gone', async () => {
    const { unfold } = opened([
      codeCall('1', { status: 'failed', ending: codeEnding({ ended: 'memory', fresh: true }) }),
    ]);
    await unfold();
    const list = within(await steps());
    const [anew, prints, cut] = [
      list.getByText(english.code.startedAnew()),
      list.getByText('42', { selector: 'pre code' }),
      list.getByText(english.code.ended.memory()),
    ];
    expect(anew.compareDocumentPosition(prints)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(prints.compareDocumentPosition(cut)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says which characters its pictures have no font for', async () => {
    const { unfold } = opened([codeCall('1', { ending: codeEnding({ missingGlyphs: '東京' }) })]);
    await unfold();
    expect(within(await steps()).getByText(english.code.missingGlyphs('東京'))).toBeTruthy();
  });

  it('shows a printed table as one', async () => {
    const { user, unfold } = opened([
      codeCall('1', {
        outputs: [{ type: 'logs', text: '       region  amount\n0  North West    12.5\n1       South   -20.0\n' }],
      }),
    ]);
    await unfold();
    await user.click(await screen.findByRole('button', { name: 'Show as table' }));
    const table = within(screen.getByRole('region', { name: 'Printed table' }));
    expect(table.getByRole('columnheader', { name: 'amount' })).toBeTruthy();
    expect(table.getByText('North West')).toBeTruthy();
  });
});

describe('a file that code made', () => {
  const answer = message('2', {
    role: 'assistant',
    parts: [
      {
        type: 'text',
        text: 'Files:\n- [my regions.csv](sandbox:/mnt/data/my%20regions.csv)\n- [gone](sandbox:/mnt/data/gone.csv)',
      },
      { type: 'file', fileId, name: 'my regions.csv', path: 'my regions.csv', bytes: 2_000 },
    ],
  });

  it('stands in the answer with its size, and is saved', async () => {
    const { user, bridge } = opened([codeCall('1')], [message('1'), answer], {
      'files.save': () => ({ kind: 'saved', name: 'my regions.csv' }),
    });
    const article = within(await screen.findByRole('article', { name: 'Answer' }));
    expect(article.getByText('2 kB')).toBeTruthy();
    await user.click(article.getByRole('button', { name: 'Save my regions.csv' }));
    expect(bridge.inputsOf('files.save')).toEqual([{ fileId }]);
    expect(await screen.findByText('Saved my regions.csv')).toBeTruthy();
    const gone = article.getByText(`gone (${english.file.notMade()})`);
    expect(gone.closest('a, button')).toBeNull();
  });

  it('can be looked into, and asked about as data', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('region,amount\n"West, far",12.50\n'));
    const { user, bridge } = opened([codeCall('1')], [message('1'), answer], {
      'datasets.add': () => {
        throw new Error('The test ends here.');
      },
    });
    await user.click(await screen.findByTitle('Open my regions.csv'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('West, far')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Use as data' }));
    await waitFor(() => expect(bridge.inputsOf('datasets.add')).toEqual([{ fileId }]));
  });
});
