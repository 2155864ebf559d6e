import type { Piece, PieceOf } from '../language/pieces';
import { isNumeric, type Scope } from '../language/scope';
import { Bag } from './bag';
import { DeclinedError } from './declined';
import { sameGroup } from './groupings';
import { isStatistic } from './measures';
import { quoteName } from './names';
import { piecesOf } from './read';

type Said = { bag: Bag; pieces: readonly Piece[] };

/** Adds to what was said rather than taking its place. */
const ADDS = /\b(?:also|as well|too|both|together|plus|or)\b/i;
/** Keeps "without returns" and "and West?" from becoming one list; it says nothing itself. */
const APART = ' ) ';
/** Pieces that say which rows, and how to show what comes of them. */
const HOW = new Set<Piece['kind']>([
  'group',
  'filter',
  'period',
  'limit',
  'above',
  'unit',
  'season',
  'chart',
  'follow',
  'only',
  'show',
  'share',
  'sorted',
  'cumulative',
  'noun by',
  'versus',
]);
const MOST_GROUPS = 2;
const PARTS_OF_A_YEAR = new Set(['month', 'quarter', 'half']);

/**
 * Two questions as one. What the second says anew takes the place of the same thing in the first: after "sales in 2023",
 * "and in 2024?" asks for 2024 alone.
 */
export function joined(scope: Scope, before: string, after: string): Joined {
  const [first, second] = [cut(scope, before), cut(scope, after)];
  const grouping = first && second && !ADDS.test(after) ? regrouped(first, second) : null;
  return grouping ?? { text: oneText(first, second, before, after), instead: null };
}

export interface Joined {
  text: string;
  /** What was said before and no longer holds, where that is not plain from what took its place. */
  instead: string | null;
}

/**
 * A grouping too many takes the place of the last one of its kind: after "by month and region", "by product" is about the
 * products of each month, and "by quarter" about quarters.
 */
function regrouped(first: Said, second: Said): Joined | null {
  const [next, ...others] = second.bag.all('group');
  if (!next || others.length > 0) return null;
  const before = first.bag.all('group');
  const isTime = (piece: PieceOf<'group'>) => piece.group.kind === 'time';
  const alike = before.filter((piece) => isTime(piece) === isTime(next));
  const gone = alike.at(-1) ?? (before.length < MOST_GROUPS ? null : before.at(-1));
  if (!gone || (!isTime(next) && before.length < MOST_GROUPS)) return null;
  if (before.some((piece) => piece !== gone && sameGroup(piece.group, next.group))) return null;
  // Groupings that were said in one go share their words.
  const shared = before.filter((piece) => piece.from === gone.from);
  const kept = shared.filter((piece) => piece !== gone).map((piece) => `by ${groupName(piece.group)}`);
  const text = `${first.bag.instead(gone, kept.join(' '))}${APART}${second.bag.text({ from: 0, to: second.bag.tokens.length })}`;
  return { text, instead: sameGroup(gone.group, next.group) ? null : groupName(gone.group) };
}

const groupName = (group: PieceOf<'group'>['group']): string =>
  group.kind === 'time' ? group.grain : group.kind === 'season' ? group.part : quoteName(group.column.name);

function oneText(first: Said | null, second: Said | null, before: string, after: string): string {
  const opening = before.replace(/[\s?!.]+$/, '');
  if (ADDS.test(after)) return `${opening} ${after}`;
  const plain = `${opening}${APART}${after}`;
  if (!first || !second) return plain;
  const tops = [only(first, 'top'), onlyPiece(second, 'top')];
  if (tops[0] && tops[1]) return first.bag.instead(tops[0], second.bag.text(tops[1]));
  const statistic = onlyPiece(second, 'aggregate');
  if (statistic) return restated(first, second.bag.text(statistic)) ?? plain;
  const gone = first.pieces.filter((piece) => second.pieces.some((other) => replaces(other, piece)));
  if (gone.length === 0) return plain;
  return `${without(first, gone)}${APART}${withYear(second, gone)}`;
}

function cut(scope: Scope, text: string): Said | null {
  try {
    const { tokens, pieces } = piecesOf(scope, text);
    return { bag: new Bag(scope, tokens, pieces, []), pieces };
  } catch (error) {
    if (error instanceof DeclinedError) return null;
    throw error;
  }
}

function only<K extends Piece['kind']>(said: Said, kind: K): PieceOf<K> | null {
  const [piece, ...others] = said.bag.all(kind);
  return piece && others.length === 0 ? piece : null;
}

/** The piece of that kind, where nothing else was said. */
function onlyPiece<K extends Piece['kind']>(said: Said, kind: K): PieceOf<K> | null {
  const telling = said.bag.left.filter((piece) => piece.kind !== 'follow' && piece.kind !== 'show');
  return telling.length === 1 ? only(said, kind) : null;
}

/** The same question with another statistic: "median?" after "average price by region" and after "sales by region". */
function restated(said: Said, statistic: string): string | null {
  const before = said.bag.all('aggregate');
  const [aggregate, ...others] = before;
  if (aggregate)
    return others.length === 0 && isStatistic(aggregate.aggregate) ? said.bag.instead(aggregate, statistic) : null;
  const measure = only(said, 'operand');
  return measure?.columns.every(isNumeric) ? said.bag.instead(measure, `${statistic} ${said.bag.text(measure)}`) : null;
}

/** Nothing but an average, a median or the like is asked for. */
export function isBareStatistic(scope: Scope, text: string): boolean {
  const said = cut(scope, text);
  const piece = said && onlyPiece(said, 'aggregate');
  return piece !== null && isStatistic(piece.aggregate);
}

/** It says how to group or what to leave out, but names nothing to compute. */
export function addsOnly(scope: Scope, text: string): boolean {
  const said = cut(scope, text);
  return said?.bag.left.every((piece) => HOW.has(piece.kind)) ?? false;
}

/** The questions so far, as they are told to whoever asked them. */
export const toldAs = (text: string): string => text.replaceAll(APART, ', ');

/** Both say the same kind of thing about the same column. */
function replaces(next: Piece, piece: Piece): boolean {
  if (next.kind === 'chart') return piece.kind === 'chart';
  if (next.kind === 'period' && piece.kind === 'period') return replacesPeriod(next, piece);
  if (next.kind !== 'filter' || piece.kind !== 'filter') return false;
  const [a, b] = [next.filter, piece.filter];
  if (a.kind === 'flag' && b.kind === 'flag') return a.column === b.column;
  return a.kind === 'values' && b.kind === 'values' && a.column === b.column && (!a.not || !b.not);
}

/** "and Q2?" after "in 2024" is about Q2 of that year, so the year stays. */
function replacesPeriod(next: PieceOf<'period'>, piece: PieceOf<'period'>): boolean {
  if (next.not || piece.not || next.column !== piece.column) return false;
  return next.vague.length === 0 || piece.vague.length > 0 || yearOf(piece) !== null;
}

/** The year that a month or a quarter was said with. */
function yearOf(piece: Piece): string | null {
  if (piece.kind !== 'period') return null;
  const [span, ...others] = piece.spans;
  if (!span || others.length > 0 || !PARTS_OF_A_YEAR.has(span.unit ?? '')) return null;
  return span.from?.slice(0, 4) ?? null;
}

function without({ bag }: Said, gone: readonly Piece[]): string {
  const kept = bag.tokens.map((_, at) => at).filter((at) => !gone.some((piece) => at >= piece.from && at < piece.to));
  return kept.map((at) => bag.text({ from: at, to: at + 1 })).join(' ');
}

/** A month or a quarter without a year keeps the one before it. */
function withYear({ bag, pieces }: Said, gone: readonly Piece[]): string {
  const vague = pieces.find((piece) => piece.kind === 'period' && piece.vague.length > 0);
  const year = gone.map(yearOf).find((one) => one !== null);
  const all = { from: 0, to: bag.tokens.length };
  if (!vague || !year) return bag.text(all);
  return `${bag.text({ from: 0, to: vague.to })} ${year} ${bag.text({ from: vague.to, to: bag.tokens.length })}`.trim();
}
