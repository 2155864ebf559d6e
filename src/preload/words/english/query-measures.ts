import { entryOf } from '#contract/entries';
import { type PartOfWhole, partOfWhole } from '#contract/part-of-whole';
import type { Aggregate, Computation, Each, Grouping, Measure, PlainCondition, WindowValue } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { exactNumber, listed, number } from './grammar';
import { plainCondition } from './query-conditions';
import { ARITHMETIC, capital, fieldTitle, inner, ordinal, PARTS, pluralOf, rowsTitle, rowValue } from './query-parts';

/** What the values and groupings of a query are called. */

/** What it is computed from is named as well; what would name itself is named as it is written. */
export function outputTitle(names: ReadingNames, output: string): string {
  const value = entryOf(names.outputs, output)?.value;
  if (!value) return output;
  const { [output]: _, ...outputs } = names.outputs;
  const others = { ...names, outputs };
  return 'field' in value ? capital(groupTitle(others, value)) : computationTitle(others, value);
}

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
  const only = 'measure' in value ? (value.where ?? []) : [];
  return `${wholeTitle(names, value)}${only.length > 0 ? ` (${conditions(names, only)})` : ''}`;
}

const conditions = (names: ReadingNames, all: readonly PlainCondition[]): string =>
  all.map((condition) => plainCondition(names, condition)).join(', ');

/** "Share of passengers (Survived: 1) among those of Class: 3" */
function partTitle(names: ReadingNames, { measure, some, among }: PartOfWhole): string {
  const of = inner(computationTitle(names, { ...measure, where: some }));
  return `Share of ${of}${among.length > 0 ? ` among ${conditions(names, among)}` : ''}`;
}

/** What of all rows is computed. */
function wholeTitle(names: ReadingNames, value: Computation): string {
  if ('own' in value) return entryOf(names.measures, value.own) ?? value.own;
  if ('window' in value) return windowTitle(value, outputTitle(names, value.of));
  if ('calculate' in value) {
    const part = partOfWhole(value, names.outputs);
    if (part) return partTitle(names, part);
    const right =
      typeof value.right === 'string'
        ? inner(outputTitle(names, value.right))
        : exactNumber(String(value.right.number));
    return `${outputTitle(names, value.left)} ${ARITHMETIC[value.calculate]} ${right}`;
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
  return 'width' in bin
    ? `${title} in steps of ${exactNumber(String(bin.width))}`
    : `${title} in ${number(bin.count)} ranges`;
}
