import { describe, expect, it } from 'vitest';
import { probeTools } from '../../../../../src/main/engine/models/chat';
import { unknownAbilities } from '../../../../../src/main/engine/ports';
import { chatWith, cost, delta, stream } from '../../../../support/models/chats';
import { asks } from '../../../../support/models/turns';

const ok = stream(delta({ content: 'Yes' }, 'stop'), cost());
const refused = (message: string, given: object = {}, status = 400) => ({
  status,
  error: { error: { message, ...given } },
});

describe('what a server refuses is left out, remembered, and not asked again', () => {
  const temperature = { temperature: 0.2, maxCompletionTokens: 100 };
  it.each([
    [
      'temperature',
      refused("Unsupported parameter: 'temperature'", { param: 'temperature', code: 'unsupported_parameter' }),
    ],
    ['stream_options', refused('Unrecognized request argument supplied: stream_options')],
    [
      'stream_options',
      {
        status: 422,
        error: {
          detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' }],
        },
      },
    ],
    [
      'max_tokens',
      refused("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", { param: 'max_tokens' }),
    ],
  ])('%s', async (parameter, refusal) => {
    const { ask, upstream, quirks } = chatWith([refusal, ok, ok]);
    expect(await ask(temperature)).toMatchObject({ text: 'Yes', failure: null });
    expect(quirks.known()).toContainEqual({ code: 'refuses', parameter });
    await ask(temperature);
    expect(upstream.turns).toHaveLength(3);
    expect(upstream.turns[0]?.json).toHaveProperty(parameter);
    for (const { json } of upstream.turns.slice(1)) expect(json).not.toHaveProperty(parameter);
  });

  it('the other name for the limit of an answer', async () => {
    const { ask, upstream } = chatWith([refused('bad', { param: 'max_tokens' }), ok]);
    await ask(temperature);
    expect(upstream.turns[1]?.json.max_completion_tokens).toBe(100);
  });

  it('one thing after the other', async () => {
    const { ask, upstream } = chatWith([
      refused('no', { param: 'temperature' }),
      refused('no', { param: 'top_p' }),
      ok,
    ]);
    expect(await ask({ temperature: 0.1, topP: 0.9 })).toMatchObject({ text: 'Yes' });
    expect(upstream.turns).toHaveLength(3);
  });

  it('but nothing that the request is made of', async () => {
    const { ask, upstream } = chatWith([refused('no such model', { param: 'model' })]);
    expect((await ask()).failure?.code).toBe('invalid_request');
    expect(upstream.turns).toHaveLength(1);
  });

  it('and not where the key is refused', async () => {
    const { ask, quirks } = chatWith([refused('bad key for temperature', { param: 'temperature' }, 401)]);
    expect((await ask({ temperature: 0.1 })).failure?.code).toBe('authentication');
    expect(quirks.known()).toEqual([]);
  });
});

it('a server that takes text only is sent text, and the model is told of the picture', async () => {
  const { ask, upstream, quirks } = chatWith([
    refused('messages.0.content must be a string', { param: 'messages[0].content' }),
    ok,
  ]);
  const content = [
    { type: 'text' as const, text: 'See' },
    { type: 'image_file' as const, fileId: 'f' },
  ];
  const picture = async () => ({ mediaType: 'image/png' as const, bytes: new Uint8Array([1]) });
  expect(await ask({ items: [{ type: 'message', role: 'user', content }], picture })).toMatchObject({ text: 'Yes' });
  expect(upstream.turns[1]?.json.messages[0].content).toMatch(/^See\n\n\[A picture/);
  expect(quirks.known()).toContainEqual({ code: 'text_content' });
});

it('a server that wants back what was thought is given it', async () => {
  const { ask, quirks } = chatWith([
    refused('The reasoning_content in the thinking mode must be passed back to the API.'),
    ok,
  ]);
  expect(await ask()).toMatchObject({ text: 'Yes' });
  expect(quirks.known()).toContainEqual({ code: 'wants_reasoning_back' });
});

describe('a model that cannot call tools', () => {
  it.each([
    ['OpenRouter', refused('No endpoints found that support tool use. Try disabling "weather".', { code: 404 }, 404)],
    ['Ollama', refused('registry.ollama.ai/library/gemma:2b does not support tools', { type: 'api_error' })],
    ['vLLM', refused('"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set')],
    ['llama.cpp', refused('tools param requires --jinja flag', { code: 500, type: 'server_error' }, 500)],
  ])('is found out by the refusal of %s, and the run ends by it', async (_, refusal) => {
    const { ask, quirks, upstream } = chatWith([refusal, refusal, refusal, refusal]);
    const { failure } = await ask();
    expect(failure?.code).toBe('unsupported');
    expect(failure?.ending).toMatchObject({ fault: 'no_tools', connection: 'conn_1', model: 'scripted' });
    expect(quirks.known()).toEqual([{ code: 'no_tools' }]);
    const before = upstream.turns.length;
    expect((await ask()).failure?.code).toBe('unsupported');
    expect(upstream.turns).toHaveLength(before);
  });

  it('still answers where there are none', async () => {
    const { ask } = chatWith([ok], { quirks: [{ code: 'no_tools' }] });
    expect(await ask({ tools: [] })).toMatchObject({ text: 'Yes', failure: null });
  });

  it('is not asked where its abilities say so', async () => {
    const { ask, upstream } = chatWith([ok], { abilities: { ...unknownAbilities, tools: false } });
    expect((await ask()).failure?.code).toBe('unsupported');
    expect(upstream.turns).toEqual([]);
  });
});

describe('a verification finds out how a model calls tools', () => {
  type Answer = Parameters<typeof chatWith>[0][number];
  const probe = async (answer: Answer, given = {}, second = answer) => {
    const chat = chatWith([answer, second], given);
    const found = await probeTools(chat.options, new AbortController().signal);
    return { found, known: chat.quirks.known(), body: chat.upstream.turns[0]?.json };
  };
  const native = stream(
    delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'count_rows', arguments: '{}' } }] }, 'tool_calls'),
    cost(),
  );

  it('as its API has it', async () => {
    expect(await probe(native, { quirks: [{ code: 'no_tools' }, { code: 'calls_as_text' }] })).toMatchObject({
      found: 'native',
      known: [],
    });
  });

  it('in its text', async () => {
    const written = stream(
      delta({ content: '```json\n{"name": "count_rows", "arguments": {"table": "orders"}}\n```' }, 'stop'),
      cost(),
    );
    const asText = { found: 'as_text', known: [{ code: 'calls_as_text' }] };
    expect(await probe(written)).toMatchObject(asText);
    const invents = stream(delta({ content: 'It has 12 rows.' }, 'stop'), cost());
    expect(await probe(invents, {}, written)).toMatchObject(asText);
  });

  it('not at all', async () => {
    const invents = stream(delta({ content: 'The table has 1,024 rows.' }, 'stop'), cost());
    expect(await probe(invents)).toMatchObject({ found: 'none', known: [{ code: 'ignores_tools' }] });
    expect(await probe(refused('this model does not support tools'))).toMatchObject({
      found: 'none',
      known: [{ code: 'no_tools' }],
    });
  });

  it('and a refused key is told as such', async () => {
    await expect(probe(refused('Incorrect API key', { code: 'invalid_api_key' }, 401))).rejects.toMatchObject({
      code: 'authentication',
    });
  });
});

describe('a server that cuts what it is sent', () => {
  const long = { instructions: 'Rules of the house. '.repeat(2_000), items: [asks('What was sold?')] };
  const cut = stream(delta({ content: 'No idea' }, 'stop'), cost({ prompt_tokens: 4_095, completion_tokens: 3 }));
  const line = (given: object) => `${JSON.stringify({ model: 'scripted', ...given })}\n`;

  it('is noticed by its count of tokens, the run ends by it, and the next one is read whole', async () => {
    const chat = chatWith([cut]);
    const asked: { url: string; body: Record<string, unknown> }[] = [];
    const compatible = chat.options.upstream.fetch;
    chat.options.upstream.fetch = async (url, init) => {
      if (!url.endsWith('/api/chat')) return compatible?.(url, init) ?? new Response(null);
      asked.push({ url, body: JSON.parse(String(init.body)) });
      const lines =
        line({ message: { role: 'assistant', content: '', thinking: 'Hm.' }, done: false }) +
        line({
          message: {
            role: 'assistant',
            content: '',
            tool_calls: [{ function: { name: 'time', arguments: { zone: 'UTC' } } }],
          },
          done: false,
        }) +
        line({ message: { role: 'assistant', content: 'Whole.' }, done: false }) +
        line({
          message: { role: 'assistant', content: '' },
          done: true,
          done_reason: 'stop',
          prompt_eval_count: 10_020,
          eval_count: 9,
        });
      return new Response(lines, { headers: { 'content-type': 'application/x-ndjson' } });
    };
    const first = await chat.ask(long);
    expect(first.failure?.code).toBe('context_length');
    expect(first.failure?.ending).toMatchObject({ fault: 'cut_silently', read: 4_095 });
    expect(first.failure?.usage).toMatchObject({ promptTokens: 4_095 });
    expect(chat.quirks.known()).toContainEqual({ code: 'cuts_context', tokens: 4_095 });
    const second = await chat.ask(long);
    expect(second).toMatchObject({
      text: 'Whole.',
      reasoning: 'Hm.',
      calls: [{ name: 'time', arguments: '{"zone":"UTC"}' }],
      failure: null,
    });
    expect(second.done?.usage).toMatchObject({ promptTokens: 10_020, completionTokens: 9 });
    expect(asked[0]?.url).toBe('http://127.0.0.1:9/api/chat');
    expect(asked[0]?.body).toMatchObject({ model: 'scripted', stream: true, options: { num_ctx: 16_384 } });
  });

  it('by its kind is asked in its own way as soon as a request is long', async () => {
    const chat = chatWith([ok], { native: 'ollama', abilities: { ...unknownAbilities, contextTokens: 8_192 } });
    expect(await chat.ask()).toMatchObject({ text: 'Yes' });
    expect((await chat.ask(long)).failure?.code).toBe('context_length');
    expect(chat.upstream.asked).toHaveLength(1);
  });

  it('of its tools only is remembered as a model that does not see them', async () => {
    const parameters = { type: 'object', properties: { x: { type: 'string', description: 'A word. '.repeat(1_500) } } };
    const tools = [{ type: 'function' as const, function: { name: 'f', parameters } }];
    const answer = stream(delta({ content: 'x' }, 'stop'), cost({ prompt_tokens: 660, completion_tokens: 3 }));
    const { ask, quirks, upstream } = chatWith([answer, answer]);
    expect(await ask({ tools, instructions: 'One rule. '.repeat(220) })).toMatchObject({ failure: null });
    expect(quirks.known()).toEqual([{ code: 'ignores_tools' }]);
    await ask({ tools });
    expect(upstream.turns[1]?.json.messages[0].content).toContain('- f {x}');
  });
});
