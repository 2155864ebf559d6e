import type { Cell } from '#contract/tables';
import { grouped } from '../answer/format';
import { addDays, MONTHS, WEEKDAYS } from '../language/calendar';
import { isDate } from '../language/scope';
import { nameStems } from '../language/stems';
import { nameOf, plain } from './naming';
import type { Column, Comparison, DescribedDataset, Filter, Group, Season, Span } from './plan';

const SEASONS: Record<Season, string> = {
  hour: 'hour of the day',
  weekday: 'weekday',
  month: 'month of the year',
  quarter: 'quarter of the year',
};

export const timeText = (group: Exclude<Group, { kind: 'column' }>): string =>
  group.kind === 'time' ? group.grain : SEASONS[group.part];

/** Which date is meant, where there is a choice. */
export function ofColumn(column: Column, dataset: DescribedDataset, word: string): string {
  const several = dataset.columns.filter(isDate).length > 1;
  const clash = dataset.columns.some((one) => one !== column && nameStems(one.name).join(' ') === word);
  return several || clash ? ` of ${nameOf(column)}` : '';
}

/** A condition in words. */
export function filterText(filter: Filter, dataset: DescribedDataset): string {
  const name = nameOf(filter.column);
  switch (filter.kind) {
    case 'values':
      return isText(name, filter.values.map(cellText), filter.not);
    case 'text':
      if (filter.part) return `${name} ${filter.not ? 'does not contain' : 'contains'} "${plain(filter.text)}"`;
      return `${name} ${filter.not ? '≠' : '='} "${plain(filter.text)}" in any case`;
    case 'compare':
      return `${name} ${filter.op} ${numberText(filter.value, filter.column)}`;
    case 'between':
      return `${name} ${filter.not ? 'not ' : ''}between ${numberText(filter.low, filter.column)} and ${numberText(filter.high, filter.column)}`;
    case 'flag':
      return `${name} = ${filter.value ? 'yes' : 'no'}`;
    case 'empty':
      return `${name} is ${filter.not ? 'not ' : ''}empty`;
    case 'order':
      return `${name} is ${orderText(filter.op, filter.days)} ${nameOf(filter.other)}`;
    case 'beside':
      return `${name} ${filter.op} ${nameOf(filter.other)}`;
    case 'mean':
      return `${name} ${filter.op} the ${filter.statistic} of ${name} over all rows`;
    case 'nothing':
      return `${name} is 0 or empty`;
    case 'season':
      return isText(
        `${SEASONS[filter.part]}${ofColumn(filter.column, dataset, SEASONS[filter.part])}`,
        filter.values.map((value) => seasonText(filter.part, value)),
        filter.not,
      );
    case 'period':
      return periodText(filter, dataset);
  }
}

const ORDERS: Record<Comparison, string> = {
  '>': 'later than',
  '>=': 'not earlier than',
  '<': 'earlier than',
  '<=': 'not later than',
  '=': 'the same day as',
  '!=': 'another day than',
};

const MANY: Record<Comparison, string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '!=': 'not',
};

const orderText = (op: Comparison, days: string): string =>
  days === '0' ? ORDERS[op] : `${MANY[op]} ${days} days later than`;

function seasonText(part: Season, value: number): string {
  if (part === 'weekday') return WEEKDAYS[value - 1] ?? '';
  if (part === 'month') return MONTHS[value - 1] ?? '';
  return part === 'quarter' ? `Q${value}` : `${value}:00`;
}

function isText(name: string, values: readonly string[], not: boolean): string {
  if (values.length === 1) return `${name} ${not ? '≠' : '='} ${values[0]}`;
  return `${name} ${not ? 'not in' : 'in'} (${values.join(', ')})`;
}

const UNITS: Record<string, string> = {
  day: 'date',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  half: 'half year',
};

function periodText(filter: Extract<Filter, { kind: 'period' }>, dataset: DescribedDataset): string {
  const [first] = filter.spans;
  const unit = first?.unit ?? null;
  if (unit !== null && filter.spans.every((span) => span.unit === unit)) {
    const word = UNITS[unit] ?? unit;
    return isText(
      `${word}${ofColumn(filter.column, dataset, word)}`,
      filter.spans.map((span) => span.label),
      filter.not,
    );
  }
  const spans = filter.spans.map(spanText).join(' or ');
  return `${nameOf(filter.column)} ${filter.not ? 'not ' : ''}${spans}`;
}

function spanText(span: Span): string {
  if (span.from === null) return `before ${span.until ?? ''}`;
  return span.until === null ? `from ${span.from}` : `from ${span.from} to ${addDays(span.until, -1)}`;
}

function numberText(value: string, column: Column): string {
  return column.unit?.kind === 'percent'
    ? `${grouped(String(Number((Number(value) * 100).toPrecision(12))))} %`
    : grouped(value);
}

const cellText = (value: Cell): string => {
  const text = plain(String(value));
  return /^[\p{L}\p{N}][\p{L}\p{N} _.&/'+-]*$/u.test(text) ? text : `"${text}"`;
};
