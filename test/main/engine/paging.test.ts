import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { asker } from '../../support/asker';
import { openEngine } from '../../support/engine';

async function thread(size: number) {
  const { client } = await openEngine();
  const messages = Array.from({ length: size }, (_, index) => ({ role: 'user' as const, content: `${index}` }));
  const { id } = await client.beta.threads.create({ messages });
  const page = async (query: OpenAI.Beta.Threads.MessageListParams) => {
    const { data, has_more } = await client.beta.threads.messages.list(id, query);
    return { texts: data.map(text), ids: data.map((one) => one.id), more: has_more };
  };
  return { client, id, page };
}

function text({ content: [part] }: OpenAI.Beta.Threads.Message): string | undefined {
  return part?.type === 'text' ? part.text.value : undefined;
}

test('messages of one second page newest first, twenty at a time, without gaps or repeats', async () => {
  const { client, id, page } = await thread(50);
  const first = await page({});
  expect(first.texts).toEqual(Array.from({ length: 20 }, (_, index) => `${49 - index}`));
  expect(first.more).toBe(true);
  const all: (string | undefined)[] = [];
  for await (const message of client.beta.threads.messages.list(id, { limit: 7 })) all.push(text(message));
  expect(all).toEqual(Array.from({ length: 50 }, (_, index) => `${49 - index}`));
});

test('asc reads from the oldest', async () => {
  const { page } = await thread(5);
  expect(await page({ order: 'asc', limit: 2 })).toMatchObject({ texts: ['0', '1'], more: true });
});

test('after and before go on in either direction, without the cursor itself', async () => {
  const { page } = await thread(10);
  const { ids } = await page({ order: 'asc' });
  const at = (index: number) => ids[index]!;
  expect(await page({ order: 'asc', after: at(3), limit: 3 })).toMatchObject({ texts: ['4', '5', '6'], more: true });
  expect(await page({ order: 'asc', before: at(3), limit: 2 })).toMatchObject({ texts: ['1', '2'], more: true });
  expect(await page({ order: 'asc', before: at(3) })).toMatchObject({ texts: ['0', '1', '2'], more: false });
  expect(await page({ order: 'desc', after: at(3) })).toMatchObject({ texts: ['2', '1', '0'], more: false });
  expect(await page({ order: 'desc', before: at(3), limit: 2 })).toMatchObject({ texts: ['5', '4'], more: true });
  expect(await page({ order: 'asc', after: at(1), before: at(8), limit: 4 })).toMatchObject({
    texts: ['2', '3', '4', '5'],
    more: true,
  });
  expect(await page({ order: 'asc', after: at(9) })).toMatchObject({ texts: [], more: false });
});

test('a page knows its first and last id; an empty one has none', async () => {
  const { ask, client } = await asker();
  const { id } = await client.beta.threads.create();
  const empty = await ask('GET', `/threads/${id}/messages`);
  expect(empty.body).toEqual({ object: 'list', data: [], first_id: null, last_id: null, has_more: false });
  const message = await client.beta.threads.messages.create(id, { role: 'user', content: 'x' });
  const one = await ask('GET', `/threads/${id}/messages`);
  expect(one.body).toMatchObject({ first_id: message.id, last_id: message.id, has_more: false });
});

test('who deletes while paging keeps the place', async () => {
  const { client, id } = await thread(9);
  const seen: (string | undefined)[] = [];
  for await (const message of client.beta.threads.messages.list(id, { limit: 2 })) {
    seen.push(text(message));
    await client.beta.threads.messages.delete(message.id, { thread_id: id });
  }
  expect(seen).toEqual(['8', '7', '6', '5', '4', '3', '2', '1', '0']);
  expect((await client.beta.threads.messages.list(id)).data).toEqual([]);
});

test.each([
  ['0', "Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead."],
  ['101', "Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 101 instead."],
  ['many', "Invalid type for 'limit': expected an integer, but got a string instead."],
  ['', "Invalid type for 'limit': expected an integer, but got a string instead."],
  ['1.5', "Invalid type for 'limit': expected an integer, but got a string instead."],
])('a limit of "%s" is refused', async (limit, message) => {
  const { ask } = await asker();
  const answer = await ask('GET', `/assistants?limit=${limit}`);
  expect(answer).toMatchObject({ status: 400, body: { error: { message, param: 'limit' } } });
});

test('an order or a cursor that cannot be is refused', async () => {
  const { ask } = await asker();
  expect(await ask('GET', '/assistants?order=up')).toMatchObject({
    status: 400,
    body: { error: { message: "Invalid value: 'up'. Supported values are: 'asc' and 'desc'.", param: 'order' } },
  });
  expect(await ask('GET', '/assistants?after=asst_never')).toMatchObject({
    status: 400,
    body: { error: { param: 'after', code: 'invalid_value' } },
  });
});

test('an empty order, filter or kind of result is refused like an unknown one', async () => {
  const { ask, client } = await asker();
  const { id } = await client.vectorStores.create({});
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const run = await client.beta.threads.createAndRunPoll({ assistant_id, thread: {} });
  const steps = `/threads/${run.thread_id}/runs/${run.id}/steps`;
  for (const path of ['/assistants?order=', `/vector_stores/${id}/files?filter=`, `${steps}?include[]=`])
    expect(await ask('GET', path), path).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^Invalid value: ''\. Supported values are: /) } },
    });
});

test('messages of a run are listed by an id that is one', async () => {
  const { ask, client } = await asker();
  const { id } = await client.beta.threads.create();
  expect(await ask('GET', `/threads/${id}/messages?run_id=undefined`)).toMatchObject({
    status: 400,
    body: { error: { message: "Invalid 'run_id': 'undefined'. Expected an ID that begins with 'run'." } },
  });
  expect(await ask('GET', `/threads/${id}/messages?run_id=run_never`)).toMatchObject({ status: 200 });
});

test('a deleted message keeps the place in its own thread alone, and in no other list', async () => {
  const { client, id, page } = await thread(3);
  const [, second = ''] = (await page({ order: 'asc' })).ids;
  await client.beta.threads.messages.delete(second, { thread_id: id });
  expect(await page({ order: 'asc', after: second })).toMatchObject({ texts: ['2'] });
  const other = await client.beta.threads.create({ messages: [{ role: 'user', content: 'x' }] });
  await expect(client.beta.threads.messages.list(other.id, { after: second })).rejects.toMatchObject({ status: 400 });
  await expect(client.beta.threads.runs.list(id, { after: second })).rejects.toMatchObject({ status: 400 });
  await expect(client.beta.assistants.list({ after: second })).rejects.toMatchObject({ status: 400 });
});

test('assistants, runs and steps page alike', async () => {
  const { client } = await openEngine();
  for (const name of ['a', 'b', 'c']) await client.beta.assistants.create({ model: 'm', name });
  const names: (string | null)[] = [];
  for await (const one of client.beta.assistants.list({ limit: 1, order: 'asc' })) names.push(one.name);
  expect(names).toEqual(['a', 'b', 'c']);

  const { id: assistant_id } = (await client.beta.assistants.list({ limit: 1 })).data[0]!;
  const { id } = await client.beta.threads.create();
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    made.push((await client.beta.threads.runs.createAndPoll(id, { assistant_id })).id);
  }
  const runs: string[] = [];
  for await (const run of client.beta.threads.runs.list(id, { limit: 2 })) runs.push(run.id);
  expect(runs).toEqual(made.toReversed());
});
