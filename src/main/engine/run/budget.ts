import type { ModelUsage } from '../ports';
import type { RunRecord, TokenUsage } from '../store/records';

/** What the run may still spend, in tokens; null where it has no limit. */
export interface Budget {
  prompt: number | null;
  completion: number | null;
}

export function budgetLeft(run: RunRecord): Budget {
  const { max_prompt_tokens, max_completion_tokens } = run.settings;
  return {
    prompt: max_prompt_tokens === null ? null : Math.max(0, max_prompt_tokens - run.usage.prompt_tokens),
    completion:
      max_completion_tokens === null ? null : Math.max(0, max_completion_tokens - run.usage.completion_tokens),
  };
}

/** Which limit the run has gone over, if any. */
export function overspent(run: RunRecord, usage: TokenUsage): 'max_prompt_tokens' | 'max_completion_tokens' | null {
  const { max_prompt_tokens, max_completion_tokens } = run.settings;
  if (max_completion_tokens !== null && usage.completion_tokens > max_completion_tokens) return 'max_completion_tokens';
  if (max_prompt_tokens !== null && usage.prompt_tokens > max_prompt_tokens) return 'max_prompt_tokens';
  return null;
}

/** In the protocol's form. Providers are not believed blindly: what is no count becomes 0. */
export function wireUsage(usage: ModelUsage): TokenUsage {
  const prompt = count(usage.promptTokens);
  const completion = count(usage.completionTokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_token_details: { cached_tokens: count(usage.cachedTokens) },
    completion_tokens_details: { reasoning_tokens: count(usage.reasoningTokens) },
    ...(usage.estimated ? { estimated: true } : {}),
  };
}

function count(value: number): number {
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
