import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import { ThreadExport } from '../../../src/main/exchange';
import type { ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { keepingSaves, unzipped } from '../../support/exports';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

const CSV = 'region,month,amount\nWest,2025-01-31,12.50\nEast,2025-01-31,7.25\nWest,2025-02-28,3.10\n';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const kept = keepingSaves();
const folder = tempFolderForAll();
let app: App;
let threadId: ThreadId;
beforeAll(async () => {
  app = await openTestApp(folder, { save: kept.save });
  const { id } = await addData(app, 'sales.csv', CSV);
  const { thread_id } = await ask(app, 'bar chart of total amount by region', { datasetIds: [id] });
  threadId = thread_id as ThreadId;
});
afterAll(() => app.close());

async function exported(request: string, input: object) {
  expect(await app.dispatch(request, input)).toMatchObject({ ok: true, value: { kind: 'saved' } });
  return kept.saved.at(-1)!;
}

describe('a thread as raw objects', () => {
  it('has everything that the server keeps of it, and the bytes of its files', async () => {
    const { name, bytes } = await exported('exports.thread', { threadId, format: 'json' });
    expect(name).toMatch(/\.json$/);
    const made = ThreadExport.parse(JSON.parse(bytes.toString()));
    expect(made).toMatchObject({ source: 'server', left_out: [], thread: { id: threadId } });
    expect(made.messages.map((message) => message.role)).toEqual(['user', 'assistant']);
    expect(made.runs).toHaveLength(1);
    expect(made.run_steps.every((step) => step.run_id === made.runs[0]?.id)).toBe(true);
    expect(made.assistants.map(({ id }) => id)).toEqual([made.runs[0]?.assistant_id]);
    const contents = made.files.map(({ content = '' }) => Buffer.from(content, 'base64'));
    expect(contents.some((content) => content.subarray(1, 4).toString() === 'PNG')).toBe(true);
  });

  it('comes from the library where the engine is off', async () => {
    const before = kept.saved.length;
    const other = tempFolder();
    const first = await openTestApp(other);
    const { id } = await addData(first, 'sales.csv', CSV);
    const { thread_id } = await ask(first, 'total amount', { datasetIds: [id] });
    await first.close();
    const off = await openTestApp(other, { withEngine: false, save: kept.save });
    onTestFinished(() => off.close());
    expect(await off.dispatch('exports.thread', { threadId: thread_id, format: 'json' })).toMatchObject({ ok: true });
    const made = ThreadExport.parse(JSON.parse(kept.saved[before]!.bytes.toString()));
    expect(made).toMatchObject({ source: 'library', assistants: [] });
    expect(made.messages.map((message) => message.role)).toEqual(['user', 'assistant']);
    expect(Buffer.from(made.files[0]?.content ?? '', 'base64').toString()).toBe(CSV);
  });
});

describe('everything at once', () => {
  it('is an archive of all threads and files with checksums, under names that every system takes', async () => {
    for (const title of ['CON', '../up', 'Sales: 2025?', 'sales: 2025?']) {
      const { thread_id } = await ask(app, 'total amount');
      await app.dispatch('threads.rename', { threadId: thread_id, title });
    }
    const { bytes } = await exported('exports.everything', { formats: ['notebook', 'json', 'evidence'] });
    const files = unzipped(bytes);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    expect(manifest.not_exported).toEqual([]);
    const others = [...files.keys()].filter((name) => name !== 'manifest.json');
    expect(manifest.files.map((file: { name: string }) => file.name)).toEqual(others);
    for (const { name, sha256: sum } of manifest.files) expect(sha256(files.get(name)!)).toBe(sum);
    expect(files.get('files/sales.csv')?.toString()).toBe(CSV);
    const folders = new Set(others.flatMap((name) => /^threads\/([^/]+)\//.exec(name)?.[1] ?? []));
    expect(folders.size).toBe(5);
    expect([...folders].map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(['con_', '.. up', 'sales 2025', 'sales 2025 (2)']),
    );
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).not.toMatch(/<script|https?:/);
    for (const name of others.filter((each) => each !== 'index.html'))
      expect(page).toContain(name.split('/').map(encodeURIComponent).join('/'));
  });

  it('names what is gone from the disk, and holds the rest', async () => {
    const own = tempFolder();
    const bare = await openTestApp(own, { save: kept.save });
    onTestFinished(() => bare.close());
    const { id } = await addData(bare, 'gone.csv', CSV);
    await ask(bare, 'total amount', { datasetIds: [id] });
    const key = sha256(Buffer.from(CSV));
    rmSync(join(own, 'blobs', key.slice(0, 2), key));
    expect(await bare.dispatch('exports.everything', { formats: ['json'] })).toMatchObject({ ok: true });
    const files = unzipped(kept.saved.at(-1)!.bytes);
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '').not_exported).toEqual(['gone.csv']);
    const [thread] = [...files].filter(([name]) => name.endsWith('.json') && name.startsWith('threads/'));
    expect(ThreadExport.parse(JSON.parse(thread?.[1].toString() ?? '')).messages).toHaveLength(2);
  });

  it('tells how far it is, and stops when it is told to, leaving nothing behind', async () => {
    const told: number[] = [];
    const unsubscribe = app.subscribe((event) => {
      if (event.name !== 'exports.progressed') return;
      told.push(event.data.done);
      if (event.data.done === 1) void app.dispatch('exports.cancel', {});
    });
    const answer = await app.dispatch('exports.everything', { formats: ['json'] });
    unsubscribe();
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(told[0]).toBe(0);
    const outgoing = join(folder, 'temp', 'outgoing');
    expect(existsSync(outgoing) ? readdirSync(outgoing) : []).toEqual([]);
  });
});
