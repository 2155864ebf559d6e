import { deedAt } from '../language/deeds';
import type { PieceBody } from '../language/pieces';
import { isDate, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Filter } from '../question/plan';
import { dateAt, daysAt } from './dates';
import { type Rule, skip, textOf, word } from './rule';

const COUNTED = new Set(['number', 'of', 'how', 'many', 'the', 'calendar']);
const APART = /^(?:days?|time|gap|interval|duration)$/;
const TAKES = new Set(['do', 'does', 'did', 'it', 'is', 'was', 'the', 'take', 'takes', 'took', 'taken']);
const SINCE_WHEN = new Set(['a', 'an', 'the', 'it', 'them', 'all', 'get', 'be']);

/** "days between promised and actual", "number of days from start to end", "time to resolve", "how long did it take to pay" */
export const durationRule: Rule = (scope, tokens, at) =>
  betweenDates(scope, tokens, at) ?? untilDone(scope, tokens, at);

const betweenDates: Rule = (scope, tokens, at) => {
  const start = skip(tokens, at, COUNTED);
  if (!APART.test(word(tokens, start)) || !/^(?:between|from)$/.test(word(tokens, start + 1))) return null;
  const from = dateAt(scope, tokens, start + 2);
  if (!from || !/^(?:and|to|until|till)$/.test(word(tokens, from.next))) return null;
  const to = dateAt(scope, tokens, from.next + 1);
  if (!to || to.column === from.column) return null;
  return { pieces: [{ kind: 'duration', start: from.column, end: to.column }], length: to.next - at };
};

/** The deed is the end; where the data has one other date, or one that it is mostly about, that is the start. */
const untilDone: Rule = (scope, tokens, at) => {
  const long = word(tokens, at) === 'how' && word(tokens, at + 1) === 'long' ? at + 2 : null;
  const start = long ?? skip(tokens, at, COUNTED);
  const opened = long !== null || APART.test(word(tokens, start));
  const to = opened ? skip(tokens, long ?? start + 1, TAKES) : -1;
  const deed = to >= 0 && word(tokens, to) === 'to' ? doneAt(scope, tokens, to + 1) : null;
  if (!deed) return null;
  return { pieces: [lasting(scope, deed.column, textOf(tokens, at, deed.next))], length: deed.next - at };
};

function doneAt(scope: Scope, tokens: readonly Token[], at: number): { column: Column; next: number } | null {
  const start = skip(tokens, at, SINCE_WHEN);
  const column = deedAt(scope, tokens[start]);
  return column && { column, next: start + 1 };
}

function lasting(scope: Scope, end: Column, text: string): PieceBody {
  const from = startOf(scope, end);
  return from.length === 1 && from[0]
    ? { kind: 'duration', start: from[0], end }
    : { kind: 'ask', ask: { about: 'starts', text, columns: from, end } };
}

function startOf(scope: Scope, end: Column): Column[] {
  const others = scope.dataset.columns.filter((column) => isDate(column) && column !== end);
  const [main] = scope.times.all;
  return others.length > 1 && scope.times.clear && main && main !== end ? [main] : others;
}

/** "took more than 10 days to resolve" */
export const tookRule: Rule = (scope, tokens, at) => {
  if (!/^(?:took|take|takes|taking|taken)$/.test(word(tokens, at))) return null;
  const days = daysAt(tokens, at + 1);
  const to = at + 1 + (days?.length ?? 0);
  const deed = days && word(tokens, to) === 'to' ? doneAt(scope, tokens, to + 1) : null;
  if (!days || !deed) return null;
  const [other, ...others] = startOf(scope, deed.column);
  const length = deed.next - at;
  if (!other || others.length > 0)
    return { pieces: [lasting(scope, deed.column, textOf(tokens, at, deed.next))], length };
  const filter: Filter = { kind: 'order', column: deed.column, other, op: days.op, days: days.value };
  return { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length };
};
