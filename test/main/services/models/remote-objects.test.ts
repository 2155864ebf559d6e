import { describe, expect, it } from 'vitest';
import type { ThreadId } from '../../../../src/preload/contract';
import { addData } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { type HostedApp, openHostedApp, request } from '../../../support/hosted-app';

const csv = 'month;sales\nMay;12\n';
const one = { code: { code: 'print(1)', logs: '1\n' }, text: 'One.' };
const uploadsOf = ({ requests }: HostedApp) => requests().filter((line) => line === 'POST /files').length;
const deletionsOf = ({ requests }: HostedApp) => requests().filter((line) => line.startsWith('DELETE'));

/** An app that has asked a question about a file, whose code ran at the server. */
async function askedOnce() {
  const hosted = await openHostedApp();
  hosted.upstream.always = one;
  const { id: datasetId } = await addData(hosted.app(), 'sales.csv', csv);
  const threadId = await hosted.ask('Sum?', { datasetIds: [datasetId] });
  return { ...hosted, datasetId, threadId };
}

/** Containers and uploads at the server. */
const kept = ({ upstream }: HostedApp) => [upstream.containers.all.size, upstream.containers.files.size];

const ledgerOf = (hosted: HostedApp, threadId: ThreadId) =>
  hosted
    .app()
    .services.ledger.ofThread({ threadId, limit: 100 })
    .transmissions.map(({ path, status, totalBytes, money, connection }) => ({
      ...{ path, status, totalBytes, money, connection },
    }));

describe('what was put at a model’s server', () => {
  it('is found again after a restart: the thread has its container, and no file is sent twice', async () => {
    const hosted = await askedOnce();
    await hosted.restart();
    await hosted.ask('And now?', { threadId: hosted.threadId });
    expect([hosted.upstream.containers.all.size, uploadsOf(hosted)]).toEqual([1, 1]);
    expect(hosted.upstream.turns.at(-1)?.json.instructions).toMatch(/^- sales\.csv: \/mnt\/data\/\S+-sales\.csv$/m);

    const other = await hosted.ask('In another thread?', { datasetIds: [hosted.datasetId] });
    expect(other).not.toBe(hosted.threadId);
    expect([hosted.upstream.containers.all.size, uploadsOf(hosted)]).toEqual([2, 1]);
  });

  it('is replaced where the container has expired meanwhile', async () => {
    const hosted = await askedOnce();
    await hosted.restart();
    hosted.upstream.containers.expire([...hosted.upstream.containers.all.keys()][0]!);
    await hosted.ask('And now?', { threadId: hosted.threadId });
    const [, fresh] = [...hosted.upstream.containers.all.values()];
    expect(fresh?.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([csv]);
    expect(uploadsOf(hosted)).toBe(1);
  });

  it('is deleted there with its thread, which the ledger tells', async () => {
    const hosted = await askedOnce();
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
    const closed = () => ledgerOf(hosted, hosted.threadId).filter(({ status }) => status !== null);
    const deletions = () => closed().filter(({ path }) => path.startsWith('DELETE'));
    await expect.poll(() => deletions().length).toBe(2);
    const rows = deletions();
    expect(rows.map(({ path }) => path.replace(/\w+$/, '')).toSorted()).toEqual([
      'DELETE /containers/',
      'DELETE /files/',
    ]);
    for (const row of rows)
      expect(row).toMatchObject({ status: 200, totalBytes: 0, money: 0, connection: hosted.connection.name });
  });

  it('stays where another thread uses it, and goes with the last one', async () => {
    const hosted = await askedOnce();
    const other = await hosted.ask('In another thread?', { datasetIds: [hosted.datasetId] });
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => kept(hosted)).toEqual([1, 1]);
    await request(hosted.app(), 'threads.delete', { threadId: other });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });

  it('is deleted there with the file, also out of the container', async () => {
    const hosted = await askedOnce();
    await request(hosted.app(), 'datasets.remove', { datasetId: hosted.datasetId });
    const [container] = [...hosted.upstream.containers.all.values()];
    await expect.poll(() => [hosted.upstream.containers.files.size, container?.files]).toEqual([0, []]);
  });

  it('is deleted there before the connection is removed, with the key that goes with it', async () => {
    const hosted = await askedOnce();
    await request(hosted.app(), 'connections.remove', { connectionId: hosted.connection.id });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
    const deletions = hosted.upstream.asked.filter(({ method }) => method === 'DELETE');
    expect(new Set(deletions.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer sk-test-Zq81LmNcVb72RtYpWsXe']),
    );
    // An answer is written down after it has come.
    await expect
      .poll(() => ledgerOf(hosted, hosted.threadId)[0])
      .toMatchObject({ status: 200, connection: hosted.connection.name });
  });

  it('is deleted there as soon as the analyst does not agree any more', async () => {
    const hosted = await askedOnce();
    await request(hosted.app(), 'connections.update', { connectionId: hosted.connection.id, hostedCode: false });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });

  it('is deleted at the next contact where the server could not be asked, after a restart as well', async () => {
    const hosted = await askedOnce();
    hosted.upstream.refusesDeletions = 403;
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => ledgerOf(hosted, hosted.threadId).filter(({ status }) => status === 403)).toHaveLength(2);
    await hosted.restart();
    expect(kept(hosted)).toEqual([1, 1]);
    hosted.upstream.refusesDeletions = null;
    await request(hosted.app(), 'connections.verify', { connectionId: hosted.connection.id });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });

  it('is deleted when the server is connected again, where that failed as its connection was removed', async () => {
    const hosted = await askedOnce();
    hosted.upstream.refusesDeletions = 403;
    await request(hosted.app(), 'connections.remove', { connectionId: hosted.connection.id });
    await expect.poll(() => ledgerOf(hosted, hosted.threadId).filter(({ status }) => status === 403)).toHaveLength(2);
    hosted.upstream.refusesDeletions = null;
    await hosted.restart();
    await connect(hosted.app(), hosted.baseUrl);
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });

  it('is asked about no more once the server has said that it is gone', async () => {
    const hosted = await askedOnce();
    hosted.upstream.containers.all.clear();
    hosted.upstream.containers.files.clear();
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => ledgerOf(hosted, hosted.threadId).filter(({ status }) => status === 404)).toHaveLength(2);
    await hosted.restart();
    await request(hosted.app(), 'connections.verify', { connectionId: hosted.connection.id });
    await hosted.ask('And another?');
    expect(deletionsOf(hosted)).toHaveLength(2);
  });

  it('is not asked about when a thread is deleted of which nothing lies there', async () => {
    const hosted = await askedOnce();
    hosted.upstream.refusesDeletions = 403;
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => ledgerOf(hosted, hosted.threadId).filter(({ status }) => status === 403)).toHaveLength(2);
    const plain = await hosted.app().engine!.fetch('http://engine/v1/threads', { method: 'POST', body: '{}' });
    const { id } = (await plain.json()) as { id: string };
    await hosted.app().engine!.fetch(`http://engine/v1/threads/${id}`, { method: 'DELETE' });
    await hosted.restart();
    expect(deletionsOf(hosted)).toHaveLength(2);
  });

  it('is deleted although the budget of the day is spent', async () => {
    const hosted = await askedOnce();
    const { models } = hosted.app().services.settings.get();
    const day = { ...models.budgets.day, refuseTokens: 1 };
    hosted.app().services.settings.change({ models: { ...models, budgets: { ...models.budgets, day } } });
    await request(hosted.app(), 'threads.delete', { threadId: hosted.threadId });
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });

  it('is deleted with a thread that a script deletes', async () => {
    const hosted = await askedOnce();
    const deleted = await hosted
      .app()
      .engine!.fetch(`http://engine/v1/threads/${hosted.threadId}`, { method: 'DELETE' });
    expect(deleted.status).toBe(200);
    await expect.poll(() => kept(hosted)).toEqual([0, 0]);
  });
});
