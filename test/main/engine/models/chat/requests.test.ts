import { expect, it } from 'vitest';
import { type ModelItem, unknownAbilities } from '../../../../../src/main/engine/ports';
import { chatWith, cost, delta, stream, twoTools } from '../../../../support/models/chats';
import { memoryLedger } from '../../../../support/models/ledgers';
import { answers, asks, called, dataTools, within } from '../../../../support/models/turns';

const ok = stream(delta({ content: 'Yes' }, 'stop'), cost());

async function sent(
  turn: Parameters<ReturnType<typeof chatWith>['ask']>[0],
  given: Parameters<typeof chatWith>[1] = {},
) {
  const { ask, upstream } = chatWith([ok], given);
  const { failure } = await ask(turn);
  expect(failure).toBeNull();
  return upstream.turns[0]?.json;
}

it('a conversation is sent in the order that the strictest of servers want', async () => {
  const { messages } = await sent({
    instructions: 'Be brief.',
    items: [
      asks('Hi'),
      asks('How is Berlin?'),
      answers('Let me look.'),
      ...called('weather', { city: 'Berlin' }, 'rain', 'call_a'),
      ...called('time', {}, 'noon', 'call_b'),
      asks('And now?'),
    ],
  });
  expect(messages).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi\n\nHow is Berlin?' },
    {
      role: 'assistant',
      content: 'Let me look.',
      tool_calls: [
        { id: 'call00001', type: 'function', function: { name: 'weather', arguments: '{"city":"Berlin"}' } },
      ],
    },
    { role: 'tool', tool_call_id: 'call00001', content: 'rain' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call00002', type: 'function', function: { name: 'time', arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: 'call00002', content: 'noon' },
    { role: 'assistant', content: '(No answer was given.)' },
    { role: 'user', content: 'And now?' },
  ]);
});

it('only what a run asks for is asked of the server', async () => {
  const { model, messages, tools, ...plain } = await sent({});
  expect(model).toBe('scripted');
  expect(messages).toHaveLength(1);
  expect(tools).toHaveLength(2);
  expect(plain).toEqual({ stream: true, stream_options: { include_usage: true } });
  const schema = { type: 'json_schema', json_schema: { name: 'x', schema: { type: 'object' } } };
  const all = await sent({
    temperature: 0.2,
    topP: 0.9,
    reasoningEffort: 'low',
    maxCompletionTokens: 300,
    parallelToolCalls: false,
    toolChoice: { type: 'function', function: { name: 'time' } },
    responseFormat: schema,
  });
  expect(all).toMatchObject({
    temperature: 0.2,
    top_p: 0.9,
    reasoning_effort: 'low',
    max_tokens: 300,
    parallel_tool_calls: false,
    tool_choice: { type: 'function', function: { name: 'time' } },
    response_format: schema,
  });
});

it('a small model is told less, and not to guess, where it answers with the app’s data tools', async () => {
  const inApp = await sent({ tools: dataTools, run: within('results') });
  expect(inApp.temperature).toBe(0.1);
  expect(inApp.messages[0].content).toContain('brief');
  const chosen = await sent({ tools: dataTools, run: within('results'), temperature: 0.7 });
  expect(chosen.temperature).toBe(0.7);
});

it('pictures go as data in the message they came with', async () => {
  const { messages } = await sent({
    items: [
      {
        type: 'message',
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image_file', fileId: 'file-1' },
        ],
      },
    ],
    picture: async () => ({ mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) }),
  });
  expect(messages[0].content).toEqual([
    { type: 'text', text: 'What is this?' },
    { type: 'image_url', image_url: { url: 'data:image/png;base64,AQID' } },
  ]);
});

it('what a model thought between calls comes back where it is wanted, and nowhere else', async () => {
  const thought: ModelItem = { type: 'state', state: { chat: { reasoning: 'Hm.', details: [{ type: 'x' }] } } };
  const items = [asks('How is Berlin?'), thought, ...called('weather', {}, 'rain')];
  const wanted = await sent({ items }, { quirks: [{ code: 'wants_reasoning_back' }] });
  expect(wanted.messages[1]).toMatchObject({ reasoning_content: 'Hm.', reasoning_details: [{ type: 'x' }] });
  const other = await sent({ items });
  expect(other.messages[1]).not.toHaveProperty('reasoning_content');
});

it('what comes with a call, such as a signature, comes back with it', async () => {
  const signed = { google: { thought_signature: 'sig' } };
  const first = stream(
    delta({ reasoning_content: 'Hm.' }),
    delta(
      { tool_calls: [{ index: 0, id: 'a', function: { name: 'time', arguments: '{}' }, extra_content: signed }] },
      'tool_calls',
    ),
    cost(),
  );
  const { ask, upstream } = chatWith([first, ok], { quirks: [{ code: 'wants_reasoning_back' }] });
  const { events } = await ask();
  const states = events.flatMap((event): ModelItem[] => (event.type === 'state' ? [event] : []));
  expect(events.map((event) => event.type).indexOf('state')).toBeLessThan(
    events.map((event) => event.type).indexOf('call'),
  );
  await ask({ items: [asks('What time is it?'), ...states, ...called('time', {}, 'noon')] });
  expect(upstream.turns[1]?.json.messages[1]).toMatchObject({
    reasoning_content: 'Hm.',
    tool_calls: [{ extra_content: signed }],
  });
});

it('arguments that are no object are sent as one', async () => {
  const items: ModelItem[] = [
    asks('Hi'),
    { type: 'function_call', callId: 'a', name: 'time', arguments: 'now' },
    { type: 'function_output', callId: 'a', output: 'noon' },
  ];
  const { messages } = await sent({ items });
  expect(messages[1].tool_calls[0].function.arguments).toBe('{"input":"now"}');
});

it('every byte that leaves is in the ledger, by kind, and what it cost', async () => {
  const ledger = memoryLedger();
  const { ask, upstream } = chatWith([ok], { ledger });
  await ask({
    instructions: 'Be brief.',
    items: [asks('How is it in Köln?'), ...called('weather', {}, 'Rain. '.repeat(50))],
  });
  const [row] = ledger.rows;
  expect(row?.body).toBe(upstream.turns[0]?.text);
  const sum = Object.values(row?.bytes ?? {}).reduce((all, bytes) => all + bytes, 0);
  expect(sum).toBe(Buffer.byteLength(row?.body ?? ''));
  expect(row?.bytes.results).toBe(302);
  expect(row?.bytes.question).toBe(Buffer.byteLength('"How is it in Köln?"'));
  expect(row?.expected.input).toBeGreaterThan(100);
  expect(row?.arrival).toMatchObject({ status: 200, failure: null, usage: { promptTokens: 12 } });
  expect(JSON.stringify(row)).not.toContain('sk-test-key');
});

it.each([
  ['is whole', [delta({ content: 'Yes' }, 'stop'), cost()], null],
  ['breaks off', [delta({ content: 'Yes, and' })], 'cut_off'],
  ['tells of an error', [delta({ content: 'Yes' }), { error: { message: 'Busy.', code: 'overloaded' } }], 'overloaded'],
  ['ends with an error that has no words', [delta({}, 'error')], 'server_error'],
  [
    'is to a request that was cut silently',
    [delta({ content: 'Yes' }, 'stop'), cost({ prompt_tokens: 4_095, completion_tokens: 1, total_tokens: 4_096 })],
    'context_length',
  ],
] as const)('the ledger is told of an answer that %s', async (what, chunks, failure) => {
  const ledger = memoryLedger();
  const { ask } = chatWith([stream(...chunks)], { ledger });
  await ask({ instructions: what.includes('cut') ? 'A rule to be kept. '.repeat(2_000) : 'Be brief.' });
  await expect.poll(() => ledger.rows[0]?.arrival).toMatchObject({ status: 200, failure });
});

it('what an answer may come to is what the model can say at most, where nobody has set less', async () => {
  const ledger = memoryLedger();
  const abilities = { ...unknownAbilities, outputTokens: 9_000 };
  const { ask } = chatWith([ok, ok], { ledger, abilities });
  await ask();
  await ask({ maxCompletionTokens: 500 });
  expect(ledger.rows.map(({ expected }) => expected.output)).toEqual([9_000, 500]);
});

it('a call of a tool that is not there is answered within the turn, by a second request', async () => {
  const wrong = stream(
    delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'browse', arguments: '{"url":1}' } }] }, 'tool_calls'),
    cost(),
  );
  const { ask, upstream } = chatWith([wrong, ok]);
  const { text, done } = await ask({ tools: twoTools });
  expect(text).toBe('Yes');
  expect(done?.usage).toMatchObject({ promptTokens: 24, completionTokens: 10 });
  const [, call, output] = upstream.turns[1]?.json.messages ?? [];
  expect(call.tool_calls[0].function.name).toBe('browse');
  expect(output.content).toContain('weather, time');
});
