import type { ModelUsage } from '../../ports';
import { fieldsIn } from '../json-fields';

const count = (...values: unknown[]): number =>
  (values.find((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0) as number | undefined) ??
  0;

/** What a request has cost, as its server tells it; null where it tells nothing that can be used. */
export function usageOf(value: unknown): ModelUsage | null {
  const usage = fieldsIn(value);
  const promptTokens = count(usage.prompt_tokens, usage.input_tokens);
  const written = count(usage.completion_tokens, usage.output_tokens);
  const reasoningTokens = count(
    fieldsIn(usage.completion_tokens_details).reasoning_tokens,
    fieldsIn(usage.output_tokens_details).reasoning_tokens,
    usage.reasoning_tokens,
  );
  if (promptTokens === 0 && written === 0) return null;
  const cached = count(
    fieldsIn(usage.prompt_tokens_details).cached_tokens,
    usage.prompt_cache_hit_tokens,
    usage.cached_tokens,
  );
  // Some count what was thought in the total only.
  const rest = count(usage.total_tokens) - promptTokens;
  return {
    promptTokens,
    completionTokens: Math.max(written, reasoningTokens > 0 ? rest : 0),
    // Some count what stands in the cache, be it used or not.
    cachedTokens: Math.min(promptTokens, cached),
    reasoningTokens,
  };
}
