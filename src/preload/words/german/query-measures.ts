import { entryOf } from '#contract/entries';
import { type PartOfWhole, partOfWhole } from '#contract/part-of-whole';
import type { Aggregate, Computation, Each, Grouping, Measure, PlainCondition, WindowValue } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { capital, exactNumber, listed, number } from './grammar';
import { plainCondition } from './query-conditions';
import { ARITHMETIC, fieldTitle, GRAINS, ordinal, PARTS, rowsTitle, rowValue } from './query-parts';

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
const NOUNS: Record<Aggregate, string> = {
  count: 'Anzahl',
  sum: 'Summe',
  mean: 'Durchschnitt',
  median: 'Median',
  distinct: 'Verschiedene Werte',
  missing: 'Fehlende Werte',
  mode: 'Häufigster Wert',
  min: 'Kleinster Wert',
  max: 'Größter Wert',
  range: 'Spannweite',
  standard_deviation: 'Standardabweichung',
  variance: 'Varianz',
  first: 'Erster Wert',
  last: 'Letzter Wert',
  correlation: 'Korrelation',
  percentile: 'Perzentil',
};

export function aggregateTitle(
  aggregate: Aggregate,
  { title, other = '', percentile = '' }: { title: string; other?: string; percentile?: string },
): string {
  switch (aggregate) {
    case 'count':
      return `Zeilen mit ${title}`;
    case 'missing':
      return `Zeilen ohne ${title}`;
    case 'correlation':
      return `Korrelation von ${title} und ${other}`;
    case 'percentile':
      return `${ordinal(percentile)} Perzentil von ${title}`;
    default:
      return `${NOUNS[aggregate]} von ${title}`;
  }
}

export function computationTitle(names: ReadingNames, value: Computation): string {
  const only = 'measure' in value ? (value.where ?? []) : [];
  return `${wholeTitle(names, value)}${only.length > 0 ? ` (${conditions(names, only)})` : ''}`;
}

const conditions = (names: ReadingNames, all: readonly PlainCondition[]): string =>
  all.map((condition) => plainCondition(names, condition)).join(', ');

/** "Anteil von Passagiere (Survived: 1) an denen mit Class: 3" */
function partTitle(names: ReadingNames, { measure, some, among }: PartOfWhole): string {
  const of = computationTitle(names, { ...measure, where: some });
  return `Anteil: ${of}${among.length > 0 ? `, unter ${conditions(names, among)}` : ''}`;
}

/** What of all rows is computed. */
function wholeTitle(names: ReadingNames, value: Computation): string {
  if ('own' in value) return entryOf(names.measures, value.own) ?? value.own;
  if ('window' in value) return windowTitle(value, outputTitle(names, value.of));
  if ('calculate' in value) {
    const part = partOfWhole(value, names.outputs);
    if (part) return partTitle(names, part);
    const right =
      typeof value.right === 'string' ? outputTitle(names, value.right) : exactNumber(String(value.right.number));
    return `${outputTitle(names, value.left)} ${ARITHMETIC[value.calculate]} ${right}`;
  }
  if (value.each) return eachTitle(names, value, value.each);
  if (value.measure === 'count' && value.of === undefined) return `Anzahl ${rowsTitle(names)}`;
  const title = rowValue(names, value.of ?? '');
  if (value.measure === 'sum')
    return value.with === undefined ? title : `${title} nach ${fieldTitle(names, value.with)}`;
  return aggregateTitle(value.measure, {
    title,
    ...(value.with === undefined ? {} : { other: fieldTitle(names, value.with) }),
    ...(value.percentile === undefined ? {} : { percentile: String(value.percentile) }),
  });
}

/** "Durchschnitt je Tag mit Bestellungen: Summe von Umsatz": other days have no part in it. */
function eachTitle(names: ReadingNames, { each: _, ...measure }: Measure, { by, aggregate }: Each): string {
  const keys = by.map((key) => groupTitle(names, { ...key, as: '' }));
  const rows = by.some(({ grain, part }) => grain ?? part) ? ` mit ${rowsTitle(names)}` : '';
  if (aggregate === 'count') return `Anzahl: ${listed(keys, 'und')}${rows}`;
  const whole = computationTitle(names, measure);
  // A mean of sums is none of single values.
  const summed = measure.measure === 'sum' ? aggregateTitle('sum', { title: whole }) : whole;
  return `${NOUNS[aggregate]} je ${listed(keys, 'und')}${rows}: ${summed}`;
}

const AGAINST = { previous: '', year_before: ' gegenüber dem Vorjahr', first: ' seit dem ersten' } as const;

export function windowTitle(
  { window, against = 'previous', size, aggregate = 'mean' }: WindowValue,
  title: string,
): string {
  switch (window) {
    case 'share':
      return `Anteil an ${title}`;
    case 'rank':
      return `Rang nach ${title}`;
    case 'running':
      return `Laufende Summe von ${title}`;
    case 'moving':
      return `${MOVING[aggregate]} von ${title}${size === undefined ? '' : ` über ${number(size)}`}`;
    case 'previous':
      return against === 'year_before'
        ? `${title} im Vorjahr`
        : `${title}: ${against === 'first' ? 'erster Wert' : 'Wert davor'}`;
    case 'difference':
      return `Veränderung von ${title}${AGAINST[against]}`;
    case 'growth':
      return `Wachstum von ${title}${AGAINST[against]}`;
  }
}

const MOVING = {
  mean: 'Gleitender Durchschnitt',
  median: 'Gleitender Median',
  sum: 'Gleitende Summe',
  min: 'Gleitendes Minimum',
  max: 'Gleitendes Maximum',
} as const;

export function groupTitle(names: ReadingNames, { measured, bin, ...key }: Grouping): string {
  const { field, grain, part } = key;
  if (measured)
    return inRanges(`${computationTitle(names, { ...measured, as: '' })} je ${groupTitle(names, key)}`, bin);
  if (grain) return GRAINS[grain];
  if (part) return PARTS[part];
  return inRanges(fieldTitle(names, field), bin);
}

function inRanges(title: string, bin: Grouping['bin']): string {
  if (!bin) return title;
  return 'width' in bin
    ? `${title} in Schritten von ${exactNumber(String(bin.width))}`
    : `${title} in ${number(bin.count)} Klassen`;
}
