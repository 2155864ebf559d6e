import { describe, expect, it } from 'vitest';
import type { ModelEvent, ModelTurn } from '../../../../../src/main/engine/ports';
import { aTurn } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const FERRY = 'The ferry leaves at noon.';
const STORKS = 'Storks nest on the lighthouse in spring.';
const handbook = new TextEncoder().encode(`${STORKS}\n\n${FERRY}\n`);
const rules = new TextEncoder().encode('Dogs are to be kept on a lead.\n');
const files = new Map([
  ['file_1', handbook],
  ['file_2', rules],
]);
const both = [
  { name: 'handbook.txt', fileId: 'file_1' },
  { name: 'rules.txt', fileId: 'file_2' },
];

const searching = (documents = both, over: Partial<ModelTurn> = {}): ModelTurn =>
  aTurn({
    tools: [{ type: 'file_search' }, functionTool('query_data')],
    search: { documents: () => documents, read: async (id) => files.get(id) ?? null, next: 3 },
    run: { id: 'run_1', threadId: 'thread_1', metadata: { assay_search: 'hosted' } },
    ...over,
  });

const text = 'It leaves at noon. They nest there in spring.';
const speech = {
  search: { queries: ['ferry', 'storks'], finds: [STORKS, FERRY] },
  text,
  cites: [
    { at: 17, file: 'handbook.txt' },
    { at: text.length, file: 'handbook.txt' },
  ],
};

const searchesIn = (events: readonly ModelEvent[]) =>
  events.flatMap((event) => (event.type === 'search_done' ? [event.result] : []));
const open = (...script: Parameters<typeof providerOf>[0]) => providerOf(script, { hostedSearch: true });

describe('documents that the server searches', () => {
  it('are uploaded and found there, and what an answer rests on is marked with our own passages', async () => {
    const { provider, upstream, sent, connection } = open(speech);
    const result = await resultOf(provider, searching());
    expect(result).toMatchObject({ failure: null, reason: 'stop', calls: [] });
    expect(result.text).toBe('It leaves at noon【3:1†source】. They nest there in spring.【3:0†source】');
    expect(searchesIn(result.events)).toEqual([
      {
        passages: [
          { fileId: 'file_1', text: STORKS, score: 0.9 },
          { fileId: 'file_1', text: FERRY, score: 0.8 },
        ],
        unread: [],
      },
    ]);
    expect(result.events).toContainEqual({ type: 'file_search', index: 0, queries: ['ferry', 'storks'] });
    const [store] = [...upstream.stores.all.keys()];
    expect(sent()).toMatchObject({ include: ['file_search_call.results', 'reasoning.encrypted_content'] });
    expect(sent().tools).toMatchObject([
      { type: 'function', name: 'query_data' },
      { type: 'file_search', vector_store_ids: [store] },
    ]);
    expect(connection.ledger.rows.map(({ path, bytes }) => [path, bytes.file])).toEqual([
      ['/files', handbook.length],
      ['/files', rules.length],
      ['/responses', 0],
    ]);
  });

  it('are uploaded once, and one that is taken out of the thread is taken out of its store', async () => {
    const { provider, upstream } = open({ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' });
    await resultOf(provider, searching());
    await resultOf(provider, searching(both.slice(1)));
    const other = { id: 'run_2', threadId: 'thread_2', metadata: { assay_search: 'hosted' } };
    await resultOf(provider, searching(both, { run: other }));
    const [first, second] = [...upstream.stores.all.keys()];
    expect(upstream.containers.files.size).toBe(2);
    expect(upstream.stores.names(first!)).toEqual(['rules.txt']);
    expect(upstream.stores.names(second!)).toEqual(['handbook.txt', 'rules.txt']);
  });

  it('are put into a new store when the old one has expired', async () => {
    const { provider, upstream } = open({ text: 'One.' }, speech);
    await resultOf(provider, searching());
    upstream.stores.expire([...upstream.stores.all.keys()][0]!);
    expect(await resultOf(provider, searching())).toMatchObject({ failure: null, reason: 'stop' });
    expect([upstream.stores.all.size, upstream.containers.files.size]).toEqual([2, 2]);
  });

  it('are waited for while the server reads them; one that it cannot read is named', async () => {
    const { provider, upstream, connection } = open(speech);
    upstream.stores.polls = 3;
    upstream.stores.unreadable.add('rules.txt');
    const result = await resultOf(provider, searching());
    expect(connection.waits).toEqual([500, 500]);
    expect(searchesIn(result.events)[0]?.unread).toEqual([
      { fileId: 'file_2', filename: 'rules.txt', status: 'failed' },
    ]);
  });

  it('are searched within the limits that the run sets, and forced where it forces them', async () => {
    const { provider, sent } = open(speech);
    const tool = { max_num_results: 4, ranking_options: { score_threshold: 0.5 } };
    const turn = {
      tools: [{ type: 'file_search' as const, file_search: tool }],
      toolChoice: { type: 'file_search' as const },
    };
    await resultOf(provider, searching(both, turn));
    expect(sent()).toMatchObject({
      tools: [{ type: 'file_search', max_num_results: 4, ranking_options: { score_threshold: 0.5 } }],
      tool_choice: { type: 'file_search' },
    });
  });

  it('are told not to be searchable by a server without stores, with what to do', async () => {
    const { provider, connection, upstream } = open(speech);
    connection.fetch = async (url, init) =>
      url.includes('/vector_stores')
        ? Response.json({ error: { message: 'No.' } }, { status: 404 })
        : upstream.fetch(url, init);
    const { failure } = await resultOf(provider, searching());
    expect(failure).toMatchObject({ code: 'unsupported' });
    expect(failure?.message).toMatch(/search documents on this computer/);
    expect(upstream.turns).toEqual([]);
  });

  it('stay here unless the run asks for it, the analyst has agreed, and their text may be sent', async () => {
    const metadata = { assay_search: 'hosted', assay_boundary: 'schema' };
    const cases: [Partial<ModelTurn>, boolean][] = [
      [{ run: { id: 'r', threadId: 't', metadata: {} } }, true],
      [{}, false],
      [{ run: { id: 'r', threadId: 't', metadata } }, true],
    ];
    for (const [over, hostedSearch] of cases) {
      const { provider, upstream, sent } = providerOf([{ text: 'One.' }], { hostedSearch });
      await resultOf(provider, searching(both, over));
      expect(sent().tools.map(({ name }: { name: string }) => name)).toEqual(['query_data', 'file_search']);
      expect(upstream.containers.files.size).toBe(0);
    }
  });
});
