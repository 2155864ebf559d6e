import { entryOf } from '#contract/entries';
import type {
  Aggregate,
  CalendarPart,
  Computation,
  Each,
  Grain,
  Grouping,
  Measure,
  Period,
  RowValue,
  WindowValue,
} from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { listed, number } from './grammar';

/** What the parts of a query are called. */

export const fieldTitle = (names: ReadingNames, field: string): string => entryOf(names.fields, field)?.title ?? field;

/** What it is computed from is named as well; what would name itself is named as it is written. */
export function outputTitle(names: ReadingNames, output: string): string {
  const value = entryOf(names.outputs, output)?.value;
  if (!value) return output;
  const { [output]: _, ...outputs } = names.outputs;
  const others = { ...names, outputs };
  return 'field' in value ? capital(groupTitle(others, value)) : computationTitle(others, value);
}

/** As it stands within a sentence: `Industry` as `industry`, `GDP` as it is. */
export const inner = (title: string): string =>
  /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(title) && !/\p{Lu}/u.test(title.slice(1)) ? title.toLowerCase() : title;

export const pluralOf = (noun: string): string => {
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};
export const rowsTitle = (names: Pick<ReadingNames, 'entity'>): string => pluralOf(names.entity ?? 'row');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SIGNS = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

export const rowValue = (names: ReadingNames, value: RowValue): string =>
  typeof value === 'string'
    ? fieldTitle(names, value)
    : `${fieldTitle(names, value.left)} ${SIGNS[value.calculate]} ${inner(fieldTitle(names, value.right))}`;

/** How values of rows become one; the sum is what a measure is called by itself. */
const OF: Record<Exclude<Aggregate, 'count' | 'correlation' | 'percentile'>, (title: string) => string> = {
  sum: (title) => `Total ${title}`,
  mean: (title) => `Average ${title}`,
  median: (title) => `Median ${title}`,
  distinct: (title) => `Different values of ${title}`,
  missing: (title) => `Rows without ${title}`,
  mode: (title) => `Most frequent ${title}`,
  min: (title) => `Lowest ${title}`,
  max: (title) => `Highest ${title}`,
  range: (title) => `Range of ${title}`,
  standard_deviation: (title) => `Standard deviation of ${title}`,
  variance: (title) => `Variance of ${title}`,
  first: (title) => `First ${title}`,
  last: (title) => `Last ${title}`,
};

export function aggregateTitle(
  aggregate: Aggregate,
  { title, other = '', percentile = '' }: { title: string; other?: string; percentile?: string },
): string {
  if (aggregate === 'count') return `Rows with ${inner(title)}`;
  if (aggregate === 'correlation') return `Correlation of ${inner(title)} and ${inner(other)}`;
  if (aggregate === 'percentile') return `${ordinal(percentile)} percentile of ${inner(title)}`;
  return OF[aggregate](inner(title));
}

export function computationTitle(names: ReadingNames, value: Computation): string {
  if ('own' in value) return entryOf(names.measures, value.own) ?? value.own;
  if ('window' in value) return windowTitle(value, outputTitle(names, value.of));
  if ('calculate' in value) {
    const right = typeof value.right === 'string' ? inner(outputTitle(names, value.right)) : value.right.number;
    return `${outputTitle(names, value.left)} ${SIGNS[value.calculate]} ${right}`;
  }
  if (value.each) return eachTitle(names, value, value.each);
  if (value.measure === 'count' && value.of === undefined) return capital(rowsTitle(names));
  const title = rowValue(names, value.of ?? '');
  if (value.measure === 'sum')
    return value.with === undefined ? title : `${title} by ${inner(fieldTitle(names, value.with))}`;
  return aggregateTitle(value.measure, {
    title,
    ...(value.with === undefined ? {} : { other: fieldTitle(names, value.with) }),
    ...(value.percentile === undefined ? {} : { percentile: String(value.percentile) }),
  });
}

/** "Average total sales per day with orders": other days have no part in it. */
function eachTitle(names: ReadingNames, { each: _, ...measure }: Measure, { by, aggregate }: Each): string {
  const keys = by.map((key) => groupTitle(names, { ...key, as: '' }));
  const rows = by.some(({ grain, part }) => grain ?? part) ? ` with ${rowsTitle(names)}` : '';
  if (aggregate === 'count') return `${capital(listed(keys.map(pluralOf), 'and'))}${rows}`;
  const whole = computationTitle(names, measure);
  // A mean of sums is none of single values.
  const summed = measure.measure === 'sum' ? aggregateTitle('sum', { title: whole }) : whole;
  // It begins with a word of ours, unless rows are counted.
  const title = measure.measure === 'count' ? inner(summed) : summed.charAt(0).toLowerCase() + summed.slice(1);
  return `${aggregateTitle(aggregate, { title })} per ${listed(keys, 'and')}${rows}`;
}

const AGAINST = { previous: '', year_before: ' against a year before', first: ' since the first' } as const;

export function windowTitle(
  { window, against = 'previous', size, aggregate = 'mean' }: WindowValue,
  of: string,
): string {
  const title = inner(of);
  switch (window) {
    case 'share':
      return `Share of ${title}`;
    case 'rank':
      return `Rank by ${title}`;
    case 'running':
      return `Running ${title}`;
    case 'moving':
      return `Moving ${MOVING[aggregate]} of ${title}${size === undefined ? '' : ` over ${number(size)}`}`;
    case 'previous':
      return against === 'year_before'
        ? `${capital(title)} a year before`
        : `${against === 'first' ? 'First' : 'Previous'} ${title}`;
    case 'difference':
      return `Change of ${title}${AGAINST[against]}`;
    case 'growth':
      return `Growth of ${title}${AGAINST[against]}`;
  }
}

const MOVING = { mean: 'average', median: 'median', sum: 'total', min: 'lowest', max: 'highest' } as const;

export const PARTS: Record<CalendarPart, string> = {
  quarter_of_year: 'quarter of the year',
  month_of_year: 'month of the year',
  day_of_month: 'day of the month',
  weekday: 'weekday',
  hour_of_day: 'hour of the day',
};

export function groupTitle(names: ReadingNames, { measured, bin, ...key }: Grouping): string {
  const { field, grain, part } = key;
  if (measured)
    return inRanges(`${inner(computationTitle(names, { ...measured, as: '' }))} per ${groupTitle(names, key)}`, bin);
  if (grain) return grain;
  if (part) return PARTS[part];
  return inRanges(inner(fieldTitle(names, field)), bin);
}

function inRanges(title: string, bin: Grouping['bin']): string {
  if (!bin) return title;
  return 'width' in bin ? `${title} in steps of ${bin.width}` : `${title} in ${number(bin.count)} ranges`;
}

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
      if (period.from === undefined) return `until ${period.to ?? ''}`;
      return period.to === undefined ? `since ${period.from}` : `${period.from} to ${period.to}`;
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
  return grain === 'week' ? `the week of ${start}` : start;
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
