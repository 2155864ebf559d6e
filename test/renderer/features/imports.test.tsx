import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Import, ImportItem } from '../../../src/preload/contract';
import { ImportId } from '../../../src/preload/contract/imports';
import { FakeBridge } from '../../support/fake-bridge';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const given = (changes: Partial<Import> = {}): Import => ({
  id: ImportId.parse('imp_1'),
  name: 'export.zip',
  kind: 'chatgpt',
  status: 'completed',
  bytes: 2_000_000,
  bytesRead: 2_000_000,
  counts: { imported: 1, partly: 1, updated: 0, present: 0, skipped: 1 },
  problem: null,
  startedAt: 1_700_000_000_000,
  finishedAt: 1_700_000_001_000,
  ...changes,
});

const ITEMS: ImportItem[] = [
  { number: 1, title: 'Sales', outcome: 'imported', threadId: null, losses: [], refusal: null },
  {
    ...{ number: 2, title: 'Voice', outcome: 'partly', threadId: null, refusal: null },
    losses: [
      { code: 'audio', count: 2, detail: null },
      { code: 'file_missing', count: 1, detail: 'a.csv' },
    ],
  },
  { number: 3, title: null, outcome: 'skipped', threadId: null, losses: [], refusal: 'damaged' },
];

function opened(list: Import[]) {
  const bridge = new FakeBridge({
    'imports.list': () => list,
    'imports.items': ({ outcome }: { outcome?: string }) => ({
      items: ITEMS.filter((item) => outcome === undefined || item.outcome === outcome),
      hasMore: false,
    }),
    'imports.cancel': () => given({ status: 'cancelled' }),
  });
  return { bridge, ...openWindow(bridge, '#/settings/data') };
}

describe('imports in Settings', () => {
  it('tell of each item what came of it, and what could not be taken', async () => {
    const { user } = opened([given()]);

    const voice = within((await screen.findByText('Voice')).closest('li')!);
    expect(voice.getByText('2 recordings of speech left out · a.csv is not in the export')).toBeTruthy();
    expect(screen.getByText('Without a title')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Skipped: 1' }));
    expect(await screen.findByText('Damaged')).toBeTruthy();
    expect(screen.queryByText('Voice')).toBeNull();
  });

  it('show how far one is, and stop it', async () => {
    const running = given({ status: 'running', bytesRead: 500_000, finishedAt: null });
    const { bridge, user } = opened([running]);

    const bar = await screen.findByRole('progressbar', { name: 'Reading export.zip' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText('500 kB of 2 MB · 3 threads')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toHaveProperty('disabled', true);

    await user.click(screen.getByRole('button', { name: 'Stop importing export.zip' }));
    expect(bridge.inputsOf('imports.cancel')).toEqual([{ importId: 'imp_1' }]);
  });

  it('say why one failed, and are told anew when something has come of one', async () => {
    const list = [given({ status: 'failed', problem: 'encrypted', counts: { ...given().counts, imported: 0 } })];
    const { bridge } = opened(list);

    expect(await screen.findByText(/locked with a password/)).toBeTruthy();

    list.unshift(given({ id: ImportId.parse('imp_2'), name: 'second.json' }));
    act(() => bridge.emit({ name: 'imports.changed', data: list[0]! }));
    expect(await screen.findByText('second.json')).toBeTruthy();
  });
});
