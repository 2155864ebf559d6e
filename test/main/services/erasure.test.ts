import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { pdf, xlsx } from '../../support/documents/make';
import { needs } from '../../support/needs';
import { DENO } from '../../support/python';
import { tempFolder } from '../../support/temp-folder';

/** Words that are nowhere but in what is erased: in a cell, a column's name, a document, a question, a draft and code. */
const SECRETS = ['Quokkaville', 'quokkaness', 'Quokkaconda', 'Quokkatopia', 'Quokkadraft', 'quokkacode'];
const ROWS = Array.from(
  { length: 400 },
  (_, at) => `${at % 3 === 0 ? 'Quokkaville' : 'Perth'},2024-0${(at % 9) + 1}-05,${at}`,
);
const SALES = `city,day,quokkaness\n${ROWS.join('\n')}\n`;

async function open(folder: string): Promise<App> {
  const app = await openTestApp(folder);
  onTestFinished(() => app.close());
  return app;
}

/** Files below the folder that hold one of the words, as they are written or with two bytes a character. */
function holding(folder: string, words = SECRETS): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const found = words.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
    return found.map((word) => `${name}: ${word}`);
  });
}

async function documentIn(app: App, name: string, bytes: Uint8Array) {
  const file = await app.services.files.add(name, Readable.from([Buffer.from(bytes)]));
  const document = app.services.documents.add({ fileId: file.id });
  await app.services.documents.settled(document.id);
  return document;
}

async function eraseAll(app: App) {
  const { threads } = app.services.threads.list({ archived: false, limit: 100 });
  for (const { id } of threads) app.services.threads.delete({ threadId: id });
  const files = app.services.files.list().map(({ id }) => id);
  if (files.length > 0) app.services.files.delete({ fileIds: files });
  const deleted = app.services.deletions.list();
  return app.services.deletions.erase({
    threadIds: deleted.threads.map(({ threadId }) => threadId),
    fileIds: deleted.files.map(({ fileId }) => fileId),
  });
}

it('leaves nothing in the data folder of a thread and its files once they are erased', async () => {
  const folder = tempFolder();
  const app = await open(folder);
  const other = await addData(app, 'rain.csv', 'place,mm\nPerth,3\nSydney,4\n');
  await ask(app, 'total mm by place', { datasetIds: [other.id] });

  const sales = await addData(app, 'sales.csv', SALES);
  const book = await addData(
    app,
    'book.xlsx',
    Buffer.from(
      xlsx([
        {
          name: 'One',
          rows: [
            ['city', 'n'],
            ['Quokkaville', '3'],
          ],
        },
      ]),
    ),
  );
  const text = await documentIn(app, 'report.pdf', pdf(['The Quokkaconda grew by four percent in spring.']));
  const about = { datasetIds: [sales.id, book.id], documentIds: [text.id] };
  const first = await ask(app, 'total quokkaness by city as a bar chart', about);
  const threadId = first.thread_id as ThreadId;
  await ask(app, 'what does the report say of the Quokkaconda?', { threadId });
  await ask(app, 'quokkaness where city is Quokkaville by month', { threadId });
  app.services.threads.rename({ threadId, title: 'Quokkatopia and more' });
  await app.services.threads.saveDraft({ threadId, text: 'Quokkadraft', datasetIds: [], documentIds: [] });
  await app.services.threads.search({ query: 'quokka', limit: 5 });
  expect(holding(folder)).not.toEqual([]);

  app.services.threads.delete({ threadId });
  const fileIds = [sales.fileId, book.fileId, text.fileId];
  app.services.files.delete({ fileIds });
  expect(await app.services.deletions.erase({ threadIds: [threadId], fileIds })).toEqual({
    threads: 1,
    files: 3,
    reports: 0,
    used: [],
    awaited: 0,
  });
  expect(holding(folder)).toEqual([]);
  expect(app.services.files.list().map(({ name }) => name)).toEqual(['rain.csv']);
  await app.close();
  expect(holding(folder)).toEqual([]);
});

it('leaves nothing of what was pinned once its report is erased as well, also of a part that was taken out before', async () => {
  const folder = tempFolder();
  const app = await open(folder);
  const sales = await addData(app, 'sales.csv', SALES);
  const { thread_id } = await ask(app, 'total quokkaness by city as a bar chart', { datasetIds: [sales.id] });
  const threadId = thread_id as ThreadId;
  const { messages } = app.services.threads.messages({ threadId, limit: 50 });
  const target = { kind: 'answer' as const, messageId: messages.at(-1)!.id };
  const { reports, deletions } = app.services;
  const { reportId } = await reports.pin({ reportId: null, target });
  const kept = reports.create({ title: 'Another' });
  const { id: blockId } = await reports.pin({ reportId: kept.id, target });
  reports.remove({ blockId });

  app.services.threads.delete({ threadId });
  app.services.files.delete({ fileIds: [sales.fileId] });
  reports.delete({ reportId });
  const erased = await deletions.erase({ threadIds: [threadId], fileIds: [sales.fileId], reportIds: [reportId] });
  expect(erased).toMatchObject({ threads: 1, files: 1, reports: 1, used: [] });
  // A copy of the day may have been made before.
  expect(holding(folder).filter((found) => !found.startsWith('backups'))).toEqual([]);
  expect(reports.list().map(({ title }) => title)).toEqual(['Another']);
});

it('tells which copies still hold what was erased, and makes them anew', async () => {
  const folder = tempFolder();
  await (await writeAndClose(folder)).close();
  const app = await open(folder);
  expect(holding(folder).some((found) => found.startsWith('backups'))).toBe(true);
  await eraseAll(app);
  expect(holding(folder).every((found) => found.startsWith('backups'))).toBe(true);
  const { copies, daysKept } = await app.services.deletions.copies();
  expect(daysKept).toBe(7);
  expect(new Set(copies.map(({ database, kind }) => `${database} ${kind}`))).toEqual(
    new Set(['library day', 'engine day']),
  );
  const renewed = await app.services.deletions.renewCopies({ setAside: true });
  expect(renewed.copies).toHaveLength(2);
  expect(renewed.setAside).toEqual({ files: 0, bytes: 0 });
  expect(holding(folder)).toEqual([]);
});

it('has the engine delete at the next start what it could not be told while it was off', async () => {
  const folder = tempFolder();
  await (await writeAndClose(folder)).close();
  const off = await openTestApp(folder, { withEngine: false });
  expect((await eraseAll(off)).awaited).toBeGreaterThan(0);
  await off.close();
  const app = await open(folder);
  // What the start does comes before what is asked for after it.
  expect(await app.services.deletions.erase({ threadIds: [], fileIds: [] })).toMatchObject({ awaited: 0 });
  await app.services.deletions.renewCopies({ setAside: true });
  expect(holding(folder)).toEqual([]);
});

it('erases what code has made with the last thread that uses it', needs(DENO), async () => {
  const folder = tempFolder();
  const app = await open(folder);
  const { thread_id: thread } = await ask(
    app,
    '```python\nopen("quokkacode.txt", "w").write("Quokkaville")\nprint("quokkacode")\n```',
  );
  const threadId = thread as ThreadId;
  await expect.poll(() => app.services.files.list().map(({ name }) => name)).toEqual(['quokkacode.txt']);
  expect(app.services.files.list()[0]).toMatchObject({ made: true, threads: 1 });
  app.services.threads.delete({ threadId });
  await app.services.deletions.erase({ threadIds: [threadId], fileIds: [] });
  expect(app.services.files.list()).toEqual([]);
  // A copy may have been made meanwhile.
  expect(holding(folder).filter((found) => !found.startsWith('backups'))).toEqual([]);
});

async function writeAndClose(folder: string): Promise<App> {
  const app = await openTestApp(folder);
  const sales = await addData(app, 'sales.csv', SALES);
  await ask(app, 'total quokkaness by city', { datasetIds: [sales.id] });
  return app;
}
