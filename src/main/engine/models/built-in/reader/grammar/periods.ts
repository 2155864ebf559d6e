import type { Period } from '#contract/query';
import { addDays, dayOf, dayRange, daysOf, spanning } from '../periods';
import { rule } from '../rules';

const month = (number: number): Period => ({ kind: 'part', part: 'month_of_year', values: [number] });
const whole = (value: string | undefined): number =>
  value !== undefined && /^\d{1,2}$/.test(value) ? Number(value) : 0;

function day(year: number | undefined, number: number, at: number, years: readonly number[]): Period | null {
  // A day without its year is of the last year that the data has.
  const of = year ?? years.at(-1);
  const text = of === undefined ? null : dayOf(of, number, at);
  return text === null || at === 0 ? null : dayRange(text, text);
}

function days(
  year: number | undefined,
  number: number,
  from: number,
  to: number,
  years: readonly number[],
): Period | null {
  const [first, last] = [day(year, number, from, years), day(year, number, to, years)];
  return first && last ? spanning(first, last) : null;
}

const QUARTER = (year: number | undefined, quarter: number): Period =>
  year === undefined
    ? { kind: 'part', part: 'quarter_of_year', values: [quarter] }
    : { kind: 'quarter', year, quarter };

function half(year: number | undefined, number: number): Period {
  const months = number === 1 ? [1, 2, 3, 4, 5, 6] : [7, 8, 9, 10, 11, 12];
  if (year === undefined) return { kind: 'part', part: 'month_of_year', values: months };
  return number === 1 ? dayRange(`${year}-01-01`, `${year}-06-30`) : dayRange(`${year}-07-01`, `${year}-12-31`);
}

const decade = (start: number): Period => dayRange(`${start}-01-01`, `${start + 9}-12-31`);

/** Dates and periods by their names. */
const NAMED = [
  rule('span', ['year'], 0, ([year]) => ({ kind: 'year', year })),
  rule('span', ['of|in?', 'grain', 'year'], 0, ([, grain, year]) => (grain === 'year' ? { kind: 'year', year } : null)),
  rule('span', ['month', 'of|in?', 'year'], 0, ([number, , year]) => ({ kind: 'month', year, month: number })),
  rule('span', ['month'], 0.1, ([number]) => month(number)),
  rule('span', ['month', 'number|ordinal', 'year?'], 0, ([number, at, year], { years }) =>
    day(year, number, whole(String(at)), years),
  ),
  rule('span', ['number|ordinal', 'of?', 'month', 'year?'], 0, ([at, , number, year], { years }) =>
    day(year, number, whole(String(at)), years),
  ),
  rule(
    'span',
    ['between|from|since?', 'number|ordinal', 'and|to|until', 'number|ordinal', 'of?', 'month', 'year?'],
    -0.05,
    ([, from, , to, , number, year], { years }) => days(year, number, whole(String(from)), whole(String(to)), years),
  ),
  rule(
    'span',
    ['month', 'number|ordinal', 'to|until', 'number|ordinal', 'year?'],
    -0.05,
    ([number, from, , to, year], { years }) => days(year, number, whole(String(from)), whole(String(to)), years),
  ),
  rule('span', ['day'], 0, ([text]) => dayRange(text, text)),
  rule('span', ['quarter', 'of|in?', 'year?'], 0, ([quarter, , year]) => QUARTER(year, quarter)),
  rule('span', ['half', 'of|in?', 'year?'], 0, ([number, , year]) => half(year, number)),
  rule('span', ['to_date'], 0, (_, { lastDay }) =>
    lastDay === null ? null : dayRange(`${lastDay.slice(0, 4)}-01-01`, lastDay),
  ),
  rule('span', ['decade'], 0, ([start]) => decade(start)),
  rule('span', ['weekday'], 0.1, ([number]) => ({ kind: 'part', part: 'weekday', values: [number] })),
  rule('span', ['weekdays'], 0, ([values]) => ({ kind: 'part', part: 'weekday', values: [...values] })),
  rule('span', ['season'], 0.1, ([values]) => ({ kind: 'part', part: 'month_of_year', values: [...values] })),
  rule('span', ['that_year'], 0.1, (_, { years }) =>
    years.length === 1 && years[0] !== undefined ? { kind: 'year', year: years[0] } : null,
  ),
  rule('span', ['daytime'], 0.1, ([values]) => ({ kind: 'part', part: 'hour_of_day', values: [...values] })),
  rule('span', ['last', 'number|numeral', 'grain'], 0, ([, n, unit]) =>
    Number.isInteger(Number(n)) && Number(n) > 0 ? { kind: 'last', n: Number(n), unit } : null,
  ),
  rule('span', ['last', 'grain'], 0.2, ([, unit]) => ({ kind: 'last', n: 1, unit })),
];

/** From, to and between them. */
const RANGES = [
  rule('span', ['since', 'span'], 0.02, ([, span]) => opened(daysOf(span)?.from ?? null, null)),
  rule('span', ['before', 'span'], 0, ([, span]) => opened(null, moved(daysOf(span)?.from, -1))),
  rule('span', ['after', 'span'], 0, ([, span]) => opened(moved(daysOf(span)?.to, 1), null)),
  rule('span', ['until', 'span'], 0.02, ([, span]) => opened(null, daysOf(span)?.to ?? null)),
  rule('span', ['span', 'additionally|and?', 'after'], 0.1, ([span]) => opened(daysOf(span)?.from ?? null, null)),
  rule('span', ['between|from|since', 'span', 'and|to|until', 'span'], 0, ([, first, , last]) => spanning(first, last)),
  rule('span', ['span', 'to|until', 'span'], 0.05, ([first, , last]) => spanning(first, last)),
  rule('span', ['after', 'span', 'until', 'span'], -0.05, ([, first, , last]) => {
    const [from, to] = [moved(daysOf(first)?.to, 1), daysOf(last)?.to ?? null];
    return from !== null && to !== null && from <= to ? dayRange(from, to) : null;
  }),
  rule('periods', ['span', 'and|or|versus', 'span'], 0, ([first, , second]) =>
    JSON.stringify(first) === JSON.stringify(second) ? null : [first, second],
  ),
  rule('periods', ['periods', 'and|or|versus', 'span'], 0, ([periods, , next]) => [...periods, next]),
];

const moved = (text: string | null | undefined, days: number): string | null =>
  text === null || text === undefined ? null : addDays(text, days);

const opened = (from: string | null, to: string | null): Period | null =>
  from === null && to === null ? null : dayRange(from, to);

export const PERIOD_RULES = [NAMED, RANGES];
