import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import { ThreadExport } from '../../../src/main/exchange';
import { threadJson } from '../../../src/main/services/exports/thread-json';
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
    const { thread_id } = await ask(first, 'bar chart of total amount by region', { datasetIds: [id] });
    await first.close();
    const off = await openTestApp(other, { withEngine: false, save: kept.save });
    onTestFinished(() => off.close());
    expect(await off.dispatch('exports.thread', { threadId: thread_id, format: 'json' })).toMatchObject({ ok: true });
    const made = ThreadExport.parse(JSON.parse(kept.saved[before]!.bytes.toString()));
    expect(made).toMatchObject({ source: 'library', assistants: [] });
    expect(made.messages.map((message) => message.role)).toEqual(['user', 'assistant']);
    expect(Buffer.from(made.files[0]?.content ?? '', 'base64').toString()).toBe(CSV);
    expect(made.messages[0]?.attachments).toEqual([{ file_id: made.files[0]?.object.id, tools: [] }]);
    const shown = [...JSON.stringify(made.messages).matchAll(/"file_id":"([^"]+)"/g)].map(([, fileId]) => fileId);
    const named = [
      ...made.files.map(({ object }) => object.id),
      ...[...JSON.stringify(made.left_out).matchAll(/"file_id":"([^"]+)"/g)].map(([, fileId]) => fileId),
    ];
    expect(shown.filter((fileId) => fileId?.startsWith('chart_'))).not.toEqual([]);
    expect(named).toEqual(expect.arrayContaining(shown));
    const [painted] = made.files.filter(({ object }) => object.id.startsWith('chart_'));
    expect(
      Buffer.from(painted?.content ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('asks for its files one after the other, while it is written', async () => {
    let [open, most] = [0, 0];
    const files = ['a', 'b', 'c'].map((id) => ({
      object: { id, object: 'file' as const },
      open: async () => {
        open += 1;
        most = Math.max(most, open);
        const read = function* () {
          yield Buffer.from(id);
          open -= 1;
        };
        return { size: 1, read };
      },
    }));
    const { thread, messages, runs, run_steps, assistants, exported_at } = ThreadExport.parse(
      JSON.parse((await exported('exports.thread', { threadId, format: 'json' })).bytes.toString()),
    );
    const rows = { source: 'server' as const, thread, messages, runs, run_steps, assistants, exported_at };
    for await (const _ of threadJson(rows, files));
    expect({ open, most }).toEqual({ open: 0, most: 1 });
  });

  it('is stopped when it is told to, also while another document is written, and leaves nothing behind', async () => {
    const own = tempFolder();
    const busy = await openTestApp(own, { save: kept.save });
    onTestFinished(() => busy.close());
    const { id } = await addData(busy, 'sales.csv', CSV);
    const { thread_id: first_id } = await ask(busy, 'total amount by region', { datasetIds: [id] });
    const { thread_id: second_id } = await ask(busy, 'total amount', { datasetIds: [id] });
    const ended: string[] = [];
    const write = async (name: string, of: string) => {
      const answer = await busy.dispatch('exports.thread', { threadId: of, format: 'pdf' });
      ended.push(name);
      return answer;
    };
    const [first, second] = [write('first', first_id), write('second', second_id)];
    expect(await busy.dispatch('exports.thread', { threadId: first_id, format: 'html' })).toMatchObject({
      error: { code: 'busy' },
    });
    await busy.dispatch('exports.cancel', { threadId: second_id });
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await first).toMatchObject({ ok: true });
    expect(ended).toEqual(['second', 'first']);
    const outgoing = join(own, 'temp', 'outgoing');
    expect(existsSync(outgoing) ? readdirSync(outgoing) : []).toEqual([]);
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

  it('has every report as a web page and as a workbook, and the page leads to them', async () => {
    const report = app.services.reports.create({ title: 'March: sales' });
    app.services.reports.addText({ reportId: report.id, markdown: 'All is **well**.', before: null });
    const { bytes } = await exported('exports.everything', { formats: [], files: false });
    const files = unzipped(bytes);
    const names = [...files.keys()].filter((name) => name.startsWith('reports/'));
    expect(names).toEqual(
      ['html', 'xlsx'].map((format) => expect.stringMatching(`^reports/March sales/report.${format}$`)),
    );
    expect(files.get(names[0] ?? '')?.toString()).toContain('<strong>well</strong>');
    expect(
      files
        .get(names[1] ?? '')
        ?.subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(files.get('index.html')?.toString()).toContain(encodeURIComponent('March sales'));
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '').not_exported).toEqual([]);
    const without = unzipped((await exported('exports.everything', { formats: [], reports: false })).bytes);
    expect([...without.keys()].some((name) => name.startsWith('reports/'))).toBe(false);
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
