import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import { kindOf, outputColumns } from '../columns';
import { valueNodes } from '../outputs';
import { type Scope, scopeOf } from '../scope';
import { checksOf, guardsOf, staticFacts } from './checks';
import type { CompiledQuery } from './compiled';
import type { SqlDialect } from './dialect';
import { duckdb } from './duckdb';
import { groupedQuery } from './grouped';
import { listedFields, listedQuery } from './listed';
import type { Compilation } from './rows';
import { freeNames } from './text';

/**
 * SQL as an analyst would have written it, one step after the other, for a query in which `check` finds nothing wrong.
 * @throws RangeError where a table is not there
 */
export function compile(
  query: Query,
  definitions: readonly Definitions[],
  dialect: SqlDialect = duckdb,
): CompiledQuery {
  const scope = scopeOf(query, definitions);
  if (!scope) throw new RangeError('a table of the query is not there');
  const tables = [...definitions.map(({ table }) => table), 'other'];
  const compilation: Compilation = { query, scope, dialect, stepName: freeNames(tables) };
  const columns = columnsOf(query, scope);
  const sql = query.rows ? listedQuery(compilation).sql : groupedQuery(compilation).sql;
  return {
    sql,
    columns,
    guards: guardsOf(compilation),
    checks: checksOf({ ...compilation, stepName: freeNames(tables) }),
    facts: staticFacts(compilation),
  };
}

/** The columns of a query's result. */
export function columnsOf(query: Query, scope: Scope): QueryColumn[] {
  if (query.rows)
    return listedFields(query, scope).map((name) => ({
      name,
      role: 'field',
      field: name,
      ...kindOf(scope.field(name)?.definition),
    }));
  const nodes = valueNodes(query, scope);
  const shown = new Set([
    ...(query.by ?? []).map(({ as }) => as),
    ...nodes.filter((node) => node.shown).map(({ name }) => name),
  ]);
  return outputColumns(query, scope, nodes).filter(({ name }) => shown.has(name));
}

export type { CompiledCheck, CompiledQuery } from './compiled';
export type { SqlDialect } from './dialect';
export { duckdb } from './duckdb';
