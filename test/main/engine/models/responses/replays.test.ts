import { describe, expect, test } from 'vitest';
import { endingOf } from '../../../../../src/main/engine/models/upstream';
import { type ModelTurn, type Tool, unknownAbilities } from '../../../../../src/main/engine/ports';
import { answers as answered, asks, aTurn } from '../../../../support/models/turns';
import { needs } from '../../../../support/needs';
import { recordedAnswers, recordingsOf } from '../../../../support/recordings/answers';
import { functionTool, resultOf } from '../../../../support/upstream/turns';
import { expectedOf } from './expected';
import { providerOf } from './provider';

const answers = recordedAnswers('responses', (path) => path.endsWith('/responses'));
const compacted = recordedAnswers('responses', (path) => path.endsWith('/responses/compact')).filter(({ body }) =>
  body.includes('"response.compaction"'),
);
const ok = answers.filter(({ status }) => status === 200);
/** One stream fails within, and some servers answer before the answer is there. */
const whole = ok.filter(({ body }) => ['completed', 'incomplete'].includes(expectedOf(body).status ?? ''));
const failed = answers.filter(({ status }) => status >= 400);

const CODES: Record<string, string> = {
  invalid_api_key: 'authentication',
  'invalid-argument': 'authentication',
  model_not_found: 'model_not_found',
  context_length_exceeded: 'context_length',
  insufficient_quota: 'quota',
  decimal_below_min_value: 'invalid_request',
  invalid_request_error: 'invalid_request',
};

/** Names that only a server's own tools have are no functions of ours, and are left to it. */
const toolsFor = (calls: readonly { name: string }[]) =>
  [...new Set(calls.map(({ name }) => name))].map((name) => functionTool(name));

/** A turn that lets the server run code where it did. */
function turnFor(body: string): ModelTurn {
  const code = body.includes('code_interpreter_call');
  const tools: Tool[] = [...toolsFor(expectedOf(body).calls), ...(code ? [{ type: 'code_interpreter' } as const] : [])];
  return aTurn({ tools, run: { id: 'run_1', threadId: 'thread_1', metadata: { assay_code: 'hosted' } } });
}

describe('what servers really answered', needs(recordingsOf('responses')), () => {
  test.each(whole.map((answer) => [answer.name, answer] as const))(
    '%s is read as it was meant',
    async (_, { body }) => {
      const expected = expectedOf(body);
      const { provider } = providerOf([{ raw: body }]);
      const result = await resultOf(provider, turnFor(body));
      expect(result.failure).toBeNull();
      const { text, refusal, calls, reason } = expected;
      expect({ text: result.text, refusal: result.refusal, calls: result.calls, reason: result.reason }).toEqual({
        text,
        refusal,
        calls,
        reason,
      });
      if (expected.usage) expect(result.usage).toEqual(expected.usage);
      else expect(result.usage?.estimated).toBe(true);
    },
  );

  test.each(failed.map((answer) => [answer.name, answer] as const))(
    '%s fails as it was meant',
    async (_, { status, body, headers }) => {
      const { provider } = providerOf([{ status, body, headers: { 'content-type': 'application/json', ...headers } }]);
      const { failure } = await resultOf(provider);
      const code = /"code": ?"([^"]+)"/.exec(body)?.[1] ?? '';
      expect([failure?.code, endingOf(failure)?.status]).toEqual([CODES[code], status]);
    },
  );

  test('one that fails in the middle says why', async () => {
    const failing = ok.filter(({ body }) => expectedOf(body).status === 'failed');
    expect(failing.length).toBeGreaterThan(0);
    for (const { body } of failing) {
      const { failure } = await resultOf(providerOf([{ raw: body }]).provider);
      expect(failure?.code).toBe('quota');
    }
  });

  test.each(compacted.map((answer) => [answer.name, answer] as const))(
    '%s stands for the conversation it was made of',
    async (_, { body }) => {
      const { output, usage } = JSON.parse(body);
      const state = output.findLast(({ type }: { type: string }) => type.startsWith('compaction'));
      const { provider, sent } = providerOf([{ text: 'Two.', usage: { input: 30, cached: 0, output: 5 } }], {
        abilities: { ...unknownAbilities, contextTokens: 2_000 },
        server: { refuses: ['context_management'], compacts: { body } },
      });
      const items = [asks('Storks nest here. '.repeat(300)), answered('They do.'), asks('How many?')];
      const result = await resultOf(provider, aTurn({ items }));
      expect(result).toMatchObject({ failure: null, text: 'Two.' });
      expect(result.usage).toMatchObject({
        promptTokens: usage.input_tokens + 30,
        completionTokens: usage.output_tokens + 5,
      });
      expect(sent().input).toEqual([
        expect.objectContaining({ role: 'user' }),
        expect.objectContaining({ type: state.type, encrypted_content: state.encrypted_content }),
      ]);
    },
  );

  test('conversations put together by the server are among them', () => {
    expect(compacted.length).toBeGreaterThan(2);
  });
});
