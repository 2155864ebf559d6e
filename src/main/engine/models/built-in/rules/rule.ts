import type { PieceBody } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';

export interface Match {
  pieces: PieceBody[];
  /** Tokens taken, at least one. */
  length: number;
}

/** Reads what starts at `at`, or nothing. Rules look ahead but never back at what others made, so reading stays linear. */
export type Rule = (scope: Scope, tokens: readonly Token[], at: number) => Match | null;

export const word = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token === undefined || token.kind === 'quoted' ? '' : token.word;
};

/** The first index from `at` on whose word is not one of `words`. */
export function skip(tokens: readonly Token[], at: number, words: ReadonlySet<string>): number {
  let next = at;
  while (next < tokens.length && words.has(word(tokens, next))) next += 1;
  return next;
}

export const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
