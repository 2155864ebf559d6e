import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { MessageId, SearchHit } from '../../../src/preload/contract';
import { FakeBridge } from '../../support/fake-bridge';
import { message, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] });
  onTestFinished(() => void vi.useRealTimers());
});

/** Lets everything come that is planned for later, such as the focus going back to where it was. */
const later = () => act(() => vi.advanceTimersByTimeAsync(1_000));

const all = Array.from({ length: 150 }, (_, n) => message(`${n}`, { createdAt: n }));
const hit: SearchHit = {
  ...{ threadId: threadId('a'), title: 'Thread a', messageId: message('12').id, at: 12 },
  excerpt: 'Text of \u000212\u0003',
};

/** A thread of 150 messages whose newest are in view. */
async function opened(hits: SearchHit[] = [hit], at = '#/t/thread_a') {
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'threads.search': () => hits,
    'threads.rename': ({ title }: { title: string }) => thread('a', { title }),
    'threads.messages': ({ before, limit }: { before?: MessageId; limit: number }) => {
      const end = before ? all.findIndex((one) => one.id === before) : all.length;
      return { messages: all.slice(Math.max(0, end - limit), end), hasEarlier: end > limit };
    },
  });
  const view = openWindow(bridge, at);
  const find = async (words: string, name: RegExp) => {
    await view.user.keyboard('{Control>}k{/Control}');
    await view.user.type(await screen.findByLabelText('Search threads, or type a command'), words);
    await view.user.click(await screen.findByRole('button', { name }));
  };
  return { bridge, find, ...view };
}

it.each(['#/t/thread_a', '#/settings'])(
  'leads from a hit to its message, however far up it is, from %s',
  async (at) => {
    const { bridge, find } = await opened([hit], at);
    await find('12', /Text of/);
    const said = await screen.findByText('Text of 12');
    const article = said.closest('article');
    await waitFor(() => expect(document.activeElement).toBe(article));
    expect(article?.dataset.marked).toBe('true');
    expect(bridge.inputsOf('threads.messages').length).toBeLessThan(8);
    await later();
    expect(document.activeElement).toBe(article);
  },
);

it('shows what was said without how it is written', async () => {
  const excerpt = '> 2 lines could not be read\n\n| Region | \u0002Total\u0003 |\n|---|---:|\n| **West** | 12 |';
  const { find } = await opened([{ ...hit, excerpt }]);
  await find('total', /2 lines could not be read\s+· Region · Total · West · 12$/);
  expect(await screen.findByText('Text of 12')).toBeTruthy();
});

it('opens the thread of a message that is gone, and looks no further', async () => {
  const { bridge, find } = await opened([{ ...hit, messageId: message('gone').id }]);
  await find('12', /Text of/);
  await screen.findByText('Text of 0');
  const asked = bridge.inputsOf('threads.messages').length;
  await later();
  expect(bridge.inputsOf('threads.messages')).toHaveLength(asked);
});

it('keeps the newest messages when all are read again after earlier ones were', async () => {
  const { bridge, find } = await opened();
  await find('12', /Text of/);
  await screen.findByText('Text of 12');
  const all = bridge.inputsOf('threads.messages');
  act(() => bridge.gap());
  await waitFor(() => expect(bridge.inputsOf('threads.messages')).toEqual([...all, ...all]));
  for (const text of ['Text of 12', 'Text of 149']) expect(await screen.findByText(text)).toBeTruthy();
});

it('renames the thread', async () => {
  const { bridge, find, user } = await opened();
  await screen.findByText('Text of 149');
  await find('rename', /Rename this thread/);
  const field = await screen.findByLabelText('Thread title');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await later();
  await user.keyboard('Better{Enter}');
  expect(bridge.inputsOf('threads.rename')).toEqual([{ threadId: threadId('a'), title: 'Better' }]);
  const question = screen.getByLabelText<HTMLTextAreaElement>('Your question');
  expect(document.activeElement).toBe(question);
  expect(question.value).toBe('');
});

it('asks for a file to attach', async () => {
  const { find } = await opened();
  const chooser = await screen.findByLabelText('Choose files to attach');
  const asked = vi.spyOn(chooser, 'click');
  await find('attach', /Attach a file/);
  expect(asked).toHaveBeenCalledOnce();
});
