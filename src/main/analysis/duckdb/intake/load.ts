import { type ColumnarSelect, columnarSelect, freeName, selectOf, typedColumns } from '../columnar';
import { isOutOfMemory } from '../duckdb-errors';
import type { IntakeColumn } from '../infer/types';
import { sqlType } from '../number-sql';
import type { Recipe } from '../recipe';
import { cacheOf, fileOf, type Place, quoteName, quoteText, rawTable } from '../sql';
import { storeTable } from '../store';
import { typedValue } from '../typed-value';
import type { TypedRows, TypedTable } from './typed-rows';
import type { IntakeContext } from './types';

type LoadContext = Pick<IntakeContext, 'connection' | 'copyOptional'>;

/** What DuckDB calls the place of a row in a Parquet file. */
const ROW = 'file_row_number';

/**
 * Reads the text of a file as the types of its columns, once, into the columnar copy that queries use. What is none of its
 * column's type is kept as text beside it, so that it need not be looked for in the file again.
 */
export async function load(
  context: LoadContext,
  place: Place,
  recipe: Recipe,
  columns: readonly IntakeColumn[],
): Promise<TypedRows> {
  const raw = rawTable(fileOf(place, recipe), { ...recipe, columns: [...columns] });
  return (await store(context, place, columns, columnarSelect(raw, columns))) ?? fromFile(raw, columns);
}

/** The first rows of those that are loaded, as other types where those hold more: made of the columnar copy. */
export async function reload(
  context: LoadContext,
  place: Place,
  before: TypedRows,
  { columns, rows }: { columns: readonly IntakeColumn[]; rows: number },
): Promise<TypedRows | null> {
  const { from, unread, anyUnread, row } = before.tableOf(before.columns);
  const texts = new Map(typedColumns(before.columns).map((column) => [column.name, unread(column)]));
  const values = columns.map((column, i) => {
    const [name, text] = [quoteName(column.name), texts.get(column.name)];
    if (column === before.columns[i] || column.how.as !== 'number' || !text) return `${name} AS v${i}`;
    return `coalesce(CAST(${name} AS ${sqlType(column.how.to)}), ${typedValue(column, text)}) AS v${i}`;
  });
  const still = typedColumns(columns).map((column) => ({ at: columns.indexOf(column), text: texts.get(column.name) }));
  const list = still.map(({ at }) => `CASE WHEN v${at} IS NULL THEN t${at} END`);
  const fields = [...values, ...still.map(({ at, text }) => `${text} AS t${at}`), `${anyUnread} AS any_unread`];
  const source = `(SELECT ${fields.join(', ')} FROM ${from} WHERE ${quoteName(row ?? ROW)} < ${rows})`;
  const kept = still.length === 0 ? null : `CASE WHEN any_unread THEN [${list.join(', ')}] END`;
  return store(context, place, columns, selectOf(columns, source, kept));
}

/** Null where there is no room on the disk, or in memory. */
async function store(
  { connection, copyOptional }: LoadContext,
  place: Place,
  columns: readonly IntakeColumn[],
  { select, unread }: ColumnarSelect,
): Promise<TypedRows | null> {
  const table = await storeTable(connection, place, select).catch((error: unknown) => {
    if (copyOptional && isOutOfMemory(error)) return null;
    throw error;
  });
  return table === null ? null : fromCopy(cacheOf(place), columns, unread);
}

/** All lies in the columnar copy, the unread text of a row as a list with a place for each typed column. */
function fromCopy(path: string, columns: readonly IntakeColumn[], unread: string): TypedRows {
  const names = columns.map(({ name }) => name);
  const places = new Map(typedColumns(columns).map((column, at) => [column, at + 1]));
  const table = {
    ...(freeName(ROW, names) === ROW
      ? { from: `read_parquet(${quoteText(path)}, file_row_number = true)`, row: ROW }
      : numbered(`read_parquet(${quoteText(path)})`, names)),
    unread: (column: IntakeColumn) => (places.has(column) ? `${quoteName(unread)}[${places.get(column)}]` : 'NULL'),
    anyUnread: `${quoteName(unread)} IS NOT NULL`,
  };
  return { columns, stored: true, tableOf: () => table, hashes: hashesOf(table.from, names) };
}

export const hashesOf = (from: string, names: readonly string[]): string =>
  `(SELECT hash(${names.map(quoteName).join(', ')}) AS h FROM ${from})`;

/** Every look reads the file, and of it the columns that are looked at. */
function fromFile(raw: string, all: readonly IntakeColumn[]): TypedRows {
  const tableOf = (columns: readonly IntakeColumn[]): TypedTable => {
    const typed = typedColumns(columns);
    const texts = new Map(
      typed.map((column, i) => [
        column,
        freeName(
          `unread ${i}`,
          columns.map(({ name }) => name),
        ),
      ]),
    );
    const unread = (column: IntakeColumn) => quoteName(texts.get(column) ?? '');
    const values = columns.map((column, i) => `${typedValue(column)} AS v${i}`);
    const inner = `SELECT ${['1 AS nothing', ...values, ...typed.map((column) => quoteName(column.raw))].join(', ')} FROM ${raw}`;
    const fields = [
      'nothing',
      ...columns.map(({ name }, i) => `v${i} AS ${quoteName(name)}`),
      ...typed.map((column) => {
        const text = quoteName(column.raw);
        return `CASE WHEN v${columns.indexOf(column)} IS NULL THEN ${text} END AS ${unread(column)}`;
      }),
    ];
    const names = ['nothing', ...columns.map(({ name }) => name), ...texts.values()];
    return {
      ...numbered(`(SELECT ${fields.join(', ')} FROM (${inner}))`, names),
      unread,
      anyUnread:
        typed.length === 0 ? 'false' : `(${typed.map((column) => `${unread(column)} IS NOT NULL`).join(' OR ')})`,
    };
  };
  const raws = all.map((column) => column.raw);
  return { columns: all, stored: false, tableOf, hashes: hashesOf(raw, raws) };
}

/** A table with the places of its rows, where the file's format does not tell them. */
function numbered(table: string, names: readonly string[]): { from: string; row: string } {
  const row = freeName('row', names);
  return { from: `(SELECT *, row_number() OVER () - 1 AS ${quoteName(row)} FROM ${table})`, row };
}
