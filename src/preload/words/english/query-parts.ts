import { entryOf } from '#contract/entries';
import type { CalendarPart, Grain, Period, RowValue } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { dayText, listed, number } from './grammar';

/** What fields, rows and periods of a query are called. */

export const fieldTitle = (names: ReadingNames, field: string): string => entryOf(names.fields, field)?.title ?? field;

/** As it stands within a sentence: `Industry` as `industry`, `GDP` as it is; nothing changes in brackets, where values stand. */
export function inner(title: string): string {
  const head = title.split(' (')[0] ?? '';
  const isWord = /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(head) && !/\p{Lu}/u.test(head.slice(1));
  return isWord ? `${head.toLowerCase()}${title.slice(head.length)}` : title;
}

export const pluralOf = (noun: string): string => {
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};
export const rowsTitle = (names: Pick<ReadingNames, 'entity'>): string => pluralOf(names.entity ?? 'row');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const ARITHMETIC = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

export const rowValue = (names: ReadingNames, value: RowValue): string =>
  typeof value === 'string'
    ? fieldTitle(names, value)
    : `${fieldTitle(names, value.left)} ${ARITHMETIC[value.calculate]} ${inner(fieldTitle(names, value.right))}`;

export const PARTS: Record<CalendarPart, string> = {
  quarter_of_year: 'quarter of the year',
  month_of_year: 'month of the year',
  day_of_month: 'day of the month',
  weekday: 'weekday',
  hour_of_day: 'hour of the day',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const plainGrain = (grain: Grain, n: number): string =>
  n === 1 ? `last ${grain}` : `last ${number(n)} ${grain}s`;

export function periodTitle(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'quarter':
      return `Q${period.quarter} ${period.year}`;
    case 'month':
      return `${MONTHS[period.month - 1]} ${period.year}`;
    case 'range':
      if (period.from === undefined) return `until ${dayText(period.to ?? '')}`;
      return period.to === undefined
        ? `since ${dayText(period.from)}`
        : `${dayText(period.from)} to ${dayText(period.to)}`;
    case 'last':
      return plainGrain(period.unit, period.n);
    case 'part':
      return listed(
        period.values.map((value) => partValue(period.part, value)),
        'or',
      );
  }
}

/** The period that begins on a day, or is a year. */
export function periodStarting(start: string, grain: Grain | undefined): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  if (grain === 'quarter') return periodTitle({ kind: 'quarter', year, quarter: Math.ceil(month / 3) });
  if (grain === 'month') return periodTitle({ kind: 'month', year, month });
  return grain === 'week' ? `the week of ${dayText(start)}` : dayText(start);
}

export function partValue(part: CalendarPart, value: number): string {
  switch (part) {
    case 'month_of_year':
      return MONTHS[value - 1] ?? String(value);
    case 'weekday':
      return WEEKDAYS[value - 1] ?? String(value);
    case 'quarter_of_year':
      return `Q${value}`;
    case 'hour_of_day':
      return `${String(value).padStart(2, '0')}:00`;
    case 'day_of_month':
      return ordinal(String(value));
  }
}

export function ordinal(text: string): string {
  const value = Number(text);
  if (!Number.isInteger(value)) return `${text}th`;
  const last = value % 10;
  const teen = Math.trunc(value / 10) % 10 === 1;
  return `${number(value)}${teen || last === 0 || last > 3 ? 'th' : ['st', 'nd', 'rd'][last - 1]}`;
}
