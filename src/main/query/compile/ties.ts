import type { CompiledCheck } from './compiled';
import { havingSql, leadingQuery } from './grouped';
import { orderItems, rankingOf } from './order';
import type { Compilation } from './rows';
import { rowSource } from './source';
import { type GroupedSteps, groupedSteps } from './steps';
import { type Cte, lines, whereSql, withCtes } from './text';

/** Whether more share the last place than the limit leaves. `steps` null for a list of rows. */
export function tiesCheck(compilation: Compilation, steps: GroupedSteps | null): CompiledCheck[] {
  const { query, scope } = compilation;
  const { limit } = query;
  if (!limit) return [];
  if (!steps) return listTies(compilation);
  if (limit.of !== undefined) {
    const leading = leadingQuery(query, steps.columns, scope);
    if (!leading) return [];
    const sub = { ...compilation, query: leading };
    return tiesCheck(sub, groupedSteps(sub));
  }
  const ranking = rankingOf(query, steps.columns);
  const [first] = ranking;
  if (!first || steps.groups.length === 0) return [];
  const { identifier } = compilation.dialect;
  const items = orderItems(ranking, steps.groups, identifier);
  const from = `FROM ${identifier(steps.last)}`;
  const where = havingSql(query, steps.columns, compilation.dialect);
  const values = ranking.map(({ value }) => identifier(value));
  return [
    tie(compilation, steps.ctes, {
      from,
      where,
      items,
      values,
      within: (limit.within ?? []).map(identifier),
      output: first.value,
    }),
  ];
}

function listTies(compilation: Compilation): CompiledCheck[] {
  const { query, dialect } = compilation;
  const { order = [], limit } = query;
  const [first] = order;
  if (!limit || !first || query.rows?.distinct) return [];
  const within = limit.within ?? [];
  const source = rowSource(compilation, null, [...order.map(({ value }) => value), ...within]);
  const { ref } = source.context;
  const items = order.map(
    ({ value, direction }) => `${ref(value)} ${direction === 'descending' ? 'DESC ' : ''}NULLS LAST`,
  );
  const ranked = {
    from: source.from,
    where: source.where,
    items,
    values: order.map(({ value }) => ref(value)),
    within: within.map(ref),
    output: first.value,
  };
  return [tie({ ...compilation, dialect }, source.ctes, ranked)];
}

interface Ranked {
  from: string;
  where: readonly string[];
  /** ORDER BY. */
  items: readonly string[];
  /** What is equal in a tie. */
  values: readonly string[];
  within: readonly string[];
  output: string;
}

function tie({ query, dialect, stepName }: Compilation, ctes: readonly Cte[], ranked: Ranked): CompiledCheck {
  const { identifier } = dialect;
  const { limit } = query;
  const [n, skip] = [limit?.n ?? 1, limit?.skip ?? 0];
  const { within, values } = ranked;
  const over = `OVER (${within.length > 0 ? `PARTITION BY ${within.join(', ')} ` : ''}ORDER BY ${ranked.items.join(', ')})`;
  const keys = [...values, ...within];
  const named = keys.map((value, index) => `${value} AS "value ${index + 1}"`);
  const placed = stepName('places');
  const inner = lines(
    `SELECT ${named.join(', ')}, row_number() ${over} AS "place"`,
    ranked.from,
    whereSql(ranked.where),
  );
  const edge = n + skip;
  const across = [
    `(min("place") <= ${edge} AND max("place") > ${edge})`,
    ...(skip > 0 ? [`(min("place") <= ${skip} AND max("place") > ${skip})`] : []),
  ];
  const shown = `count(*) FILTER (WHERE "place" BETWEEN ${skip + 1} AND ${edge})`;
  const groups = lines(
    `SELECT "value 1" AS "at", count(*) AS "count", ${shown} AS "shown"`,
    `FROM ${identifier(placed)}`,
    `GROUP BY ${keys.map((_, index) => `"value ${index + 1}"`).join(', ')}`,
    `HAVING ${across.join(' OR ')}`,
  );
  const all = [...ctes, { name: placed, sql: inner }];
  if (within.length === 0)
    return { code: 'ties', sql: withCtes(all, `${groups}\n${dialect.limit(1, 0)}`, identifier), output: ranked.output };
  const sql = `SELECT count(*) AS "count"\nFROM (\n${groups}\n)`;
  return { code: 'ties_within', sql: withCtes(all, sql, identifier), output: ranked.output };
}
