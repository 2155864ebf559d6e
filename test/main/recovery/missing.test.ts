import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Library } from '../../../src/main/library';
import { openTestApp } from '../../support/app';
import { openWindowApp, problemOf, quarantined, stateOf, textsOf, usedFolder } from '../../support/damaged-app';

const remove = (folder: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `library.db${suffix}`), { force: true });
};

describe.each<[string, (folder: string) => void]>([
  ['missing', remove],
  [
    'empty',
    (folder) => {
      remove(folder);
      writeFileSync(join(folder, 'library.db'), '');
    },
  ],
  [
    'exchanged for a new one',
    (folder) => {
      remove(folder);
      Library.open(folder).close();
    },
  ],
])('a library that is %s beside an engine that has threads', (_, lose) => {
  it('is said, and rebuilt as far as the engine goes', { timeout: 90_000 }, async () => {
    const { folder, threads } = await usedFolder(['total amount by region', 'what can you do?']);
    const before = await openTestApp(folder);
    const said = await Promise.all(threads.map((id) => textsOf(before, id)));
    await before.close();
    lose(folder);
    const app = await openWindowApp(folder);
    await expect
      .poll(async () => (await problemOf(app, 'library')).problem)
      .toMatchObject({
        kind: 'missing',
        rebuilt: { threads: 2, messages: 4, done: true },
        backups: [expect.anything()],
      });
    expect(await Promise.all(threads.map((id) => textsOf(app, id)))).toEqual(
      // Of a chart the engine has the picture.
      said.map((texts) => texts.map((text) => text.replace('\nchart\n', '\nimage\n'))),
    );
    const listed = await app.dispatch('threads.list', {});
    expect(listed).toMatchObject({
      value: { threads: [{ title: 'What can you do' }, { title: 'Total amount by region' }] },
    });
    const runs = app.services.runs.ofThread({ threadId: threads[0]! });
    expect(runs).toMatchObject([{ status: 'completed', finishedAt: expect.any(Number) }]);
    expect(runs[0]?.steps.flatMap((step) => step.calls.map((call) => call.name))).toContain('analyze');
    // What has been brought back is the analyst's again.
    expect(await app.dispatch('runs.start', { threadId: threads[1], prompt: 'And what else?' })).toMatchObject({
      ok: true,
    });
  });
});

it('the loss is told until it has been read, also at the next start', { timeout: 90_000 }, async () => {
  const { folder } = await usedFolder(['what can you do?']);
  remove(folder);
  const first = await openTestApp(folder, { shell: 'browser' });
  await first.close();
  const second = await openTestApp(folder, { shell: 'browser' });
  expect(await problemOf(second, 'library')).toMatchObject({ problem: { kind: 'missing' } });
  expect(await second.dispatch('recovery.dismiss', { database: 'library' })).toMatchObject({ value: { problems: [] } });
  await second.close();
  const third = await openWindowApp(folder);
  expect((await stateOf(third)).problems).toEqual([]);
});

it('a backup can be restored in place of what was rebuilt', { timeout: 90_000 }, async () => {
  const { folder, threads } = await usedFolder(['total amount by region']);
  remove(folder);
  const app = await openWindowApp(folder);
  const { problem } = await problemOf(app, 'library');
  expect(await app.dispatch('datasets.list', {})).toMatchObject({ value: [] });
  const restored = await app.dispatch('recovery.restore', { database: 'library', backup: problem?.backups[0]?.name });
  expect(restored).toMatchObject({ ok: true, value: { open: true } });
  expect(await app.dispatch('datasets.list', {})).toMatchObject({ value: [{ name: 'sales.csv' }] });
  expect(await textsOf(app, threads[0]!)).toHaveLength(2);
  expect(quarantined(folder)).toContain('library.db');
});

it('a missing database of the engine is said, what was seen stays readable, and a backup of it is offered', {
  timeout: 90_000,
}, async () => {
  const { folder, threads } = await usedFolder(['total amount by region']);
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `engine.db${suffix}`), { force: true });
  const app = await openWindowApp(folder);
  expect(await problemOf(app, 'engine')).toMatchObject({
    open: true,
    problem: { kind: 'missing', backups: [{ holdings: { threads: 1, messages: 2 } }] },
  });
  expect(await textsOf(app, threads[0]!)).toHaveLength(2);
});

it('a new folder, and one that only scripts have used, have lost nothing', { timeout: 60_000 }, async () => {
  const { folder } = await usedFolder([]);
  const app = await openTestApp(folder);
  await app.engine?.fetch('http://engine.internal/v1/threads', {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: '{}',
  });
  await app.close();
  remove(folder);
  expect((await stateOf(await openWindowApp(folder))).problems).toEqual([]);
});

it('a first question that was on its way when the app was killed is no loss', { timeout: 60_000 }, async () => {
  const { folder } = await usedFolder([]);
  const library = Library.open(folder);
  const intent = { key: 'key_1', threadId: null, prompt: 'total', datasetIds: [], documentIds: [], at: Date.now() };
  library.notes.saveIntent(intent);
  library.close();
  const app = await openTestApp(folder);
  await app.engine?.fetch('http://engine.internal/v1/threads', {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify({ metadata: { assay_key: intent.key } }),
  });
  await app.close();
  expect((await stateOf(await openWindowApp(folder))).problems).toEqual([]);
});

it('data of a newer version is refused whichever database has it, and nothing is changed', async () => {
  const { folder } = await usedFolder(['what can you do?']);
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(join(folder, 'engine.db'));
  db.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const library = join(folder, 'library.db');
  renameSync(library, `${library}-aside`);
  await expect(openTestApp(folder)).rejects.toMatchObject({ code: 'data_newer' });
  renameSync(`${library}-aside`, library);
});
