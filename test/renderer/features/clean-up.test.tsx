import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Thread } from '../../../src/preload/contract';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { FakeBridge } from '../../support/fake-bridge';
import { thread } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const unused = ['a', 'b'].map((id) => ({ ...thread(id), messages: 2, files: 1, fileBytes: 2_000 }));

function openCleanUp() {
  const bridge = new FakeBridge({
    'threads.unused': () => unused,
    'threads.deleteAll': ({ threadIds }: { threadIds: Thread['id'][] }) => ({ threadIds, fileIds: [] }),
    'threads.restore': ({ threadId }: { threadId: Thread['id'] }) => unused.find(({ id }) => id === threadId),
  });
  return { bridge, ...openWindow(bridge, '#/cleanup') };
}

it('deletes the threads of the list that were left chosen, with a way back', async () => {
  const { user, bridge } = openCleanUp();
  await user.click(await screen.findByLabelText('Choose Thread b'));
  await user.click(screen.getByLabelText('Delete files that nothing else uses as well'));
  await user.click(screen.getByRole('button', { name: 'Delete 1 thread' }));
  expect(bridge.inputsOf('threads.deleteAll')).toEqual([{ threadIds: ['thread_a'], withFiles: true }]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(bridge.inputsOf('threads.restore')).toEqual([{ threadId: 'thread_a' }]));
});

it('shows which threads a rule would delete now before it is set', async () => {
  const { user, bridge } = openCleanUp();
  await user.selectOptions(await screen.findByLabelText(/^Delete threads that were not used/), '180');
  const dialog = await screen.findByRole('dialog', { name: /180 days/ });
  expect(within(dialog).getByText('Thread b')).toBeTruthy();
  expect(bridge.inputsOf('settings.change')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Set this rule' }));
  expect(bridge.inputsOf('settings.change')).toEqual([{ retention: { days: 180, keepTagged: true } }]);
  expect(defaultSettings.retention).toBeUndefined();
});

it('Esc closes the tags of a thread where no other thread has any', async () => {
  const { user } = openWindow(new FakeBridge({ 'threads.list': () => ({ threads: [thread('a')], hasMore: false }) }));
  await user.click(await screen.findByRole('button', { name: 'Actions for Thread a' }));
  await user.click(await screen.findByText('Tags…'));
  const dialog = await screen.findByRole('dialog', { name: 'Tags of “Thread a”' });
  await user.click(within(dialog).getByLabelText('Tags'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('lists the threads of one tag, and gives a thread tags by its menu', async () => {
  const bridge = new FakeBridge({
    'threads.list': ({ tag }: { tag?: string }) => ({
      threads: [thread('a', { tags: ['board'] }), ...(tag ? [] : [thread('b')])],
      hasMore: false,
    }),
    'threads.tags': () => [{ tag: 'board', threads: 1 }],
    'threads.setTags': () => thread('a', { tags: ['board', 'Q3'] }),
  });
  const { user } = openWindow(bridge);
  await user.selectOptions(await screen.findByLabelText('Which threads are listed'), 'board');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Thread b' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Actions for Thread a' }));
  await user.click(await screen.findByText('Tags…'));
  const dialog = await screen.findByRole('dialog', { name: 'Tags of “Thread a”' });
  await user.type(within(dialog).getByLabelText('Tags'), 'Q3{Enter}');
  await user.click(within(dialog).getByRole('button', { name: 'Save tags' }));
  expect(bridge.inputsOf('threads.setTags')).toEqual([{ threadId: 'thread_a', tags: ['board', 'Q3'] }]);
});
