import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Dataset, FileId, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolder } from '../../support/temp-folder';

const SALES = 'region,amount\nnorth,10\nsouth,20\nnorth,30\n';

async function open(folder = tempFolder()): Promise<App> {
  const app = await openTestApp(folder);
  onTestFinished(() => app.close());
  return app;
}

/** A file that a thread has asked about. */
async function asked(app: App, name: string, content = SALES) {
  const dataset = await addData(app, name, content);
  const { thread_id: thread } = await ask(app, 'total amount by region', { datasetIds: [dataset.id] });
  return { dataset, fileId: dataset.fileId, threadId: thread as ThreadId };
}

const names = (app: App) => app.services.files.list().map(({ name }) => name);
const draft = (app: App, ...datasets: Dataset[]) =>
  app.services.threads.saveDraft({
    threadId: null,
    text: '',
    datasetIds: datasets.map(({ id }) => id),
    documentIds: [],
  });

it('lists files with what is known of them, and the threads that use them', async () => {
  const app = await open();
  const { fileId, dataset, threadId } = await asked(app, 'sales.csv');
  const [file] = app.services.files.list();
  expect(file).toMatchObject({ id: fileId, made: false, threads: 1, status: 'ready', datasetIds: [dataset.id] });
  expect(await app.services.files.uses({ fileId })).toEqual({
    threads: [{ threadId, title: expect.any(String), deleted: false }],
    reports: [],
    assistants: [],
  });
  app.services.threads.delete({ threadId });
  expect(app.services.files.list()[0]?.threads).toBe(0);
  expect((await app.services.files.uses({ fileId })).threads).toMatchObject([{ deleted: true }]);
});

it('calls a renamed file by its new name everywhere, and keeps the ending that says how it is read', async () => {
  const app = await open();
  const { fileId, dataset, threadId } = await asked(app, 'sales.csv');
  expect(app.services.files.rename({ fileId, name: 'Sales 2024' }).name).toBe('Sales 2024.csv');
  expect(app.services.datasets.get({ datasetId: dataset.id }).name).toBe('Sales 2024.csv');
  const again = await ask(app, 'average amount', { threadId });
  expect(again.status).toBe('completed');
});

it('takes a deleted file out of the library, and brings it back', async () => {
  const app = await open();
  const { fileId } = await asked(app, 'sales.csv');
  app.services.files.delete({ fileIds: [fileId] });
  expect(names(app)).toEqual([]);
  expect(app.services.deletions.list().files).toMatchObject([{ fileId, name: 'sales.csv', threads: 1 }]);
  app.services.files.restore({ fileIds: [fileId] });
  expect(names(app)).toEqual(['sales.csv']);
  expect(app.services.deletions.list().files).toEqual([]);
});

it('puts a file back into what is being written, without reading it again', async () => {
  const app = await open();
  const { fileId, dataset, threadId } = await asked(app, 'sales.csv');
  for (const place of [null, threadId]) {
    await app.services.files.attach({ fileId, threadId: place });
    await app.services.files.attach({ fileId, threadId: place });
    expect(app.services.threads.draft({ threadId: place }).datasetIds).toEqual([dataset.id]);
  }
});

it('reads a file that nobody has read as what it is, when it is asked about', async () => {
  const app = await open();
  const add = (name: string, text: string) => app.services.files.add(name, Readable.from([Buffer.from(text)]));
  const [table, note] = [await add('sales.csv', SALES), await add('note.txt', 'The north sold most.')];
  for (const { id } of [table, note]) await app.services.files.attach({ fileId: id, threadId: null });
  const { datasetIds, documentIds } = app.services.threads.draft({ threadId: null });
  expect([datasetIds.length, documentIds.length]).toEqual([1, 1]);
  await app.services.documents.settled(documentIds[0]!);
});

it('does not keep what was dropped in and taken out before anything was asked about it', async () => {
  const folder = tempFolder();
  const app = await open(folder);
  const [kept, taken] = [await addData(app, 'kept.csv', SALES), await addData(app, 'taken.csv', `${SALES}east,1\n`)];
  await draft(app, kept, taken);
  await draft(app, kept);
  expect(names(app)).toEqual(['kept.csv']);
  expect(app.services.deletions.list().files).toEqual([]);
  expect(existsSync(join(folder, 'datasets', taken.id))).toBe(false);
  expect(blobsIn(folder)).toBe(1);
});

it('does not keep a file that could not be read once its question was asked about others', async () => {
  const app = await open();
  const [good, bad] = [await addData(app, 'sales.csv', SALES), await addData(app, 'broken.parquet', 'no parquet')];
  expect(bad.status).toBe('failed');
  await app.services.threads.saveDraft({
    threadId: null,
    text: 'total amount by region',
    datasetIds: [good.id, bad.id],
    documentIds: [],
  });
  await ask(app, 'total amount by region', { datasetIds: [good.id] });
  // As the window does once it is sent.
  await draft(app);
  expect(names(app)).toEqual(['sales.csv']);
});

it('keeps a file of the library that is attached again and taken out', async () => {
  const app = await open();
  const { fileId, threadId } = await asked(app, 'sales.csv');
  app.services.threads.delete({ threadId });
  await app.services.deletions.erase({ threadIds: [threadId], fileIds: [] });
  await app.services.files.attach({ fileId, threadId: null });
  await draft(app);
  expect(names(app)).toEqual(['sales.csv']);
});

it('erases a file once nothing uses it any more, and shares bytes with files that stay', async () => {
  const folder = tempFolder();
  const app = await open(folder);
  const [first, second] = [await asked(app, 'sales.csv'), await asked(app, 'copy of sales.csv')];
  const erase = (fileId: FileId, threadIds: ThreadId[] = []) =>
    app.services.deletions.erase({ threadIds, fileIds: [fileId] });
  app.services.files.delete({ fileIds: [first.fileId] });
  expect(await erase(first.fileId)).toMatchObject({ files: 0, used: [first.fileId] });
  app.services.threads.delete({ threadId: first.threadId });
  expect(await erase(first.fileId, [first.threadId])).toMatchObject({ files: 1, threads: 1, used: [] });
  expect(names(app)).toEqual(['copy of sales.csv']);
  expect((await ask(app, 'average amount', { threadId: second.threadId })).status).toBe('completed');
});

it('erases nothing that is not deleted', async () => {
  const app = await open();
  const { fileId, threadId } = await asked(app, 'sales.csv');
  const done = await app.services.deletions.erase({ threadIds: [threadId], fileIds: [fileId] });
  expect(done).toEqual({ threads: 0, files: 0, reports: 0, used: [], awaited: 0 });
  expect(app.services.threads.get({ threadId }).id).toBe(threadId);
});

const blobsIn = (folder: string): number =>
  readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
