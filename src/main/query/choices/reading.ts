import type { Definitions } from '#contract/definitions';
import { namedByParts } from '#contract/part-of-whole';
import type { Query } from '#contract/query';
import type { QueryReading, ReadingNames, ReadingPart } from '#contract/readings';
import { namesOf } from './names';

/** How a query is read, part by part. Where there is but one table, it goes without saying. */
export function readingOf(query: Query, all: readonly Definitions[]): Omit<QueryReading, 'problems'> {
  const names = namesOf(query, all);
  return { query, parts: partsOf(query, all.length > 1, names), names };
}

function partsOf(query: Query, severalTables: boolean, { outputs }: Pick<ReadingNames, 'outputs'>): ReadingPart[] {
  const { from, rows, show, limit } = query;
  const joins = (from.joins ?? []).map(({ table }) => table);
  const union = from.union ?? [];
  const computed = query.compute ?? [];
  const named = namedByParts(computed, outputs);
  return [
    ...computed
      .map((value, at) => ({ kind: 'measure' as const, slot: `compute.${at}`, value }))
      .filter(({ value }) => !named.has(value.as)),
    ...(rows
      ? [{ kind: 'rows' as const, slot: 'rows', fields: rows.fields ?? [], distinct: rows.distinct ?? false }]
      : []),
    ...(query.by ?? []).map((value, at) => ({ kind: 'group' as const, slot: `by.${at}`, value })),
    ...(query.where ?? []).map((value, at) => ({ kind: 'condition' as const, slot: `where.${at}`, value })),
    ...(query.having ?? []).map((value, at) => ({ kind: 'having' as const, slot: `having.${at}`, value })),
    ...(query.order ?? []).map((value, at) => ({ kind: 'order' as const, slot: `order.${at}`, value })),
    ...(limit ? [{ kind: 'limit' as const, slot: 'limit', value: limit, ranked: rankedOf(query) }] : []),
    ...(show ? [{ kind: 'chart' as const, slot: 'show', chart: show.chart }] : []),
    ...(severalTables || joins.length + union.length > 0
      ? [{ kind: 'table' as const, slot: 'from', table: from.table, joins, union }]
      : []),
  ];
}

/** Whether the first ones are the largest, or the smallest, by a value that was computed. */
export function rankedOf({ order, compute, rows, by }: Query): 'top' | 'bottom' | null {
  const first = order?.[0];
  if (!first) return null;
  const isGroup = by?.some(({ as }) => as === first.value) ?? false;
  if (isGroup || !(rows || compute?.some(({ as }) => as === first.value))) return null;
  return first.direction === 'descending' ? 'top' : 'bottom';
}
