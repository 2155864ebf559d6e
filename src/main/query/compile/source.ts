import type { Query } from '#contract/query';
import { conditionFields, looksAround } from '../conditions';
import { FILE_FIELD, fileNames, fileYears, type JoinedTable, type Scope } from '../scope';
import { type ConditionContext, conditionSql } from './conditions';
import { markedRows } from './marks';
import { type Compilation, partsOf, type RowSource } from './rows';
import { type Cte, lines } from './text';

/**
 * The rows of the query's own table, or of one that is joined to it and has many rows for each of its own.
 * @param fields those that are read from it, beside those of the conditions
 */
export function rowSource(compilation: Compilation, root: JoinedTable | null, fields: readonly string[]): RowSource {
  const { query, scope, dialect } = compilation;
  const conditions = query.where ?? [];
  const used = new Set([...fields, ...conditions.flatMap((condition) => conditionFields(condition, scope))]);
  const tables = tablesOf(compilation, root, used);
  const around = conditions.filter((condition) => partsOf(condition, scope).some(looksAround));
  const plain = conditions.filter((condition) => !around.includes(condition));
  const context: ConditionContext = {
    dialect,
    scope,
    ref: (field) => tables.ref(field, false),
    qualified: (field) => tables.ref(field, true),
    marks: new Map(),
  };
  const where = [...tables.where, ...plain.map((condition) => conditionSql(condition, context))];
  const source = { ctes: tables.ctes, from: tables.from, where, context };
  return around.length === 0 ? source : markedRows(compilation, source, around, [...used]);
}

interface Tables {
  ctes: Cte[];
  from: string;
  where: string[];
  ref(field: string, qualified: boolean): string;
}

function tablesOf(compilation: Compilation, root: JoinedTable | null, used: ReadonlySet<string>): Tables {
  const { scope, dialect } = compilation;
  const { identifier } = dialect;
  const own = ownTable(compilation, used);
  const isUsed = (entry: JoinedTable): boolean => [...used].some((name) => scope.field(name)?.join === entry);
  const joined = scope.joined.filter((entry) => entry !== root && isUsed(entry));
  // A join that leaves out rows without a match does so whether or not its fields are used.
  const required = scope.joined.filter(
    (entry) => entry.join.unmatched === 'drop' && entry !== root && !joined.includes(entry),
  );
  const several = root !== null || joined.length > 0;
  const ref = (name: string, qualified: boolean): string => {
    const field = scope.field(name);
    const column = identifier(field?.definition.column ?? name);
    const table = field?.join ? identifier(field.join.definitions.table) : own.name;
    return several || qualified ? `${table}.${column}` : column;
  };
  const keysOf = (entry: JoinedTable): string =>
    entry.join.on
      .map(
        ([mine, theirs]) =>
          `${identifier(entry.definitions.table)}.${identifier(columnIn(entry, theirs))} = ${ref(mine, true)}`,
      )
      .join(' AND ');
  const joinLine = (entry: JoinedTable): string =>
    `${entry.join.unmatched === 'drop' ? 'JOIN' : 'LEFT JOIN'} ${identifier(entry.definitions.table)} ON ${keysOf(entry)}`;
  const first = root
    ? [`FROM ${identifier(root.definitions.table)}`, `JOIN ${own.from} ON ${keysOf(root)}`]
    : [`FROM ${own.from}`];
  const matched = required.map(
    (entry) => `EXISTS (SELECT 1 FROM ${identifier(entry.definitions.table)} WHERE ${keysOf(entry)})`,
  );
  return { ctes: own.ctes, from: lines(...first, ...joined.map(joinLine)), where: matched, ref };
}

const columnIn = ({ definitions }: JoinedTable, field: string): string =>
  definitions.fields.find(({ id }) => id === field || `${definitions.table}.${id}` === field)?.column ?? field;

/** The query's own table, with what stands in one line of a thing in all of its lines. */
function ownTable(compilation: Compilation, used: ReadonlySet<string>) {
  const { query, scope, dialect, stepName } = compilation;
  const { identifier } = dialect;
  if (scope.unpivot) return unpivotedTable(compilation, scope.unpivot, used);
  const filled = filledFields(query, scope, used);
  if (filled.size === 0) return stackedTable(compilation, used);
  const keys = (query.from.joins ?? []).flatMap((join) => join.on.map(([mine]) => mine));
  const all = new Set([...used, ...keys, ...filled.values()]);
  const { ctes, from } = stackedTable(compilation, all);
  const columnOf = (id: string) => identifier(scope.own.fields.find((field) => field.id === id)?.column ?? id);
  const own = [...all].flatMap((name) => {
    const field = scope.field(name);
    return field && !field.join ? [field.definition.id] : [];
  });
  const columns = [...new Set(own)].map((id) => {
    const key = filled.get(id);
    const column = columnOf(id);
    return key === undefined ? column : `max(${column}) OVER (PARTITION BY ${columnOf(key)}) AS ${column}`;
  });
  const name = stepName('whole');
  const cte: Cte = { name, sql: `SELECT ${columns.join(', ')}\nFROM ${from}` };
  return { ctes: [...ctes, cte], from: identifier(name), name: identifier(name) };
}

/** Names and kinds that only one line of a thing has, with its key; amounts there count once as it is. */
function filledFields(query: Query, scope: Scope, used: ReadonlySet<string>): Map<string, string> {
  const readFields = new Set(
    query.rows ? (query.where ?? []).flatMap((condition) => conditionFields(condition, scope)) : [...used],
  );
  const ids = [...readFields].flatMap((name) => {
    const field = scope.field(name);
    return field && !field.join && field.definition.role !== 'measure' ? [field.definition.id] : [];
  });
  return new Map(
    scope.own.things.flatMap(({ key, once }) => ids.filter((id) => once.includes(id)).map((id) => [id, key] as const)),
  );
}

/** A row for each of the columns of one kind, beside what else is read of their row. */
function unpivotedTable(
  compilation: Compilation,
  { whole, wide }: NonNullable<Scope['unpivot']>,
  used: ReadonlySet<string>,
) {
  const { query, scope, dialect, stepName } = compilation;
  const { identifier } = dialect;
  const read = wide.values.filter(({ field }) => used.has(field.id));
  const members = read.flatMap(({ columns }) => columns.filter((column) => column !== null));
  const keys = (query.from.joins ?? []).flatMap((join) => join.on.map(([mine]) => mine));
  const own = scope.own.fields.filter(
    ({ id }) => id !== wide.name.id && !read.some(({ field }) => field.id === id) && [...used, ...keys].includes(id),
  );
  const { ctes, from } = stackedTable(compilation, new Set([...used, ...members]));
  const columnOf = (id: string) => identifier(whole.fields.find((field) => field.id === id)?.column ?? id);
  const file = scope.below.length > 0 && used.has(FILE_FIELD) ? [identifier(FILE_FIELD)] : [];
  const labels = wide.labels.map((label) => dialect.literal(label, wide.name.type));
  const columns = [
    ...own.map(({ column }) => identifier(column)),
    ...file,
    `${dialect.eachOf(labels)} AS ${identifier(wide.name.column)}`,
    ...read.map(({ field, columns: each }) => {
      const values = each.map((id) => (id === null ? 'NULL' : columnOf(id)));
      return `${dialect.eachOf(values)} AS ${identifier(field.column)}`;
    }),
  ];
  const name = stepName('unpivoted');
  const cte: Cte = { name, sql: `SELECT\n  ${columns.join(',\n  ')}\nFROM ${from}` };
  return { ctes: [...ctes, cte], from: identifier(name), name: identifier(name) };
}

/** The query's own table, with those of the same shape below it. */
function stackedTable({ query, scope, dialect, stepName }: Compilation, used: ReadonlySet<string>) {
  const { identifier } = dialect;
  const own = scope.unpivot?.whole ?? scope.own;
  const table = identifier(own.table);
  if (scope.below.length === 0) return { ctes: [], from: table, name: table };
  const keys = (query.from.joins ?? []).flatMap((join) => join.on.map(([mine]) => mine));
  const names = new Set([...used, ...keys]);
  const fields = own.fields.filter(({ id }) => names.has(id) || names.has(`${own.table}.${id}`));
  const tables = [own, ...scope.below];
  const files = fileYears(tables)?.map(String) ?? fileNames(tables).map((file) => dialect.text(file));
  const withFile = names.has(FILE_FIELD) && !own.fields.some(({ id }) => id === FILE_FIELD);
  const parts = tables.map((definitions, index) => {
    const columns = fields.map((field) => {
      const column = definitions.fields.find(({ id }) => id === field.id)?.column ?? field.column;
      return column === field.column ? identifier(column) : `${identifier(column)} AS ${identifier(field.column)}`;
    });
    const file = withFile ? [`${files[index] ?? dialect.text(definitions.table)} AS ${identifier(FILE_FIELD)}`] : [];
    const listed = [...columns, ...file];
    return `SELECT ${listed.length > 0 ? listed.join(', ') : '1 AS "row"'} FROM ${identifier(definitions.table)}`;
  });
  const name = stepName('stacked');
  const cte: Cte = { name, sql: parts.join('\nUNION ALL\n') };
  return { ctes: [cte], from: identifier(name), name: identifier(name) };
}
