import { describe, expect, it } from 'vitest';
import { responsesModel } from '../../../../../src/main/engine/models/responses';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { openEngine } from '../../../../support/engine';
import { chatWith } from '../../../../support/models/chats';
import { answers, asks, aTurn, called } from '../../../../support/models/turns';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const abilities = { ...unknownAbilities, contextTokens: 2_000 };
const LONG = 'Storks nest on the lighthouse. '.repeat(150);
const tools = [functionTool('query_data')];
const kindsIn = (input: { type?: string; role?: string }[]) => input.map(({ type, role }) => type ?? role);

describe('a long conversation', () => {
  it('is put together by the server where it grows too long for the model, and not before', async () => {
    const { provider, sent } = providerOf([{ text: 'One.' }, { text: 'Two.' }], { abilities });
    await resultOf(provider, aTurn({ items: [asks('Hello?')] }));
    expect(sent()).not.toHaveProperty('context_management');
    await resultOf(provider, aTurn({ items: [asks(LONG)] }));
    expect(sent()).toMatchObject({ context_management: [{ type: 'compaction', compact_threshold: 1_200 }] });
  });

  it('is not put together where nobody knows how much the model can read', async () => {
    const { provider, sent } = providerOf([{ text: 'One.' }]);
    await resultOf(provider, aTurn({ items: [asks(LONG)] }));
    expect(sent()).not.toHaveProperty('context_management');
  });

  it('is sent whole to a server that cannot, which is remembered', async () => {
    const server = { refuses: ['context_management'] };
    const { provider, sent, quirks } = providerOf([{ text: 'One.' }], { abilities, server });
    expect(await resultOf(provider, aTurn({ items: [asks(LONG)] }))).toMatchObject({ failure: null, text: 'One.' });
    expect(sent()).not.toHaveProperty('context_management');
    expect(quirks.known()).toContainEqual({ code: 'refuses', parameter: 'context_management' });
  });

  it('is put together by a request of its own where the server does not do so while it answers', async () => {
    const server = { refuses: ['context_management'], compacts: true };
    const { provider, sent, upstream, connection, quirks } = providerOf(
      [{ text: 'Two.', usage: { input: 30, cached: 0, output: 5 } }],
      { abilities, server },
    );
    const turn = aTurn({ items: [asks(LONG), answers('They do.'), asks('How many?')] });
    const { failure, text, states, usage } = await resultOf(provider, turn);
    expect({ failure, text }).toEqual({ failure: null, text: 'Two.' });
    expect(states).toMatchObject([{ type: 'compaction', encrypted_content: 'gAAAA-cmp-on-request' }]);
    expect(kindsIn(sent().input)).toEqual(['user', 'compaction']);
    expect(sent().input[0].content[0].text).toBe('How many?');
    expect(usage).toMatchObject({ promptTokens: 730, completionTokens: 55 });
    expect(turn.leftOut.compacted).toBeGreaterThan(0);
    expect(quirks.known()).toEqual([{ code: 'refuses', parameter: 'context_management' }]);
    const own = upstream.asked.find(({ path }) => path === '/responses/compact');
    expect(Object.keys(own?.json)).toEqual(['model', 'input']);
    const row = connection.ledger.rows.find(({ path }) => path === '/responses/compact');
    expect(Object.values(row!.bytes).reduce((sum, count) => sum + count)).toBe(Buffer.byteLength(row!.body));
  });

  it('is sent whole where the server does not put it together in any way, which is asked once', async () => {
    const { provider, upstream, quirks } = providerOf([{ text: 'One.' }, { text: 'Two.' }], {
      abilities,
      server: { refuses: ['context_management'] },
    });
    for (const text of ['One.', 'Two.'])
      expect(await resultOf(provider, aTurn({ items: [asks(LONG)] }))).toMatchObject({ failure: null, text });
    expect(quirks.known()).toContainEqual({ code: 'no_compaction' });
    expect(upstream.asked.filter(({ path }) => path === '/responses/compact')).toHaveLength(1);
  });

  it('stands in the next request as what the server made of it, with the question and what came after', async () => {
    const { provider, sent } = providerOf(
      [{ compacts: true, calls: [{ name: 'query_data', arguments: {} }] }, { text: 'Two.' }],
      { abilities },
    );
    const before: ModelItem[] = [
      asks(LONG),
      answers('They do.'),
      asks('How many?'),
      ...called('query_data', {}, LONG, 'call_1'),
    ];
    const first = aTurn({ items: before, tools });
    const { states } = await resultOf(provider, first);
    expect(states).toMatchObject([{ type: 'compaction' }]);
    expect(first.leftOut.compacted).toBe(4);

    const after = [{ type: 'state' as const, state: states[0]! }, ...called('query_data', {}, '{"rows":1}', 'call_2')];
    const second = aTurn({ items: [...before, ...after], tools });
    expect(await resultOf(provider, second)).toMatchObject({ text: 'Two.' });
    expect(kindsIn(sent().input)).toEqual(['user', 'compaction', 'function_call', 'function_call_output']);
    expect(sent().input[0].content[0].text).toBe('How many?');
    expect(sent().input[1].encrypted_content).toMatch(/^gAAAA-cmp/);
    expect(second.leftOut.compacted).toBe(3);
  });

  it('is sent whole again where the server cannot read what it made of it', async () => {
    const state = { type: 'compaction', id: 'cmp_1', encrypted_content: 'gAAAA' };
    const items: ModelItem[] = [
      asks('One?'),
      answers('One.'),
      asks('Two?'),
      { type: 'state', state },
      ...called('query_data', {}, '2'),
    ];
    const error = { error: { message: 'Cannot be read.', code: 'invalid_encrypted_content' } };
    const { provider, sent } = providerOf([{ status: 400, error }, { text: 'Two.' }]);
    expect(await resultOf(provider, aTurn({ items, tools }))).toMatchObject({ failure: null, text: 'Two.' });
    expect(kindsIn(sent().input)).toEqual(['user', 'assistant', 'user', 'function_call', 'function_call_output']);
  });

  it('keeps calls whose outputs come after it', async () => {
    const [call, output] = called('query_data', {}, '2');
    const state = { type: 'compaction', id: 'cmp_1', encrypted_content: 'gAAAA' };
    const { provider, sent } = providerOf([{ text: 'Two.' }]);
    await resultOf(provider, aTurn({ items: [asks('Two?'), call!, { type: 'state', state }, output!], tools }));
    expect(kindsIn(sent().input)).toEqual(['user', 'function_call', 'compaction', 'function_call_output']);
  });
});

it('what was put together is told by the steps of a run, which goes on with it after the client’s outputs', async () => {
  const { upstream, options } = chatWith([
    { compacts: true, calls: [{ name: 'query_data', arguments: {} }] },
    { text: 'Two.' },
  ]);
  const model = responsesModel({ ...options, abilities });
  const { client } = await openEngine({ models: () => model });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'any', tools });
  const messages = [
    { role: 'user' as const, content: 'One?' },
    { role: 'user' as const, content: LONG.slice(0, 4_400) },
  ];
  const thread = await client.beta.threads.create({ messages });
  const poll = { pollIntervalMs: 10 };
  const waiting = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id }, poll);
  const calls = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
  const tool_outputs = calls.map(({ id }) => ({ tool_call_id: id, output: '2' }));
  const submit = { thread_id: thread.id, tool_outputs };
  const done = await client.beta.threads.runs.submitToolOutputsAndPoll(waiting.id, submit, poll);
  expect(done).toMatchObject({ status: 'completed', last_error: null });
  expect(kindsIn(upstream.turns.at(-1)!.json.input)).toEqual([
    'user',
    'compaction',
    'function_call',
    'function_call_output',
  ]);
  const steps = await client.beta.threads.runs.steps.list(done.id, { thread_id: thread.id, order: 'asc' });
  const notes = steps.data.map((step) =>
    JSON.parse((step as unknown as { metadata: Record<string, string> }).metadata.assay_left_out_1 ?? '[]'),
  );
  expect(notes).toMatchObject([[{ compacted: 2 }], [{ compacted: 1 }]]);
});

describe('what was put together in one run', () => {
  /** A thread of three messages that the server has put together in its first run, before it answered. */
  async function openPutTogether() {
    const { upstream, options } = chatWith([{ compacts: true, text: 'One.' }]);
    upstream.always = { text: 'Two.' };
    const model = responsesModel({ ...options, abilities });
    const other = responsesModel({ ...options, abilities, answerer: 'conn_2/scripted' });
    const { client } = await openEngine({ models: (name) => (name === 'other' ? other : model) });
    const { id: assistant_id } = await client.beta.assistants.create({ model: 'any', tools });
    const messages = ['Early.', 'Later.', LONG.slice(0, 4_400)].map((content) => ({ role: 'user' as const, content }));
    const { id: thread_id } = await client.beta.threads.create({ messages });
    const run = (more: object = {}) =>
      client.beta.threads.runs.createAndPoll(thread_id, { assistant_id, ...more }, { pollIntervalMs: 10 });
    expect(await run()).toMatchObject({ status: 'completed' });
    const askAgain = async (more: object = {}) => {
      await client.beta.threads.messages.create(thread_id, { role: 'user', content: 'And now?' });
      const { id, status } = await run(more);
      expect(status).toBe('completed');
      const { data } = await client.beta.threads.runs.steps.list(id, { thread_id });
      const metadata = (data.at(-1) as unknown as { metadata: Record<string, string> }).metadata;
      return { kinds: kindsIn(upstream.turns.at(-1)!.json.input), note: metadata.assay_left_out_1 ?? null };
    };
    return { client, thread_id, askAgain, upstream };
  }
  const WHOLE = ['user', 'assistant', 'user'];

  it('stands for the same in the next, whose step says for how much', async () => {
    const { askAgain, upstream } = await openPutTogether();
    const { kinds, note } = await askAgain();
    expect(kinds).toEqual(['user', 'compaction', 'assistant', 'user']);
    expect(upstream.turns.at(-1)!.json.input[1]).not.toHaveProperty('assay_given_by');
    expect(JSON.parse(note ?? '[]')).toMatchObject([{ compacted: 2 }]);
    expect((await askAgain()).kinds).toEqual(['user', 'compaction', 'assistant', 'user', 'assistant', 'user']);
  });

  it('does not once a message before it is deleted', async () => {
    const { client, thread_id, askAgain } = await openPutTogether();
    const { data } = await client.beta.threads.messages.list(thread_id, { order: 'asc' });
    await client.beta.threads.messages.delete(data[1]!.id, { thread_id });
    const { kinds, note } = await askAgain();
    expect([kinds.slice(-3), note]).toEqual([WHOLE, null]);
    expect(kinds).not.toContain('compaction');
  });

  it.each([
    ['another model or connection answers', { model: 'other' }],
    ['less of the data may be given', { metadata: { assay_boundary: 'schema' } }],
    ['the run is to read the last messages only', { truncation_strategy: { type: 'last_messages', last_messages: 5 } }],
  ])('does not where %s', async (_, more) => {
    const { askAgain } = await openPutTogether();
    const { kinds } = await askAgain(more);
    expect(kinds).not.toContain('compaction');
    expect(kinds.at(-1)).toBe('user');
  });
});

it('what another address has put together is not sent to this one', async () => {
  const state = { type: 'compaction', id: 'cmp_1', encrypted_content: 'gAAAA', assay_given_by: 'https://elsewhere/v1' };
  const { provider, sent } = providerOf([{ text: 'Two.' }]);
  await resultOf(provider, aTurn({ items: [asks('One?'), { type: 'state', state }, asks('Two?')] }));
  expect(kindsIn(sent().input)).toEqual(['user', 'user']);
});
