import type { DuckDBConnection } from '@duckdb/node-api';
import type { RepeatedKey } from '#contract';
import type { TypedRows } from '../intake/typed-rows';
import { quoteName } from '../sql';
import { asCount, onlyRow } from './cells';
import type { ColumnValues } from './values';

const ROWS_AT_MOST = 1_000_000;
/** Of larger files every so many of the key's values are looked at, each with all of its rows. */
const ROWS_LOOKED_AT = 100_000;
const COLUMNS_AT_MOST = 60;
const KEYS_AT_MOST = 4;
/** What repeats more often than this is a kind of rows. */
const ROWS_OF_ONE_AT_MOST = 30;
const NEARLY_EACH_ROW = 0.97;
/** Fewer values with several rows say nothing. */
const FEWEST = 3;
const OF_LINES_AT_LEAST = 0.3;
/** Corrections make a value differ now and then. */
const OTHERS_AT_MOST = 0.005;

/** Columns that may number things of which the file has several rows each, with the columns that tell of these things. */
export async function repeatedKeys(
  connection: DuckDBConnection,
  typed: TypedRows,
  values: readonly ColumnValues[],
  rows: number,
): Promise<RepeatedKey[]> {
  if (!typed.stored || rows > ROWS_AT_MOST || rows < FEWEST * 2) return [];
  const columns = typed.columns.flatMap((column, i) => (values[i] ? [{ column, values: values[i] }] : []));
  const keys = columns
    .filter(({ values: { type, count, distinct } }) => {
      const named = type === 'text' || type === 'integer';
      return named && count === rows && distinct >= rows / ROWS_OF_ONE_AT_MOST && distinct <= rows * NEARLY_EACH_ROW;
    })
    .toSorted((a, b) => b.values.distinct - a.values.distinct)
    .slice(0, KEYS_AT_MOST);
  const every = Math.ceil(rows / ROWS_LOOKED_AT);
  const repeated: RepeatedKey[] = [];
  for (const { column: key } of keys) {
    const others = columns
      .filter(({ column, values: { distinct, count } }) => column !== key && distinct > (count < rows ? 0 : 1))
      .slice(0, COLUMNS_AT_MOST)
      .map(({ column }) => column);
    const { from } = typed.tableOf([key, ...others]);
    const names = others.map(({ name }) => name);
    const [several = 0, ...counts] = (await onlyRow(connection, countsOf(from, key.name, names, every))).map(asCount);
    if (several < FEWEST) continue;
    const counted = names.map((name, at) => ({ name, counts: counts.slice(at * 4, at * 4 + 4) }));
    const called = (as: 'same' | 'once', fewest: number) =>
      counted.flatMap(({ name, counts: own }) => (toldAs(own, fewest) === as ? [name] : []));
    // Rows that are there twice are no lines of one thing: something is of each line alone.
    if (!counted.some(({ counts: [differ = 0] }) => differ >= several * OF_LINES_AT_LEAST)) continue;
    const isOnce = called('once', FEWEST).length > 1;
    // Beside others that are so, what is seldom known is given once as well.
    repeated.push({ column: key.name, same: called('same', FEWEST), once: called('once', isOnce ? 1 : FEWEST) });
  }
  return repeated.filter(({ same, once }) => same.length + once.length > 0);
}

/** Of the values with several rows: how many there are, and of each column how many differ, are known, are so in all rows, in one alone. */
function countsOf(from: string, key: string, columns: readonly string[], every: number): string {
  const inner = columns.map((name, at) => {
    const column = quoteName(name);
    return `min(${column}) <> max(${column}) AS d${at}, count(${column}) AS k${at}`;
  });
  const outer = columns.map(
    (_, at) =>
      `count(*) FILTER (d${at}), count(*) FILTER (k${at} > 0), count(*) FILTER (k${at} = n), count(*) FILTER (k${at} = 1)`,
  );
  return `SELECT ${['count(*)', ...outer].join(', ')}
    FROM (SELECT ${['count(*) AS n', ...inner].join(', ')} FROM ${from} ${every > 1 ? `WHERE hash(${quoteName(key)}) % ${every} = 0` : ''} GROUP BY ${quoteName(key)}) WHERE n > 1`;
}

/** Whether a column tells of the key's things: in each of their rows, or in one of them alone. */
function toldAs(
  [differ = 0, known = 0, inAll = 0, inOne = 0]: readonly number[],
  fewest: number,
): 'same' | 'once' | null {
  if (known < fewest || differ > known * OTHERS_AT_MOST) return null;
  if (inAll >= known * (1 - OTHERS_AT_MOST)) return 'same';
  return inOne >= known * (1 - OTHERS_AT_MOST) ? 'once' : null;
}
