import type { ModelUsage } from '../../ports';
import { estimatedTokens, tokenCounter } from '../../tokens';
import type { InputPart } from './request';

/** Exact counting of more than this takes too long to be worth it. */
const COUNTED = 400_000;
const PICTURE_TOKENS = 1_000;

/** Each part by itself, as most of them are those of the request before, whose count is known. */
export async function tokensOf(text: string, parts: readonly InputPart[]): Promise<number> {
  const count = text.length > COUNTED ? estimatedTokens : await tokenCounter();
  return parts.reduce(
    (sum, { kind, value }) => sum + (kind === 'picture' ? PICTURE_TOKENS : count(JSON.stringify(value))),
    0,
  );
}

/** Where the server does not say what an answer has cost. */
export async function estimatedUsage(input: number, written: string): Promise<ModelUsage> {
  const count = await tokenCounter();
  const completionTokens = count(written);
  return { promptTokens: input, completionTokens, cachedTokens: 0, reasoningTokens: 0, estimated: true };
}
