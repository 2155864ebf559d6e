import type { TimeGrain } from '#contract/charts';
import { add, addDays, addMonths, daysBetween, labelOf, spanOf, startOf } from '../language/calendar';
import { coverOf } from '../language/cover';
import { datesOf } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import { autoTime } from './groupings';
import { quoteName } from './names';
import { periodColumn } from './periods';
import type { Column, Span } from './plan';

/** Two periods that are set against each other, the earlier one first. */
export interface Ends {
  column: Column;
  from: Span;
  to: Span;
}

/** "from 2023 to 2024", "2024 vs 2025" */
export function takeEnds(bag: Bag, growing: boolean): Ends | null {
  const compare = bag.has('compare') || bag.has('versus');
  const piece = bag.all('period').find((one) => {
    if (one.not || one.vague.length > 0) return false;
    return one.ends ? growing || compare : one.spans.length === 2 && (one.versus || compare || growing);
  });
  const [from, to] = piece ? (piece.ends ?? piece.spans) : [];
  if (!piece || !from || !to) return null;
  const column = periodColumn(bag, piece);
  for (const span of [from, to]) checkSpan(span, column);
  if (piece.relative !== null) noteRelative(bag, column, [from, to]);
  bag.drop(piece);
  const swapped = from.from !== null && to.from !== null && from.from > to.from;
  return swapped ? { column, from: to, to: from } : { column, from, to };
}

/** "compared to last year": from then to the period after it. */
export function takeAgainstPeriod(bag: Bag): Ends | null {
  const [piece, ...others] = bag.all('period');
  const [span, ...more] = piece?.spans ?? [];
  if (!bag.has('versus') || !piece || piece.relative === null || !span?.from || others.length > 0 || more.length > 0)
    return null;
  if (span.unit === null || span.unit === 'half' || piece.not) return null;
  const column = periodColumn(bag, piece);
  const to = spanOf(add(span.from, 1, span.unit), span.unit);
  for (const one of [span, to]) checkSpan(one, column);
  noteRelative(bag, column, [span]);
  bag.drop(piece);
  return { column, from: span, to };
}

/** "growth in 2024" is the change from 2023 to 2024. */
export function takeSingle(bag: Bag): Ends | null {
  const [piece, ...others] = bag.all('period');
  const [span, ...more] = piece?.spans ?? [];
  if (!piece || !span?.from || others.length > 0 || more.length > 0 || piece.not || piece.vague.length > 0) return null;
  if (span.unit === null || span.unit === 'half') return null;
  const column = periodColumn(bag, piece);
  const from = spanOf(add(span.from, -1, span.unit), span.unit);
  for (const one of [span, from]) checkSpan(one, column);
  if (piece.relative !== null) noteRelative(bag, column, [span]);
  bag.drop(piece);
  return { column, from, to: span };
}

/** "this quarter vs the same quarter last year": both as far as the data goes in the later one. */
export function takeSamePeriod(bag: Bag): Ends | null {
  const [piece, ...others] = bag.all('period');
  const [span, ...more] = piece?.spans ?? [];
  if (!piece || !span?.from || !span.until || others.length + more.length + piece.vague.length > 0 || piece.not)
    return null;
  const column = periodColumn(bag, piece);
  const dates = coverOf(column);
  const until = dates && dates.last < addDays(span.until, -1) ? addDays(dates.last, 1) : span.until;
  const whole = until === span.until;
  const to = whole ? span : between(span.from, until);
  const from =
    whole && span.unit && span.unit !== 'half' && span.unit !== 'week' && span.unit !== 'day'
      ? spanOf(add(span.from, -1, 'year'), span.unit)
      : between(add(span.from, -1, 'year'), addMonths(until, -12));
  for (const one of [from, to]) checkSpan(one, column);
  if (piece.relative !== null) noteRelative(bag, column, [to]);
  bag.drop(piece);
  return { column, from, to };
}

const between = (from: string, until: string): Span => ({
  from,
  until,
  label: `${from} – ${addDays(until, -1)}`,
  unit: null,
});

function noteRelative(bag: Bag, column: Column, spans: readonly Span[]): void {
  const dates = datesOf(column);
  const labels = spans.map((span) => span.label).join(' and ');
  if (dates) bag.notes.push(`${labels}: counted back from ${dates.last}, the last date in ${quoteName(column.name)}.`);
}

function checkSpan(span: Span, column: Column): void {
  const dates = datesOf(column);
  if (!dates) return;
  if ((span.from !== null && span.from > dates.last) || (span.until !== null && span.until <= dates.first)) {
    ask(`The data has nothing for ${span.label}: ${quoteName(column.name)} runs from ${dates.first} to ${dates.last}.`);
  }
}

const GRAINS: TimeGrain[] = ['year', 'quarter', 'month'];
/** How many days may lack at an end of the data for its period to count as whole. */
export const SLACK: Record<TimeGrain, number> = { year: 7, quarter: 4, month: 2, week: 2, day: 0 };

/** Whether the data reaches to the end of the period that begins on `start`, as near as one can ask. */
export const reachesEnd = (start: string, grain: TimeGrain, last: string): boolean =>
  daysBetween(last, addDays(add(start, 1, grain), -1)) <= SLACK[grain];

/** Whether the data has so many whole periods of the grain that two can be set against each other. */
export function hasTwo(dates: { first: string; last: string }, grain: TimeGrain): boolean {
  const current = startOf(dates.last, grain);
  const to = reachesEnd(current, grain, dates.last) ? current : add(current, -1, grain);
  return daysBetween(add(to, -1, grain), dates.first) <= SLACK[grain];
}

/** The last two whole periods of the data: years where there are two, else quarters, else months. */
export function lastTwo(bag: Bag): Ends {
  const { column } = autoTime(bag);
  const dates = coverOf(column);
  if (!dates) return ask('The data has no dates to compare.');
  for (const grain of GRAINS) {
    const current = startOf(dates.last, grain);
    const whole = daysBetween(dates.last, add(current, 1, grain)) - 1 <= SLACK[grain];
    const to = whole ? current : add(current, -1, grain);
    const from = add(to, -1, grain);
    if (daysBetween(from, dates.first) > SLACK[grain]) continue;
    bag.notes.push(
      `Growth is taken from ${labelOf(from, grain)} to ${labelOf(to, grain)}, the last two whole ${grain}s in the data.`,
    );
    return { column, from: spanOf(from, grain), to: spanOf(to, grain) };
  }
  return ask('The data does not cover two whole periods that could be compared.');
}
