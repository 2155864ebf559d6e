import type OpenAI from 'openai';
import { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import { docx, pdf } from '../../support/documents/make';
import { openEngine } from '../../support/engine';
import { until } from '../../support/until';

const upload = async (client: OpenAI, name: string, content: string | Buffer) =>
  client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'assistants' });

async function filled() {
  const opened = await openEngine();
  const { client } = opened;
  const files = [
    await upload(client, 'leave.pdf', pdf(['Annual leave is 28 days.', 'Parental leave is 14 weeks.'])),
    await upload(client, 'travel.docx', docx(['Trains are booked first class over four hours.'])),
  ];
  const store = await client.vectorStores.create({
    name: 'Policies',
    file_ids: files.map((file) => file.id),
    metadata: { team: 'people' },
  });
  const ready = async () => {
    return until('the documents to be read', async () => {
      const now = await client.vectorStores.retrieve(store.id);
      return now.status === 'in_progress' ? null : now;
    });
  };
  return { ...opened, files, store, ready };
}

describe('vector stores', () => {
  it('take files in, count them, and search them', async () => {
    const { client, store, ready, files } = await filled();
    expect(store).toMatchObject({
      object: 'vector_store',
      name: 'Policies',
      metadata: { team: 'people' },
      expires_at: null,
    });
    const done = await ready();
    expect(done.file_counts).toEqual({ in_progress: 0, completed: 2, failed: 0, cancelled: 0, total: 2 });
    expect(done.usage_bytes).toBeGreaterThan(0);
    const found = await client.vectorStores.search(store.id, {
      query: 'how long is parental leave',
      max_num_results: 3,
    });
    expect(found.data[0]).toMatchObject({ file_id: files[0]?.id, filename: 'leave.pdf' });
    expect(found.data[0]?.content[0]?.text).toContain('14 weeks');
    expect(found.data[0]?.score).toBeGreaterThan(0);
    const content = await client.vectorStores.files.content(files[1]?.id ?? '', { vector_store_id: store.id });
    expect(content.data.map((part) => part.text).join('')).toContain('first class');
  });

  it('give the whole text of a file and where its pages are, to whoever asks for it', async () => {
    const { client } = await openEngine();
    const file = await upload(client, 'leave.pdf', pdf(['Annual leave is 28 days.', 'Parental leave is 14 weeks.']));
    const store = await client.vectorStores.create({});
    await client.vectorStores.files.createAndPoll(store.id, { file_id: file.id });
    const path = `/vector_stores/${store.id}/files/${file.id}/content`;
    const { document } = await client.get<{ document: { text: string; sections: { start: number; end: number }[] } }>(
      path,
      { query: { include: ['document'] } },
    );
    expect(document.sections.map(({ start, end }) => document.text.slice(start, end).trim())).toEqual([
      'Annual leave is 28 days.',
      'Parental leave is 14 weeks.',
    ]);
    expect(document.sections).toMatchObject([{ page: 1 }, { page: 2 }]);
    expect(await client.get(path)).not.toHaveProperty('document');
  });

  it('say why a file could not be read', async () => {
    const { client } = await openEngine();
    const store = await client.vectorStores.create({});
    for (const [name, content, code] of [
      ['a.exe', 'MZ', 'unsupported_file'],
      ['b.pdf', 'nope', 'invalid_file'],
      ['c.pdf', pdf(['']), 'invalid_file'],
    ] as const) {
      const file = await upload(client, name, content);
      const failed = await client.vectorStores.files.createAndPoll(store.id, { file_id: file.id });
      expect(failed).toMatchObject({ status: 'failed', last_error: { code } });
      expect(failed.last_error?.message.length).toBeGreaterThan(20);
    }
  });

  it('filter by attributes, which can be changed', async () => {
    const { client, store, ready, files } = await filled();
    await ready();
    await client.vectorStores.files.update(files[0]?.id ?? '', {
      vector_store_id: store.id,
      attributes: { year: 2024 },
    });
    const search = (value: number) =>
      client.vectorStores.search(store.id, { query: 'leave', filters: { type: 'gte', key: 'year', value } });
    expect((await search(2024)).data.length).toBeGreaterThan(0);
    expect((await search(2025)).data).toEqual([]);
  });

  it('page their files both ways, and take them in batches', async () => {
    const { client, store, ready } = await filled();
    const more = await Promise.all(
      Array.from({ length: 5 }, (_, index) => upload(client, `note-${index}.txt`, `note number ${index}`)),
    );
    const batch = await client.vectorStores.fileBatches.createAndPoll(store.id, {
      file_ids: more.map((file) => file.id),
    });
    expect(batch).toMatchObject({ status: 'completed', file_counts: { completed: 5, total: 5 } });
    await ready();
    const seen: string[] = [];
    for await (const file of client.vectorStores.files.list(store.id, { limit: 2, order: 'asc' })) seen.push(file.id);
    expect(seen).toHaveLength(7);
    const back = await client.vectorStores.files.list(store.id, { limit: 3, order: 'desc' });
    expect(back.data.map((file) => file.id)).toEqual(seen.slice(-3).reverse());
    expect(
      (await client.vectorStores.fileBatches.listFiles(batch.id, { vector_store_id: store.id })).data,
    ).toHaveLength(5);
    expect((await client.vectorStores.files.list(store.id, { filter: 'failed' })).data).toEqual([]);
  });

  it('forget deleted files and deleted stores', async () => {
    const { client, store, ready, files } = await filled();
    await ready();
    await client.files.delete(files[0]?.id ?? '');
    expect((await client.vectorStores.search(store.id, { query: 'parental leave' })).data).toEqual([]);
    expect(await client.vectorStores.files.delete(files[1]?.id ?? '', { vector_store_id: store.id })).toMatchObject({
      object: 'vector_store.file.deleted',
      deleted: true,
    });
    expect(await client.vectorStores.delete(store.id)).toEqual({
      id: store.id,
      object: 'vector_store.deleted',
      deleted: true,
    });
    await expect(client.vectorStores.retrieve(store.id)).rejects.toMatchObject({ status: 404 });
  });

  it('refuse what is out of bounds', async () => {
    const { client, store, files } = await filled();
    const file_id = files[0]?.id ?? '';
    const chunking = (most: number, overlap: number) => ({
      type: 'static' as const,
      static: { max_chunk_size_tokens: most, chunk_overlap_tokens: overlap },
    });
    for (const wrong of [
      client.vectorStores.files.create(store.id, { file_id, chunking_strategy: chunking(50, 0) }),
      client.vectorStores.files.create(store.id, { file_id, chunking_strategy: chunking(400, 300) }),
      client.vectorStores.create({ expires_after: { anchor: 'last_active_at', days: 366 } }),
      client.vectorStores.search(store.id, { query: 'x', max_num_results: 51 }),
      client.vectorStores.fileBatches.create(store.id, {}),
    ])
      await expect(wrong).rejects.toMatchObject({ status: 400 });
    await expect(client.vectorStores.files.create(store.id, { file_id: 'file-none' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(client.vectorStores.retrieve('vs_none')).rejects.toMatchObject({ status: 404 });
  });
});
