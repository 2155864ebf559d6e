import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import { openTestApp } from '../../support/app';
import { damagePage } from '../../support/damage';
import { openWindowApp, problemOf, quarantined, stateOf, textsOf, usedFolder } from '../../support/damaged-app';

async function searchHits(app: App, query: string): Promise<unknown[]> {
  const result = await app.dispatch('threads.search', { query });
  return result.ok ? (result.value as unknown[]) : [];
}

const garbage = (path: string) => writeFileSync(path, readFileSync(path).fill(0xff, 0, 4096));

describe('a library that cannot be opened', () => {
  it('is said, with what each way out of it keeps, and nothing else is answered', { timeout: 60_000 }, async () => {
    const { folder } = await usedFolder(['total amount by region', 'how many rows are there']);
    garbage(join(folder, 'library.db'));
    const app = await openWindowApp(folder);
    const { open, problem } = await problemOf(app, 'library');
    expect([open, problem]).toMatchObject([
      false,
      {
        kind: 'damaged',
        backups: [{ madeAt: expect.any(Number), holdings: { threads: 2, messages: 4, latest: expect.any(Number) } }],
      },
    ]);
    expect(await app.dispatch('threads.list', {})).toMatchObject({ ok: false, error: { code: 'data_damaged' } });
    expect(await app.dispatch('settings.get', {})).toMatchObject({ ok: true });
  });

  it('is restored from a backup, what came later comes from the engine, and the damaged file is kept', {
    timeout: 90_000,
  }, async () => {
    const { folder, threads } = await usedFolder(['total amount by region']);
    // Later on the same day, when there is a backup already.
    const later = await openTestApp(folder);
    const { thread } = await later.services.runs.start({
      threadId: null,
      prompt: 'What can you do?',
      datasetIds: [],
      documentIds: [],
    });
    await later.services.runs.finished(later.services.runs.ofThread({ threadId: thread.id })[0]!.id);
    const said = await textsOf(later, thread.id);
    await later.close();
    const path = join(folder, 'library.db');
    garbage(path);
    const damaged = readFileSync(path);
    const app = await openWindowApp(folder);
    const { problem } = await problemOf(app, 'library');
    const backup = problem?.backups[0]?.name ?? '';
    expect(await app.dispatch('recovery.restore', { database: 'library', backup })).toMatchObject({
      ok: true,
      value: { open: true, problems: [] },
    });
    expect(await textsOf(app, threads[0]!)).toHaveLength(2);
    await expect.poll(async () => (await app.dispatch('threads.get', { threadId: thread.id })).ok).toBe(true);
    await expect.poll(() => textsOf(app, thread.id)).toEqual(said);
    const kept = quarantined(folder);
    expect(kept).toEqual(['library.db']);
    expect(readFileSync(join(folder, 'library.db')).equals(damaged)).toBe(false);
  });

  it('ends a command, which has nobody to ask, with what to do', async () => {
    const { folder } = await usedFolder(['how many rows are there']);
    garbage(join(folder, 'library.db'));
    await expect(openTestApp(folder)).rejects.toMatchObject({ code: 'data_damaged' });
  });
});

describe('a library that is damaged in the middle', () => {
  it('is put together from all that can be read, and what is lost of it comes from the engine', {
    timeout: 90_000,
  }, async () => {
    const { folder, threads } = await usedFolder([
      'total amount by region',
      'how many rows are there',
      'average amount',
    ]);
    damagePage(join(folder, 'library.db'), 'messages', 0, 2_000);
    const app = await openWindowApp(folder);
    await expect
      .poll(async () => {
        await app.dispatch('threads.messages', { threadId: threads[0], limit: 50 });
        return (await problemOf(app, 'library')).problem?.kind;
      })
      .toBe('damaged');
    expect(await app.dispatch('recovery.repair', { database: 'library' })).toMatchObject({
      ok: true,
      value: { open: true },
    });
    for (const thread of threads) await expect.poll(async () => (await textsOf(app, thread)).length).toBe(2);
    expect(await app.dispatch('datasets.list', {})).toMatchObject({ ok: true, value: [{ name: 'sales.csv' }] });
    expect(await searchHits(app, 'average')).toHaveLength(3);
    expect(quarantined(folder)).toContain('library.db');
    expect((await stateOf(app)).problems).toEqual([]);
  });
});

describe('a damaged database of the engine', () => {
  it('leaves all readable, is said, and is restored from a backup while the window stays', {
    timeout: 90_000,
  }, async () => {
    const { folder, threads } = await usedFolder(['total amount by region']);
    garbage(join(folder, 'engine.db'));
    const app = await openWindowApp(folder);
    expect(await problemOf(app, 'engine')).toMatchObject({ open: true, problem: { kind: 'damaged' } });
    expect(await textsOf(app, threads[0]!)).toHaveLength(2);
    expect(await app.dispatch('runs.possible', {})).toMatchObject({ value: { possible: false } });
    const backup = (await problemOf(app, 'engine')).problem?.backups[0]?.name ?? '';
    expect(await app.dispatch('recovery.restore', { database: 'engine', backup })).toMatchObject({
      value: { open: true, problems: [] },
    });
    expect(await app.dispatch('runs.possible', {})).toMatchObject({ value: { possible: true } });
    const again = await app.dispatch('runs.start', { threadId: threads[0], prompt: 'average amount' });
    expect(again).toMatchObject({ ok: true });
  });

  it('is exchanged behind the window: what that asks meanwhile is answered from the new one', {
    timeout: 90_000,
  }, async () => {
    const { folder } = await usedFolder(['total amount by region']);
    garbage(join(folder, 'engine.db'));
    const app = await openWindowApp(folder);
    const backup = (await problemOf(app, 'engine')).problem?.backups[0]?.name ?? '';
    const isOpen: boolean[] = [];
    const answers: ReturnType<App['dispatch']>[] = [];
    app.subscribe((event) => {
      if (event.name !== 'recovery.changed') return;
      isOpen.push(event.data.open);
      answers.push(app.dispatch('runs.possible', {}));
    });
    await app.dispatch('recovery.restore', { database: 'engine', backup });
    expect(new Set(isOpen)).toEqual(new Set([true]));
    for (const answer of answers) expect(await answer).toMatchObject({ ok: true, value: { possible: true } });
  });
});
