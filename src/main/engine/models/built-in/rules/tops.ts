import { ordinal, wholeNumber } from '../language/numerals';
import type { PieceBody } from '../language/pieces';
import { BUSY, type Direction, NEWEST, RANKED_BY, RANKS } from '../language/ranks';
import { isDate, isNumeric, nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column } from '../question/plan';
import { type Rule, skip, word } from './rule';

const AFTER = new Set(['performing', 'valuable', 'important', 'paying', 'grossing', 'earning', 'the', 'of', 'total']);
const SELLING = new Set(['selling', 'seller', 'sellers', 'sold']);
const OFTEN = new Set(['common', 'frequent', 'frequently', 'often', 'popular', 'used', 'chosen', 'usual']);
const THE = new Set(['the']);
const LENGTHS = new Map<string, Direction>([
  ['longest', 'most'],
  ['shortest', 'least'],
]);
const SPEED = new Map<string, Direction>([
  ['fastest', 'most'],
  ['quickest', 'most'],
  ['slowest', 'least'],
]);

/** "top 5", "10 largest", "best selling", "most common", "fastest growing" */
export const topRule: Rule = (scope, tokens, at) =>
  fastest(tokens, at) ??
  placed(tokens, at) ??
  priced(scope, tokens, at) ??
  busy(scope, tokens, at) ??
  ranked(scope, tokens, at);

const PLACED = /^(?:is|was|are|were|comes|came|come|ranks|ranked|rank)$/;

/** "is second in freight cost", "ranks third by amount" */
function placed(tokens: readonly Token[], at: number) {
  const start = skip(tokens, at, new Set(['is', 'was', 'comes', 'came', 'ranks', 'ranked', 'the', 'at', 'place']));
  const place = ordinal(tokens[start]);
  const next = skip(tokens, start + 1, new Set(['place', 'highest']));
  if (place === null || start === at || !PLACED.test(word(tokens, at))) return null;
  if (!/^(?:in|by|for|on|with)$/.test(word(tokens, next))) return null;
  const pieces: PieceBody[] = [
    { kind: 'top', n: 1, skip: place - 1, direction: 'most', extreme: false, text: word(tokens, start) },
  ];
  return { pieces, length: next + 1 - at };
}

/** "busiest weekday", "second quietest month" */
function busy(scope: Scope, tokens: readonly Token[], at: number) {
  const { n, skip: before, next } = placesAt(tokens, skip(tokens, at, THE));
  const found = BUSY.at(tokens, next);
  if (!found || scope.columns.at(tokens, next) || scope.values.at(tokens, next)) return null;
  const text = word(tokens, next);
  const pieces: PieceBody[] = [
    { kind: 'top', n, skip: before, direction: found.meaning, extreme: false, text },
    { kind: 'busy', text },
  ];
  return { pieces, length: next + found.length - at };
}

/** "most expensive product", "hottest day": ranked by the one column that such a word is about. */
function priced(scope: Scope, tokens: readonly Token[], at: number) {
  const { n, skip: before, next: start } = placesAt(tokens, skip(tokens, at, THE));
  const found = RANKED_BY.at(tokens, start);
  if (!found) return null;
  const { direction, stem } = found.meaning;
  const columns = rankedBy(scope, stem);
  if (columns.length === 0) return null;
  const length = start + found.length - at;
  const text = word(tokens, start);
  const pieces: PieceBody[] = [
    { kind: 'top', n, skip: before, direction, extreme: true, text },
    { kind: 'operand', columns, how: 'part', text: stem.split(' ')[0] ?? '', plural: false },
  ];
  return { pieces, length };
}

/** "5" of "5 largest", and "second" of "second largest", which leaves out the first. */
function placesAt(tokens: readonly Token[], at: number): { n: number | null; skip: number; next: number } {
  const n = wholeNumber(tokens[at]);
  if (n !== null) return { n, skip: 0, next: at + 1 };
  const place = ordinal(tokens[at]);
  return place !== null && place > 1 ? { n: 1, skip: place - 1, next: at + 1 } : { n: null, skip: 0, next: at };
}

function rankedBy(scope: Scope, stems: string): Column[] {
  const columns = scope.columns.all.filter((column) => column.role === 'measure');
  const found = stems.split(' ').map((stem) => columns.filter((column) => scope.columns.stems(column).has(stem)));
  return found.find((one) => one.length > 0) ?? [];
}

function fastest(tokens: readonly Token[], at: number) {
  const counted = wholeNumber(tokens[at]);
  const start = counted === null ? at : at + 1;
  const direction = SPEED.get(word(tokens, start));
  if (!direction) return null;
  if (
    /^(?:grew|grow|grows|grown|rose|increased)$/.test(word(tokens, start - (word(tokens, start - 1) === 'the' ? 2 : 1)))
  ) {
    return {
      pieces: [{ kind: 'top', n: null, skip: 0, direction, extreme: false, text: word(tokens, start) }] as PieceBody[],
      length: 1,
    };
  }
  const later = wholeNumber(tokens[start + 1]);
  const next = start + (later === null ? 1 : 2);
  const shrinking = /^(?:declining|shrinking|falling|decreasing|dropping)$/.test(word(tokens, next));
  if (!shrinking && !/^(?:growing|growth|increasing|rising)$/.test(word(tokens, next))) return null;
  const pieces: PieceBody[] = [
    {
      kind: 'top',
      n: counted ?? later,
      skip: 0,
      direction: shrinking === (direction === 'most') ? 'least' : 'most',
      extreme: false,
      text: word(tokens, start),
    },
    { kind: 'growth', direction: shrinking ? 'down' : 'up' },
  ];
  return { pieces, length: next + 1 - at };
}

function ranked(scope: Scope, tokens: readonly Token[], at: number) {
  const first = word(tokens, at) === 'the' ? at + 1 : at;
  const { n: before, skip: passed, next: start } = placesAt(tokens, first);
  const ranks = RANKS.at(tokens, start);
  const rank = ranks ?? lasting(scope, tokens, start);
  if (!rank) return null;
  if (scope.columns.at(tokens, start)?.how === 'name') return null;
  if (ranks && word(tokens, start + rank.length) === 'first') return null;
  if (before === null && /^(?:max|maximum|min|minimum)$/.test(word(tokens, start))) return null;
  const after = before === null ? wholeNumber(tokens[start + rank.length]) : null;
  const next = start + rank.length + (after === null ? 0 : 1);
  const text = word(tokens, start);
  const top: PieceBody = {
    kind: 'top',
    n: before ?? after,
    skip: passed,
    direction: rank.meaning.direction,
    extreme: rank.meaning.extreme,
    text,
  };
  return { pieces: [top, ...said(tokens, next)], length: absorbed(tokens, next) - at };
}

/** "longest response time": the highest of a column that holds times. */
function lasting(scope: Scope, tokens: readonly Token[], at: number) {
  const direction = LENGTHS.get(word(tokens, at));
  const columns = direction ? (scope.columns.at(tokens, at + 1)?.columns ?? []) : [];
  const timed = columns.length > 0 && columns.every((column) => isNumeric(column) && scope.columns.lasts(column));
  return direction && timed ? { meaning: { direction, extreme: true }, length: 1 } : null;
}

function said(tokens: readonly Token[], at: number): PieceBody[] {
  const here = word(tokens, at);
  if (SELLING.has(here)) return [{ kind: 'sold' }];
  return OFTEN.has(here)
    ? [
        { kind: 'aggregate', aggregate: 'count', text: here },
        { kind: 'noun', noun: 'rows', column: null, plural: true },
      ]
    : [];
}

function absorbed(tokens: readonly Token[], at: number): number {
  if (SELLING.has(word(tokens, at)) || OFTEN.has(word(tokens, at))) return at + 1;
  return skip(tokens, at, AFTER);
}

/** "latest 5 orders", "first order date": an end of the data in time. */
export const edgeRule: Rule = (scope, tokens, at) => {
  const before = wholeNumber(tokens[at]);
  const start = before === null ? at : at + 1;
  const edge = NEWEST.at(tokens, start);
  const aged = RANKED_BY.at(tokens, start);
  if (aged && rankedBy(scope, aged.meaning.stem).length > 0) return null;
  const named = scope.columns.at(tokens, start);
  if (named && named.how !== 'synonym' && named.length > 1) return null;
  if (!edge || (ordinal(tokens[start]) !== null && word(tokens, start) !== 'first')) return null;
  const after = before === null ? wholeNumber(tokens[start + edge.length]) : null;
  const next = start + edge.length + (after === null ? 0 : 1);
  const piece: PieceBody = { kind: 'edge', n: before ?? after, direction: edge.meaning };
  const date = nounAt(scope, tokens[next]) ? next + 1 : next;
  if (/^dates?$/.test(word(tokens, date)) && scope.times.all.length > 0) {
    return { pieces: [piece, { kind: 'range' as const }], length: date + 1 - at };
  }
  const dated = scope.columns.at(tokens, next)?.columns.some(isDate) === true;
  const noun = nounAt(scope, tokens[next]) !== null;
  return dated || noun ? { pieces: [piece], length: next - at } : null;
};
