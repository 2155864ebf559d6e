import { MARKS } from '../language/marks';
import { NOT } from '../language/phrases';
import type { PieceBody } from '../language/pieces';
import { isDate, isNumeric, nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Comparison, Filter } from '../question/plan';
import { conditionRule, valueRule } from './conditions';
import { orderRule } from './dates';
import { flagAt } from './flags';
import { limitRule } from './limits';
import { periodRule } from './period-phrases';
import { type Rule, skip, textOf, word } from './rule';
import { daysAt } from './seasons';

const ARTICLES = new Set([
  'the',
  'any',
  'all',
  'of',
  'for',
  'from',
  'in',
  'those',
  'a',
  'an',
  'out',
  'where',
  'with',
  'that',
  'are',
  'is',
  'were',
  'values',
]);
/** "excluding returns, since 2024": the period stands on its own. */
const OWN_LEAD = /^(?:in|since|before|after|from|during|until|till|through|between|for|on|starting)$/;
const JOINERS = new Set([',', 'and', 'or', 'nor']);

/** "excluding returns", "not West", "without discount and returns", "except 2023": all that follows is left out. */
export const negationRule: Rule = (scope, tokens, at) => {
  const opening = NOT.at(tokens, at);
  if (!opening || (word(tokens, at) === 'no' && word(tokens, at + 1) === 'of')) return null;
  const pieces: PieceBody[] = [];
  let next = at + opening.length - (takesFirst(scope, tokens, at + opening.length - 1) ? 1 : 0);
  for (;;) {
    const joined = pieces.length === 0 ? next : skip(tokens, next, JOINERS);
    const start = startOf(scope, tokens, joined);
    if (pieces.length > 0 && (joined === next || resumes(scope, tokens, start))) break;
    const item = itemAt(scope, tokens, start, opening.meaning);
    if (!item) break;
    if (pieces.length > 0 && item.piece.kind === 'period' && OWN_LEAD.test(word(tokens, joined))) break;
    if (pieces.length > 0 && opening.meaning === 'not' && isOtherFlag(pieces, item.piece)) break;
    pieces.push(item.piece);
    next = opening.meaning === 'without' ? nounAfter(scope, tokens, start + item.length) : start + item.length;
  }
  return pieces.length > 0 ? { pieces, length: next - at } : null;
};

/** "not late and present" says no to the first alone. */
const isOtherFlag = (pieces: readonly PieceBody[], next: PieceBody): boolean => {
  const column = flagColumn(next);
  return column !== null && pieces.every((piece) => ![null, column].includes(flagColumn(piece)));
};

const flagColumn = (piece: PieceBody): Column | null =>
  piece.kind === 'filter' && piece.filter.kind === 'flag' ? piece.filter.column : null;

/** In "excluding In transit" the first word belongs to the value. */
const startOf = (scope: Scope, tokens: readonly Token[], at: number): number =>
  takesFirst(scope, tokens, at) ? at : skip(tokens, at, ARTICLES);

/** A value of several words begins with one that is skipped elsewhere. */
const takesFirst = (scope: Scope, tokens: readonly Token[], at: number): boolean =>
  ARTICLES.has(word(tokens, at)) && (scope.values.at(tokens, at)?.length ?? 0) > 1;

/**
 * "have not ordered since June", "did not buy desks": whoever did nothing has no row that says so, and what is left when
 * some rows are excluded is not them.
 */
export const undoneRule: Rule = (scope, tokens, at) => {
  const never = word(tokens, at) === 'never';
  const aided = /^(?:have|has|had|did|do|does)$/.test(word(tokens, at)) && /^(?:not|never)$/.test(word(tokens, at + 1));
  const start = at + (never ? 1 : aided ? 2 : word(tokens, at) === 'not' ? 1 : 0);
  if (start === at) return null;
  const deed = MARKS.at(tokens, start)?.meaning.kind === 'sold' || isDone(scope, tokens, start);
  if (!deed && !never) return null;
  return {
    pieces: [{ kind: 'refuse', refusal: 'undone', text: textOf(tokens, at, start + 1) }],
    length: start + 1 - at,
  };
};

/** The verb that a date column is called after, as in `ordered_on`. */
function isDone(scope: Scope, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !/(?:ed|bought|sold|left)$/.test(token.word) || scope.flags.at(tokens, at))
    return false;
  return scope.dataset.columns.some((column) => isDate(column) && scope.columns.stems(column).has(token.word));
}

/** After "not West and", a column's name begins a condition of its own. */
const resumes = (scope: Scope, tokens: readonly Token[], at: number): boolean => {
  const [limit] = limitRule(scope, tokens, at)?.pieces ?? [];
  if (limit?.kind === 'limit' && limit.of !== null) return true;
  return scope.columns.at(tokens, at)?.how === 'name' && !scope.flags.at(tokens, at);
};

/** "excluding returned orders": the orders are part of it. */
function nounAfter(scope: Scope, tokens: readonly Token[], at: number): number {
  return nounAt(scope, tokens[at]) && scope.columns.at(tokens, at)?.how !== 'name' ? at + 1 : at;
}

function itemAt(
  scope: Scope,
  tokens: readonly Token[],
  at: number,
  how: 'without' | 'not',
): { piece: PieceBody; length: number } | null {
  const flag = flagAt(scope, tokens, at);
  if (flag) {
    if ('ask' in flag) return { piece: flag.ask, length: flag.length };
    return { piece: toPiece({ ...flag.filter, value: !flag.filter.value }), length: flag.length };
  }
  const match =
    orderRule(scope, tokens, at) ??
    conditionRule(scope, tokens, at) ??
    valueRule(scope, tokens, at) ??
    periodRule(scope, tokens, at);
  const [piece] = match?.pieces ?? [];
  if (match && piece) {
    const negated = negate(piece);
    return negated && { piece: negated, length: match.length };
  }
  return daysNot(scope, tokens, at) ?? (how === 'without' ? absent(scope, tokens, at) : null);
}

const OPPOSITE: Record<Comparison, Comparison> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '=': '!=',
  '!=': '=',
};

function negate(piece: PieceBody): PieceBody | null {
  if (piece.kind === 'ask') return piece;
  if (piece.kind === 'period') return { ...piece, not: true, ends: null };
  if (piece.kind !== 'filter') return null;
  const { filter } = piece;
  if (filter.kind === 'order') return { ...piece, filter: { ...filter, op: OPPOSITE[filter.op] } };
  if (filter.kind === 'flag') return { ...piece, filter: { ...filter, value: !filter.value } };
  return 'not' in filter ? { ...piece, filter: { ...filter, not: !filter.not } } : null;
}

function daysNot(scope: Scope, tokens: readonly Token[], at: number): { piece: PieceBody; length: number } | null {
  const [column] = scope.times.all;
  const days = column ? daysAt(tokens, at) : null;
  return column && days
    ? {
        piece: toPiece({ kind: 'season', column, part: 'weekday', values: days.values, not: true }),
        length: days.next - at,
      }
    : null;
}

/** "without discount" is none or zero, "without a customer" is empty. */
function absent(scope: Scope, tokens: readonly Token[], at: number): { piece: PieceBody; length: number } | null {
  const hit = scope.columns.at(tokens, at);
  if (!hit || word(tokens, at + hit.length) === 'is') return null;
  const [column, ...others] = hit.columns;
  if (!column) return null;
  const { length } = hit;
  if (others.length > 0)
    return {
      piece: {
        kind: 'ask',
        ask: { about: 'column', text: tokens[at]?.text ?? '', columns: hit.columns, use: 'filter' },
      },
      length,
    };
  return { piece: toPiece(absence(column)), length };
}

const absence = (column: Column): Filter =>
  isNumeric(column) && column.role === 'measure' ? { kind: 'nothing', column } : { kind: 'empty', column, not: false };

const toPiece = (filter: Filter): PieceBody => ({ kind: 'filter', filter, versus: false, lead: null });
