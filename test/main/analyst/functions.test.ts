import { describe, expect, it } from 'vitest';
import type { ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';
import { respond } from '../../support/analyst/respond';
import { asks } from '../../support/models/turns';

const fn = (
  name: string,
  description: string,
  properties: Record<string, unknown>,
  required: string[] = Object.keys(properties),
): Tool => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
});
const text = (description = '') => ({ type: 'string', description });
const weather = fn(
  'get_current_weather',
  'Get the weather in a location',
  { location: text('The city, e.g. San Francisco, CA'), unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } },
  ['location'],
);
const time = fn('get_local_time', 'Tells what time it is in a city', { city: text() });
const add = fn('add', 'Adds two numbers', { a: { type: 'number' }, b: { type: 'number' } });
const flight = fn(
  'book_flight',
  'Books a flight',
  { origin: text(), destination: text(), date: { type: 'string', format: 'date' }, passengers: { type: 'integer' } },
  ['origin', 'destination', 'date'],
);
const mail = fn('sendEmail', 'Sends an e-mail', { email: text(), subject: text(), urgent: { type: 'boolean' } }, [
  'email',
  'subject',
]);
const search = fn('search_docs', 'Searches the documentation', { query: text('what to look for') });
const strict = fn('get_rainfall', 'Rain on a day', { location: text(), date: { type: ['string', 'null'] } });
const all = [weather, time, add, flight, mail, search];

describe("calling anybody's functions", () => {
  it.each<[string, [string, unknown][]]>([
    ['What is the weather in San Francisco, CA?', [['get_current_weather', { location: 'San Francisco, CA' }]]],
    ['weather in Paris in celsius please', [['get_current_weather', { location: 'Paris', unit: 'celsius' }]]],
    [
      "What's the weather like in Paris and London?",
      [
        ['get_current_weather', { location: 'Paris' }],
        ['get_current_weather', { location: 'London' }],
      ],
    ],
    [
      'What is the weather in Oslo and what time is it in Tokyo?',
      [
        ['get_current_weather', { location: 'Oslo' }],
        ['get_local_time', { city: 'Tokyo' }],
      ],
    ],
    [
      'What is the weather and the local time in Paris?',
      [
        ['get_current_weather', { location: 'Paris' }],
        ['get_local_time', { city: 'Paris' }],
      ],
    ],
    [
      'Send an email to ada@example.com about "Weather and mail"',
      [['sendEmail', { email: 'ada@example.com', subject: 'Weather and mail' }]],
    ],
    ['add 2.5 and 40', [['add', { a: 2.5, b: 40 }]]],
    ['What is 1 + 1?', [['add', { a: 1, b: 1 }]]],
    [
      'Book a flight from Berlin to Lisbon on 2026-03-01 for 2 passengers',
      [['book_flight', { origin: 'Berlin', destination: 'Lisbon', date: '2026-03-01', passengers: 2 }]],
    ],
    [
      'Send an urgent email to ada@example.com about "Invoice 17"',
      [['sendEmail', { email: 'ada@example.com', subject: 'Invoice 17', urgent: true }]],
    ],
    ['search the docs for rate limits', [['search_docs', { query: 'search the docs for rate limits' }]]],
  ])('%s', async (question, calls) => {
    expect((await respond(question, all)).calls).toEqual(calls);
  });

  it.each<[string, Tool, unknown]>([
    [
      'Hello, cancel order A17 please',
      fn('cancel_order', 'Cancels an order', { order_id: text() }),
      { order_id: 'A17' },
    ],
    ['Cancel order 4711', fn('cancel_order', 'Cancels an order', { order_id: text() }), { order_id: '4711' }],
    [
      'Refund 25 euros for order 4711',
      fn('refund_order', 'Refunds an order', { order_id: text(), amount: { type: 'number' } }),
      { order_id: '4711', amount: 25 },
    ],
    [
      'Query the database: SELECT region FROM sales',
      fn('query_database', 'Runs a query', { query: text() }),
      { query: 'SELECT region FROM sales' },
    ],
  ])('fills arguments only from words that can be them: %s', async (question, tool, args) => {
    expect((await respond(question, [tool])).calls).toEqual([[expect.any(String), args]]);
  });

  it('asks for a required argument that the text does not hold', async () => {
    const refund = fn('refund_order', 'Refunds an order', { order_id: text(), amount: { type: 'number' } });
    const { calls, facts } = await respond('Refund order 4711', [refund]);
    expect(calls).toEqual([]);
    expect(facts).toMatchObject([{ reason: 'needs_arguments', missing: [{ name: 'amount' }] }]);
    const cancel = fn('cancel_order', 'Cancels an order', { order_id: text() });
    expect((await respond('Hello, cancel my order please', [cancel])).calls).toEqual([]);
  });

  it('asks for what it cannot find', async () => {
    const { calls, facts } = await respond('what is the weather like?', all);
    expect(calls).toEqual([]);
    expect(facts).toMatchObject([{ reason: 'needs_arguments', missing: [{ name: 'location' }] }]);
  });

  it('fills every property of a strict schema', async () => {
    expect((await respond('rainfall in Bergen', [strict])).calls).toEqual([
      ['get_rainfall', { location: 'Bergen', date: null }],
    ]);
  });

  it('does what the choice of tools says', async () => {
    expect((await respond('weather in Rome', all, { toolChoice: 'none' })).calls).toEqual([]);
    expect((await respond('anything at all', [search], { toolChoice: 'required' })).calls).toEqual([
      ['search_docs', { query: 'anything at all' }],
    ]);
    expect(
      (
        await respond('weather in Rome', all, {
          toolChoice: { type: 'function', function: { name: 'get_local_time' } },
        })
      ).calls,
    ).toEqual([['get_local_time', { city: 'Rome' }]]);
  });

  it('makes every call one by one where they must not be parallel', async () => {
    const one = { parallelToolCalls: false };
    const items = [asks('weather in Paris and London')];
    for (const location of ['Paris', 'London']) {
      const { calls } = await respond(items, all, one);
      expect(calls).toEqual([['get_current_weather', { location }]]);
      items.push(
        {
          type: 'function_call',
          callId: location,
          name: 'get_current_weather',
          arguments: JSON.stringify({ location }),
        },
        { type: 'function_output', callId: location, output: `mild in ${location}` },
      );
    }
    const { calls, text: answer } = await respond(items, all, one);
    expect(calls).toEqual([]);
    expect(answer).toMatch(/mild in Paris[\s\S]*mild in London/);
  });

  it('uses the tool that was chosen and no other, and says when it is not there', async () => {
    const tools: Tool[] = [...all, { type: 'file_search' }, { type: 'code_interpreter' }];
    const asked = 'weather in Rome\n```python\nprint(1)\n```';
    const chosen = async (toolChoice: ModelTurn['toolChoice'], question = asked, given = tools) => {
      const { events, calls, text, facts } = await respond(question, given, { toolChoice });
      return { used: calls[0]?.[0] ?? events[0]?.type, text, facts };
    };
    expect((await chosen({ type: 'file_search' })).used).toBe('file_search');
    expect((await chosen({ type: 'code_interpreter' })).used).toBe('code');
    expect((await chosen({ type: 'function', function: { name: 'get_local_time' } })).used).toBe('get_local_time');
    expect((await chosen({ type: 'code_interpreter' }, 'weather in Rome')).text).toContain('```python');
    const nope = await chosen({ type: 'function', function: { name: 'nope' } });
    expect(nope.facts).toEqual([{ code: 'declined', reason: 'tool_missing', tool: 'nope' }]);
    const without = await chosen({ type: 'file_search' }, asked, all);
    expect(without.facts).toEqual([{ code: 'declined', reason: 'tool_missing', tool: 'file_search' }]);
  });

  it('says so when none fits, and answers from the outputs when they came', async () => {
    expect((await respond('sing me a song', all)).facts).toMatchObject([{ reason: 'no_function_fits' }]);
    const called: ModelItem[] = [
      { type: 'function_call', callId: 'c', name: 'get_current_weather', arguments: '{"location":"Paris"}' },
      { type: 'function_output', callId: 'c', output: '{"temperature": 22, "unit": "celsius"}' },
    ];
    const { text: answer, calls } = await respond([asks('weather in Paris'), ...called], all);
    expect(calls).toEqual([]);
    expect(answer).toContain('temperature: 22');
  });

  it('takes schemas that are odd for what they are', async () => {
    for (const parameters of [
      null,
      {},
      { properties: 5 },
      { properties: { __proto__: { type: 'string' } } },
      { type: 'array' },
    ]) {
      const odd: Tool = {
        type: 'function',
        function: { name: 'get_odd', parameters: parameters as Record<string, unknown> },
      };
      expect((await respond('get the odd thing', [odd])).calls).toEqual([['get_odd', {}]]);
    }
  });
});

const passage = (filename: string, body: string, marker: string, page?: number) => ({
  storeId: 'vs',
  fileId: `file-${filename}`,
  filename,
  score: 0.8,
  attributes: {},
  text: body,
  chunk: 0,
  place: { line: 1, start: 0, end: body.length, ...(page ? { page } : {}) },
  why: {},
  marker,
});

describe('documents', () => {
  const found: ModelItem = {
    type: 'file_search_result',
    callId: 'c',
    queries: ['q'],
    passages: [
      passage('leave.pdf', 'Annual leave is 28 days. Parental leave is 14 weeks.', '【3:0†source】', 2),
      passage('travel.docx', 'Trains first.', '【3:1†source】'),
    ],
  };
  const tools: Tool[] = [{ type: 'file_search' }];

  it('are searched, and quoted with their source', async () => {
    const first = await respond('How long is parental leave?', tools);
    expect(first.events[0]).toEqual({ type: 'file_search', index: 0, queries: ['How long is parental leave?'] });
    const { text: answer } = await respond([asks('How long is parental leave?'), found], tools);
    expect(answer.split('\n')[0]).toBe('**leave.pdf**, page 2: “Parental leave is 14 weeks.”【3:0†source】');
  });

  it('are quoted by words that mean the same', async () => {
    const text = 'Delivery takes two days. Delivery costs 5 euros a parcel.';
    const priced: ModelItem = { ...found, passages: [passage('terms.md', text, '【3:0†source】')] } as ModelItem;
    const { text: answer } = await respond([asks('What does delivery cost?'), priced], tools);
    expect(answer.split('\n')[0]).toBe('**terms.md**: “Delivery costs 5 euros a parcel.”【3:0†source】');
  });

  it('are quoted by what stands under a heading, not by the heading', async () => {
    const text =
      'Annual leave\nIt is 28 days.\nParental leave\nIt is 14 weeks, paid in full.\nIt can be taken in two parts.';
    const headed: ModelItem = { ...found, passages: [passage('leave.pdf', text, '【3:0†source】', 2)] } as ModelItem;
    const { text: answer } = await respond([asks('How long is parental leave?'), headed], tools);
    expect(answer.split('\n\n')).toEqual([
      '**leave.pdf**, page 2: “It is 14 weeks, paid in full.”【3:0†source】',
      '**leave.pdf**, page 2: “It can be taken in two parts.”【3:0†source】',
    ]);
  });

  it('are not made to say what they do not', async () => {
    const { text: answer, facts } = await respond([asks('Who invented the submarine telescope?'), found], tools);
    expect(facts).toMatchObject([{ reason: 'not_in_documents', nearest: ['leave.pdf', 'travel.docx'] }]);
    expect(answer).not.toContain('†source');
  });
});
