import type { TimeGrain } from '#contract/charts';
import type { Column } from '../question/plan';
import { add, addDays, daysBetween, startOf } from './calendar';
import { datesOf } from './scope';

/** The coarsest first: dates on the first day of each year are on the first of a month, too. */
const GRAINS: TimeGrain[] = ['year', 'quarter', 'month', 'week'];
/** Dates with more gaps than this are days that happen to fall so. */
const FEWEST = 0.5;
const FEWEST_DATES = 3;

/**
 * The days that a column's dates stand for: a date for each month, on its first or its last day, stands for the whole of
 * it. Of any other dates, the first and the last one.
 */
export function coverOf(column: Column): { first: string; last: string } | null {
  const dates = datesOf(column);
  if (!dates) return null;
  const grain = GRAINS.find((one) => isOnePer(one, column, dates));
  return grain ? { first: startOf(dates.first, grain), last: lastDay(dates.last, grain) } : dates;
}

const lastDay = (date: string, grain: TimeGrain): string => addDays(add(startOf(date, grain), 1, grain), -1);

function isOnePer(grain: TimeGrain, column: Column, dates: { first: string; last: string }): boolean {
  const days = { year: 365.25, quarter: 91.3, month: 30.44, week: 7, day: 1 }[grain];
  const periods = Math.round(daysBetween(startOf(dates.first, grain), startOf(dates.last, grain)) / days) + 1;
  if (column.distinct > periods || column.distinct < Math.max(FEWEST_DATES, periods * FEWEST)) return false;
  const seen = [dates.first, dates.last, ...column.top.map(({ value }) => String(value).slice(0, 10))];
  if (grain === 'week') return seen.every((one) => daysBetween(dates.first, one) % 7 === 0);
  return seen.every((one) => one === startOf(one, grain)) || seen.every((one) => one === lastDay(one, grain));
}
