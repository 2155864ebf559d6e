import type { QueryColumn } from '#contract/query-results';
import { outputColumns } from '../columns';
import { conditionFields } from '../conditions';
import { type MeasureNode, measureFields, type ValueNode, valueLevels, valueNodes } from '../outputs';
import type { JoinedTable, Scope } from '../scope';
import { type GroupSql, groupSql } from './groups';
import type { Compilation, RowSource } from './rows';
import { rowSource } from './source';
import { type Cte, lines, whereSql } from './text';
import { arithmetic, measureSql, momentOf } from './values';
import { windowSql } from './windows';

/** Groups and their values, before conditions on them and the limit. */
export interface GroupedSteps {
  ctes: Cte[];
  /** The last step's name. */
  last: string;
  groups: GroupSql[];
  columns: QueryColumn[];
  /** The rows under the groups; those of joined tables with many rows have their own. */
  /** `needed`: fields without which a row belongs to no group; `needs` is the same as SQL. */
  sources: {
    root: JoinedTable | null;
    source: RowSource;
    needs: string[];
    needed: string[];
    measures: MeasureNode[];
  }[];
}

export const groupBy = (groups: readonly GroupSql[]): string | null =>
  groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : null;

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
    ...(measure.where ?? []).flatMap((part) => ('field' in part ? part.field : [])),
  ];
  return fields.map((name) => scope.field(name)?.join).find((join) => join?.cardinality === 'many') ?? null;
}

export function groupSource(
  compilation: Compilation,
  root: JoinedTable | null,
  measures: readonly MeasureNode[],
  columns: readonly QueryColumn[],
) {
  const { query, scope } = compilation;
  const by = query.by ?? [];
  const source = rowSource(compilation, root, [
    ...by.map(({ field }) => field),
    ...measures.flatMap(({ measure }) => fieldsRead(measure, scope)),
  ]);
  const groups = by.map((grouping) => {
    const column = columns.find(({ name }) => name === grouping.as);
    return groupSql(
      grouping,
      column ?? { name: grouping.as, role: 'group', type: 'text', unit: null, decimals: null },
      query,
      source.context,
    );
  });
  const needs = [...new Set(groups.flatMap((group) => group.needs ?? []))].map((value) => `${value} IS NOT NULL`);
  const needed = by.flatMap(({ field }, at) => (groups[at]?.needs === null ? [] : field));
  return { source, groups, needs, needed };
}

function fieldsRead(measure: MeasureNode['measure'], scope: Scope): string[] {
  const moment = measure.measure === 'first' || measure.measure === 'last' ? momentOf(measure, scope) : null;
  const where = (measure.where ?? []).flatMap((part) => conditionFields(part, scope));
  return [...measureFields(measure), ...where, ...(moment === null ? [] : [moment])];
}

/** Step by step: groups of each table, together, then what is made of their values. */
export function groupedSteps(compilation: Compilation): GroupedSteps {
  const { query, scope, dialect, stepName } = compilation;
  const { identifier } = dialect;
  const nodes = valueNodes(query, scope);
  const columns = outputColumns(query, scope, nodes);
  const levels =
    valueLevels(
      nodes,
      (query.by ?? []).map(({ as }) => as),
    ) ?? [];
  const measures = (levels[0] ?? []).filter((node): node is MeasureNode => node.kind === 'measure');
  const roots = [null, ...new Set(measures.flatMap((node) => rootOf(node, scope) ?? []))];
  const parts = roots.map((root) => {
    const own = measures.filter((node) => rootOf(node, scope) === root);
    return {
      root,
      own,
      name: stepName(root ? `${root.definitions.table} grouped` : 'grouped'),
      ...groupSource(compilation, root, own, columns),
    };
  });
  const kept = parts.filter(({ root, own, groups }) => root !== null || own.length > 0 || groups.length > 0);
  const ctes = kept.flatMap(({ own, name, source, groups, needs }): Cte[] => [
    ...source.ctes,
    {
      name,
      sql: lines(
        selectGroups(groups, own, source, identifier),
        source.from,
        whereSql([...source.where, ...needs]),
        groupBy(groups),
      ),
    },
  ]);
  let last = kept[0]?.name ?? 'grouped';
  const groups = kept[0]?.groups ?? [];
  if (kept.length > 1) {
    const name = stepName('together');
    ctes.push({ name, sql: togetherSql(kept, dialect.same, identifier) });
    last = name;
  }
  const known = new Map(columns.map((column) => [column.name, column]));
  for (const level of levels.slice(1)) {
    const name = stepName(level.some(({ kind }) => kind === 'window') ? 'compared' : 'calculated');
    const values = level.map((node) => `${valueSql(node, compilation, groups, known)} AS ${identifier(node.name)}`);
    ctes.push({ name, sql: lines(`SELECT *,\n  ${values.join(',\n  ')}`, `FROM ${identifier(last)}`) });
    last = name;
  }
  return {
    ctes,
    last,
    groups,
    columns,
    sources: kept.map(({ root, source, needs, needed, own }) => ({ root, source, needs, needed, measures: own })),
  };
}

interface GroupedPart {
  name: string;
  own: readonly MeasureNode[];
  groups: readonly GroupSql[];
}

/** Groups of several tables side by side, each group once. */
function togetherSql(
  [first, ...others]: readonly GroupedPart[],
  same: (a: string, b: string) => string,
  identifier: (name: string) => string,
): string {
  if (!first) return '';
  const column = (part: GroupedPart, name: string): string => `${identifier(part.name)}.${identifier(name)}`;
  const selected = [
    ...first.groups.map(({ name }) => column(first, name)),
    ...[first, ...others].flatMap((part) => part.own.map(({ name }) => column(part, name))),
  ];
  const joins = others.map((part) => {
    const keys = first.groups.map(({ name }) => same(column(part, name), column(first, name)));
    return keys.length > 0
      ? `LEFT JOIN ${identifier(part.name)} ON ${keys.join(' AND ')}`
      : `CROSS JOIN ${identifier(part.name)}`;
  });
  return lines(`SELECT ${selected.join(', ')}`, `FROM ${identifier(first.name)}`, ...joins);
}

function valueSql(
  node: ValueNode,
  { dialect }: Compilation,
  groups: readonly GroupSql[],
  columns: ReadonlyMap<string, QueryColumn>,
): string {
  if (node.kind === 'window') return windowSql(node, { dialect, groups, columns });
  if (node.kind !== 'calculation') return 'NULL';
  const { left: first, right: second, calculate } = node.calculation;
  const other = typeof second === 'string' ? dialect.identifier(second) : String(Number(second.number));
  return arithmetic(calculate, dialect.identifier(first), other, dialect);
}
