import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnType, OddValues } from '#contract';
import { readTable } from '../connection';
import type { ReadingColumn } from '../reading';
import { hasBlanks, isEmpty, isPlain, plainNumber, quoteName, typedValue } from '../sql';
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
  const isRead = (column: ReadingColumn) => column.how.as !== 'native';
  const values = [
    ...columns.map((column, i) => `${typedValue(column)} AS v${i}`),
    ...columns.filter(isRead).map(rawOf),
  ];
  const outer = columns.flatMap((column, i) =>
    [
      `count(v${i})`,
      isRead(column) ? `count(${rawOf(column)})` : `count(v${i})`,
      isExact(column) ? scaleOf(column) : '0',
      `approx_count_distinct(v${i})`,
      `min(v${i})`,
      `max(v${i})`,
      addsUp(column) ? `sum(v${i})` : 'NULL',
      addsUp(column) ? `avg(v${i})` : 'NULL',
      isRead(column) && column.how.as !== 'text' ? `count(*) FILTER (${hasBlanks(column)})` : '0',
    ].map((sql, n) => `${sql} AS m${i}_${n}`),
  );
  const { columns: types, rows } = await readTable(
    connection,
    `SELECT count(*), ${outer.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${from})`,
  );
  const [row = []] = rows;
  const total = int(row[0]);
  const measured = columns.map((_, i): Measured & { unread: number } => {
    const at = 1 + i * 9;
    const cell = (n: number): Cell => row[at + n] ?? null;
    const unread = int(cell(1)) - int(cell(0));
    return {
      type: types[at + 4]?.type ?? 'text',
      nulls: total - int(cell(0)),
      odd: 0,
      scale: int(cell(2)),
      whole: 0,
      about: int(cell(3)),
      min: short(cell(4)),
      max: short(cell(5)),
      sum: cell(6),
      mean: cell(7),
      dressed: int(cell(8)) + unread,
      unread,
    };
  });
  await lookCloser(connection, from, columns, measured);
  return { rows: total, columns: measured };
}

/**
 * Which of what was not read stands for nothing, and how many digits there are, is only looked at in columns where the
 * first look leaves it open: that costs as much as all the rest.
 */
async function lookCloser(
  connection: DuckDBConnection,
  from: string,
  columns: readonly ReadingColumn[],
  measured: readonly (Measured & { unread: number })[],
): Promise<void> {
  const open = columns.flatMap((column, i) => {
    const known = measured[i];
    if (!known || column.how.as === 'native' || column.how.as === 'text') return [];
    return known.unread > 0 || (isExact(column) && known.scale > roomOf(column)) ? [{ column, known }] : [];
  });
  if (open.length === 0) return;
  const fields = open.map(({ column }, i) => {
    const digits = isExact(column) ? `, ${digitsOf(column)} AS d${i}` : '';
    return `${typedValue(column)} AS v${i}, ${rawOf(column)}${digits}`;
  });
  const outer = open.flatMap(({ column }, i) => [
    `count(*) FILTER (${isEmpty(column, `v${i}`)})`,
    isExact(column) ? behindPoint(`d${i}`) : '0',
    isExact(column) ? `max(length(split_part(ltrim(d${i}, '-+0'), '.', 1)))` : '0',
  ]);
  const row = await onlyRow(connection, `SELECT ${outer.join(', ')} FROM (SELECT ${fields.join(', ')} FROM ${from})`);
  for (const [i, { known }] of open.entries()) {
    const empty = int(row[i * 3]);
    known.odd = known.nulls - empty;
    known.nulls = empty;
    known.scale = int(row[i * 3 + 1]);
    known.whole = int(row[i * 3 + 2]);
  }
}

const rawOf = (column: ReadingColumn): string => quoteName(column.raw);
const behindPoint = (digits: string): string =>
  `max(CASE WHEN contains(${digits}, '.') THEN length(${digits}) - strpos(${digits}, '.') ELSE 0 END)`;

/** How many digits stand behind the point at most; too many rather than too few. */
function scaleOf(column: ReadingColumn): string {
  if (column.how.as !== 'number') throw new Error('only numbers have digits');
  return behindPoint(isPlain(column.how) ? rawOf(column) : plainNumber(rawOf(column), column.how));
}

/** Digits behind the point that the chosen type has room for, as they are written. */
function roomOf({ how }: ReadingColumn): number {
  if (how.as !== 'number' || how.to.type !== 'decimal') return 0;
  return how.to.scale - (how.percent ? 2 : 0);
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
  const counted = columns.map((_, i): Counted => {
    return { distinct: Math.min(measured.columns[i]?.about ?? 0, measured.rows), top: [] };
  });
  const few = columns.flatMap((column, i) =>
    (measured.columns[i]?.about ?? 0) <= EXACT_AT_MOST ? [{ column, i }] : [],
  );
  await inParts(few, async (some) => {
    const values = await valuesOf(
      connection,
      from,
      some.map(({ column }) => column),
      measured.rows,
    );
    for (const [place, { i }] of some.entries()) counted[i] = values[place] ?? { distinct: 0, top: [] };
  });
  const all = columns.map(rawOf).join(', ');
  const [duplicates] = await onlyRow(
    connection,
    `SELECT count(*) - count(DISTINCT h) FROM (SELECT hash(${all}) AS h FROM ${from})`,
  );
  return { duplicates: int(duplicates), columns: counted };
}

async function onlyRow(connection: DuckDBConnection, sql: string): Promise<readonly Cell[]> {
  const { rows } = await readTable(connection, sql);
  return rows[0] ?? [];
}

/** The different values of each column and the most frequent of them, all in one look at the file. */
async function valuesOf(
  connection: DuckDBConnection,
  from: string,
  columns: readonly ReadingColumn[],
  rows: number,
): Promise<Counted[]> {
  const names = columns.map((_, i) => `v${i}`);
  const values = columns.map((column, i) => `${typedValue(column)} AS v${i}`).join(', ');
  const which = `grouping(${names.join(', ')})`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE counted AS SELECT ${names.join(', ')}, ${which} AS which, count(*) AS n
     FROM (SELECT ${values} FROM ${from}) GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
  );
  const counted: Counted[] = [];
  for (const [i, name] of names.entries()) {
    // A set leaves the bits of the columns it does not group by set.
    const own = 2n ** BigInt(names.length) - 1n - 2n ** BigInt(names.length - 1 - i);
    const those = `FROM counted WHERE which = ${own} AND ${name} IS NOT NULL`;
    const distinct = int((await onlyRow(connection, `SELECT count(*) ${those}`))[0]);
    const worthwhile = distinct <= ALL_VALUES_AT_MOST || rows <= TOP_ROWS_AT_MOST;
    const limit = distinct <= ALL_VALUES_AT_MOST ? ALL_VALUES_AT_MOST : TOP;
    const top = worthwhile
      ? (await readTable(connection, `SELECT ${name}, n ${those} ORDER BY n DESC, ${name} LIMIT ${limit}`)).rows
      : [];
    counted.push({ distinct, top: top.map(([value = null, n]) => ({ value: short(value), count: int(n) })) });
  }
  await connection.run('DROP TABLE counted');
  return counted;
}

/** The first values that do not fit their column, with the number of the record they stand in. */
export async function oddValues(
  connection: DuckDBConnection,
  from: string,
  column: ReadingColumn,
  odd: number,
): Promise<OddValues | null> {
  if (odd === 0) return null;
  const raw = rawOf(column);
  const { rows } = await readTable(
    connection,
    `SELECT n, ${raw} FROM (SELECT row_number() OVER () AS n, ${raw}, ${typedValue(column)} AS v FROM ${from})
     WHERE v IS NULL AND NOT ${isEmpty(column, 'v')} LIMIT ${EXAMPLES}`,
  );
  return {
    count: odd,
    examples: rows.map(([record, text]) => ({ record: int(record), text: String(text).slice(0, SHOWN) })),
  };
}
