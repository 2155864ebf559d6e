import { describe, expect, it } from 'vitest';
import { chatWith, cost, delta, END, stream } from '../../../../support/models/chats';

const usage = { promptTokens: 12, completionTokens: 5, cachedTokens: 0, reasoningTokens: 0 };
const told = { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 };
const call = (entry: object, finish: string | null = null) => delta({ content: null, tool_calls: [entry] }, finish);

describe('texts', () => {
  it.each([
    ['usage in a chunk of its own', [delta({ content: 'Hel' }), delta({ content: 'lo' }, 'stop'), cost(), END]],
    ['usage on the last chunk', [delta({ content: 'Hello' }), { ...delta({}, 'stop'), usage: told }, END]],
    [
      'usage on every chunk',
      [
        { ...delta({ content: 'Hello' }), usage: { ...told, completion_tokens: 1 } },
        { ...delta({}, 'stop'), usage: told },
      ],
    ],
    ['usage under the name of Groq', [delta({ content: 'Hello' }), { ...delta({}, 'stop'), x_groq: { usage: told } }]],
    [
      'a first chunk without choices, as Azure sends',
      [{ id: '', model: '', choices: [], prompt_filter_results: [] }, delta({ content: 'Hello' }, 'stop'), cost()],
    ],
    ['no end but the usage', [delta({ content: 'Hello', tool_calls: null, refusal: '' }), cost()]],
    [
      'a whole message beside each delta, as Perplexity sends',
      [
        {
          choices: [{ index: 0, message: { content: 'Hello' }, delta: { content: 'Hello' }, finish_reason: 'stop' }],
          usage: told,
        },
      ],
    ],
    ['content in parts', [delta({ content: [{ type: 'text', text: 'Hello' }] }, 'stop'), cost()]],
    [
      'comments and unknown chunks',
      [
        ': waiting\n\n',
        { ping: 1 },
        'data: not json\n\n',
        'event: other\ndata: {"x":1}\n\n',
        delta({ content: 'Hello', novelty: 1 }, 'stop'),
        cost(),
        END,
      ],
    ],
    [
      'other choices beside',
      [{ choices: [{ index: 1, delta: { content: 'No' } }] }, delta({ content: 'Hello' }, 'stop'), cost()],
    ],
    [
      'one body instead of a stream',
      [
        JSON.stringify({
          object: 'chat.completion',
          choices: [{ index: 0, message: { content: 'Hello' }, finish_reason: 'stop' }],
          usage: told,
        }),
      ],
    ],
    [
      'one body with an empty delta beside its message',
      [
        JSON.stringify({
          choices: [{ index: 0, message: { content: 'Hello' }, delta: { content: '' }, finish_reason: 'stop' }],
          usage: told,
        }),
      ],
    ],
    [
      'one body that does not say how it ended',
      [JSON.stringify({ choices: [{ index: 0, message: { content: 'Hello' } }], usage: told })],
    ],
    [
      'a finish that is said twice, and text after it',
      [delta({ content: 'Hello' }, 'stop'), delta({ content: 'Hello' }, 'stop'), cost()],
    ],
  ])('%s', async (_, chunks) => {
    const answer = await chatWith([stream(...chunks)]).ask();
    expect(answer).toMatchObject({ text: 'Hello', calls: [], failure: null, done: { reason: 'stop', usage } });
    expect(answer.events.filter((event) => event.type === 'done')).toHaveLength(1);
  });

  it('without usage the cost is counted here, said to be an estimate, and remembered as not told', async () => {
    const { ask, quirks } = chatWith([stream(delta({ content: 'Hello there' }, 'stop'), END)]);
    const { done } = await ask();
    expect(done?.usage).toMatchObject({ completionTokens: 2, estimated: true });
    expect(done?.usage.promptTokens).toBeGreaterThan(10);
    expect(quirks.known()).toContainEqual({ code: 'no_usage' });
  });

  it('cached and thought tokens are told in each of the usual places', async () => {
    const cases = [
      {
        prompt_tokens: 100,
        completion_tokens: 20,
        prompt_tokens_details: { cached_tokens: 60 },
        completion_tokens_details: { reasoning_tokens: 15 },
      },
      { prompt_tokens: 100, completion_tokens: 20, prompt_cache_hit_tokens: 60, reasoning_tokens: 15 },
      // Not counted among the written ones.
      {
        prompt_tokens: 100,
        completion_tokens: 5,
        total_tokens: 120,
        cached_tokens: 60,
        completion_tokens_details: { reasoning_tokens: 15 },
      },
    ];
    for (const given of cases) {
      const { done } = await chatWith([stream(delta({ content: 'x' }, 'stop'), cost(given))]).ask();
      expect(done?.usage).toEqual({ promptTokens: 100, completionTokens: 20, cachedTokens: 60, reasoningTokens: 15 });
    }
  });

  it('a refusal and a filter are what they are', async () => {
    const refused = await chatWith([stream(delta({ refusal: 'I cannot.' }, 'stop'), cost())]).ask();
    expect(refused).toMatchObject({ refusal: 'I cannot.', text: '' });
    const filtered = await chatWith([stream(delta({ content: 'So' }), delta({}, 'content_filter'), cost())]).ask();
    expect(filtered.done?.reason).toBe('content_filter');
    const long = await chatWith([stream(delta({ content: 'So' }, 'length'), cost())]).ask();
    expect(long.done?.reason).toBe('max_completion_tokens');
  });
});

describe('calls', () => {
  const berlin = { name: 'weather', arguments: '{"city":"Berlin"}' };
  const whole = (given: object = {}) => ({ id: 'abc', type: 'function', function: berlin, ...given });
  it.each([
    [
      'in pieces',
      [
        call({ index: 0, id: 'a', type: 'function', function: { name: 'weather', arguments: '' } }),
        call({ index: 0, function: { arguments: '{"city":' } }),
        call({ index: 0, function: { arguments: '"Berlin"}' } }),
        delta({}, 'tool_calls'),
      ],
    ],
    [
      'with an empty id on later pieces, as Alibaba sends',
      [
        call({ index: 0, id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":' } }),
        call({ index: 0, id: '', type: 'function', function: { arguments: '"Berlin"}' } }),
        delta({}, 'tool_calls'),
      ],
    ],
    [
      'with id and name on each piece',
      [
        call({ index: 0, id: 'a', function: { name: 'weather', arguments: '{"city":' } }),
        call({ index: 0, id: 'a', function: { name: 'weather', arguments: '"Berlin"}' } }),
        delta({}, 'tool_calls'),
      ],
    ],
    ['whole, without type and index, as Mistral sends', [call({ id: 'a', function: berlin }, 'tool_calls')]],
    ['without any id', [call({ index: 0, function: berlin }, 'tool_calls')]],
    [
      'with arguments as an object',
      [call({ index: 0, function: { name: 'weather', arguments: { city: 'Berlin' } } }, 'tool_calls')],
    ],
    ['that finish as if they were a text', [call({ index: 0, ...whole() }), delta({}, 'stop')]],
    [
      'as the old kind',
      [
        delta({ function_call: { name: 'weather', arguments: '{"city":' } }),
        delta({ function_call: { arguments: '"Berlin"}' } }),
        delta({}, 'function_call'),
      ],
    ],
  ])('%s', async (_, chunks) => {
    const answer = await chatWith([stream(...chunks, cost(), END)]).ask();
    expect(answer).toMatchObject({ text: '', calls: [berlin], done: { reason: 'calls', usage }, failure: null });
  });

  it.each([
    [
      'in one chunk',
      [
        delta(
          {
            tool_calls: [
              { id: 'a', function: berlin },
              { id: 'b', function: { name: 'time', arguments: '{}' } },
            ],
          },
          'tool_calls',
        ),
      ],
    ],
    [
      'in turns',
      [
        call({ index: 0, id: 'a', function: { name: 'weather', arguments: '{"city":' } }),
        call({ index: 1, id: 'b', function: { name: 'time', arguments: '{' } }),
        call({ index: 0, function: { arguments: '"Berlin"}' } }),
        call({ index: 1, function: { arguments: '}' } }),
        delta({}, 'tool_calls'),
      ],
    ],
    [
      'all with the same index',
      [
        call({ index: 0, id: 'a', function: berlin }),
        call({ index: 0, id: 'b', function: { name: 'time', arguments: '{}' } }),
        delta({}, 'tool_calls'),
      ],
    ],
    [
      'without ids and indexes',
      [delta({ tool_calls: [{ function: berlin }, { function: { name: 'time', arguments: '{}' } }] }, 'tool_calls')],
    ],
  ])('two at once, %s', async (_, chunks) => {
    const { calls } = await chatWith([stream(...chunks, cost())]).ask();
    expect(calls).toEqual([berlin, { name: 'time', arguments: '{}' }]);
  });
});

describe('errors within a stream', () => {
  it.each([
    [
      'as an event of its own',
      ['event: error\ndata: {"error":{"message":"Tool call validation failed","code":"tool_use_failed"}}\n\n'],
      'server_error',
    ],
    [
      'beside choices, with a number as its code',
      [
        {
          error: { code: 429, message: 'Slow down' },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
        },
      ],
      'rate_limit',
    ],
    [
      'in the choice',
      [{ choices: [{ index: 0, delta: {}, finish_reason: 'error', error: { code: 502, message: 'Bad gateway' } }] }],
      'server_error',
    ],
    ['as a string', [{ error: 'model runner has stopped' }], 'server_error'],
    ['as an end only', [delta({}, 'insufficient_system_resource')], 'overloaded'],
    ['that stops', [], 'cut_off'],
  ])('%s', async (_, chunks, code) => {
    const { failure, text } = await chatWith([stream(delta({ content: 'So far' }), ...chunks)]).ask();
    expect(text).toBe('So far');
    expect(failure?.code).toBe(code);
    expect(failure?.ending).toMatchObject({ connection: 'conn_1', model: 'scripted' });
  });
});

describe('what a model thinks', () => {
  it.each([
    ['reasoning_content', [delta({ reasoning_content: 'Let me see.' }), delta({ content: 'Hello' }, 'stop')]],
    ['reasoning', [delta({ reasoning: 'Let me see.', content: '' }), delta({ content: 'Hello' }, 'stop')]],
    [
      'parts of content',
      [
        delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Let me see.' }] }] }),
        delta({ content: 'Hello' }, 'stop'),
      ],
    ],
    ['tags', [delta({ content: '<think>\nLet me see.\n</think>\n\nHello' }, 'stop')]],
    [
      'tags in pieces',
      [...'<think>Let me see.</think>Hello'].map((content) => delta({ content })).concat(delta({}, 'stop')),
    ],
  ])('in %s is no part of the answer', async (_, chunks) => {
    const answer = await chatWith([stream(...chunks, cost())]).ask();
    expect(answer).toMatchObject({ reasoning: 'Let me see.', text: 'Hello' });
  });

  it('without its opening tag is told apart from the second answer on', async () => {
    const answer = stream(delta({ content: 'Let me see.</think>Hello' }, 'stop'), cost());
    const { ask, quirks } = chatWith([answer, answer]);
    await ask();
    expect(quirks.known()).toContainEqual({ code: 'thinks_unopened' });
    expect(await ask()).toMatchObject({ reasoning: 'Let me see.', text: 'Hello' });
  });

  it('blank lines between thoughts and calls are no message', async () => {
    const chunks = [
      delta({ content: '<think>\n\n</think>' }),
      delta({ content: '\n\n' }),
      delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'time', arguments: '{}' } }] }, 'tool_calls'),
    ];
    const { text, calls } = await chatWith([stream(...chunks, cost())]).ask();
    expect(text).toBe('');
    expect(calls).toHaveLength(1);
  });

  it('a tag further down is text', async () => {
    const { text } = await chatWith([
      stream(delta({ content: 'Write <think>x</think> around it' }, 'stop'), cost()),
    ]).ask();
    expect(text).toBe('Write <think>x</think> around it');
  });
});
