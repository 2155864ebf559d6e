import type { RecipeColumn } from './recipe';
import { quoteName } from './sql';
import { typedValue } from './typed-value';

/** What of a file is kept in its columnar copy, as SQL. */
export interface ColumnarSelect {
  select: string;
  /** A list of the texts that are none of their column's type, a place for each typed column; NULL in most rows. */
  unread: string;
}

/** The columns whose text may be unread, in the order in which a row of the columnar copy lists it. */
export const typedColumns = <Column extends RecipeColumn>(columns: readonly Column[]): Column[] =>
  columns.filter(({ how }) => how.as !== 'text' && how.as !== 'native');

/** The text of a file as the types of its columns; `raw` is a table of the text. */
export function columnarSelect(raw: string, columns: readonly RecipeColumn[]): ColumnarSelect {
  const texts = typedColumns(columns).map((column) => ({
    value: `v${columns.indexOf(column)}`,
    text: quoteName(column.raw),
  }));
  const missing = texts.map(({ value, text }) => `(${value} IS NULL AND ${text} IS NOT NULL)`);
  const list = texts.map(({ value, text }) => `CASE WHEN ${value} IS NULL THEN ${text} END`);
  const values = columns.map((column, i) => `${typedValue(column)} AS v${i}`);
  return selectOf(
    columns,
    `(SELECT ${[...values, ...texts.map(({ text }) => text)].join(', ')} FROM ${raw})`,
    texts.length === 0 ? null : `CASE WHEN ${missing.join(' OR ')} THEN [${list.join(', ')}] END`,
  );
}

/** `from` has the value of each column as `v0`, `v1` and so on; `list` is SQL for what is unread. */
export function selectOf(columns: readonly RecipeColumn[], from: string, list: string | null): ColumnarSelect {
  const names = columns.map(({ name }) => name);
  const unread = freeName('unread', names);
  const fields = names.map((name, i) => `v${i} AS ${quoteName(name)}`);
  const kept = list ?? 'CAST(NULL AS VARCHAR[])';
  return { select: `SELECT ${fields.join(', ')}, ${kept} AS ${quoteName(unread)} FROM ${from}`, unread };
}

export function freeName(wanted: string, names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted}_${n}`;
  return name;
}
