import type { Grain, Period } from '#contract/query';

const DAY_MS = 86_400_000;
const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The first and the last day of a period; null for what recurs and what depends on the data. */
export function daysOf(period: Period): { from: string | null; to: string | null } | null {
  switch (period.kind) {
    case 'year':
      return { from: iso(period.year, 1, 1), to: iso(period.year, 12, 31) };
    case 'quarter':
      return { from: iso(period.year, period.quarter * 3 - 2, 1), to: iso(period.year, period.quarter * 3 + 1, 0) };
    case 'month':
      return { from: iso(period.year, period.month, 1), to: iso(period.year, period.month + 1, 0) };
    case 'range':
      return { from: period.from ?? null, to: period.to ?? null };
    default:
      return null;
  }
}

export const dayRange = (from: string | null, to: string | null): Period => ({
  kind: 'range',
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

export const dayOf = (year: number, month: number, day: number): string | null => {
  const text = iso(year, month, day);
  return Number(text.slice(8)) === day ? text : null;
};

/** From the beginning of one period to the end of another. */
export function spanning(first: Period, last: Period): Period | null {
  // "April to June 2024": the year is of both.
  const [value] = first.kind === 'part' && first.values.length === 1 ? first.values : [];
  if (first.kind === 'part' && value !== undefined && last.kind === 'month' && first.part === 'month_of_year')
    return spanning({ kind: 'month', year: last.year, month: value }, last);
  if (first.kind === 'part' && value !== undefined && last.kind === 'quarter' && first.part === 'quarter_of_year')
    return spanning({ kind: 'quarter', year: last.year, quarter: value }, last);
  const [a, b] = [daysOf(first), daysOf(last)];
  if (first.kind === 'part' && last.kind === 'part' && first.part === last.part) return partsBetween(first, last);
  if (!a || !b || a.from === null || b.to === null || a.from > b.to) return null;
  if (first.kind === 'year' && last.kind === 'year' && first.year === last.year) return first;
  return dayRange(a.from, b.to);
}

/** "March to May", of any year. */
function partsBetween(
  first: Extract<Period, { kind: 'part' }>,
  last: Extract<Period, { kind: 'part' }>,
): Period | null {
  const [from, to] = [first.values[0] ?? 1, last.values.at(-1) ?? 1];
  if (from > to) return null;
  return { kind: 'part', part: first.part, values: Array.from({ length: to - from + 1 }, (_, index) => from + index) };
}

/** The step by which periods of this kind follow each other. */
export function grainOf(period: Period): Grain | null {
  if (period.kind === 'year' || period.kind === 'quarter' || period.kind === 'month') return period.kind;
  if (period.kind === 'range' && period.from !== undefined && period.from.slice(0, 10) === period.to?.slice(0, 10))
    return 'day';
  return null;
}

/** The years a period is within, both included; null where it is not made of whole years. */
export function yearsOf(period: Period): { from: number | null; to: number | null } | null {
  if (period.kind === 'year') return { from: period.year, to: period.year };
  const days = period.kind === 'range' ? daysOf(period) : null;
  if (!days) return null;
  if (days.from !== null && !days.from.endsWith('-01-01')) return null;
  if (days.to !== null && !days.to.endsWith('-12-31')) return null;
  return {
    from: days.from === null ? null : Number(days.from.slice(0, 4)),
    to: days.to === null ? null : Number(days.to.slice(0, 4)),
  };
}

/** The same days so many years later; null for what recurs and what depends on the data. */
export function yearsLater(period: Period, years: number): Period | null {
  if (period.kind === 'year' || period.kind === 'quarter' || period.kind === 'month')
    return { ...period, year: period.year + years };
  if (period.kind !== 'range' || period.from === undefined || period.to === undefined) return null;
  // The last of February may be no day of that year.
  const moved = (day: string) => `${Number(day.slice(0, 4)) + years}${day.slice(4, 10).replace('-02-29', '-02-28')}`;
  return dayRange(moved(period.from), moved(period.to));
}

/** The last day of the month, or of the year, that a day lies in; the day itself for shorter steps. */
export function endOf(day: string, grain: Grain | null): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return grain === 'month' ? iso(year, month + 1, 0) : grain === 'year' ? iso(year, 12, 31) : day.slice(0, 10);
}

/** How a figure of this period is called. */
export function periodName(period: Period): string {
  if (period.kind === 'year') return String(period.year);
  if (period.kind === 'quarter') return `Q${period.quarter} ${period.year}`;
  if (period.kind === 'part' && period.part === 'weekday')
    return period.values.every((day) => day > 5)
      ? 'weekend'
      : period.values.join() === '1,2,3,4,5'
        ? 'weekdays'
        : period.values.join(' ');
  const days = daysOf(period);
  return `${days?.from ?? ''} to ${days?.to ?? ''}`.trim();
}
