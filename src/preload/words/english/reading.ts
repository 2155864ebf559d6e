import type { CalendarPart } from '#contract/query';
import type { QueryPart } from '#contract/query-parts';
import type { ReadingWords } from '../words';
import { counted, listed, number, short } from './grammar';
import { conditionText, lower, operand, SIGNS } from './reading-conditions';

type PartOf<S extends QueryPart['slot']> = Extract<QueryPart, { slot: S }>;

const PARTS: Record<CalendarPart, string> = {
  quarter_of_year: 'quarter of the year',
  month_of_year: 'month of the year',
  day_of_month: 'day of the month',
  weekday: 'weekday',
  hour_of_day: 'hour of the day',
};

/** Several of a noun: `flights`, `people`. */
export function plural(noun: string): string {
  if (/(?:person)$/.test(noun)) return noun.replace(/person$/, 'people');
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const rowsOf = (noun: string | null): string => (noun === null ? 'rows' : plural(noun));

const MEASURES = {
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  range: 'range of',
  mode: 'most frequent',
  standard_deviation: 'standard deviation of',
  variance: 'variance of',
  first: 'first',
  last: 'last',
  distinct: 'different',
} as const;

const OPERATORS = { add: '+', subtract: '−', multiply: '×', divide: '/' } as const;

const rowValue = (of: NonNullable<PartOf<'measure'>['of']>): string =>
  typeof of === 'string'
    ? lower(short(of))
    : `${lower(short(of.left))} ${OPERATORS[of.calculate]} ${lower(short(of.right))}`;

function measure(part: PartOf<'measure'>): string {
  const where = part.where.length > 0 ? ` (${part.where.map(conditionText).join(', ')})` : '';
  return `${aggregated(part)}${where}`;
}

function aggregated({ measure: aggregate, of, with: other, percentile, noun }: PartOf<'measure'>): string {
  if (of === null) return rowsOf(noun);
  const value = rowValue(of);
  switch (aggregate) {
    case 'count':
      return `${rowsOf(noun)} with ${value}`;
    case 'missing':
      return `${rowsOf(noun)} without ${value}`;
    case 'sum':
      return value;
    case 'percentile':
      return `${ordinal(Number(percentile))} percentile of ${value}`;
    case 'correlation':
      return `correlation of ${value} and ${lower(short(other ?? ''))}`;
    case 'mean':
      return other === null ? `average ${value}` : `average ${value}, weighted by ${lower(short(other))}`;
    default:
      return `${MEASURES[aggregate]} ${value}`;
  }
}

function ordinal(value: number): string {
  const last = value % 10;
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${number(value)}${teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

function window(part: PartOf<'window'>): string {
  const of = lower(short(part.of));
  const before =
    part.against === 'year_before'
      ? 'a year before'
      : part.against === 'first'
        ? 'the first'
        : part.grain === null
          ? 'the one before'
          : `the ${part.grain} before`;
  switch (part.window) {
    case 'share':
      return `share of ${of}${
        part.within.length > 0
          ? ` within ${listed(
              part.within.map((name) => lower(short(name))),
              'and',
            )}`
          : ''
      }`;
    case 'rank':
      return `rank by ${of}`;
    case 'running':
      return `running total of ${of}`;
    case 'moving': {
      const span =
        part.grain === null ? `over ${number(part.size ?? 1)}` : `over ${counted(part.size ?? 1, part.grain)}`;
      return `moving ${part.aggregate === 'mean' ? 'average' : part.aggregate} of ${of} ${span}`;
    }
    case 'previous':
      return `${of} of ${before}`;
    case 'difference':
      return `change of ${of} against ${before}`;
    case 'growth':
      return `change of ${of} against ${before} in %`;
  }
}

function group({ title, grain, part, width }: PartOf<'group'>): string {
  if (grain !== null) return grain;
  if (part !== null) return PARTS[part];
  return width === null ? lower(short(title)) : `${lower(short(title))} in steps of ${operand(width)}`;
}

function limit({ n, skip, within, of, by, direction }: PartOf<'limit'>): string {
  const lead = direction === 'descending' ? 'top' : 'bottom';
  const which =
    skip === 0
      ? `${by === null ? 'first' : lead} ${number(n)}`
      : n === 1
        ? `${ordinal(skip + 1)} from the ${lead}`
        : `${lead} ${number(skip + 1)} to ${number(skip + n)}`;
  const groups = of === null ? '' : ` ${lower(short(of))}`;
  const each =
    within.length > 0
      ? ` of each ${listed(
          within.map((name) => lower(short(name))),
          'and',
        )}`
      : '';
  return `${which}${groups}${by === null ? '' : ` by ${lower(short(by))}`}${each}`;
}

export const reading: ReadingWords = {
  measure,
  own: ({ title }) => lower(short(title)),
  calculation: ({ calculate, left: first, right: second, percent }) => {
    const other = typeof second === 'string' ? lower(short(second)) : operand(second.number);
    return percent && calculate === 'divide'
      ? `${lower(short(first))} as a share of ${other}`
      : `${lower(short(first))} ${OPERATORS[calculate]} ${other}`;
  },
  window,
  group,
  rows: ({ titles, distinct, noun }) => {
    if (titles.length === 0) return rowsOf(noun);
    const named =
      titles.length > 4
        ? `${counted(titles.length, 'column')} of ${rowsOf(noun)}`
        : listed(
            titles.map((title) => lower(short(title))),
            'and',
          );
    return distinct ? `different ${named}` : named;
  },
  condition: ({ condition: part }) => {
    switch (part.op) {
      case 'any':
        return part.conditions.map(conditionText).join(' or ');
      case 'none':
        return `neither ${part.conditions.map(conditionText).join(' nor ')}`;
      case 'has':
      case 'has_no': {
        const where = part.where.length > 0 ? ` (${part.where.map(conditionText).join(', ')})` : '';
        return `${part.op === 'has' ? 'with' : 'without'} ${part.noun === null ? short(part.table) : plural(part.noun)}${where}`;
      }
      default:
        return conditionText(part);
    }
  },
  having: ({ value, op, than }) => `${lower(short(value))} ${SIGNS[op]} ${operand(than)}`,
  order: ({ value, direction }) => `${direction === 'descending' ? 'highest' : 'lowest'} ${lower(short(value))} first`,
  limit,
  source: ({ joined, below, table }) =>
    below.length > 0 ? listed([table, ...below].map(short), 'and') : `with ${listed(joined.map(short), 'and')}`,
  /** `sales, profit by month and region · 2025 · without returns` */
  line: ({ what, by, rest }) => {
    const head = [listed(what, 'and'), ...(by.length > 0 ? [`by ${listed(by, 'and')}`] : [])]
      .filter((text) => text !== '')
      .join(' ');
    const line = [head === '' ? 'Rows' : head, ...rest].join(' · ');
    return `${line[0]?.toUpperCase() ?? ''}${line.slice(1)}`;
  },
};
