import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aTurn } from '../../../../support/models/turns';
import { needs } from '../../../../support/needs';
import { recordedAnswers, recordingsOf } from '../../../../support/recordings/answers';
import type { Script } from '../../../../support/upstream';
import { functionTool, resultOf, type TurnResult } from '../../../../support/upstream/turns';
import { expectedOf } from './expected';
import { providerOf } from './provider';

const usage = { input: 100, cached: 60, output: 20, reasoning: 8 };
const text = 'Revenue is 12.';
const call = { name: 'query_data', arguments: { sql: 'select 1' } };
const page = '<!doctype html><title>Sign in</title>';
const error = (code: string, message = code, param: string | null = null) => ({
  error: { error: { code, message, param } },
});
const again = { status: 503, headers: { 'retry-after-ms': '1' } };

/** What servers answer, one request after the other. */
const STREAMS: [string, Script[]][] = [
  ['text', [{ text, usage }]],
  ['thoughts, then text', [{ reasoning: 'Let me see.', text, usage }]],
  ['a call', [{ calls: [call], usage }]],
  ['text and two calls at once', [{ text, calls: [call, { ...call, name: 'make_chart' }], usage }]],
  ['a refusal by the model', [{ refusal: 'I cannot help with that.', usage }]],
  ['nothing at all', [{ usage }]],
  ['an answer that reaches its limit', [{ text, end: 'length', usage }]],
  ['an answer that the filter stops', [{ text, end: 'content_filter', usage }]],
  ['an answer without usage', [{ text, usage: null }]],
  ['a failure in the middle', [{ text, end: { failed: { code: 'server_error', message: 'Sorry.' } }, usage }]],
  [
    'no credit left, within the stream',
    [{ text: '', end: { failed: { code: 'insufficient_quota', message: 'x' } }, usage: null }],
  ],
  ['a stream that ends too early', [{ text, endAfterEvents: 6 }]],
  ['a connection that breaks', [{ text, cutAfterBytes: 1_200 }]],
  [
    'a connection that breaks before the first event, then text',
    [
      { text, cutAfterBytes: 9 },
      { text, usage },
    ],
  ],
  ['silence in the middle', [{ text, stallAfterEvents: 6 }]],
  ['503, then text', [again, { text, usage }]],
  ['503 for ever', [again, again, again, again]],
  [
    '429 by the rate, then text',
    [
      { status: 429, ...error('rate_limit_exceeded') },
      { text, usage },
    ],
  ],
  ['429 as nothing is left', [{ status: 429, ...error('insufficient_quota') }]],
  [
    '400 that names a parameter, then text',
    [
      { status: 400, ...error('unsupported_parameter', 'no', 'temperature') },
      { text, usage },
    ],
  ],
  ['400 as it is too long', [{ status: 400, ...error('context_length_exceeded') }]],
  ['401', [{ status: 401, ...error('invalid_api_key') }]],
  ['403', [{ status: 403, ...error('x') }]],
  ['404 for the model', [{ status: 404, ...error('model_not_found') }]],
  ['500 for ever', [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }]],
  ['a page of HTML', [{ status: 200, body: page }]],
  ['a redirect elsewhere', [{ status: 307, headers: { location: 'https://elsewhere.example/' } }]],
];

const REASONS: Record<string, string> = {
  stop: 'completed',
  calls: 'requires_action',
  max_completion_tokens: 'incomplete: max_completion_tokens',
  content_filter: 'incomplete: content_filter',
};

function stateOf({ failure, reason }: TurnResult): string {
  return failure ? `failed: ${failure.code}` : (REASONS[reason ?? ''] ?? 'none');
}

function usageOf({ usage: spent }: TurnResult): string {
  if (!spent) return 'not told';
  if (spent.estimated) return 'estimated';
  return `${spent.promptTokens} in (${spent.cachedTokens} cached), ${spent.completionTokens} out (${spent.reasoningTokens} reasoning)`;
}

async function rowOf(name: string, script: Script[]): Promise<string> {
  const { provider, connection, upstream } = providerOf(script);
  connection.idleMs = 50;
  const tools = [functionTool('query_data'), functionTool('make_chart')];
  const result = await resultOf(provider, aTurn({ tools, temperature: 1 }));
  expect(upstream.turns).toHaveLength(script.length);
  const said = result.text || result.refusal;
  const calls = result.calls.map((made) => `\`${made.name}\``).join(', ');
  return `| ${name} | ${stateOf(result)} | ${said} | ${calls} | ${usageOf(result)} |`;
}

const documented = (heading: string) => {
  const page = readFileSync(join(process.cwd(), 'docs/models.md'), 'utf8');
  const section = page.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
};

test('every stream ends as the documentation says', async () => {
  const rows: string[] = [];
  for (const [name, script] of STREAMS) rows.push(await rowOf(name, script));
  expect(documented('Streams')).toEqual(rows);
});

describe('recorded streams', needs(recordingsOf('responses')), () => {
  test('end as the documentation says', async () => {
    const groups = new Map<string, TurnResult[]>();
    for (const { name, status, body } of recordedAnswers('responses', (path) => path.endsWith('/responses'))) {
      const tools = [...new Set(expectedOf(body).calls.map((made) => made.name))].map((tool) => functionTool(tool));
      const script = status === 200 ? { raw: body } : { status, body, headers: { 'content-type': 'application/json' } };
      const { provider } = providerOf([script]);
      const server = SERVERS.find((known) => name.includes(known)) ?? 'openai';
      const results = groups.get(server) ?? [];
      groups.set(server, [...results, await resultOf(provider, aTurn({ tools }))]);
    }
    const rows = [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([server, results]) => groupRow(server, results));
    expect(documented('Recorded streams of Responses')).toEqual(rows);
  });
});

const SERVERS = ['azure', 'copilot', 'deepseek', 'lmstudio', 'openrouter', 'xai', 'bedrock'];

function groupRow(server: string, results: readonly TurnResult[]): string {
  const states = Map.groupBy(
    results.filter(({ failure }) => !failure),
    stateOf,
  );
  const failures = Map.groupBy(
    results.flatMap(({ failure }) => failure?.code ?? []),
    (code) => code,
  );
  const count = (state: string) => states.get(state)?.length ?? 0;
  const failed = [...failures].map(([code, all]) => `${all.length} ${code}`).toSorted();
  const sum = (of: (result: TurnResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const cells = [
    `\`${server}\``,
    results.length,
    count('completed'),
    count('requires_action'),
    count('incomplete: max_completion_tokens'),
    failed.join(', ') || 'none',
    sum(({ text: said, refusal }) => said.length + refusal.length),
    sum(({ calls }) => calls.length),
    sum(({ reasoning }) => (reasoning === '' ? 0 : 1)),
    sum(({ usage: spent }) => spent?.promptTokens ?? 0),
    sum(({ usage: spent }) => spent?.completionTokens ?? 0),
  ];
  return `| ${cells.join(' | ')} |`;
}
