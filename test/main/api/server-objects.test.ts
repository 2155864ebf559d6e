import type OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { serverMessage, serverRun, serverStep } from '../../../src/main/api/server-objects';
import { pack } from '../../../src/main/metadata';

type Metadata = Record<string, string>;
const message = (metadata: Metadata | null, role = 'assistant') =>
  serverMessage({
    ...{ id: 'msg_1', thread_id: 'thread_1', run_id: null, role, status: 'completed', metadata },
    content: [{ type: 'text', text: { value: 'It is 4.', annotations: [] } }],
  } as unknown as OpenAI.Beta.Threads.Message);
const run = (changes: object) =>
  serverRun({
    ...{ id: 'run_1', thread_id: 'thread_1', model: 'm', usage: null, required_action: null, last_error: null },
    ...{ incomplete_details: null, metadata: {}, ...changes },
  } as OpenAI.Beta.Threads.Run);
const step = (outputs: object[], metadata: Metadata = {}, status = 'completed') =>
  serverStep({
    ...{ id: 'step_1', run_id: 'run_1', thread_id: 'thread_1', type: 'tool_calls', status, last_error: null, metadata },
    step_details: {
      type: 'tool_calls',
      tool_calls: [{ id: 'call_1', type: 'code_interpreter', code_interpreter: { input: 'x', outputs } }],
    },
  } as OpenAI.Beta.Threads.Runs.RunStep).calls[0];

const reading = { fact: { code: 'reading', text: 'sum of a' }, part: 0, start: 0, end: 3 };
const TRACE = 'Traceback (most recent call last):\n  File "<cell 1>", line 1, in <module>\nKeyError: 1\n';
const logs = (text: string) => ({ type: 'logs', logs: text });

describe('what a message says as data', () => {
  it('is what the embedded engine put beside it', () => {
    expect(message(pack('assay_facts', [reading])).facts).toEqual([reading]);
  });

  it.each<[string, Metadata | null, string?]>([
    ['metadata of nobody', null],
    ['metadata of others', { topic: 'birds', assay_facts_2: '[1]' }],
    ['no JSON', { assay_facts_1: '[{"fact":' }],
    ['facts of a newer version', pack('assay_facts', [{ ...reading, fact: { code: 'hologram' } }])],
    ['a fact without its values', pack('assay_facts', [{ ...reading, fact: { code: 'total_line', file: 'a' } }])],
    ['a place that ends before it begins', pack('assay_facts', [{ ...reading, start: 9, end: 3 }])],
    ['a place that is none', pack('assay_facts', [{ ...reading, part: -1 }, { ...reading, start: 0.5 }, null, 7])],
    ['a fact in a question', pack('assay_facts', [reading]), 'user'],
  ])('is nothing where there is %s', (_name, metadata, role) => {
    expect(message(metadata, role).facts).toEqual([]);
  });

  it('is what is known of it, also beside what is not', () => {
    const facts = [{ ...reading, fact: { code: 'hologram' } }, JSON.parse('{"__proto__": 1}'), reading];
    expect(message(pack('assay_facts', facts)).facts).toEqual([reading]);
  });
});

describe('what a run has cost', () => {
  const counts = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
  const expected = { promptTokens: 9, completionTokens: 4, cachedTokens: 0, reasoningTokens: 0, estimated: false };

  it.each<[string, object, object]>([
    [
      'as the embedded engine tells it',
      {
        prompt_token_details: { cached_tokens: 6 },
        completion_tokens_details: { reasoning_tokens: 2 },
        estimated: true,
      },
      { cachedTokens: 6, reasoningTokens: 2, estimated: true },
    ],
    ['under the other name of its details', { prompt_tokens_details: { cached_tokens: 6 } }, { cachedTokens: 6 }],
    ['without details', {}, {}],
    ['with details that are none', { prompt_token_details: null, completion_tokens_details: 'x' }, {}],
  ])('is read %s', (_name, details, read) => {
    expect(run({ status: 'completed', usage: { ...counts, ...details } }).usage).toEqual({ ...expected, ...read });
  });
});

describe('why a run ended', () => {
  it.each<[string, object, object | null]>([
    ['completed', { status: 'completed' }, null],
    ['under way', { status: 'in_progress' }, null],
    ['cancelled', { status: 'cancelled' }, { code: 'cancelled' }],
    ['expired', { status: 'expired' }, { code: 'expired' }],
    ['failed for a reason', failed('server_error', 'Gone.'), { code: 'failed', message: 'Gone.' }],
    ['failed for none', { status: 'failed' }, { code: 'failed', message: null }],
    [
      'turned away',
      failed('rate_limit_exceeded', 'Later.'),
      { code: 'rate_limit', connection: null, model: null, message: 'Later.' },
    ],
    [
      'failed as its model could not answer',
      { ...failed('server_error', 'No.'), metadata: told({ code: 'authentication', connection: 'Work', status: 401 }) },
      { code: 'authentication', connection: 'Work', model: 'm', message: null },
    ],
    [
      'closed',
      { ...failed('server_error', 'Closed.'), metadata: told({ code: 'interrupted' }) },
      { code: 'interrupted' },
    ],
    [
      'cut off',
      { status: 'incomplete', metadata: told({ code: 'content_filter' }) },
      { code: 'content_filter', connection: null, model: 'm', message: null },
    ],
    [
      'failed by a newer version',
      { ...failed('server_error', 'X'), metadata: told({ code: 'eclipse' }) },
      { code: 'failed', message: 'X' },
    ],
    [
      'too long to read',
      { status: 'incomplete', incomplete_details: { reason: 'max_prompt_tokens' } },
      { code: 'prompt_limit' },
    ],
    ['too long to write', { status: 'incomplete' }, { code: 'length_limit' }],
    ['completed, whatever it once was', { status: 'completed', metadata: told({ code: 'interrupted' }) }, null],
  ])('is told as data: %s', (_name, changes, ending) => {
    expect(run(changes).ending).toEqual(ending);
  });
});

describe('what a step tells besides', () => {
  const told = (metadata: Metadata) =>
    serverStep({
      ...{ id: 'step_1', run_id: 'run_1', thread_id: 'thread_1', type: 'tool_calls', status: 'completed' },
      ...{ last_error: null, metadata, step_details: { type: 'tool_calls', tool_calls: [] } },
    } as unknown as OpenAI.Beta.Threads.Runs.RunStep);
  const leftOut = { toolResults: 2, messages: 1, pictures: 0 };

  it('is what the model thought, and what it was not given', () => {
    const metadata = { ...pack('assay_reasoning', ['First ', 'compute.']), ...pack('assay_left_out', [leftOut]) };
    expect(told(metadata)).toMatchObject({ reasoning: 'First compute.', leftOut });
  });

  it.each([{}, { assay_reasoning_1: '[1]', assay_left_out_1: '[{}]' }, { assay_reasoning_1: 'x' }])(
    'is nothing where there is none, as in %j',
    (metadata) => {
      const { reasoning, leftOut } = told(metadata as Metadata);
      expect([reasoning, leftOut]).toEqual([undefined, undefined]);
    },
  );
});

describe('how code ended', () => {
  const ending = { ended: 'timeout', fresh: true, error: null, missing: null };

  it('is what the embedded engine tells, whose own sentence about it is no output of the code', () => {
    const metadata = pack('assay_code', [{ call: 'call_1', worded: true, ...ending }]);
    expect(step([logs('1\n'), logs('Zu lang.')], metadata)).toMatchObject({
      outputs: [{ type: 'logs', text: '1\n' }],
      ending,
    });
  });

  it('is of another server told by the traceback, which is the same in every language', () => {
    expect(step([logs('1'), logs(TRACE)])?.ending).toMatchObject({
      ended: 'error',
      error: { type: 'KeyError', message: '1' },
    });
    expect(step([logs('The code was stopped because it took too long.')])?.ending).toMatchObject({ ended: 'done' });
    expect(step([logs('x')], pack('assay_code', [{ call: 'call_2', worded: true, ...ending }]))).toMatchObject({
      outputs: [{ text: 'x' }],
      ending: { ended: 'done' },
    });
  });

  it('is not told while it runs', () => {
    expect(step([logs(TRACE)], {}, 'in_progress')?.ending).toBeNull();
  });
});

function failed(code: string, message: string) {
  return { status: 'failed', last_error: { code, message } };
}

function told(ending: object): Metadata {
  return pack('assay_ending', [ending]);
}
