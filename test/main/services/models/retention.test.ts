import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Saved, ThreadId } from '../../../../src/preload/contract';
import { ask, openTestApp } from '../../../support/app';
import { openAskedByName } from '../../../support/asked-by-name';
import { connect, modelSettings } from '../../../support/connected-app';
import { request } from '../../../support/hosted-app';
import { tempFolder } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

const DAY_MS = 86_400_000;
const SHORT = 'Say hello.';
/** Kept in a file of its own. */
const LONG = 'Say hello. '.repeat(20_000);

/** An app that has asked these questions, a hundred days before the last. */
async function asked(early: string, late: string) {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.always = { text: 'Hello.' };
  const folder = tempFolder();
  const saved: string[] = [];
  const save = async (file: { name: string } & ({ bytes: Uint8Array } | { path: string })): Promise<Saved> => {
    saved.push('bytes' in file ? Buffer.from(file.bytes).toString() : file.path);
    return { kind: 'saved', name: file.name };
  };
  let app = await openTestApp(folder, { save });
  onTestFinished(() => app.close());
  await connect(app, baseUrl);
  const first = await ask(app, early);
  vi.setSystemTime(Date.now() + 100 * DAY_MS);
  await ask(app, late);
  const reopen = async () => {
    await app.close();
    app = await openTestApp(folder);
  };
  const blobs = () =>
    readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length;
  return { app: () => app, first: first.thread_id as ThreadId, saved, reopen, blobs };
}

const textsOf = async ({ app }: Awaited<ReturnType<typeof asked>>) => {
  const { transmissions } = app().services.ledger.ofThread({ threadId: null, limit: 10 });
  const read = transmissions.map(({ id }) =>
    app().dispatch('ledger.request', { transmissionId: id, offset: 0, limit: 100 }),
  );
  return (await Promise.all(read)).map((result) => (result.ok ? 'kept' : result.error.code));
};

it('what requests said is kept for good, until the analyst wants it kept for so long only; what was sent and spent stays', async () => {
  const opened = await asked(LONG, SHORT);
  const { app, blobs } = opened;
  expect(await textsOf(opened)).toEqual(['kept', 'kept']);
  const all: { bytes: number } = await request(app(), 'ledger.kept', {});
  const old: { bytes: number } = await request(app(), 'ledger.kept', { olderThanDays: 90 });
  expect([all, old]).toMatchObject([{ requests: 2 }, { requests: 1 }]);
  expect(all.bytes).toBeGreaterThan(old.bytes);
  expect(old.bytes).toBeGreaterThan(LONG.length);
  const before = app().services.ledger.totals({ threadId: null });
  const files = blobs();

  await request(app(), 'settings.change', { models: { ...modelSettings(app()), keepRequestsDays: 90 } });
  expect(await textsOf(opened)).toEqual(['kept', 'not_found']);
  expect(await request(app(), 'ledger.kept', { olderThanDays: 90 })).toEqual({ requests: 0, bytes: 0 });
  expect(app().services.ledger.totals({ threadId: null })).toEqual(before);
  await expect.poll(blobs).toBe(files - 1);
  await request(app(), 'ledger.export', { threadId: null });
  const { requests } = JSON.parse(opened.saved[0]!);
  expect(requests.map(({ request: body }: { request: unknown }) => body === null)).toEqual([true, false]);
});

it('what the requests of a thread said goes when the thread is gone for good, and its sums stay', async () => {
  const opened = await asked(SHORT, SHORT);
  await request(opened.app(), 'threads.delete', { threadId: opened.first });
  await opened.reopen();
  expect(await textsOf(opened)).toEqual(['kept', 'kept']);
  const before = opened.app().services.ledger.totals({ threadId: null });
  vi.setSystemTime(Date.now() + 31 * DAY_MS);
  await opened.reopen();
  expect(await textsOf(opened)).toEqual(['kept', 'not_found']);
  expect(opened.app().services.ledger.totals({ threadId: null })).toEqual(before);
});

it('what the requests of a script’s thread said goes when the script deletes the thread', async () => {
  const { upstream, baseUrl } = await listeningUpstream();
  upstream.always = { text: 'Hello.' };
  const { app, client, answerTo } = await openAskedByName();
  await connect(app, baseUrl);
  const run = await answerTo('scripted');
  const [sent] = app.services.ledger.ofThread({ threadId: null, limit: 1 }).transmissions;
  const read = { transmissionId: sent!.id, offset: 0, limit: 100 };
  expect(await app.dispatch('ledger.request', read)).toMatchObject({ ok: true });
  await client.beta.threads.delete(run.thread_id);
  expect(await app.dispatch('ledger.request', read)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(app.services.ledger.totals({ threadId: null }).requests).toBe(1);
});
