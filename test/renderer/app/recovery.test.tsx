import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DataProblem, RecoveryState } from '../../../src/preload/contract';
import { AppError } from '../../../src/preload/contract/result';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const AT = Date.UTC(2026, 10, 28, 12);
const damaged: DataProblem = {
  database: 'library',
  kind: 'damaged',
  readable: { threads: 43, messages: 322, latest: AT },
  savedAt: AT + 3_600_000,
  backups: [
    { name: 'library-2026-11-28.db', madeAt: AT, holdings: { threads: 41, messages: 310, latest: AT } },
    { name: 'library-2026-11-27.db', madeAt: AT - 86_400_000, holdings: null },
  ],
  rebuilt: null,
};
const missing: DataProblem = {
  ...damaged,
  kind: 'missing',
  readable: null,
  rebuilt: { threads: 2, messages: 4, done: true },
};

function world(first: RecoveryState) {
  let state = first;
  const bridge = new FakeBridge({ 'recovery.get': () => state });
  const settle = (next: RecoveryState) => () => {
    state = next;
    return next;
  };
  return { bridge, settle };
}

describe('a library that cannot be opened', () => {
  it('takes the window, tells what each backup would lose, and is restored by a button', async () => {
    const { bridge, settle } = world({ open: false, problems: [damaged] });
    bridge.answer('recovery.restore', settle({ open: true, problems: [] }));
    const { user } = openWindow(bridge);
    await screen.findByRole('heading', { name: 'Your data needs to be restored' });
    expect(screen.queryByLabelText('Your question')).toBeNull();
    screen.getByText('41 threads with 310 messages', { exact: false });
    screen.getByText(/about 12 messages that came after it/);
    screen.getByText(/43 threads with 322 messages can still be read/);
    const [good, bad] = screen.getAllByRole<HTMLButtonElement>('button', { name: /^Restore the backup of/ });
    expect([good?.disabled, bad?.disabled]).toEqual([false, true]);
    await user.click(good!);
    await screen.findByLabelText('Your question');
    expect(bridge.inputsOf('recovery.restore')).toEqual([{ database: 'library', backup: 'library-2026-11-28.db' }]);
  });

  it('says what went wrong when it could not be restored, and stays as it is', async () => {
    const { bridge } = world({ open: false, problems: [damaged] });
    bridge.answer('recovery.repair', () => {
      throw new AppError('no_space', 'The disk is full.');
    });
    const { user } = openWindow(bridge);
    await user.click(await screen.findByRole('button', { name: 'Keep what can be read' }));
    await screen.findByText('The disk is full.');
    screen.getByRole('heading', { name: 'Your data needs to be restored' });
    expect(screen.queryByLabelText('Your question')).toBeNull();
  });
});

describe('a loss that leaves the window usable', () => {
  it('is told above everything else, with a way to the backups and one to go on', async () => {
    const { bridge, settle } = world({ open: true, problems: [missing] });
    bridge.answer('recovery.dismiss', settle({ open: true, problems: [] }));
    const { user } = openWindow(bridge);
    await screen.findByText(/2 threads with 4 messages were brought back from the engine/);
    screen.getByLabelText('Your question');
    await user.click(screen.getByRole('button', { name: 'Restore…' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText(/about 306 messages|what came after it/);
    await user.click(within(dialog).getByRole('button', { name: 'Go on as it is' }));
    await waitFor(() => expect(screen.queryByText(/brought back from the engine/)).toBeNull());
  });

  it('appears when it is found out, without anybody asking', async () => {
    const { bridge } = world({ open: true, problems: [] });
    openWindow(bridge);
    await screen.findByLabelText('Your question');
    expect(screen.queryByText(/engine’s database is damaged/)).toBeNull();
    const engine: DataProblem = { ...damaged, database: 'engine' };
    act(() => bridge.emit({ name: 'recovery.changed', data: { open: true, problems: [engine] } }));
    await screen.findByText(/engine’s database is damaged, so nothing can be asked/);
  });
});
