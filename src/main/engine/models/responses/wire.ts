import type { ModelUsage } from '../../ports';
import { type JsonFields as Wire, fieldsIn as wireOf } from '../json-fields';

export { type Wire, wireOf };

export const listOf = (value: unknown): Wire[] => (Array.isArray(value) ? value.map(wireOf) : []);

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const countOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** Null where the server does not tell. */
export function usageOf(value: unknown): ModelUsage | null {
  const usage = wireOf(value);
  if (typeof usage.input_tokens !== 'number' && typeof usage.output_tokens !== 'number') return null;
  return {
    promptTokens: countOf(usage.input_tokens),
    completionTokens: countOf(usage.output_tokens),
    cachedTokens: countOf(wireOf(usage.input_tokens_details).cached_tokens),
    reasoningTokens: countOf(wireOf(usage.output_tokens_details).reasoning_tokens),
  };
}
