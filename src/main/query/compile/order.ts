import type { Order, Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import type { SqlDialect } from './dialect';
import type { GroupSql } from './groups';

const NUMBERS = new Set(['integer', 'decimal', 'float']);

/** By what the limit takes its first ones: as it is said, else by the first value, the greatest first. */
export function rankingOf(query: Query, columns: readonly QueryColumn[]): Order[] {
  if (query.order && query.order.length > 0) return query.order;
  const value = firstValue(query, columns);
  return query.limit && value ? [{ value, direction: 'descending' }] : [];
}

const firstValue = (query: Query, columns: readonly QueryColumn[]): string | null => {
  const names = new Set((query.compute ?? []).map(({ as }) => as));
  return columns.find(({ name, type }) => names.has(name) && NUMBERS.has(type))?.name ?? null;
};

/**
 * The order of the rows: as it is said; else times, parts, bins and numbers in theirs, and other groups by their first
 * value, the greatest first. What is equal in that goes by its groups, so that the order is always the same.
 */
export function orderOf(query: Query, groups: readonly GroupSql[], columns: readonly QueryColumn[]): Order[] {
  const ranking = rankingOf(query, columns);
  // The first order of a limit of a grouping's values says which these are.
  const explicit = query.limit?.of === undefined ? ranking : ranking.slice(1);
  const within = (query.limit?.within ?? []).map(ascending);
  const order = [...within, ...(explicit.length > 0 ? explicit : defaultOrder(query, groups, columns))];
  const seen = new Set<string>();
  return [...order, ...groups.map(({ name }) => ascending(name))].filter(({ value }) => {
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

const ascending = (value: string): Order => ({ value, direction: 'ascending' });

function defaultOrder(query: Query, groups: readonly GroupSql[], columns: readonly QueryColumn[]): Order[] {
  const [first] = groups;
  if (!first) return [];
  const value = firstValue(query, columns);
  const byValue: Order[] = value === null ? [] : [{ value, direction: 'descending' }];
  if (groups.length === 1) return first.ordered ? [ascending(first.name)] : byValue;
  const last = groups.at(-1);
  const leading = groups.slice(0, -1).map(({ name }) => ascending(name));
  return last?.ordered ? [...leading, ascending(last.name)] : [...leading, ...byValue];
}

export function orderSql(
  order: readonly Order[],
  groups: readonly GroupSql[],
  { identifier }: SqlDialect,
): string | null {
  if (order.length === 0) return null;
  return `ORDER BY ${orderItems(order, groups, identifier).join(', ')}`;
}

export const orderItems = (
  order: readonly Order[],
  groups: readonly GroupSql[],
  identifier: (name: string) => string,
): string[] =>
  order.map(({ value, direction }) => {
    const name = identifier(value);
    const key = groups.find((group) => group.name === value)?.place?.(name) ?? name;
    return `${key} ${direction === 'descending' ? 'DESC ' : ''}NULLS LAST`;
  });
