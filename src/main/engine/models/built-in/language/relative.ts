import type { TimeGrain } from '#contract/charts';
import type { Span } from '../question/plan';
import { add, addDays, addMonths, spanOf, startOf } from './calendar';
import { wholeNumber } from './numerals';
import { type Found, withYear, yearAt } from './periods';
import { GRAINS } from './phrases';
import type { Token } from './tokens';

const BACK = /^(?:last|past|previous|prior|preceding|trailing|latest|recent)$/;
const CALENDAR = /^(?:last|previous|prior|preceding)$/;
const CURRENT = /^(?:this|current|latest)$/;
const TO_DATE = new Map<string, TimeGrain>([
  ['ytd', 'year'],
  ['qtd', 'quarter'],
  ['mtd', 'month'],
]);
const MOST_UNITS = 1_000;

/**
 * "last 6 months", "last year", "this quarter", "year to date", counted back from `last`, the newest date in the data:
 * the same question gives the same answer whenever it is asked.
 */
export function relativeAt(tokens: readonly Token[], at: number, last: string): Found<Span> | null {
  const start = tokens[at]?.word === 'the' ? at + 1 : at;
  const found = edgeOfYear(tokens, start) ?? toDate(tokens, start, last) ?? unitsBack(tokens, start, last);
  return found && { value: found.value, length: found.length + start - at };
}

function toDate(tokens: readonly Token[], at: number, last: string): Found<Span> | null {
  const words = [0, 1, 2].map((offset) => tokens[at + offset]?.word ?? '');
  const spelled = words[1] === 'to' && words[2] === 'date' ? GRAINS.at(tokens, at)?.meaning : undefined;
  const grain = TO_DATE.get(words[0] ?? '') ?? spelled;
  return grain ? { value: spanOf(startOf(last, grain), grain), length: spelled ? 3 : 1 } : null;
}

function unitsBack(tokens: readonly Token[], at: number, last: string): Found<Span> | null {
  const recent = tokens[at]?.word === 'most' && tokens[at + 1]?.word === 'recent';
  const first = recent ? 'latest' : (tokens[at]?.word ?? '');
  if (!BACK.test(first) && !CURRENT.test(first)) return null;
  const next = at + (recent ? 2 : 1);
  const count = wholeNumber(tokens[next]);
  const grain = GRAINS.at(tokens, next + (count === null ? 0 : 1));
  if (!grain || /^dates?$/.test(tokens[next]?.word ?? '')) return null;
  const length = next - at + (count === null ? 0 : 1) + grain.length;
  const value = count === null ? oneUnit(first, grain.meaning, last) : rolling(count, grain.meaning, last);
  return value && { value, length };
}

function oneUnit(first: string, grain: TimeGrain, last: string): Span | null {
  const start = startOf(last, grain);
  // "last day" may mean the newest one or the one before it.
  if (grain === 'day' && first === 'last') return null;
  if (CURRENT.test(first)) return spanOf(start, grain);
  if (CALENDAR.test(first)) return spanOf(add(start, -1, grain), grain);
  return first === 'past' || first === 'trailing' ? rolling(1, grain, last) : null;
}

/** The newest day is the last one of the span. */
function rolling(count: number, grain: TimeGrain, last: string): Span | null {
  if (count < 1 || count > MOST_UNITS) return null;
  const until = addDays(last, 1);
  const from = grain === 'day' || grain === 'week' ? add(until, -count, grain) : monthsBack(last, count, grain);
  return { from, until, label: `the last ${count === 1 ? grain : `${count} ${grain}s`}`, unit: null };
}

function monthsBack(last: string, count: number, grain: TimeGrain): string {
  const months = count * (grain === 'year' ? 12 : grain === 'quarter' ? 3 : 1);
  const endOfMonth = addDays(last, 1).endsWith('-01');
  return endOfMonth ? addMonths(addDays(last, 1), -months) : addDays(addMonths(last, -months), 1);
}

/** "first 3 months of 2024", "last month of 2024" */
function edgeOfYear(tokens: readonly Token[], at: number): Found<Span> | null {
  const edge = tokens[at]?.word;
  if (edge !== 'first' && edge !== 'last') return null;
  const counted = wholeNumber(tokens[at + 1]);
  const next = at + (counted === null ? 1 : 2);
  const count = counted ?? 1;
  if (!/^months?$/.test(tokens[next]?.word ?? '') || !/^(?:of|in)$/.test(tokens[next + 1]?.word ?? '')) return null;
  const year = yearAt(tokens[next + 2]);
  if (year === null || count < 1 || count > 12) return null;
  const whole = withYear({ unit: 'month', index: edge === 'first' ? 1 : 13 - count, day: 0 }, year);
  if (!whole?.from) return null;
  const until = addMonths(whole.from, count);
  const label = count === 1 ? whole.label : `the ${edge} ${count} months of ${year}`;
  return { value: { from: whole.from, until, label, unit: count === 1 ? 'month' : null }, length: next + 3 - at };
}
