import { expect, test } from 'vitest';
import { asker } from '../../support/asker';
import { openEngine } from '../../support/engine';
import { documents, upload } from '../../support/engine-files';

/** Names that every object of JavaScript answers to. */
const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'prototype'];

test('metadata, attributes and schemas keep keys that JavaScript knows', async () => {
  const { client } = await openEngine();
  const metadata = Object.fromEntries(NAMES.map((name) => [name, name]));
  const parameters = {
    type: 'object',
    properties: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' }])),
  };
  const tools = NAMES.map((name) => ({ type: 'function' as const, function: { name, parameters, strict: false } }));
  const assistant = await client.beta.assistants.create({ model: 'constructor', metadata, tools });
  expect(await client.beta.assistants.retrieve(assistant.id)).toMatchObject({ model: 'constructor', metadata, tools });
  const thread = await client.beta.threads.create({ metadata, messages: [{ role: 'user', content: 'x', metadata }] });
  expect(thread.metadata).toEqual(metadata);
  expect((await client.beta.threads.messages.list(thread.id)).data[0]?.metadata).toEqual(metadata);
});

test('a filter for an attribute that JavaScript knows finds those that have it', async () => {
  const { client } = await openEngine();
  const { storeId, fileIds } = await documents(client, { 'a.md': 'Llamas hum.', 'b.md': 'Llamas spit.' });
  await client.vectorStores.files.update(fileIds[0]!, { vector_store_id: storeId, attributes: { constructor: 'x' } });
  const found = async (type: 'eq' | 'ne') => {
    const filters = { type, key: 'constructor', value: 'x' };
    return (await client.vectorStores.search(storeId, { query: 'llamas', filters })).data.map((one) => one.filename);
  };
  expect([await found('eq'), await found('ne')]).toEqual([['a.md'], ['b.md']]);
});

test.each(NAMES)('a parameter, an id or a path called %s is unknown', async (name) => {
  const { ask } = await asker();
  expect(await ask('POST', '/assistants', { model: 'm', [name]: 'x' })).toMatchObject({
    status: 400,
    body: { error: { message: `Unknown parameter: '${name}'.` } },
  });
  expect((await ask('GET', `/assistants/${name}`)).status).toBe(400);
  expect((await ask('GET', `/${name}`)).body.error.message).toBe(`Invalid URL (GET /v1/${name})`);
  expect((await ask('GET', `/assistants?order=${name}`)).status).toBe(400);
});

test('a file whose ending JavaScript knows is refused as one that nobody reads', async () => {
  const { client } = await openEngine();
  const { id } = await upload(client, 'notes.constructor', 'Llamas hum.');
  const store = await client.vectorStores.create({});
  const file = await client.vectorStores.files.createAndPoll(store.id, { file_id: id }, { pollIntervalMs: 20 });
  expect(file).toMatchObject({ status: 'failed', last_error: { code: 'unsupported_file' } });
});

test('a page with entities called as JavaScript calls its own keeps them as they are written', async () => {
  const { client } = await openEngine();
  const { storeId } = await documents(client, { 'a.html': '<p>Llamas &toString; &valueOf; hum &amp; spit.</p>' });
  const [found] = (await client.vectorStores.search(storeId, { query: 'llamas' })).data;
  expect(found?.content).toEqual([{ type: 'text', text: 'Llamas &toString; &valueOf; hum & spit.' }]);
});
