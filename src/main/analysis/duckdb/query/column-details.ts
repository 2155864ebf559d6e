import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnDetails, ColumnType } from '#contract';
import { readTable } from '../connection';
import { columnName, isNumber, textOf } from './result-sql';

const BINS = 24;
const TOP = 12;
/** Where the middle is so much narrower than the whole, bins are of the middle. */
const TAIL = 5;
const DAY_S = 86_400;

interface ColumnPlace {
  table: string;
  at: number;
  type: ColumnType;
  where: string;
}

/** What is in a column of rows that are looked at. */
export async function columnDetails(connection: DuckDBConnection, place: ColumnPlace): Promise<ColumnDetails> {
  const { table, at, type, where } = place;
  const column = columnName(at);
  const from = `FROM ${table}${where}`;
  const value = type === 'text' ? textOf(column) : column;
  const number = isNumber(type);
  const ends =
    type === 'text' ? `left(min(${value}), 1000), left(max(${value}), 1000)` : `min(${value}), max(${value})`;
  const means = number ? `avg(CAST(${column} AS DOUBLE)), median(CAST(${column} AS DOUBLE))` : 'NULL, NULL';
  const [row = []] = (
    await readTable(
      connection,
      `SELECT count(*), count(${column}), count(DISTINCT ${value}), ${ends}, ${means} ${from}`,
    )
  ).rows;
  const [rows, filled, distinct, min = null, max = null, mean, median] = row;
  const shown = type === 'text' ? `left(${value}, 1000)` : value;
  const counts = await readTable(
    connection,
    `SELECT ${shown}, count(*) AS n ${from} GROUP BY ${value} ORDER BY n DESC, ${value} NULLS LAST LIMIT ${TOP}`,
  );
  return {
    rows: Number(rows),
    empty: Number(rows) - Number(filled),
    distinct: Number(distinct),
    min: plainDecimal(min, type),
    max: plainDecimal(max, type),
    mean: finite(mean),
    median: finite(median),
    histogram: await histogramOf(connection, place, from),
    top: counts.rows.map(([top = null, count]) => ({ value: plainDecimal(top, type), count: Number(count) })),
  };
}

const finite = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' && Number.isFinite(cell) ? cell : null;

/** Kept decimals are compared with more digits than they were written with. */
const plainDecimal = (cell: Cell, type: ColumnType): Cell =>
  type === 'decimal' && typeof cell === 'string' && cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell;

async function histogramOf(
  connection: DuckDBConnection,
  { at, type }: ColumnPlace,
  from: string,
): Promise<ColumnDetails['histogram']> {
  const column = columnName(at);
  const moment = type === 'date' || type === 'timestamp';
  if (!moment && !isNumber(type)) return [];
  const value = moment ? `epoch(${column})` : `CAST(${column} AS DOUBLE)`;
  const values = `(SELECT ${value} AS x ${from}) WHERE isfinite(x)`;
  const [ends = []] = (
    await readTable(connection, `SELECT min(x), max(x), quantile_cont(x, 0.01), quantile_cont(x, 0.99) FROM ${values}`)
  ).rows;
  const [min, max, low, high] = ends.map((end) => (end === null ? Number.NaN : Number(end)));
  const [first, last] = edges({ min, max, low, high }, type);
  if (first === undefined || last === undefined || !(first < last)) return [];
  const width = (last - first) / BINS;
  const { rows } = await readTable(
    connection,
    `SELECT CAST(greatest(0, least(${BINS - 1}, floor((x - (${first})) / ${width}))) AS INTEGER) AS bin, count(*)
     FROM ${values} GROUP BY bin`,
  );
  const counts = new Map(rows.map(([bin, count]) => [Number(bin), Number(count)]));
  const edge = (bin: number): Cell => {
    const place = first + bin * width;
    if (type === 'date') return new Date(Math.round(place / DAY_S) * DAY_S * 1000).toISOString().slice(0, 10);
    return moment ? new Date(place * 1000).toISOString().slice(0, 19) : Number(place.toPrecision(12));
  };
  return Array.from({ length: BINS }, (_, bin) => ({
    from: edge(bin),
    to: edge(bin + 1),
    count: counts.get(bin) ?? 0,
  }));
}

type Ends = Record<'min' | 'max' | 'low' | 'high', number | undefined>;

/** Of what has long tails, the middle: else all of it would be in one bin. */
function edges({ min, max, low, high }: Ends, type: ColumnType): [number?, number?] {
  if (min === undefined || max === undefined || low === undefined || high === undefined) return [];
  const [from, to] = high > low && max - min > TAIL * (high - low) ? [low, high] : [min, max];
  // Bins of whole numbers are whole.
  if (type !== 'integer' || to - from > BINS * 20) return [from, to];
  const width = Math.max(1, Math.ceil((to - from + 1) / BINS));
  return [Math.floor(from), Math.floor(from) + width * BINS];
}
