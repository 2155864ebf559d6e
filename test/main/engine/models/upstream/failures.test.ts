import { describe, expect, it, test } from 'vitest';
import { bytesOf, endingOf, errorBody, failureOf, json } from '../../../../../src/main/engine/models/upstream';
import type { ModelFailure } from '../../../../../src/main/engine/ports';
import type { Script } from '../../../../support/upstream';
import { ScriptedUpstream } from '../../../../support/upstream';
import { ask, connectionTo, KEY, scripted } from '../../../../support/upstream/connection';

const live = new AbortController().signal;

async function failing(script: Script): Promise<ModelFailure> {
  const { failure } = await ask(scripted(script, script, script, script).connection);
  if (!failure) throw new Error('It did not fail');
  return failure;
}

describe('what servers say when they refuse', () => {
  test.each<[string, number, unknown, string]>([
    [
      'OpenAI, wrong key',
      401,
      {
        error: {
          message: 'Incorrect API key provided',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
      },
      'authentication',
    ],
    [
      'OpenAI, nothing left',
      429,
      {
        error: {
          message: 'You exceeded your current quota',
          type: 'insufficient_quota',
          param: null,
          code: 'insufficient_quota',
        },
      },
      'quota',
    ],
    [
      'OpenAI, too fast',
      429,
      { error: { message: 'Rate limit reached', type: 'tokens', param: null, code: 'rate_limit_exceeded' } },
      'rate_limit',
    ],
    [
      'OpenAI, too long',
      400,
      {
        error: { message: 'too long', type: 'invalid_request_error', param: 'input', code: 'context_length_exceeded' },
      },
      'context_length',
    ],
    [
      'OpenAI, no such model',
      400,
      {
        error: {
          message: 'The requested model does not exist',
          type: 'invalid_request_error',
          param: 'model',
          code: 'model_not_found',
        },
      },
      'model_not_found',
    ],
    [
      'Files API, with a detail beside',
      401,
      { detail: 'no', error: { message: 'no', code: 'invalid_api_key' } },
      'authentication',
    ],
    ['FastAPI, a detail alone', 403, { detail: 'Forbidden' }, 'permission'],
    [
      'xAI, a string',
      400,
      { code: 'Client specified an invalid argument', error: 'Incorrect API key provided: xa***34.' },
      'authentication',
    ],
    [
      'Gemini, a list',
      400,
      [
        {
          error: {
            code: 400,
            message: 'API key not valid.',
            status: 'INVALID_ARGUMENT',
            details: [{ reason: 'API_KEY_INVALID' }],
          },
        },
      ],
      'authentication',
    ],
    [
      'Gemini, too much',
      429,
      [{ error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } }],
      'rate_limit',
    ],
    ['Anthropic', 529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'overloaded'],
    ['OpenRouter, whole numbers', 402, { error: { message: 'Insufficient credits', code: 402 } }, 'quota'],
    [
      'Mistral, flat',
      401,
      { object: 'error', message: 'Unauthorized', type: 'invalid_request_error', code: 'unauthorized' },
      'authentication',
    ],
    [
      'DeepSeek',
      402,
      { error: { message: 'Insufficient Balance', type: 'unknown_error', code: 'invalid_request_error' } },
      'quota',
    ],
    [
      'llama.cpp, too long',
      400,
      { error: { code: 400, message: 'the request exceeds', type: 'exceed_context_size_error' } },
      'context_length',
    ],
    [
      'vLLM, too long',
      400,
      {
        object: 'error',
        message: "This model's maximum context length is 4096 tokens.",
        type: 'BadRequestError',
        code: 400,
      },
      'context_length',
    ],
    [
      'Ollama, no such model',
      404,
      { error: { message: 'model "scripted" not found, try pulling it first', type: 'api_error' } },
      'model_not_found',
    ],
    [
      'llama.cpp, no such path',
      404,
      { error: { code: 404, message: 'File Not Found', type: 'not_found_error' } },
      'bad_endpoint',
    ],
    [
      'Azure, filtered',
      400,
      { error: { message: 'filtered', code: 'content_filter', innererror: { code: 'ResponsibleAIPolicyViolation' } } },
      'content_filter',
    ],
    ['nothing at all', 500, '', 'server_error'],
  ])('%s', async (_, status, error, code) => {
    const failure = await failing({ status, error });
    expect(failure.code).toBe(code);
    expect(endingOf(failure)).toMatchObject({ connection: 'conn_1', model: 'scripted', status });
  });

  it('takes a page for what it is: no model server', async () => {
    for (const status of [200, 403, 404]) {
      const failure = await failing({ status, body: '<!doctype html><title>Sign in</title>' });
      expect([failure.code, endingOf(failure)?.fault]).toEqual(['bad_endpoint', 'html']);
      expect(failure.message).not.toContain('<');
    }
  });

  it.each([
    ['the key whole', KEY],
    ['all but its end', KEY.slice(0, -4)],
    ['its end', `sk-...${KEY.slice(-9)}`],
    ['encoded', Buffer.from(KEY).toString('base64')],
    ['another key', 'sk-proj-abcdefghijklmnopqrstuvwx'],
  ])('tells nobody the key that a server echoes: %s', async (_, echoed) => {
    const failure = await failing({
      status: 401,
      error: { error: { message: `Incorrect API key provided: ${echoed}. Find yours.`, code: echoed } },
    });
    expect(JSON.stringify([failure.message, failure.ending]).toLowerCase()).not.toContain(
      echoed.slice(-8).toLowerCase(),
    );
    expect(failure.message).toMatch(/^Incorrect API key provided: .*\[key\]\. Find yours\.$/);
  });

  it('keeps little of a long story', async () => {
    const failure = await failing({ status: 400, error: { error: { message: 'a\u0000b\n'.repeat(50_000) } } });
    expect(failure.message.length).toBeLessThanOrEqual(240);
    expect(failure.message).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    [{ error: { message: 'Unsupported', param: 'temperature', code: 'unsupported_parameter' } }, 'temperature'],
    [
      { error: { message: "Unsupported value: 'reasoning.effort' does not support 'max'.", param: null } },
      'reasoning.effort',
    ],
    [{ detail: [{ type: 'extra_forbidden', loc: ['body', 'top_p'], msg: 'Extra inputs are not permitted' }] }, 'top_p'],
    [{ error: { message: 'prompt_cache_key is not known here', type: 'invalid_request_error' } }, 'prompt_cache_key'],
    [{ error: { message: 'The text is too silly', type: 'invalid_request_error' } }, null],
  ])('learns which parameter is refused: %o', (body, parameter) => {
    const error = errorBody(body);
    const sent = {
      model: 'm',
      input: [],
      temperature: 1,
      top_p: 1,
      reasoning: { effort: 'max' },
      prompt_cache_key: 'k',
      text: {},
    };
    expect(error && endingOf(failureOf(connectionTo(new ScriptedUpstream()), error, 400, sent))?.parameter).toBe(
      parameter,
    );
  });

  it('tells an error in a good answer from a good answer', async () => {
    const upstream = new ScriptedUpstream({ models: ['a', 'b'] });
    const listed = await json(connectionTo(upstream), { method: 'GET', path: '/models' }, live);
    expect(listed).toMatchObject({ data: [{ id: 'a' }, { id: 'b' }] });
    const answer = { raw: '{"error":{"message":"no credit","code":402}}' };
    expect((await failing(answer)).code).toBe('quota');
  });
});

test('the bytes of a request add up by kind', () => {
  const body = { model: 'm', instructions: 'Be brief', input: ['Grüße', { rows: [1, 2] }] };
  const bytes = bytesOf(JSON.stringify(body), [
    { kind: 'instructions', value: body.instructions },
    { kind: 'question', value: body.input[0] },
    { kind: 'results', value: body.input[1] },
  ]);
  expect(bytes).toMatchObject({ instructions: 10, question: 9, results: 14 });
  expect(Object.values(bytes).reduce((sum, count) => sum + count)).toBe(Buffer.byteLength(JSON.stringify(body)));
});
