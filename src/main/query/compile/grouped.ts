import type { FieldDefinition } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import { timeKind } from '../calendar';
import { outputColumns } from '../columns';
import { type MeasureNode, partsOfValue, type ValueNode, valueNodes } from '../outputs';
import type { Scope } from '../scope';
import type { SqlDialect } from './dialect';
import { groupBy, groupSource, rootOf, selectGroups } from './group-source';
import { orderItems, orderOf, orderSql, rankingOf } from './order';
import type { Compilation } from './rows';
import { type GroupedSteps, groupedSteps } from './steps';
import { type Cte, freeNames, indent, lines, whereSql, withCtes } from './text';

export function groupedQuery(compilation: Compilation): { sql: string } {
  const flat = flatQuery(compilation);
  if (flat !== null) return { sql: flat };
  const { query, dialect } = compilation;
  const steps = groupedSteps(compilation);
  const shown = shownNames(query);
  const leading = leadingStep(compilation, steps);
  const { ctes, from, where } = limitedSteps(compilation, steps, leading);
  const body = lines(
    `SELECT ${shown.map(dialect.identifier).join(', ')}`,
    from,
    whereSql(where),
    orderSql(orderOf(query, steps.groups, steps.columns), steps.groups, dialect),
    query.limit && query.limit.of === undefined && !query.limit.within?.length
      ? dialect.limit(query.limit.n, query.limit.skip ?? 0)
      : null,
  );
  return { sql: withCtes(ctes, body, dialect.identifier) };
}

const shownNames = ({ by = [], compute = [] }: Query): string[] => [...by, ...compute].map(({ as }) => as);

/** Everything in one SELECT, where nothing has to be looked at twice. */
function flatQuery(compilation: Compilation): string | null {
  const { query, scope, dialect } = compilation;
  const nodes = valueNodes(query, scope);
  const { by = [], having = [], limit } = query;
  const placed = by.some(({ field, part }) => part === undefined && isCalendarText(scope.field(field)?.definition));
  const again = placed || having.length > 0 || limit?.of !== undefined || (limit?.within?.length ?? 0) > 0;
  const simple = nodes.every(
    (node): node is MeasureNode =>
      node.kind === 'measure' && node.shown && !node.measure.each && rootOf(node, scope) === null,
  );
  if (again || !simple) return null;
  const columns = outputColumns(query, scope, nodes);
  const { source, groups, needs } = groupSource(compilation, null, nodes, columns);
  const names = [...by, ...nodes.map(({ name }) => ({ as: name }))].map(({ as }) => as);
  const order = orderOf(query, groups, columns);
  // By place, so that no column of the table can be taken for an output.
  const items = order.map(
    ({ value, direction }) => `${names.indexOf(value) + 1} ${direction === 'descending' ? 'DESC ' : ''}NULLS LAST`,
  );
  const body = lines(
    selectGroups(groups, nodes, source, dialect.identifier),
    source.from,
    whereSql([...source.where, ...needs]),
    groupBy(groups),
    items.length > 0 ? `ORDER BY ${items.join(', ')}` : null,
    limit ? dialect.limit(limit.n, limit.skip ?? 0) : null,
  );
  return withCtes(source.ctes, body, dialect.identifier);
}

/** Names of months and weekdays go by their place in the year, and the week. */
const isCalendarText = (field: FieldDefinition | undefined): boolean =>
  field?.type === 'text' && timeKind(field) !== null;

/** The values of a grouping that lead over all the others: a query of its own. */
function leadingStep(compilation: Compilation, steps: GroupedSteps): Cte | null {
  const { query, scope, dialect, stepName } = compilation;
  const sub = leadingQuery(query, steps.columns, scope);
  if (!sub) return null;
  const { sql } = groupedQuery({ ...compilation, query: sub });
  return {
    name: stepName('leading'),
    sql: `SELECT ${dialect.identifier(query.limit?.of ?? '')}\nFROM (\n${indent(sql)}\n)`,
  };
}

/** Which values of the limited grouping lead; null where the limit is not of one. */
export function leadingQuery(query: Query, columns: readonly QueryColumn[], scope: Scope): Query | null {
  const { limit, by = [] } = query;
  const [order] = rankingOf(query, columns);
  if (limit?.of === undefined || !order) return null;
  const needed = neededFor(order.value, valueNodes(query, scope));
  const { having: _having, ...rest } = query;
  return {
    ...rest,
    by: by.filter(({ as }) => as === limit.of),
    compute: (query.compute ?? []).filter(({ as }) => needed.has(as)),
    order: [order],
    limit: { n: limit.n, ...(limit.skip === undefined ? {} : { skip: limit.skip }) },
  };
}

function neededFor(name: string, nodes: readonly ValueNode[]): Set<string> {
  const needed = new Set([name]);
  for (const output of needed) {
    const node = nodes.find((entry) => entry.name === output);
    for (const part of node ? partsOfValue(node) : []) needed.add(part);
  }
  return needed;
}

function limitedSteps(
  { query, dialect, stepName }: Compilation,
  steps: GroupedSteps,
  leading: Cte | null,
): { ctes: Cte[]; from: string; where: string[] } {
  const { identifier } = dialect;
  const ctes = [...steps.ctes, ...(leading ? [leading] : [])];
  const where = havingSql(query, steps.columns, dialect);
  const { limit } = query;
  if (leading && limit?.of !== undefined) {
    const key = identifier(limit.of);
    const same = dialect.same(`${identifier(leading.name)}.${key}`, `${identifier(steps.last)}.${key}`);
    where.push(`EXISTS (SELECT 1 FROM ${identifier(leading.name)} WHERE ${same})`);
  }
  if (!limit?.within?.length) return { ctes, from: `FROM ${identifier(steps.last)}`, where };
  const place = identifier(freePlace(steps.columns));
  const order = [
    ...rankingOf(query, steps.columns),
    ...steps.groups.map(({ name }) => ({ value: name, direction: 'ascending' as const })),
  ];
  const over = `PARTITION BY ${limit.within.map(identifier).join(', ')} ORDER BY ${orderItems(order, steps.groups, identifier).join(', ')}`;
  const placed: Cte = {
    name: stepName('placed'),
    sql: lines(`SELECT *, row_number() OVER (${over}) AS ${place}`, `FROM ${identifier(steps.last)}`, whereSql(where)),
  };
  const skip = limit.skip ?? 0;
  return {
    ctes: [...ctes, placed],
    from: `FROM ${identifier(placed.name)}`,
    where: [`${place} BETWEEN ${skip + 1} AND ${skip + limit.n}`],
  };
}

/** A name for the places that no output has. */
export function freePlace(columns: readonly QueryColumn[]): string {
  return freeNames(columns.map(({ name }) => name))('place');
}

export function havingSql({ having = [] }: Query, columns: readonly QueryColumn[], dialect: SqlDialect): string[] {
  return having.map(({ value, op, than }) => {
    const type = columns.find(({ name }) => name === value)?.type ?? 'float';
    return `${dialect.identifier(value)} ${op === '!=' ? '<>' : op} ${dialect.literal(than, type)}`;
  });
}
