import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnType } from '#contract';
import { readTable } from '../connection';
import type { RecipeColumn } from '../recipe';
import { quoteName, typedValue } from '../sql';
import { asCount, onlyRow, short } from './cells';
import { inParts } from './parts';

/** Beyond this estimate of different values, the exact number is not worth another look at a large file. */
const EXACT_AT_MOST = 12_000;
const ALL_VALUES_AT_MOST = 200;
const TOP_ROWS_AT_MOST = 500_000;
const TOP = 5;

/** What is in a column. */
export interface Values {
  type: ColumnType;
  distinct: number;
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
  from: string,
  columns: readonly RecipeColumn[],
  rows: number,
): Promise<{ duplicates: number; columns: Values[] }> {
  const values: Values[] = [];
  await inParts(columns, async (some) => void values.push(...(await rangesOf(connection, from, some, rows))));
  const few = columns.flatMap((column, i) => {
    const known = values[i];
    return known && known.distinct <= EXACT_AT_MOST ? [{ column, known }] : [];
  });
  await inParts(few, (some) => countEach(connection, from, some, rows));
  const all = columns.map((column) => quoteName(column.raw)).join(', ');
  const [duplicates] = await onlyRow(
    connection,
    `SELECT count(*) - count(DISTINCT h) FROM (SELECT hash(${all}) AS h FROM ${from})`,
  );
  return { duplicates: asCount(duplicates), columns: values };
}

const FACTS = 5;

/** How far the values of each column go, and about how many different ones there are. */
async function rangesOf(
  connection: DuckDBConnection,
  from: string,
  columns: readonly RecipeColumn[],
  rows: number,
): Promise<Values[]> {
  const values = columns.map((column, i) => `${typedValue(column)} AS v${i}`);
  const facts = columns.flatMap((column, i) => [
    `approx_count_distinct(v${i})`,
    `min(v${i})`,
    `max(v${i})`,
    addsUp(column) ? `sum(v${i})` : 'NULL',
    addsUp(column) ? `avg(v${i})` : 'NULL',
  ]);
  const { columns: types, rows: found } = await readTable(
    connection,
    `SELECT ${facts.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${from})`,
  );
  const [row = []] = found;
  return columns.map((_, i): Values => {
    const [about = null, min = null, max = null, sum = null, mean = null] = row.slice(i * FACTS, (i + 1) * FACTS);
    return {
      type: types[i * FACTS + 1]?.type ?? 'text',
      distinct: Math.min(asCount(about), rows),
      distinctExact: false,
      min: short(min),
      max: short(max),
      sum,
      mean,
      top: [],
    };
  });
}

function addsUp(column: RecipeColumn): boolean {
  if (column.how.as === 'native') return ['integer', 'decimal', 'float'].includes(column.how.type);
  return column.how.as === 'number';
}

/** The different values of each column and the most frequent of them, all in one look at the file. */
async function countEach(
  connection: DuckDBConnection,
  from: string,
  columns: readonly { column: RecipeColumn; known: Values }[],
  rows: number,
): Promise<void> {
  const names = columns.map((_, i) => `v${i}`);
  const values = columns.map(({ column }, i) => `${typedValue(column)} AS v${i}`).join(', ');
  const which = `grouping(${names.join(', ')})`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE counted AS SELECT ${names.join(', ')}, ${which} AS which, count(*) AS n
     FROM (SELECT ${values} FROM ${from}) GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
  );
  for (const [i, { known }] of columns.entries()) {
    const name = `v${i}`;
    // A set leaves the bits of the columns it does not group by set.
    const own = 2n ** BigInt(names.length) - 1n - 2n ** BigInt(names.length - 1 - i);
    const those = `FROM counted WHERE which = ${own} AND ${name} IS NOT NULL`;
    known.distinctExact = true;
    known.distinct = asCount((await onlyRow(connection, `SELECT count(*) ${those}`))[0]);
    if (known.distinct > ALL_VALUES_AT_MOST && rows > TOP_ROWS_AT_MOST) continue;
    const limit = known.distinct <= ALL_VALUES_AT_MOST ? ALL_VALUES_AT_MOST : TOP;
    const top = await readTable(connection, `SELECT ${name}, n ${those} ORDER BY n DESC, ${name} LIMIT ${limit}`);
    known.top = top.rows.map(([value = null, n]) => ({ value: short(value), count: asCount(n) }));
  }
  await connection.run('DROP TABLE counted');
}
