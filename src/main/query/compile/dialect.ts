import type { CalendarPart, Grain } from '#contract/query';
import type { ColumnType } from '#contract/tables';

/** What differs from one database to another. All take and give SQL, but for texts and names, which are quoted here. */
export interface SqlDialect {
  identifier(name: string): string;
  text(value: string): string;
  /** A value as a literal of a type; the value has been checked to fit it. */
  literal(value: string | boolean, type: ColumnType): string;
  /** A number that divisions and statistics are made of. */
  double(value: string): string;
  /** Rounded to so many digits, exactly. */
  decimal(value: string, scale: number): string;
  integer(value: string): string;
  day(value: string): string;
  asText(value: string): string;
  /** The first day, or moment, of the period; the number of a year. */
  truncate(grain: Grain, value: string): string;
  /** Numbered from 1, weekdays from Monday, hours from 0. */
  part(part: CalendarPart, value: string): string;
  isoYear(value: string): string;
  isoWeek(value: string): string;
  interval(n: number, grain: Grain): string;
  /** Days from one moment to a later one: whole ones between dates, with fractions between moments. */
  days(from: string, to: string, whole: boolean): string;
  /** The place of a text in a list, from 1; empty where it is in none. */
  place(value: string, list: readonly string[]): string;
  /** A row for each of the values, in their order; several such lists of one SELECT go side by side. */
  eachOf(values: readonly string[]): string;
  lower(value: string): string;
  contains(value: string, part: string): string;
  startsWith(value: string, part: string): string;
  endsWith(value: string, part: string): string;
  /** Equal, where nothing equals nothing. */
  same(a: string, b: string): string;
  percentile(value: string, share: string): string;
  /** One of the values that there are, for dates. */
  percentileOfValues(value: string, share: string): string;
  mode(value: string): string;
  /** The value at the least, or greatest, of `by`; the least of several. */
  at(which: 'first' | 'last', value: string, by: string): string;
  standardDeviation(value: string): string;
  variance(value: string): string;
  correlation(a: string, b: string): string;
  /** Nothing in place of what is no number. */
  finite(value: string): string;
  limit(n: number, skip: number): string;
}
