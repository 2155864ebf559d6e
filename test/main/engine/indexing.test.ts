import { expect, test } from 'vitest';
import { openEngine } from '../../support/engine';
import { upload } from '../../support/engine-files';
import { TestClock } from '../../support/test-clock';

const ready = { pollIntervalMs: 10 };

test('files that were waiting to be read when the engine ended are read by the next', async () => {
  const before = await openEngine();
  const ids: string[] = [];
  for (const name of ['a.md', 'b.md', 'c.md']) ids.push((await upload(before.client, name, `About ${name}`)).id);
  const store = await before.client.vectorStores.create({ file_ids: ids });
  expect(store).toMatchObject({ status: 'in_progress', usage_bytes: 0, file_counts: { in_progress: 3, total: 3 } });
  await before.engine.close();
  const { client } = await openEngine({ folder: before.folder });
  for (const id of ids) {
    const file = await client.vectorStores.files.poll(store.id, id, ready);
    expect(file).toMatchObject({ id, status: 'completed', last_error: null });
  }
  const full = await client.vectorStores.retrieve(store.id);
  expect(full).toMatchObject({ status: 'completed', file_counts: { completed: 3, total: 3 } });
  expect(full.usage_bytes).toBeGreaterThan(0);
});

test('a cancelled batch reads no further, and what it cancelled is not found', async () => {
  const { client } = await openEngine();
  const store = await client.vectorStores.create({});
  const ids = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => (await upload(client, `${index}.md`, 'llamas')).id),
  );
  const { id } = await client.vectorStores.fileBatches.create(store.id, { file_ids: ids });
  const cancelled = await client.vectorStores.fileBatches.cancel(id, { vector_store_id: store.id });
  expect(cancelled.status).toBe('cancelled');
  const { cancelled: count, completed, in_progress } = cancelled.file_counts;
  expect([count + completed, in_progress]).toEqual([8, 0]);
  const listed = await client.vectorStores.fileBatches.listFiles(id, {
    vector_store_id: store.id,
    filter: 'cancelled',
  });
  expect(listed.data).toHaveLength(count);
  // Documents are read one after another: whatever was still being read is done before one that is put in now.
  const { id: last } = await upload(client, 'last.md', 'alpacas');
  await client.vectorStores.files.createAndPoll(store.id, { file_id: last }, ready);
  const found = await client.vectorStores.search(store.id, { query: 'llamas' });
  const cancelledIds = listed.data.map((file) => file.id);
  expect(found.data.filter((one) => cancelledIds.includes(one.file_id))).toEqual([]);
});

test('a file that is put in again while it is read is read as it was asked for last', async () => {
  const { client } = await openEngine();
  const store = await client.vectorStores.create({});
  const { id: file_id } = await upload(client, 'a.md', 'word '.repeat(2_000));
  const most = (max_chunk_size_tokens: number) => ({
    file_id,
    chunking_strategy: { type: 'static' as const, static: { max_chunk_size_tokens, chunk_overlap_tokens: 0 } },
  });
  await client.vectorStores.files.create(store.id, most(4096));
  await client.vectorStores.files.create(store.id, { ...most(100), attributes: { year: 2024 } });
  const file = await client.vectorStores.files.poll(store.id, file_id, ready);
  expect(file).toMatchObject({ status: 'completed', chunking_strategy: most(100).chunking_strategy });
  const { data } = await client.vectorStores.files.content(file_id, { vector_store_id: store.id });
  expect(data.length).toBeGreaterThan(20);
});

test('a file left to be chunked by itself says how it was', async () => {
  const { client } = await openEngine();
  const { id: file_id } = await upload(client, 'a.md', 'A.');
  const store = await client.vectorStores.create({});
  expect(await client.vectorStores.files.create(store.id, { file_id, chunking_strategy: { type: 'auto' } })).toEqual({
    id: file_id,
    object: 'vector_store.file',
    usage_bytes: 0,
    created_at: expect.any(Number),
    vector_store_id: store.id,
    status: 'in_progress',
    last_error: null,
    chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 } },
    attributes: {},
  });
});

test('a store lives on with every use, and expires without', async () => {
  const clock = new TestClock();
  const { client } = await openEngine({ clock });
  const days = 2;
  const store = await client.vectorStores.create({ expires_after: { anchor: 'last_active_at', days } });
  expect(store.expires_at).toBe(store.created_at + days * 86_400);
  clock.sleep(86_400_000);
  await client.vectorStores.search(store.id, { query: 'x' });
  const used = await client.vectorStores.retrieve(store.id);
  expect([used.status, used.expires_at]).toEqual(['completed', store.created_at + 3 * 86_400]);
  clock.sleep(2 * 86_400_000);
  expect((await client.vectorStores.retrieve(store.id)).status).toBe('expired');
  await expect(client.vectorStores.search(store.id, { query: 'x' })).rejects.toMatchObject({ status: 400 });
  expect((await client.vectorStores.update(store.id, { expires_after: null })).status).toBe('completed');
});

test.each([
  ['a key too long', { ['k'.repeat(65)]: 1 }, 'string_above_max_length'],
  ['a value too long', { a: 'v'.repeat(513) }, 'string_above_max_length'],
  ['seventeen', Object.fromEntries(Array.from({ length: 17 }, (_, i) => [i, i])), 'object_above_max_properties'],
])('attributes with %s are refused', async (_, attributes, code) => {
  const { client } = await openEngine();
  const { id: file_id } = await upload(client, 'a.md', 'A.');
  const store = await client.vectorStores.create({});
  await expect(client.vectorStores.files.create(store.id, { file_id, attributes })).rejects.toMatchObject({
    status: 400,
    code,
    message: expect.stringContaining('attributes'),
  });
});

test('attributes given to a file while it is read are the ones it is found by', async () => {
  const { client } = await openEngine();
  const store = await client.vectorStores.create({});
  const { id: file_id } = await upload(client, 'a.md', 'llamas '.repeat(2_000));
  await client.vectorStores.files.create(store.id, { file_id, attributes: { year: 2023 } });
  const attributes = { year: 2024 };
  const updated = await client.vectorStores.files.update(file_id, { vector_store_id: store.id, attributes });
  expect(updated.status).toBe('in_progress');
  await client.vectorStores.files.poll(store.id, file_id, ready);
  const filters = { type: 'eq' as const, key: 'year', value: 2024 };
  expect((await client.vectorStores.search(store.id, { query: 'llamas', filters })).data).toMatchObject([
    { attributes },
  ]);
});
