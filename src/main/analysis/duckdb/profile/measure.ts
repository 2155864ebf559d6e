import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnType, OddValues } from '#contract';
import { readTable } from '../connection';
import type { ReadingColumn } from '../reading';
import { isDressed, isEmpty, plainNumber, quoteName, typedValue } from '../sql';
import { inParts } from './parts';

/** Beyond this estimate of different values, the exact number is not worth another look at a large file. */
const EXACT_AT_MOST = 12_000;
const ALL_VALUES_AT_MOST = 200;
const TOP_ROWS_AT_MOST = 500_000;
const TOP = 5;
const EXAMPLES = 5;
const SHOWN = 200;

export interface Measured {
  type: ColumnType;
  nulls: number;
  odd: number;
  /** Values that are conversions of what is written, not just its type: words for nothing, blanks around. */
  dressed: number;
  /** Digits behind the point, as written in the whole file. */
  scale: number;
  whole: number;
  about: number;
  min: Cell;
  max: Cell;
  sum: Cell;
  mean: Cell;
}

const int = (cell: Cell | undefined): number => Number(cell ?? 0);
const short = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, SHOWN) : cell);

/** How well every column fits its reading, and what is in it: one pass over the file, or more where it is very wide. */
export async function measure(
  connection: DuckDBConnection,
  from: string,
  columns: readonly ReadingColumn[],
): Promise<{ rows: number; columns: Measured[] }> {
  const measured = { rows: 0, columns: [] as Measured[] };
  await inParts(columns, async (some) => {
    const part = await measureSome(connection, from, some);
    measured.rows = part.rows;
    measured.columns.push(...part.columns);
  });
  return measured;
}

async function measureSome(connection: DuckDBConnection, from: string, columns: readonly ReadingColumn[]) {
  const inner = columns.flatMap((column, i) => [
    `${typedValue(column)} AS v${i}`,
    ...(column.how.as === 'native' ? [] : [`${isEmpty(column)} AS e${i}`, `${isDressed(column)} AS s${i}`]),
    ...(isExact(column) ? [`${digitsOf(column)} AS d${i}`] : []),
  ]);
  const outer = columns.flatMap((column, i) => {
    const native = column.how.as === 'native';
    return [
      native ? `count(*) FILTER (v${i} IS NULL)` : `count(*) FILTER (e${i})`,
      native ? '0' : `count(*) FILTER (v${i} IS NULL AND NOT e${i})`,
      isExact(column) ? `max(CASE WHEN contains(d${i}, '.') THEN length(d${i}) - strpos(d${i}, '.') ELSE 0 END)` : '0',
      isExact(column) ? `max(length(split_part(ltrim(d${i}, '-+0'), '.', 1)))` : '0',
      `approx_count_distinct(v${i})`,
      `min(v${i})`,
      `max(v${i})`,
      addsUp(column) ? `sum(v${i})` : 'NULL',
      addsUp(column) ? `avg(v${i})` : 'NULL',
      native ? '0' : `count(*) FILTER (s${i})`,
    ].map((sql, n) => `${sql} AS m${i}_${n}`);
  });
  const { columns: types, rows } = await readTable(
    connection,
    `SELECT count(*), ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from})`,
  );
  const [row = []] = rows;
  return {
    rows: int(row[0]),
    columns: columns.map((_, i) => {
      const at = 1 + i * 10;
      const cell = (n: number): Cell => row[at + n] ?? null;
      return {
        type: types[at + 5]?.type ?? 'text',
        nulls: int(cell(0)),
        odd: int(cell(1)),
        scale: int(cell(2)),
        whole: int(cell(3)),
        about: int(cell(4)),
        min: short(cell(5)),
        max: short(cell(6)),
        sum: cell(7),
        mean: cell(8),
        dressed: int(cell(9)),
      };
    }),
  };
}

const isExact = (column: ReadingColumn): boolean => column.how.as === 'number' && column.how.to.type !== 'float';

function addsUp(column: ReadingColumn): boolean {
  if (column.how.as === 'native') return ['integer', 'decimal', 'float'].includes(column.how.type);
  return column.how.as === 'number';
}

function digitsOf(column: ReadingColumn): string {
  if (column.how.as !== 'number') throw new Error('only numbers have digits');
  // Zeros at the very end say nothing about precision beyond what the sample has shown.
  return `regexp_replace(${plainNumber(quoteName(column.raw), column.how)}, '(\\.\\d{2,6}?)0+$', '\\1')`;
}

export interface Counted {
  distinct: number;
  top: { value: Cell; count: number }[];
}

/** The second look, at the columns with few different values, and at rows that repeat. */
export async function count(
  connection: DuckDBConnection,
  from: string,
  columns: readonly ReadingColumn[],
  measured: { rows: number; columns: Measured[] },
): Promise<{ duplicates: number; columns: Counted[] }> {
  const few = columns.map((_, i) => (measured.columns[i]?.about ?? 0) <= EXACT_AT_MOST);
  const exact = columns.flatMap((column, i) => (few[i] ? [{ column, i }] : []));
  const distincts = new Map<number, number>();
  await inParts(exact, async (some) => {
    const row = await onlyRow(
      connection,
      `SELECT ${some.map(({ i }) => `count(DISTINCT v${i})`).join(', ')} FROM (SELECT ${some.map(({ column, i }) => `${typedValue(column)} AS v${i}`).join(', ')} FROM ${from})`,
    );
    for (const [place, { i }] of some.entries()) distincts.set(i, int(row[place]));
  });
  const all = columns.map((column) => quoteName(column.raw)).join(', ');
  const [duplicates] = await onlyRow(
    connection,
    `SELECT count(*) - count(DISTINCT h) FROM (SELECT hash(${all}) AS h FROM ${from})`,
  );
  const counted: Counted[] = [];
  for (const [i, column] of columns.entries()) {
    const known = measured.columns[i];
    const distinct = distincts.get(i) ?? Math.min(known?.about ?? 0, measured.rows);
    const worthwhile = few[i] && (distinct <= ALL_VALUES_AT_MOST || measured.rows <= TOP_ROWS_AT_MOST);
    counted.push({ distinct, top: worthwhile ? await topValues(connection, from, column, distinct) : [] });
  }
  return { duplicates: int(duplicates), columns: counted };
}

async function onlyRow(connection: DuckDBConnection, sql: string): Promise<readonly Cell[]> {
  const { rows } = await readTable(connection, sql);
  return rows[0] ?? [];
}

async function topValues(connection: DuckDBConnection, from: string, column: ReadingColumn, distinct: number) {
  const limit = distinct <= ALL_VALUES_AT_MOST ? ALL_VALUES_AT_MOST : TOP;
  const { rows } = await readTable(
    connection,
    `SELECT v, count(*) AS n FROM (SELECT ${typedValue(column)} AS v FROM ${from}) WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT ${limit}`,
  );
  return rows.map(([value = null, n]) => ({ value: short(value), count: int(n) }));
}

/** The first values that do not fit their column, with the number of the record they stand in. */
export async function oddValues(
  connection: DuckDBConnection,
  from: string,
  column: ReadingColumn,
  odd: number,
): Promise<OddValues | null> {
  if (odd === 0) return null;
  const { rows } = await readTable(
    connection,
    `SELECT n, r FROM (SELECT row_number() OVER () AS n, ${quoteName(column.raw)} AS r, ${typedValue(column)} AS v, ${isEmpty(column)} AS e FROM ${from})
     WHERE v IS NULL AND NOT e LIMIT ${EXAMPLES}`,
  );
  return {
    count: odd,
    examples: rows.map(([record, text]) => ({ record: int(record), text: String(text).slice(0, SHOWN) })),
  };
}
