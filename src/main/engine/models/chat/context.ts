import type { TokenCounter } from '../../tokens';

/** What a request should take, as counted here. */
export interface Expected {
  /** All of it. */
  tokens: number;
  /** Without its tools. */
  withoutTools: number;
}

/** Pictures are many tokens that no text shows. */
const PICTURE_TOKENS = 1_000;
const PER_MESSAGE = 4;

export function expectedOf(body: Record<string, unknown>, count: TokenCounter): Expected {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  const withoutTools = messages.reduce(
    (sum: number, message: unknown) => sum + PER_MESSAGE + messageTokens(message, count),
    0,
  );
  return { withoutTools, tokens: withoutTools + (body.tools === undefined ? 0 : count(JSON.stringify(body.tools))) };
}

function messageTokens(message: unknown, count: TokenCounter): number {
  const { content, tool_calls } = message as { content?: unknown; tool_calls?: unknown };
  const called = tool_calls === undefined ? 0 : count(JSON.stringify(tool_calls));
  if (typeof content === 'string') return called + count(content);
  if (!Array.isArray(content)) return called;
  return content.reduce(
    (sum: number, part: { text?: unknown }) =>
      sum + (typeof part.text === 'string' ? count(part.text) : PICTURE_TOKENS),
    called,
  );
}

/** Requests below this are never cut, and counts of them say little. */
const LEAST = 1_500;
/** Counts of other makers' encoders differ from ours, but not by this much. */
const FAR_LOWER = 0.6;
/** Contexts are usually of such sizes; a request cut to one of them is nearly as long. */
const SIZES = [2_048, 4_096, 8_192, 16_384, 32_768];
const NEAR = 0.97;

/** Tools of fewer tokens than this leave no trace in a count. */
const LEAST_TOOLS = 300;

/** What a server's own count says of a request: that all was read, that its tools were dropped, or that it was cut. */
export function readingOf(expected: Expected, promptTokens: number): 'whole' | 'without_tools' | 'cut' {
  const { tokens, withoutTools } = expected;
  const nearWithout = Math.abs(promptTokens - withoutTools) < Math.max(60, withoutTools * 0.2);
  const isFull = SIZES.some((size) => promptTokens <= size && promptTokens >= size * NEAR);
  if (tokens - withoutTools >= LEAST_TOOLS && promptTokens < tokens * 0.75 && nearWithout && !isFull)
    return 'without_tools';
  // A count of nothing, or of what was not in a cache, says nothing.
  if (tokens < LEAST || promptTokens < LEAST / 3) return 'whole';
  return promptTokens >= tokens * (isFull ? 0.95 : FAR_LOWER) ? 'whole' : 'cut';
}
