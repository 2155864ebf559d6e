import { expect, it, onTestFinished, vi } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolder } from '../../support/temp-folder';

const DAY = 86_400_000;
const SALES = 'region,amount\nnorth,10\nsouth,20\n';

let daysPassed = 0;

async function open(): Promise<App> {
  const now = Date.now;
  daysPassed = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + daysPassed * DAY);
  onTestFinished(() => clock.mockRestore());
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  return app;
}

/** Threads that were asked in now and looked at when so many days are over. */
async function threadsOf(app: App, names: string[], days: number) {
  const ids: Record<string, ThreadId> = {};
  for (const name of names) {
    const data = await addData(app, `${name}.csv`, `${SALES}${name},1\n`);
    const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [data.id] });
    app.services.threads.rename({ threadId: thread_id as ThreadId, title: name });
    ids[name] = thread_id as ThreadId;
  }
  daysPassed = days;
  return ids as Record<string, ThreadId>;
}

const titles = (app: App) =>
  app.services.threads.list({ archived: false, limit: 50 }).threads.map(({ title }) => title);

it('gives threads tags, lists them by one, and tells which there are', async () => {
  const app = await open();
  const ids = await threadsOf(app, ['one', 'two'], 0);
  const tag = (name: string, tags: string[]) => app.services.threads.setTags({ threadId: ids[name]!, tags });
  expect(tag('one', ['Q3', 'board', 'q3']).tags).toEqual(['board', 'Q3']);
  tag('two', ['q3']);
  const of = (tag: string) =>
    app.services.threads.list({ archived: false, tag, limit: 50 }).threads.map(({ title }) => title);
  expect(of('Q3').toSorted()).toEqual(['one', 'two']);
  expect(of('board')).toEqual(['one']);
  expect(app.services.threads.tags().map(({ threads }) => threads)).toEqual([1, 2]);
  app.services.threads.delete({ threadId: ids.one! });
  expect(app.services.threads.tags()).toEqual([{ tag: 'q3', threads: 1 }]);
});

it('lists threads that were not used for a while before any is deleted, without pinned ones', async () => {
  const app = await open();
  const ids = await threadsOf(app, ['old', 'pinned'], 100);
  app.services.threads.pin({ threadId: ids.pinned!, pinned: true });
  expect(app.services.threads.unused({ days: 101 })).toEqual([]);
  expect(app.services.threads.unused({ days: 99 })).toMatchObject([
    { title: 'old', messages: 2, files: 1, fileBytes: SALES.length + 6 },
  ]);
});

it('deletes several threads with the files that only they use, and tells which, so that all of it can be restored', async () => {
  const app = await open();
  const ids = await threadsOf(app, ['one', 'two'], 0);
  const shared = await addData(app, 'shared.csv', SALES);
  for (const threadId of [ids.one!, ids.two!]) await ask(app, 'average amount', { threadId, datasetIds: [shared.id] });
  const first = app.services.threads.deleteAll({ threadIds: [ids.one!], withFiles: true });
  expect(app.services.files.list().map(({ name }) => name)).toEqual(['shared.csv', 'two.csv']);
  app.services.files.restore({ fileIds: first.fileIds });
  app.services.threads.restore({ threadId: ids.one! });
  const both = app.services.threads.deleteAll({ threadIds: [ids.one!, ids.two!], withFiles: true });
  expect([both.threadIds.length, both.fileIds.length]).toEqual([2, 3]);
  expect(app.services.files.list()).toEqual([]);
});

it('deletes no thread by itself unless a rule says so, and then as the analyst would', async () => {
  const app = await open();
  const ids = await threadsOf(app, ['old', 'tagged', 'pinned'], 200);
  app.services.threads.setTags({ threadId: ids.tagged!, tags: ['keep'] });
  app.services.threads.pin({ threadId: ids.pinned!, pinned: true });
  app.services.settings.change({ appearance: 'dark' });
  expect(titles(app)).toHaveLength(3);
  app.services.settings.change({ retention: { days: 180, keepTagged: true } });
  expect(titles(app).toSorted()).toEqual(['pinned', 'tagged']);
  expect(app.services.deletions.list().threads).toMatchObject([{ title: 'old' }]);
  app.services.settings.change({ retention: { days: 180, keepTagged: false } });
  expect(titles(app)).toEqual(['pinned']);
  expect(app.services.files.list()).toHaveLength(3);
});
