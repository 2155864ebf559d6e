import type { Run, SentBytes, Transmission } from '#contract';
import { noBytes } from '#contract/ledger';

/** What an answer has cost, all calls of its run added up. */
export interface RunCost {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  cached_tokens: number;
  reasoning_tokens: number;
  /** US dollars; null where the price of a call is not known. */
  money: number | null;
}

export function costOf({ usage }: Pick<Run, 'usage'>, sent: readonly Transmission[]): RunCost | null {
  if (!usage) return null;
  const { promptTokens, completionTokens, cachedTokens, reasoningTokens } = usage;
  const unknown = sent.some(({ money }) => money === null);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    cached_tokens: cachedTokens,
    reasoning_tokens: reasoningTokens,
    money: unknown ? null : sent.reduce((sum, { money }) => sum + (money ?? 0), 0),
  };
}

/** The bytes of all requests of a run, by what they are; all 0 where nothing left. */
export function sentBytes(sent: readonly Transmission[]): SentBytes {
  const sum = { ...noBytes };
  const kinds = Object.keys(sum) as (keyof SentBytes)[];
  for (const { bytes } of sent) for (const kind of kinds) sum[kind] += bytes[kind];
  return sum;
}
