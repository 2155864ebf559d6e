import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message, RunWithSteps } from '../../../src/preload/contract';
import { FakeBridge, type RequestName } from '../../support/fake-bridge';
import { message, run, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const done = (id: string, createdAt: number): RunWithSteps => ({
  ...run(id, { status: 'completed', finishedAt: createdAt + 1, createdAt }),
  steps: [],
});
const asked = (id: string, text: string, createdAt: number, changes: Partial<Message> = {}): Message =>
  message(id, { createdAt, parts: [{ type: 'text', text }], ...changes });
const answered = (id: string, runId: string, text: string, createdAt: number): Message =>
  message(id, { role: 'assistant', runId: run(runId).id, createdAt, parts: [{ type: 'text', text }] });

const STRAIGHT = [
  asked('q1', 'sales by month', 10),
  answered('a1', '1', 'It was 1,200.', 11),
  asked('q2', 'and by region', 20),
  answered('a2', '2', 'West led with 700.', 21),
];
const REVISED = [
  ...STRAIGHT,
  asked('q1b', 'sales by week', 30, { follows: null }),
  answered('a3', '3', 'It was 300.', 31),
];
const RUNS = [done('1', 10), done('2', 20), done('3', 30)];

function openThread(messages: Message[], answers: Partial<Record<RequestName, (input: never) => unknown>> = {}) {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.messages': () => ({ messages, hasEarlier: false }),
    'runs.ofThread': () => RUNS.slice(0, messages.filter(({ role }) => role === 'user').length),
    ...answers,
  });
  return { bridge, ...openWindow(bridge, `#/t/${threadId('a')}`) };
}

const question = async (text: string) => {
  const found = (await screen.findByText(text)).closest('article');
  if (!found) throw new Error('It stands in no message');
  return within(found);
};

describe('a question', () => {
  it('is asked in other words in its place by the keyboard, after the question that it followed', async () => {
    const { user, bridge } = openThread(STRAIGHT, {
      'runs.start': () => ({ thread: thread('a'), message: asked('q2b', 'and by product', 40), run: run('4') }),
    });
    const second = await question('and by region');
    second.getByRole('button', { name: 'Ask in other words' }).focus();
    await user.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: 'The question in other words' });
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, 'and by product{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toMatchObject([
        { threadId: threadId('a'), prompt: 'and by product', follows: STRAIGHT[0]?.id },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'The question in other words' })).toBeNull());
  });

  it('stays as it was with Escape, and the focus goes back to where it was', async () => {
    const { user, bridge } = openThread(STRAIGHT);
    const first = await question('sales by month');
    await user.click(first.getByRole('button', { name: 'Ask in other words' }));
    await user.keyboard(' of 2024{Escape}');
    const pencil = (await question('sales by month')).getByRole('button', { name: 'Ask in other words' });
    await waitFor(() => expect(document.activeElement).toBe(pencil));
    expect(bridge.inputsOf('runs.start')).toEqual([]);
  });

  it('that was not asked keeps what was written, and says why', async () => {
    const { user } = openThread(STRAIGHT, {
      'runs.start': () => {
        throw new Error('The disk is full.');
      },
    });
    await user.click((await question('and by region')).getByRole('button', { name: 'Ask in other words' }));
    await user.keyboard(' and year{Enter}');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The question in other words' });
    expect(await within(field.parentElement as HTMLElement).findByRole('alert')).toBeTruthy();
    expect(field.value).toBe('and by region and year');
  });

  it('shows its newest version, and the others by a step, with what followed each', async () => {
    const { user } = openThread(REVISED);
    const newest = await question('sales by week');
    expect(screen.getByText('It was 300.')).toBeTruthy();
    expect(screen.queryByText('and by region')).toBeNull();
    expect(newest.getByRole('status').textContent).toBe('Version 2 of 2');
    await user.click(newest.getByRole('button', { name: 'Earlier version' }));
    const first = await question('sales by month');
    expect(first.getByRole('status').textContent).toBe('Version 1 of 2');
    expect(screen.getByText('West led with 700.')).toBeTruthy();
    expect(screen.queryByText('It was 300.')).toBeNull();
  });

  it('asked below an earlier version follows that one', async () => {
    const { user, bridge } = openThread(REVISED, {
      'runs.start': () => ({ thread: thread('a'), message: asked('q3', 'why?', 50), run: run('5') }),
    });
    await user.click((await question('sales by week')).getByRole('button', { name: 'Earlier version' }));
    await question('and by region');
    await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'why?{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toMatchObject([{ prompt: 'why?', follows: STRAIGHT[2]?.id }]),
    );
  });

  it('stands beside its other versions, each with its answer and the numbers that differ marked', async () => {
    const { user } = openThread(REVISED);
    await user.click((await question('sales by week')).getByRole('button', { name: 'Show the versions side by side' }));
    const both = within(await screen.findByRole('region', { name: '2 versions side by side' }));
    const first = both.getByRole('region', { name: 'Version 1 of 2' });
    expect(first.textContent).toContain('sales by month');
    expect(first.querySelector('mark')?.firstChild?.textContent).toBe('1,200');
    expect(both.getByRole('region', { name: 'Version 2 of 2' }).textContent).toContain('It was 300');
    await user.click(both.getByRole('button', { name: 'Show one version again' }));
    await question('sales by week');
    expect(screen.queryByRole('region', { name: '2 versions side by side' })).toBeNull();
  });
});

describe('a branch', () => {
  it('begins at an answer: what came after it is gone from view, and comes back by a click', async () => {
    const { user, bridge } = openThread(STRAIGHT, {
      'runs.start': () => ({ thread: thread('a'), message: asked('q3', 'by year', 50), run: run('5') }),
    });
    await user.click(await screen.findByRole('button', { name: 'Go on from here in a new branch' }));
    await waitFor(() => expect(screen.queryByText('and by region')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your question' }));
    await user.click(screen.getByRole('button', { name: 'Back to the newest' }));
    await question('and by region');
    await user.click(screen.getByRole('button', { name: 'Go on from here in a new branch' }));
    await user.keyboard('by year{Enter}');
    await waitFor(() =>
      expect(bridge.inputsOf('runs.start')).toMatchObject([{ prompt: 'by year', follows: STRAIGHT[0]?.id }]),
    );
  });

  it('is shown when a message of it is looked for', async () => {
    const { user } = openThread(REVISED, {
      'threads.search': () => [
        {
          threadId: threadId('a'),
          title: 'Thread a',
          messageId: STRAIGHT[3]?.id ?? null,
          excerpt: 'West led',
          at: 21,
        },
      ],
    });
    await question('sales by week');
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('west');
    await user.click(await screen.findByRole('button', { name: /West led/ }));
    expect(await screen.findByText('West led with 700.')).toBeTruthy();
  });

  it('goes on where the newest question does after it was asked elsewhere', async () => {
    const { bridge } = openThread(STRAIGHT);
    await question('and by region');
    act(() =>
      bridge.emit({
        name: 'messages.changed',
        data: asked('q2b', 'and by product', 40, { follows: STRAIGHT[0]?.id ?? null }),
      }),
    );
    expect((await question('and by product')).getByRole('status').textContent).toBe('Version 2 of 2');
    expect(screen.queryByText('and by region')).toBeNull();
  });
});

describe('the arrow keys in an empty composer', () => {
  it('bring back the questions asked before, and leave alone what is written', async () => {
    const { user } = openThread(STRAIGHT);
    await question('and by region');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });
    await user.click(field);
    await user.keyboard('{ArrowUp}');
    expect(field.value).toBe('and by region');
    await user.keyboard('{ArrowUp}');
    expect(field.value).toBe('sales by month');
    await user.keyboard('{ArrowUp}{ArrowDown}');
    expect(field.value).toBe('and by region');
    await user.keyboard('{ArrowDown}');
    expect(field.value).toBe('');
    await user.keyboard('mine{ArrowUp}');
    expect(field.value).toBe('mine');
  });
});
