import { deedAt } from '../language/deeds';
import { wholeNumber } from '../language/numerals';
import { periodAt } from '../language/periods';
import { COMPARISONS, OR_MORE } from '../language/phrases';
import { isDate, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Comparison, Filter } from '../question/plan';
import { type Rule, skip, textOf, word } from './rule';

const ARTICLES = new Set(['the', 'its', 'their', 'a']);
const LINKS = new Set(['is', 'was', 'were', 'are', 'lies', 'falls', 'came', 'being']);
const DONE = /^(?:arrived|arriving|delivered|came|completed|finished|shipped|closed|paid|ended|done|took|place)$/;

/** A date column as it is named, or by the deed it tells of. */
export function dateAt(scope: Scope, tokens: readonly Token[], at: number): { column: Column; next: number } | null {
  const start = skip(tokens, at, ARTICLES);
  const hit = scope.columns.at(tokens, start);
  const [column, ...others] = hit?.columns.filter(isDate) ?? [];
  const deed = hit ? null : deedAt(scope, tokens[start]);
  const found = column && hit && others.length === 0 ? { column, next: start + hit.length } : null;
  const named = found ?? (deed && { column: deed, next: start + 1 });
  return named && { ...named, next: skip(tokens, named.next, new Set(['date', 'dates'])) };
}

/** "later than promised", "actual date after the promised date", "more than 3 days later than promised" */
export const orderRule: Rule = (scope, tokens, at) => {
  const first = dateAt(scope, tokens, at);
  const linked = first ? skip(tokens, first.next, LINKS) : at;
  const deed = !first && DONE.test(word(tokens, at)) && scope.values.at(tokens, at) === null ? 1 : 0;
  const days = daysAt(tokens, linked + deed);
  const next = linked + deed + (days?.length ?? 0);
  const side = sideAt(tokens, next);
  const other = side && dateAt(scope, tokens, next + side.length);
  if (!other || periodAt(tokens, other.next)) return null;
  const rest = scope.dataset.columns.filter((column) => isDate(column) && column !== other.column);
  const columns = first ? [first.column] : rest;
  const [column, ...others] = columns;
  const length = other.next - at;
  if (!column || column === other.column) return null;
  if (others.length > 0)
    return {
      pieces: [{ kind: 'ask', ask: { about: 'column', text: textOf(tokens, at, other.next), columns, use: 'filter' } }],
      length,
    };
  const [late, early] = side.later ? [column, other.column] : [other.column, column];
  const filter: Filter = { kind: 'order', column: late, other: early, op: days?.op ?? '>', days: days?.value ?? '0' };
  return { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length };
};

function sideAt(tokens: readonly Token[], at: number): { later: boolean; length: number } | null {
  const [first, second] = [word(tokens, at), word(tokens, at + 1)];
  if (/^(?:later|longer)$/.test(first) && second === 'than') return { later: true, length: 2 };
  if (/^(?:earlier|sooner)$/.test(first) && second === 'than') return { later: false, length: 2 };
  if (first === 'after' || first === 'past') return { later: true, length: 1 };
  return first === 'before' ? { later: false, length: 1 } : null;
}

/** "more than 3 days", "3 or more days", "at least a week" is not read. */
export function daysAt(tokens: readonly Token[], at: number): { op: Comparison; value: string; length: number } | null {
  const compared = COMPARISONS.at(tokens, at);
  const number = wholeNumber(tokens[at + (compared?.length ?? 0)]);
  if (number === null) return null;
  let next = at + (compared?.length ?? 0) + 1;
  const orMore = compared ? null : OR_MORE.at(tokens, next);
  next += orMore?.length ?? 0;
  const op = compared?.meaning ?? orMore?.meaning;
  if (!op || op === '!=' || !/^days?$/.test(word(tokens, next))) return null;
  return { op, value: String(number), length: next + 1 - at };
}
