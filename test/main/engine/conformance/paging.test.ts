import { expect, test } from 'vitest';
import { openEngine } from '../../../support/engine';
import { upload } from '../../../support/engine-files';
import { says } from '../../../support/scripted-model';

const COUNT = 7;

/** Makes seven of a kind, one after the other; answers with where they are listed. */
const kinds: Record<string, (opened: Awaited<ReturnType<typeof openEngine>>) => Promise<string>> = {
  async assistants({ client }) {
    for (let index = 0; index < COUNT; index += 1) await client.beta.assistants.create({ model: 'm' });
    return '/assistants';
  },
  async messages({ client }) {
    const messages = Array.from({ length: COUNT }, (_, index) => ({ role: 'user' as const, content: `${index}` }));
    const { id } = await client.beta.threads.create({ messages });
    return `/threads/${id}/messages`;
  },
  async runs({ client }) {
    const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
    const { id } = await client.beta.threads.create();
    for (let index = 0; index < COUNT; index += 1) await client.beta.threads.runs.createAndPoll(id, { assistant_id });
    return `/threads/${id}/runs`;
  },
  async steps({ client, model }) {
    model.scripts = [
      ...Array.from({ length: COUNT - 1 }, () => () => [
        { type: 'file_search' as const, index: 0, queries: ['x'] },
        { type: 'done' as const, reason: 'calls' as const, usage: NOTHING },
      ]),
      says('Done.'),
    ];
    const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
    const run = await client.beta.threads.createAndRunPoll({ assistant_id, thread: {} });
    return `/threads/${run.thread_id}/runs/${run.id}/steps`;
  },
  async files({ client }) {
    for (let index = 0; index < COUNT; index += 1) await upload(client, `${index}.txt`, `${index}`);
    return '/files';
  },
  async 'vector stores'({ client }) {
    for (let index = 0; index < COUNT; index += 1) await client.vectorStores.create({});
    return '/vector_stores';
  },
  async 'files of a store'(opened) {
    return `/vector_stores/${(await filledStore(opened)).storeId}/files`;
  },
  async 'files of a batch'(opened) {
    const { storeId, batchId } = await filledStore(opened);
    return `/vector_stores/${storeId}/file_batches/${batchId}/files`;
  },
};
const NOTHING = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };

async function filledStore({ client }: Pick<Awaited<ReturnType<typeof openEngine>>, 'client'>) {
  const file_ids: string[] = [];
  for (let index = 0; index < COUNT; index += 1) file_ids.push((await upload(client, `${index}.txt`, 'x')).id);
  const { id: storeId } = await client.vectorStores.create({});
  const { id: batchId } = await client.vectorStores.fileBatches.create(storeId, { file_ids });
  return { storeId, batchId };
}

interface Page {
  data: { id: string }[];
  first_id: string | null;
  last_id: string | null;
  has_more: boolean;
}

test.each(Object.keys(kinds))(
  '%s page forwards and backwards, in both orders, without gaps or repeats',
  async (kind) => {
    const opened = await openEngine();
    const path = await kinds[kind]!(opened);
    const page = async (query: string): Promise<Page> =>
      JSON.parse(await (await opened.engine.fetch(`http://engine/v1${path}?${query}`)).text());
    const ids = ({ data }: Page) => data.map((one) => one.id);
    const walk = async (order: string) => {
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const now = await page(`limit=3&order=${order}${after}`);
        expect([now.first_id, now.last_id]).toEqual([ids(now)[0] ?? null, ids(now).at(-1) ?? null]);
        seen.push(...ids(now));
        if (!now.has_more) return seen;
        after = `&after=${now.last_id}`;
      }
    };
    const down = await walk('desc');
    const up = await walk('asc');
    expect(new Set(down).size).toBe(COUNT);
    expect(up).toEqual(down.toReversed());
    expect(ids(await page(''))).toEqual(down);
    if (kind === 'files') return;
    expect(ids(await page(`limit=2&before=${down[4]}`))).toEqual(down.slice(2, 4));
    expect(ids(await page(`limit=2&order=asc&before=${up[4]}`))).toEqual(up.slice(2, 4));
    expect(ids(await page(`after=${down[1]}&before=${down[5]}`))).toEqual(down.slice(2, 5));
    const unknown = await opened.engine.fetch(`http://engine/v1${path}?after=nothing`);
    expect(unknown.status).toBe(400);
    expect(JSON.parse(await unknown.text()).error.message).toBe(
      "Invalid 'after': 'nothing'. Expected the ID of an object in this list.",
    );
  },
);

test.each(['messages', 'runs', 'steps', 'files of a store', 'files of a batch'])(
  '%s take no cursor that is of another list',
  async (kind) => {
    const opened = await openEngine();
    const own = await kinds[kind]!(opened);
    const other = await kinds[kind]!(opened);
    const answer = async (query: string) => opened.engine.fetch(`http://engine/v1${own}?${query}`);
    const list: Page = JSON.parse(await (await opened.engine.fetch(`http://engine/v1${other}`)).text());
    for (const cursor of ['after', 'before']) {
      const refused = await answer(`${cursor}=${list.last_id}`);
      expect([refused.status, JSON.parse(await refused.text()).error?.message]).toEqual([
        400,
        `Invalid '${cursor}': '${list.last_id}'. Expected the ID of an object in this list.`,
      ]);
    }
    expect((await answer('after=')).status).toBe(200);
  },
);

test('files of a batch take no cursor of another batch in the same store', async () => {
  const { client } = await openEngine();
  const { storeId, batchId } = await filledStore({ client });
  const { id } = await upload(client, 'more.txt', 'x');
  await client.vectorStores.fileBatches.create(storeId, { file_ids: [id] });
  const files = client.vectorStores.fileBatches.listFiles(batchId, { vector_store_id: storeId, after: id });
  await expect(files).rejects.toMatchObject({ status: 400, param: 'after' });
});
