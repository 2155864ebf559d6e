import type { QueryColumn } from '#contract/query-results';
import { outputColumns } from '../columns';
import { type MeasureNode, type ValueNode, valueLevels, valueNodes } from '../outputs';
import type { JoinedTable } from '../scope';
import { type EachStep, eachStep, overGroups, plannedParts } from './each';
import { type GroupSource, groupBy, groupSource, selectGroups } from './group-source';
import type { GroupSql } from './groups';
import type { Compilation } from './rows';
import { type Cte, lines, whereSql } from './text';
import { arithmetic } from './values';
import { windowSql } from './windows';

/** Groups and their values, before conditions on them and the limit. */
export interface GroupedSteps {
  ctes: Cte[];
  /** The last step's name. */
  last: string;
  groups: GroupSql[];
  columns: QueryColumn[];
  /** The rows under the groups; those of joined tables with many rows have their own. */
  sources: (GroupSource & { root: JoinedTable | null; measures: MeasureNode[] })[];
  /** Steps of groups within groups, and the outputs that are of them. */
  inner: (EachStep & { outputs: string[] })[];
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
  const planned = plannedParts(measures, scope);
  const parts = planned.map(({ root, each, own }) => {
    const source = groupSource(compilation, root, own, columns);
    const name = stepName(root ? `${root.definitions.table} grouped` : 'grouped');
    const inner = each ? eachStep(compilation, source, own, each, columns) : null;
    return { root, own, name, inner, ...source };
  });
  const kept = parts.filter(({ root, own, groups }) => root !== null || own.length > 0 || groups.length > 0);
  const ctes = kept.flatMap(({ own, name, source, groups, needs, inner }): Cte[] => [
    ...source.ctes,
    ...(inner
      ? [inner.cte, { name, sql: overGroups(inner, groups, own, dialect) }]
      : [
          {
            name,
            sql: lines(
              selectGroups(groups, own, source, identifier),
              source.from,
              whereSql([...source.where, ...needs]),
              groupBy(groups),
            ),
          },
        ]),
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
    sources: [...Map.groupBy(kept, ({ root }) => root)].flatMap(([root, same]) => {
      const [first] = same;
      return first ? [{ ...first, root, measures: same.flatMap(({ own }) => own) }] : [];
    }),
    inner: kept.flatMap(({ inner, own }) => (inner ? [{ ...inner, outputs: own.map(({ name }) => name) }] : [])),
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
    ...[first, ...others].flatMap((part) =>
      part.own.map(({ name, measure }) => {
        const value = column(part, name);
        // No groups are none.
        return measure.each?.aggregate === 'count' ? `coalesce(${value}, 0) AS ${identifier(name)}` : value;
      }),
    ),
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
