import { describe, expect, it, test } from 'vitest';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { asks, aTurn } from '../../../../support/models/turns';
import { KEY } from '../../../../support/upstream/connection';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { providerOf } from './provider';

const hello = { text: 'Hello.' };
const closed = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };
const open = { type: 'object', properties: { a: { type: 'string', default: 'x' } } };

describe('a request', () => {
  it('holds the whole conversation and leaves nothing at the server', async () => {
    const { provider, sent, connection } = providerOf([hello]);
    const items: ModelItem[] = [
      asks('What is in the file?'),
      { type: 'function_call', callId: 'call_1', name: 'query_data', arguments: '{"sql":"x"}' },
      { type: 'function_output', callId: 'call_1', output: '{"rows":[[1]]}' },
      { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'One row.' }] },
      asks('And now?'),
    ];
    await resultOf(provider, aTurn({ instructions: 'Be brief.', items, tools: [functionTool('query_data')] }));
    expect(sent()).toMatchObject({
      model: 'scripted',
      instructions: 'Be brief.',
      store: false,
      stream: true,
      include: ['reasoning.encrypted_content'],
      prompt_cache_key: 'thread_1',
      tool_choice: 'auto',
      parallel_tool_calls: true,
      input: [
        { role: 'user', content: [{ type: 'input_text', text: 'What is in the file?' }] },
        { type: 'function_call', call_id: 'call_1', name: 'query_data', arguments: '{"sql":"x"}' },
        { type: 'function_call_output', call_id: 'call_1', output: '{"rows":[[1]]}' },
        { role: 'assistant', content: 'One row.' },
        { role: 'user', content: [{ type: 'input_text', text: 'And now?' }] },
      ],
    });
    expect(sent()).not.toHaveProperty('previous_response_id');
    const [row] = connection.ledger.rows;
    expect(Object.values(row!.bytes).reduce((sum, count) => sum + count)).toBe(Buffer.byteLength(row!.body));
    expect([row!.bytes.question > 30, row!.bytes.answer > 10, row!.bytes.other > 0, row!.body.includes(KEY)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(row!.expected.input).toBeGreaterThan(50);
  });

  it('holds functions to their schema where that can be done', async () => {
    const { provider, sent } = providerOf([hello]);
    const own = { type: 'function' as const, function: { name: 'own', parameters: closed, strict: false } };
    const bare = { type: 'function' as const, function: { name: 'bare' } };
    await resultOf(
      provider,
      aTurn({
        tools: [functionTool('a', closed), functionTool('b', open), own, bare],
        toolChoice: { type: 'function', function: { name: 'a' } },
        parallelToolCalls: false,
      }),
    );
    expect(sent().tools).toMatchObject([
      { type: 'function', name: 'a', description: 'Does a.', parameters: closed, strict: true },
      { name: 'b', strict: false },
      { name: 'own', strict: false },
      { name: 'bare', strict: false, parameters: { type: 'object' } },
    ]);
    expect(sent()).toMatchObject({ tool_choice: { type: 'function', name: 'a' }, parallel_tool_calls: false });
  });

  it('says what the run asks for, and nothing that it does not', async () => {
    const { provider, sent } = providerOf([hello, hello]);
    const json_schema = { name: 'sum', schema: closed, strict: true };
    await resultOf(
      provider,
      aTurn({
        responseFormat: { type: 'json_schema', json_schema },
        temperature: 0,
        topP: 0.5,
        maxCompletionTokens: 5,
        reasoningEffort: 'low',
      }),
    );
    expect(sent()).toMatchObject({
      text: { format: { type: 'json_schema', ...json_schema } },
      temperature: 0,
      top_p: 0.5,
      max_output_tokens: 16,
      reasoning: { effort: 'low', summary: 'auto' },
    });
    await resultOf(provider);
    expect(Object.keys(sent()).toSorted()).toEqual([
      'include',
      'input',
      'model',
      'prompt_cache_key',
      'store',
      'stream',
    ]);
  });

  it('asks for an effort that the model has', async () => {
    const abilities = { ...unknownAbilities, efforts: ['low', 'medium', 'high'] as const };
    const { provider, sent } = providerOf([hello, hello], { abilities });
    await resultOf(provider, aTurn({ reasoningEffort: 'minimal' }));
    expect(sent().reasoning).toEqual({ effort: 'low', summary: 'auto' });
    await resultOf(provider);
    expect(sent().reasoning).toEqual({ summary: 'auto' });
  });

  it('shows pictures', async () => {
    const { provider, sent, connection } = providerOf([hello]);
    const content = [
      { type: 'text' as const, text: 'What is this?' },
      { type: 'image_file' as const, fileId: 'file_1' },
      { type: 'image_url' as const, url: 'https://example.com/a.png' },
    ];
    const picture = async () => ({ mediaType: 'image/png' as const, bytes: new Uint8Array([1, 2, 3]) });
    await resultOf(provider, aTurn({ items: [{ type: 'message', role: 'user', content }], picture }));
    expect(sent().input[0].content).toEqual([
      { type: 'input_text', text: 'What is this?' },
      { type: 'input_image', image_url: 'data:image/png;base64,AQID', detail: 'auto' },
      { type: 'input_image', image_url: 'https://example.com/a.png', detail: 'auto' },
    ]);
    expect(connection.ledger.rows[0]!.bytes.picture).toBeGreaterThan(100);
  });
});

describe('what a server refuses', () => {
  it('is left out, tried again, and remembered', async () => {
    const { provider, upstream, quirks, sent } = providerOf([hello, hello], {
      server: { refuses: ['temperature', 'reasoning.summary', 'include'] },
    });
    const turn = aTurn({ temperature: 0.5, reasoningEffort: 'high' });
    expect(await resultOf(provider, turn)).toMatchObject({ text: 'Hello.', failure: null });
    expect(upstream.turns).toHaveLength(4);
    expect(sent().reasoning).toEqual({ effort: 'high' });
    expect(
      quirks
        .known()
        .map((quirk) => quirk.code === 'refuses' && quirk.parameter)
        .toSorted(),
    ).toEqual(['include', 'reasoning.summary', 'temperature']);
    await resultOf(provider, turn);
    expect(upstream.turns).toHaveLength(5);
  });

  it('ends the run where it cannot do without it, or is refused once more', async () => {
    const needed = providerOf([], { server: { refuses: ['input'] } });
    expect((await resultOf(needed.provider)).failure?.code).toBe('invalid_request');
    expect(needed.upstream.turns).toHaveLength(1);
    const error = { message: 'no', param: 'temperature', code: 'unsupported_parameter', type: 'invalid_request_error' };
    const stubborn = providerOf([]);
    stubborn.upstream.always = { status: 400, error: { error } };
    expect((await resultOf(stubborn.provider, aTurn({ temperature: 1 }))).failure?.code).toBe('invalid_request');
    expect(stubborn.upstream.turns).toHaveLength(2);
  });
});

describe('what the model thought', () => {
  const reasoning = { type: 'reasoning', id: 'rs_000123', summary: [], encrypted_content: 'gAAAA' };
  const bare = { type: 'reasoning', id: 'rs_000124', summary: [] };
  const readable = {
    type: 'reasoning',
    id: 'rs_000125',
    summary: [],
    content: [{ type: 'reasoning_text', text: 'Hm.' }],
  };
  const call = { type: 'function_call', callId: 'call_1', name: 'f', arguments: '{}' } as const;
  const output = { type: 'function_output', callId: 'call_1', output: 'ok' } as const;
  const items: ModelItem[] = [
    asks('Go'),
    { type: 'state', state: reasoning },
    { type: 'state', state: bare },
    { type: 'state', state: readable },
    call,
    output,
  ];
  const turn = aTurn({ items, tools: [functionTool('f')] });
  const { id: _, ...withoutId } = reasoning;
  const { id: _2, ...readableOnly } = readable;
  const replayedIn = (body: { input: { type?: string }[] }) => body.input.filter(({ type }) => type === 'reasoning');

  it('goes back where it stood, as far as the server can read it', async () => {
    const { provider, sent } = providerOf([hello]);
    await resultOf(provider, turn);
    expect(sent().input.slice(1, 4)).toEqual([
      reasoning,
      readableOnly,
      { type: 'function_call', call_id: 'call_1', name: 'f', arguments: '{}' },
    ]);
  });

  it('goes back without its id where that is not known any more', async () => {
    const error = {
      message: "Item with id 'rs_000123' not found. Items are not persisted when `store` is set to false.",
      type: 'invalid_request_error',
      param: 'input',
      code: null,
    };
    const { provider, upstream } = providerOf([{ status: 404, error: { error } }, hello]);
    expect(await resultOf(provider, turn)).toMatchObject({ text: 'Hello.' });
    expect(upstream.turns.map(({ json }) => replayedIn(json))).toEqual([
      [reasoning, readableOnly],
      [withoutId, readableOnly],
    ]);
  });

  it('is dropped once where it cannot be decrypted', async () => {
    const error = {
      message: 'The encrypted content could not be verified.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_encrypted_content',
    };
    const { provider, upstream } = providerOf([{ status: 400, error: { error } }, hello]);
    expect(await resultOf(provider, turn)).toMatchObject({ text: 'Hello.' });
    expect(upstream.turns.map(({ json }) => replayedIn(json).length)).toEqual([2, 0]);
    const stubborn = providerOf([]);
    stubborn.upstream.always = { status: 400, error: { error } };
    expect((await resultOf(stubborn.provider, turn)).failure?.code).toBe('invalid_request');
    expect(stubborn.upstream.turns).toHaveLength(2);
  });
});

test('a call that nothing can be made of is answered here, and the model goes on', async () => {
  const { provider, upstream, sent, connection } = providerOf([
    { calls: [{ name: 'no_such_tool', arguments: '{}' }] },
    hello,
  ]);
  const result = await resultOf(provider, aTurn({ tools: [functionTool('f')] }));
  expect([result.text, result.calls, upstream.turns.length]).toEqual(['Hello.', [], 2]);
  expect(sent().input.slice(-2)).toMatchObject([
    { type: 'function_call', name: 'no_such_tool' },
    { type: 'function_call_output' },
  ]);
  expect(connection.ledger.rows).toHaveLength(2);
});
