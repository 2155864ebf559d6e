import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Saved } from '../../../src/preload/contract';
import { AppError } from '../../../src/preload/contract/result';
import { english } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { thread, threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const { exports: words } = english.ui;

it('the export of a thread is stopped by the dialog it was begun in, and told when it is closed by a key', async () => {
  const asked: (() => void)[] = [];
  const exporting = () =>
    new Promise<Saved>((_, reject) => {
      asked.push(() => reject(new AppError('cancelled', 'The export was stopped.')));
    });
  const bridge = new FakeBridge({
    'threads.list': () => ({ threads: [thread('a')], hasMore: false }),
    'threads.get': () => thread('a'),
    'exports.thread': exporting,
    'exports.cancel': () => {
      asked.at(-1)?.();
      return {};
    },
  });
  const { user } = openWindow(bridge, '#/t/thread_a');
  const begin = async () => {
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByLabelText('Search threads, or type a command'), `${words.threadAction}{Enter}`);
    const dialog = within(await screen.findByRole('dialog', { name: words.title(thread('a').title) }));
    await user.click(dialog.getByRole('button', { name: words.make }));
    await dialog.findByRole('button', { name: words.making });
    return dialog;
  };

  const dialog = await begin();
  expect(dialog.queryByRole('progressbar')).toBeNull();
  act(() => bridge.emit({ name: 'exports.threadProgressed', data: { threadId: threadId('a'), done: 1, of: 4 } }));
  expect((await dialog.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('25');
  await user.click(dialog.getByRole('button', { name: words.cancel }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bridge.inputsOf('exports.cancel')).toEqual([{ threadId: threadId('a') }]);

  // What the one before had told is none of this one's.
  expect((await begin()).queryByRole('progressbar')).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(bridge.inputsOf('exports.cancel')).toHaveLength(2));
});
