import { describe, expect, it } from 'vitest';
import { TextCalls, type Written } from '../../../../../src/main/engine/models/chat/text-calls';
import { chatWith, cost, delta, stream } from '../../../../support/models/chats';
import { dataTools, inPieces, within } from '../../../../support/models/turns';

const TOOLS = [
  { name: 'weather', parameters: { properties: { city: {}, day: {} }, required: ['city'] } },
  { name: 'time', parameters: { properties: {} } },
  { name: 'analyze', parameters: { properties: { query: {} }, required: ['query'] } },
  { name: 'compare', parameters: { properties: { query: {}, other: {} }, required: ['query'] } },
];

function read(text: string, size: number) {
  const reader = new TextCalls(TOOLS);
  const written: Written[] = [...inPieces(text, size).flatMap((piece) => reader.push(piece)), ...reader.end()];
  return {
    text: written.flatMap((one) => (one.type === 'text' ? [one.delta] : [])).join(''),
    calls: written.flatMap((one) => (one.type === 'call' ? [[one.call.name, JSON.parse(one.call.arguments)]] : [])),
  };
}

const berlin = ['weather', { city: 'Berlin {"x"} ```' }];
const json = JSON.stringify({ name: 'weather', arguments: { city: 'Berlin {"x"} ```' } });
const plain = JSON.stringify({ name: 'weather', arguments: { city: 'Berlin' } });

describe.each([1, 3, 8, 1000])('calls in the text of a model, in pieces of %i', (size) => {
  it.each([
    ['in tags', `<tool_call>\n${json}\n</tool_call>`, [berlin]],
    [
      'two in tags',
      `<tool_call>${json}</tool_call>\n<tool_call>{"name":"time","arguments":{}}</tool_call>`,
      [berlin, ['time', {}]],
    ],
    ['in a tag that is not closed', `<tool_call>${json}`, [berlin]],
    ['fenced', `\`\`\`json\n${plain}\n\`\`\``, [['weather', { city: 'Berlin' }]]],
    [
      'fenced, two in a list',
      `\`\`\`json\n[${plain}, {"name":"time","parameters":{}}]\n\`\`\``,
      [
        ['weather', { city: 'Berlin' }],
        ['time', {}],
      ],
    ],
    ['bare', json, [berlin]],
    ['bare, spread over lines', JSON.stringify(JSON.parse(json), null, 2), [berlin]],
    [
      'as the API writes them',
      `{"type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Berlin\\"}"}}`,
      [['weather', { city: 'Berlin' }]],
    ],
    ['with the mark of Mistral', `[TOOL_CALLS][${json}]`, [berlin]],
    ['with the mark and the name before', `[TOOL_CALLS]weather{"city":"Berlin"}`, [['weather', { city: 'Berlin' }]]],
    ['with the mark of Llama', `<|python_tag|>{"name":"time","parameters":{}}`, [['time', {}]]],
    ['by arguments alone', 'With `weather`:\n```json\n{"city":"Berlin"}\n```', [['weather', { city: 'Berlin' }]]],
    [
      'in tags of their own',
      `<function=weather>\n<parameter=city>\nBerlin\n</parameter>\n</function>`,
      [['weather', { city: 'Berlin' }]],
    ],
  ])('%s', (_, text, calls) => {
    expect(read(`I will look.\n${text}`, size)).toEqual({
      text: expect.stringMatching(/^I will look\.\s*(?:With `weather`:\s*)?$/),
      calls,
    });
  });

  it.each([
    ['JSON that calls nothing', 'Here:\n```json\n{"rows": 3}\n```\nDone.'],
    ['a call of a tool that is not there', '<tool_call>{"name":"browse","arguments":{}}</tool_call>'],
    ['arguments of a tool of which nothing is said', 'Here:\n```json\n{"city": "Berlin"}\n```'],
    ['arguments that a tool needs more of', 'The weather of:\n```json\n{"day": "today"}\n```'],
    ['arguments that it does not know', 'The weather:\n```json\n{"city": "Berlin", "degrees": 3}\n```'],
    ['arguments that two tools take', 'I could analyze or compare:\n```json\n{"query": {}}\n```'],
    ['code', 'Use this:\n```sql\nSELECT 1\n```\nand `x`.'],
    ['prose with braces and brackets', 'The set {a, b} and [1] < 2.\n[link](x)\n{not json'],
    ['a sentence that names one', 'You could call weather with {"city": "Berlin"} yourself.'],
  ])('%s stays text', (_, text) => {
    expect(read(text, size)).toEqual({ text, calls: [] });
  });
});

const written = stream(
  delta({ content: `Let me look.\n\`\`\`json\n${plain}\n\`\`\`\nIt is 31 degrees.` }, 'stop'),
  cost(),
);

it('are recognised where the model is known to write them, and what it says behind them is not an answer', async () => {
  const { ask, upstream } = chatWith([written], { quirks: [{ code: 'calls_as_text' }] });
  const { text, calls, done } = await ask();
  expect(upstream.turns[0]?.json.messages[0].content).toContain('{"name":"weather","arguments":{}}');
  expect(text.trim()).toBe('Let me look.');
  expect(calls).toEqual([{ name: 'weather', arguments: '{"city":"Berlin"}' }]);
  expect(done?.reason).toBe('calls');
});

it('stay text for any other model', async () => {
  const { ask } = chatWith([written]);
  const { text, calls } = await ask();
  expect(calls).toEqual([]);
  expect(text).toContain('```json');
});

it('at the end of an answer with the app’s data tools show what the model does, and are made', async () => {
  const sql = '```json\n{"name":"query_data","arguments":{"sql":"SELECT 1"}}\n```';
  const query = stream(delta({ content: `I look.\n${sql}` }, 'stop'), cost());
  const inApp = { tools: dataTools, run: within('results') };
  const chat = chatWith([query, query]);
  const { calls, done } = await chat.ask(inApp);
  expect(calls).toEqual([{ name: 'query_data', arguments: '{"sql":"SELECT 1"}' }]);
  expect(done?.reason).toBe('calls');
  expect(chat.quirks.known()).toEqual([{ code: 'calls_as_text' }]);
  expect((await chat.ask(inApp)).text).not.toContain('```');
  const explained = stream(delta({ content: `Write\n${sql}\nto see it.` }, 'stop'), cost());
  expect((await chatWith([explained]).ask(inApp)).calls).toEqual([]);
});
