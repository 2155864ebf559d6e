import type { SentTotals, Transmission } from '../../src/preload/contract';
import { RunId } from '../../src/preload/contract/ids';
import { noBytes, nothingSent } from '../../src/preload/contract/ledger';
import { connectionId } from './connections';
import { threadId } from './rows';

/** A request of thread a, answered with 200, that sent 3,000 bytes. */
export const transmission = (id: number, changes: Partial<Transmission> = {}): Transmission => ({
  id,
  at: 1_000 * id,
  runId: RunId.parse('run_1'),
  threadId: threadId('a'),
  connectionId: connectionId('1'),
  connection: 'OpenAI',
  local: false,
  host: 'api.openai.com',
  path: '/v1/responses',
  model: 'gpt-6-luna',
  bytes: { ...noBytes, instructions: 2_000, question: 100, schema: 900 },
  totalBytes: 3_000,
  state: 'closed',
  status: 200,
  problem: null,
  usage: { promptTokens: 800, cachedTokens: 500, completionTokens: 90, reasoningTokens: 0, estimated: false },
  ms: 1_200,
  money: 0.0004,
  ...changes,
});

/** What so many of these requests add up to. */
export const sentTotals = (requests: number, changes: Partial<SentTotals> = {}): SentTotals => ({
  ...nothingSent(threadId('a')),
  requests,
  bytes: { ...noBytes, instructions: 2_000 * requests, question: 100 * requests, schema: 900 * requests },
  totalBytes: 3_000 * requests,
  hosts: ['api.openai.com'],
  promptTokens: 800 * requests,
  completionTokens: 90 * requests,
  money: 0.0004 * requests,
  ...changes,
});
