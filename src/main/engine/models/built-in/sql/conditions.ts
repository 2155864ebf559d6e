import type { Column, Filter, Season, Span } from '../question/plan';
import { date, identifier, literal, number, text } from './text';

/** `WHERE …`, or nothing. */
export function whereOf(filters: readonly Filter[], ...more: readonly string[]): string | null {
  const all = [...filters.map(conditionOf), ...more];
  return all.length === 0 ? null : `WHERE ${all.join('\n  AND ')}`;
}

/** "Not West" keeps rows without a region: nothing is lost that was not said. */
export function conditionOf(filter: Filter): string {
  const column = identifier(filter.column.name);
  switch (filter.kind) {
    case 'values': {
      const values = filter.values.map((value) => literal(value, filter.column));
      const is = values.length === 1 ? `${column} = ${values[0]}` : `${column} IN (${values.join(', ')})`;
      return negated(is, column, filter.not);
    }
    case 'text': {
      const said = `lower(${text(filter.text)})`;
      const is = filter.part
        ? `contains(lower(CAST(${column} AS VARCHAR)), ${said})`
        : `lower(CAST(${column} AS VARCHAR)) = ${said}`;
      return negated(is, column, filter.not);
    }
    case 'compare':
      return `${column} ${filter.op === '!=' ? '<>' : filter.op} ${number(filter.value)}`;
    case 'between':
      return `${column} ${filter.not ? 'NOT ' : ''}BETWEEN ${number(filter.low)} AND ${number(filter.high)}`;
    case 'flag':
      return `${column} = ${flagLiteral(filter.column, filter.value)}`;
    case 'empty':
      return `${column} IS ${filter.not ? 'NOT ' : ''}NULL`;
    case 'order':
      return orderOf(filter);
    case 'beside':
      return `${column} ${filter.op === '!=' ? '<>' : filter.op} ${identifier(filter.other.name)}`;
    case 'mean': {
      const mean = filter.statistic === 'average' ? 'avg' : 'median';
      return `${column} ${filter.op} (SELECT ${mean}(${column}) FROM ${identifier(filter.table)})`;
    }
    case 'nothing':
      return `coalesce(${column}, 0) = 0`;
    case 'period':
      return negated(filter.spans.map((span) => spanOf(span, column)).join(' OR '), column, filter.not);
    case 'season': {
      const is = `${seasonNumber(filter.part, column)} IN (${filter.values.map((value) => number(String(value))).join(', ')})`;
      return negated(is, column, filter.not);
    }
  }
}

function orderOf({ column, other, op, days }: Extract<Filter, { kind: 'order' }>): string {
  const sign = op === '!=' ? '<>' : op;
  if (days !== '0' || column.type !== other.type) return `${daysSql(other, column)} ${sign} ${number(days)}`;
  return `${identifier(column.name)} ${sign} ${identifier(other.name)}`;
}

/** Whole days from one date to another; the time of day does not count. */
export const daysSql = (from: Column, to: Column): string => `date_diff('day', ${dayOf(from)}, ${dayOf(to)})`;

const dayOf = (column: Column): string =>
  column.type === 'date' ? identifier(column.name) : `CAST(${identifier(column.name)} AS DATE)`;

/** Yes and no as the column holds them. */
export const flagLiteral = (column: Column, value: boolean): string =>
  literal(column.type === 'boolean' ? value : Number(value), column);

const negated = (is: string, column: string, not: boolean): string =>
  not ? `(NOT (${is}) OR ${column} IS NULL)` : is.includes(' OR ') ? `(${is})` : is;

function spanOf(span: Span, column: string): string {
  const from = span.from === null ? null : `${column} >= ${date(span.from)}`;
  const until = span.until === null ? null : `${column} < ${date(span.until)}`;
  return from && until ? `(${from} AND ${until})` : (from ?? until ?? 'TRUE');
}

/** Monday and January are 1. */
export function seasonNumber(part: Season, column: string): string {
  switch (part) {
    case 'weekday':
      return `isodow(${column})`;
    case 'month':
      return `month(${column})`;
    case 'quarter':
      return `quarter(${column})`;
    case 'hour':
      return `hour(${column})`;
  }
}
