import type { Piece } from '../language/pieces';
import { type Scope, scopeOf } from '../language/scope';
import { sentences, type Token, tokenise } from '../language/tokens';
import { correct } from '../language/typos';
import { towardsDeed } from '../rules/deeds';
import { scan } from '../rules/scan';
import { assemble } from './assemble';
import { type Decline, DeclinedError } from './declined';
import { isForeign } from './foreign';
import type { Question } from './plan';

export type Read = { kind: 'question'; question: Question } | { kind: 'help' } | { kind: 'decline'; decline: Decline };

const QUIET = new Set<Piece['kind']>(['filler', 'show', 'dataset', 'which', 'only']);
const LONGEST = 1_000;
const MOST_TOKENS = 160;

/** Reads one question about one dataset, on its own. */
export function read(scope: Scope, text: string): Read {
  try {
    const pieces = piecesOf(scope, text);
    const asking = pieces.pieces.filter((piece) => piece.kind !== 'help');
    if (asking.length < pieces.pieces.length && asking.every((piece) => QUIET.has(piece.kind))) return { kind: 'help' };
    return { kind: 'question', question: assemble(pieces.scope, pieces.tokens, asking, pieces.notes) };
  } catch (error) {
    if (error instanceof DeclinedError) return { kind: 'decline', decline: error.decline };
    throw error;
  }
}

/** @throws Declined for texts that are no question at all. */
export function piecesOf(whole: Scope, text: string) {
  const tokens = tokensOf(text);
  if (!tokens.some((token) => token.kind !== 'sign')) throw new DeclinedError({ reason: 'empty' });
  if (text.length > LONGEST || tokens.length > MOST_TOKENS) throw new DeclinedError({ reason: 'too long' });
  if (isForeign(tokens.filter((token) => !whole.columns.knows(token.word))))
    throw new DeclinedError({ reason: 'not English' });
  const scope = towardsDeed(whole, tokens);
  const corrected = correct(scope, tokens);
  const pieces = scan(scope, corrected.tokens);
  const several = severalQuestions(scope, text);
  if (several) throw new DeclinedError({ reason: 'several questions', options: several });
  return { ...corrected, scope, pieces };
}

const tokensOf = (text: string): Token[] => tokenise(text.slice(0, LONGEST + 1));

/** The parts of a text with more than one sentence that says something. */
function severalQuestions(scope: Scope, text: string): string[] | null {
  const parts = sentences(text);
  if (parts.length < 2) return null;
  const asking = parts.filter((part) =>
    scan(scope, tokenise(part)).some((piece) => piece.kind !== 'filler' && piece.kind !== 'show'),
  );
  return asking.length > 1 ? asking : null;
}

export { scopeOf };
