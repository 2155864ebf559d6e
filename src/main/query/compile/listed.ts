import type { Query } from '#contract/query';
import { FILE_FIELD, type Scope } from '../scope';
import type { Compilation, RowSource } from './rows';
import { rowSource } from './source';
import { type Cte, lines, whereSql, withCtes } from './text';

/** The fields of a list of rows: those named, or all that are not hidden, with the file of tables below each other. */
export function listedFields({ rows }: Query, scope: Scope): string[] {
  if (rows?.fields) return [...new Set(rows.fields)];
  const file = scope.below.length > 0 && !scope.own.fields.some(({ id }) => id === FILE_FIELD) ? [FILE_FIELD] : [];
  return [...scope.own.fields.filter(({ hidden }) => !hidden).map(({ id }) => id), ...file];
}

/** Single rows. */
export function listedQuery(compilation: Compilation): { sql: string; source: RowSource } {
  const { query, scope, dialect } = compilation;
  const { identifier } = dialect;
  const fields = listedFields(query, scope);
  const { order = [], limit } = query;
  const within = limit?.within ?? [];
  const source = rowSource(compilation, null, [...fields, ...order.map(({ value }) => value), ...within]);
  const { ref } = source.context;
  const columns = fields.map((name) =>
    ref(name) === identifier(name) ? ref(name) : `${ref(name)} AS ${identifier(name)}`,
  );
  const sorted = (name: string): string => (query.rows?.distinct ? identifier(name) : ref(name));
  const items = order.map(
    ({ value, direction }) => `${sorted(value)} ${direction === 'descending' ? 'DESC ' : ''}NULLS LAST`,
  );
  const orderBy = items.length > 0 ? `ORDER BY ${items.join(', ')}` : null;
  const select = `SELECT ${query.rows?.distinct ? 'DISTINCT ' : ''}${columns.join(', ')}`;
  if (limit && within.length > 0) {
    const place = compilation.stepName('place');
    const keys = `PARTITION BY ${within.map(ref).join(', ')}`;
    const number = `row_number() OVER (${[keys, orderBy].filter(Boolean).join(' ')}) AS ${identifier(place)}`;
    const placed: Cte = {
      name: compilation.stepName('placed'),
      sql: lines(`${select},\n  ${number}`, source.from, whereSql(source.where)),
    };
    const skip = limit.skip ?? 0;
    const range = `${identifier(place)} BETWEEN ${skip + 1} AND ${skip + limit.n}`;
    const named = fields.map(identifier).join(', ');
    const body = lines(
      `SELECT ${named}`,
      `FROM ${identifier(placed.name)}`,
      `WHERE ${range}`,
      `ORDER BY ${[...within.filter((name) => fields.includes(name)).map(identifier), identifier(place)].join(', ')}`,
    );
    return { sql: withCtes([...source.ctes, placed], body, identifier), source };
  }
  const body = lines(
    select,
    source.from,
    whereSql(source.where),
    orderBy,
    limit ? dialect.limit(limit.n, limit.skip ?? 0) : null,
  );
  return { sql: withCtes(source.ctes, body, identifier), source };
}
