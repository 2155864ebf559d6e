import { deedAt } from '../language/deeds';
import type { PieceBody } from '../language/pieces';
import { nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column } from '../question/plan';
import { type Rule, word } from './rule';

/** Whoever does something, and what helps to say so. */
const DOERS = /^(?:i|we|you|they|he|she|it|do|does|did|to|get|got)$/;

/** "hires", "leavers", "people who left": rows whose date of that deed is there. */
export const deedRule: Rule = (scope, tokens, at) => {
  const token = tokens[at];
  const column = deedAt(scope, token);
  if (!token || !column || scope.columns.at(tokens, at)?.how === 'name') return null;
  // "open tickets" are not all that were opened.
  if (token.word === 'open' && !DOERS.test(word(tokens, at - 1))) return null;
  if (nounAt(scope, token) || scope.flags.at(tokens, at) || scope.values.at(tokens, at)) return null;
  const pieces: PieceBody[] = column.nulls > 0 ? [happened(column)] : [{ kind: 'filler' }];
  if (/s$/.test(token.word)) pieces.push({ kind: 'noun', noun: token.word, column: null, plural: true });
  return { pieces, length: 1 };
};

const happened = (column: Column): PieceBody => ({
  kind: 'filter',
  filter: { kind: 'empty', column, not: true },
  versus: false,
  lead: null,
});

/** With several dates, the one whose deed is spoken of is the one to go by: "discharges per month". */
export function towardsDeed(scope: Scope, tokens: readonly Token[]): Scope {
  if (scope.times.clear) return scope;
  const [column, ...others] = new Set(tokens.flatMap((token) => deedAt(scope, token) ?? []));
  if (!column || others.length > 0) return scope;
  const rest = scope.times.all.filter((one) => one !== column);
  return { ...scope, times: { all: [column, ...rest], clear: true } };
}
