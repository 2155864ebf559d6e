import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProfileNote } from '#contract';
import type { TypedRows } from '../intake/typed-rows';
import { quoteName } from '../sql';
import { asCount, onlyRow } from './cells';
import type { ColumnValues } from './values';

/** What may be counted so far; values alone do not tell it from what grows. */
const COUNTED =
  /(^|[^a-z])(total|cum|cumul\w*|running|ytd|confirmed|cases|deaths|recovered|tests|doses|infections|vaccinat\w*|hospitali[sz]\w*|signups|downloads|installs)([^a-z]|$)/i;
const PER_PERIOD = /(^|[^a-z])(new|daily|weekly|monthly|per|rate|avg|average|mean|bill|amount|price|cost)([^a-z]|$)/i;
const ROWS_AT_MOST = 5_000_000;
const COLUMNS_AT_MOST = 12;
const KEYS_AT_MOST = 4;
const FEWEST_STEPS = 6;
/** Counts are corrected now and then. */
const FALLS_AT_MOST = 0.01;
/** What hardly ever changes, as a population, is no count. */
const RISES_AT_LEAST = 0.3;

/** Columns whose values are totals so far, by their names and by how they go on from one time to the next. */
export async function cumulativeColumns(
  connection: DuckDBConnection,
  typed: TypedRows,
  values: readonly ColumnValues[],
  rows: number,
): Promise<ProfileNote[]> {
  if (!typed.stored || rows > ROWS_AT_MOST) return [];
  const columns = typed.columns.flatMap((column, i) =>
    values[i] ? [{ column, name: column.name, values: values[i] }] : [],
  );
  const time = columns.find(
    ({ values: { type, distinct } }) => (type === 'date' || type === 'timestamp') && distinct > 2,
  );
  if (!time) return [];
  const counted = columns.filter(
    ({ name, values: { type } }) =>
      ['integer', 'decimal', 'float'].includes(type) && COUNTED.test(name) && !PER_PERIOD.test(name),
  );
  const keys = columns
    .filter(({ values: { type, distinct } }) => type === 'text' && distinct > 1 && distinct <= rows / 3)
    .toSorted((a, b) => b.values.distinct - a.values.distinct)
    .slice(0, KEYS_AT_MOST)
    .map(({ column }) => column);
  const notes: ProfileNote[] = [];
  for (const { column, name } of counted.slice(0, COLUMNS_AT_MOST))
    for (const key of [...keys, null]) {
      const { from } = typed.tableOf([column, time.column, ...(key ? [key] : [])]);
      const steps = stepsOf({ from, value: name, time: time.name, key: key?.name ?? null });
      if (!onlyRises((await onlyRow(connection, steps)).map(asCount))) continue;
      notes.push({ code: 'cumulative', column: name, along: time.name, within: key?.name ?? null });
      break;
    }
  return notes;
}

function stepsOf({
  from,
  value,
  time,
  key,
}: {
  from: string;
  value: string;
  time: string;
  key: string | null;
}): string {
  const [v, t] = [quoteName(value), quoteName(time)];
  const within = `OVER (${key === null ? '' : `PARTITION BY ${quoteName(key)} `}ORDER BY ${t}, ${v})`;
  return `SELECT count(*), count(*) FILTER (v < before), count(*) FILTER (v > before), count(*) FILTER (t = last)
    FROM (SELECT ${v} AS v, ${t} AS t, lag(${v}) ${within} AS before, lag(${t}) ${within} AS last
      FROM ${from} WHERE ${v} IS NOT NULL AND ${t} IS NOT NULL)
    WHERE before IS NOT NULL`;
}

const onlyRises = ([steps = 0, falls = 0, rises = 0, together = 0]: readonly number[]): boolean =>
  steps >= FEWEST_STEPS &&
  falls <= steps * FALLS_AT_MOST &&
  rises >= steps * RISES_AT_LEAST &&
  together <= steps * FALLS_AT_MOST;
