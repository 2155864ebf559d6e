import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Thread } from '../../../src/preload/contract';
import { FakeBridge } from '../../support/fake-bridge';
import { message, thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

let threads: Thread[] = [];
beforeEach(() => {
  threads = ['a', 'b', 'c'].map((id) => thread(id));
});

// They outlive the window.
afterEach(() => notifications.clean());

function opened() {
  const bridge: FakeBridge = new FakeBridge({
    'threads.list': () => ({ threads, hasMore: false }),
    'threads.get': ({ threadId }: { threadId: Thread['id'] }) => threads.find((one) => one.id === threadId),
    'threads.messages': () => ({ messages: [message('1')], hasEarlier: false }),
    'threads.delete': ({ threadId }: { threadId: Thread['id'] }) => {
      threads = threads.filter((one) => one.id !== threadId);
      bridge.emit({ name: 'threads.deleted', data: { threadId } });
      return {};
    },
    'threads.archive': () => ({ ...threads[0], archived: true }),
    'threads.pin': () => ({ ...threads[0], pinned: true }),
  });
  return { bridge, ...openWindow(bridge, '#/t/thread_a') };
}

const row = (name: string) =>
  within(screen.getByRole('navigation', { name: 'Threads' })).findByRole('button', { name });

async function command(user: ReturnType<typeof opened>['user'], words: string): Promise<void> {
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Search threads, or type a command'), `${words}{Enter}`);
}

describe('the list of threads', () => {
  it('keeps the focus: on the row after renaming, on the next one after deleting', async () => {
    const { user } = opened();
    await screen.findByRole('navigation', { name: 'Threads' });
    (await row('Thread b')).focus();
    await user.keyboard('{F2}{Escape}');
    expect(document.activeElement).toBe(await row('Thread b'));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Thread b' })).toBeNull());
    expect(document.activeElement).toBe(await row('Thread c'));
  });

  it('takes archiving back', async () => {
    const { user, bridge } = opened();
    await screen.findByRole('heading', { name: 'Thread a' });
    await command(user, 'archive this');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.inputsOf('threads.archive')).toEqual([
      { threadId: threadId('a'), archived: true },
      { threadId: threadId('a'), archived: false },
    ]);
  });

  it('is acted on from the palette as well', async () => {
    const { user, bridge } = opened();
    await screen.findByRole('heading', { name: 'Thread a' });
    await command(user, 'pin this');
    await waitFor(() => expect(bridge.inputsOf('threads.pin')).toEqual([{ threadId: threadId('a'), pinned: true }]));
  });
});
