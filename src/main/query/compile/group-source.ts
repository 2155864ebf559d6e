import type { Grouping } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import { conditionFields } from '../conditions';
import { type MeasureNode, measureFields, valueFields } from '../outputs';
import type { JoinedTable, Scope } from '../scope';
import { type GroupSql, groupSql } from './groups';
import { measuredRows } from './measured';
import type { Compilation, RowSource } from './rows';
import { rowSource } from './source';
import { measureSql, momentOf } from './values';

/** The rows that are grouped, and what they are grouped by. */
export interface GroupSource {
  source: RowSource;
  groups: GroupSql[];
  /** As SQL, and as fields: without these a row belongs to no group. */
  needs: string[];
  needed: string[];
}

export const groupBy = (groups: readonly GroupSql[]): string | null =>
  groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : null;

/** Groups and measures as they are selected. */
export function selectGroups(
  groups: readonly GroupSql[],
  measures: readonly MeasureNode[],
  { context }: RowSource,
  identifier: (name: string) => string,
): string {
  const values = [
    ...groups.map(({ name, value }) => ({ name, value })),
    ...measures.map(({ name, measure }) => ({ name, value: measureSql(measure, context) })),
  ];
  return `SELECT\n${values.map(({ name, value }) => (value === identifier(name) ? `  ${value}` : `  ${value} AS ${identifier(name)}`)).join(',\n')}`;
}

/** The joined table with many rows whose rows a measure is over; null for the query's own. */
export function rootOf({ measure }: MeasureNode, scope: Scope): JoinedTable | null {
  const fields = [
    ...measureFields(measure),
    ...(measure.each?.by ?? []).map(({ field }) => field),
    ...(measure.where ?? []).flatMap((part) => ('field' in part ? part.field : [])),
  ];
  return fields.map((name) => scope.field(name)?.join).find((join) => join?.cardinality === 'many') ?? null;
}

export function groupSource(
  compilation: Compilation,
  root: JoinedTable | null,
  measures: readonly MeasureNode[],
  columns: readonly QueryColumn[],
): GroupSource {
  const { query, scope } = compilation;
  const by = query.by ?? [];
  const fields = [
    ...by.flatMap(({ field, measured }) => [field, ...valueFields(measured?.of)]),
    ...measures.flatMap(({ measure }) => fieldsRead(measure, scope)),
  ];
  const rows = rowSource(compilation, root, fields);
  const isMeasured = by.some(({ measured }) => measured !== undefined);
  const { source, measuredRef } = isMeasured
    ? measuredRows(compilation, rows, by, [...new Set(fields)])
    : { source: rows, measuredRef: () => 'NULL' };
  const groups = by.map((grouping) => {
    const column = columns.find(({ name }) => name === grouping.as) ?? unknownColumn(grouping);
    return groupSql(grouping, column, query, source.context, measuredRef(grouping.as));
  });
  const needs = [...new Set(groups.flatMap((group) => group.needs ?? []))].map((value) => `${value} IS NOT NULL`);
  const needed = by.flatMap(({ field }, at) => (groups[at]?.needs === null ? [] : field));
  return { source, groups, needs, needed };
}

const unknownColumn = ({ as: name }: Grouping): QueryColumn => ({
  name,
  role: 'group',
  type: 'text',
  unit: null,
  decimals: null,
});

function fieldsRead(measure: MeasureNode['measure'], scope: Scope): string[] {
  const moment = measure.measure === 'first' || measure.measure === 'last' ? momentOf(measure, scope) : null;
  const where = (measure.where ?? []).flatMap((part) => conditionFields(part, scope));
  const each = (measure.each?.by ?? []).map(({ field }) => field);
  return [...measureFields(measure), ...where, ...each, ...(moment === null ? [] : [moment])];
}
