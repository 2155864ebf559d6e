import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnType } from '#contract';
import { readTable } from '../connection';
import { isOutOfMemory } from '../duckdb-errors';
import type { IntakeColumn } from '../infer/types';
import type { TypedRows } from '../intake/typed-rows';
import { quoteName } from '../sql';
import { asCount, onlyRow, short } from './cells';
import { countDistinct, partsFor } from './distinct';
import { inParts } from './parts';

/** Up to this estimate of different values, they are counted one by one, many columns in one look. */
const FEW = 12_000;
/** Up to this one, a column is worth a look of its own; beyond, only where it may tell rows apart. */
const MANY = 1_000_000;
const MAY_BE_UNIQUE = 0.9;
/** A sample of so many rows with so few different values is of a column with few. */
const SAMPLE_AT_LEAST = 5_000;
const FEW_IN_SAMPLE = 200;
/** Values looked at for exact counts of one file; where there are more, the rest is estimated. */
const LOOKED_AT_MOST = 200_000_000;
const ALL_VALUES_AT_MOST = 200;
const TOP_ROWS_AT_MOST = 500_000;
const TOP = 5;

/** What is in a column. */
export interface ColumnValues {
  type: ColumnType;
  /** Rows with a value. */
  count: number;
  distinct: number;
  /** False where `distinct` is an estimate. */
  distinctExact: boolean;
  min: Cell;
  max: Cell;
  sum: Cell;
  mean: Cell;
  /** The most frequent values, where that is worth a look. */
  top: { value: Cell; count: number }[];
}

/** Describes what is in every column, and counts rows that repeat: a few passes over the table. */
export async function valuesOf(
  connection: DuckDBConnection,
  typed: TypedRows,
  rows: number,
): Promise<{ duplicates: number; columns: ColumnValues[] }> {
  const values: ColumnValues[] = [];
  await inParts(typed.columns, async (some) => {
    values.push(...(await rangesOf(connection, typed.tableOf(some).from, some)));
  });
  const known = typed.columns.flatMap((column, i) => (values[i] ? [{ column, values: values[i] }] : []));
  const few = known.filter((column) => column.values.distinct <= FEW);
  await inParts(few, (some) => countEach(connection, fromOf(typed, some), some, rows));
  const many = known.filter((column) => !column.values.distinctExact);
  await countMany(connection, typed, many, rows);
  return { duplicates: await duplicatesOf(connection, typed, known, rows), columns: values };
}

interface Known {
  column: IntakeColumn;
  values: ColumnValues;
}

const fromOf = (typed: TypedRows, known: readonly Known[]): string =>
  typed.tableOf(known.map(({ column }) => column)).from;

const FACTS = 6;

/** How far the values of each column go, and about how many different ones there are. */
async function rangesOf(
  connection: DuckDBConnection,
  from: string,
  columns: readonly IntakeColumn[],
): Promise<ColumnValues[]> {
  const facts = columns.flatMap((column) => {
    const value = quoteName(column.name);
    const adds = addsUp(column);
    return [
      `count(${value})`,
      hasFew(column) ? '0' : isUnique(column) ? `count(${value})` : `approx_count_distinct(${value})`,
      `min(${value})`,
      `max(${value})`,
      adds ? `sum(${value})` : 'NULL',
      adds ? `avg(${value})` : 'NULL',
    ];
  });
  const { columns: types, rows: figures } = await readTable(connection, `SELECT ${facts.join(', ')} FROM ${from}`);
  const [row = []] = figures;
  return columns.map((_, i): ColumnValues => {
    const [count, about, min = null, max = null, sum = null, mean = null] = row.slice(i * FACTS, (i + 1) * FACTS);
    const distinct = Math.min(asCount(about), asCount(count));
    const type = types[i * FACTS + 2]?.type ?? 'text';
    return {
      type,
      count: asCount(count),
      distinct,
      distinctExact: false,
      min: short(min),
      max: short(max),
      sum,
      mean,
      top: [],
    };
  });
}

/** What a sample leaves no doubt of need not be estimated before it is counted. */
const hasFew = ({ sampled }: IntakeColumn): boolean =>
  sampled !== null && sampled.rows >= SAMPLE_AT_LEAST && sampled.distinct <= FEW_IN_SAMPLE;
const isUnique = ({ sampled }: IntakeColumn): boolean =>
  sampled !== null && sampled.rows >= SAMPLE_AT_LEAST && sampled.distinct === sampled.rows;

function addsUp({ how }: IntakeColumn): boolean {
  if (how.as === 'native') return ['integer', 'decimal', 'float'].includes(how.type);
  return how.as === 'number' || how.as === 'duration';
}

/** The different values of each column and the most frequent of them, all in one look at the file. */
async function countEach(
  connection: DuckDBConnection,
  from: string,
  columns: readonly Known[],
  rows: number,
): Promise<void> {
  const names = columns.map((_, i) => `v${i}`);
  const values = columns.map(({ column }, i) => `${quoteName(column.name)} AS v${i}`).join(', ');
  const which = `grouping(${names.join(', ')})`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE counted AS SELECT ${names.join(', ')}, ${which} AS which, count(*) AS n
     FROM (SELECT ${values} FROM ${from}) GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
  );
  // Each column has values only in the rows of its own set.
  const distinct = await onlyRow(connection, `SELECT ${names.map((name) => `count(${name})`).join(', ')} FROM counted`);
  for (const [i, { values: known }] of columns.entries()) {
    const name = `v${i}`;
    // A set leaves the bits of the columns it does not group by set.
    const own = 2n ** BigInt(names.length) - 1n - 2n ** BigInt(names.length - 1 - i);
    const those = `FROM counted WHERE which = ${own} AND ${name} IS NOT NULL`;
    known.distinct = asCount(distinct[i]);
    known.distinctExact = true;
    if (known.distinct > ALL_VALUES_AT_MOST && rows > TOP_ROWS_AT_MOST) continue;
    const limit = known.distinct <= ALL_VALUES_AT_MOST ? ALL_VALUES_AT_MOST : TOP;
    const top = await readTable(connection, `SELECT ${name}, n ${those} ORDER BY n DESC, ${name} LIMIT ${limit}`);
    known.top = top.rows.map(([value = null, n]) => ({ value: short(value), count: asCount(n) }));
  }
  await connection.run('DROP TABLE counted');
}

/** Counts the different values of a column exactly where that is cheap, and where it may have another one in each row. */
async function countMany(
  connection: DuckDBConnection,
  typed: TypedRows,
  columns: readonly Known[],
  rows: number,
): Promise<void> {
  // Each of these looks would be one at the file.
  if (!typed.stored) return;
  const mayBeUnique = ({ values }: Known) => values.distinct >= rows * MAY_BE_UNIQUE;
  // One that tells rows apart also says that none repeats.
  const ordered = columns.toSorted((a, b) => Number(mayBeUnique(b)) - Number(mayBeUnique(a)));
  let looked = 0;
  for (const known of ordered) {
    if (known.values.distinct > MANY && !mayBeUnique(known)) continue;
    looked += rows * partsFor(rows);
    // To know that rows repeat takes as many looks at all columns as the first one takes at itself.
    const saves = known === ordered[0] && mayBeUnique(known);
    if (looked > LOOKED_AT_MOST && !saves) return;
    const { from } = typed.tableOf([known.column]);
    try {
      known.values.distinct = await countDistinct(connection, { value: quoteName(known.column.name), from, rows });
      known.values.distinctExact = true;
    } catch (error) {
      // The estimate is as good as it gets.
      if (!isOutOfMemory(error)) throw error;
    }
  }
}

async function duplicatesOf(
  connection: DuckDBConnection,
  typed: TypedRows,
  columns: readonly Known[],
  rows: number,
): Promise<number> {
  if (columns.some(({ values }) => values.distinctExact && values.distinct === rows)) return 0;
  return rows - (await countDistinct(connection, { value: 'h', from: typed.hashes, rows }));
}
