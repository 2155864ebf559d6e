import type { Grain } from '#contract/query';
import type { ColumnType } from '#contract/tables';
import type { SqlDialect } from './dialect';

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const UNITS: Record<Grain, [unit: string, times: number]> = {
  year: ['YEAR', 1],
  quarter: ['MONTH', 3],
  month: ['MONTH', 1],
  week: ['DAY', 7],
  day: ['DAY', 1],
  hour: ['HOUR', 1],
  minute: ['MINUTE', 1],
};

const PARTS = {
  quarter_of_year: 'quarter',
  month_of_year: 'month',
  day_of_month: 'day',
  weekday: 'isodow',
  hour_of_day: 'hour',
} as const;

/** A plain number stands as it is; others, as 1e6, are read by DuckDB. */
const isPlainNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);

function literal(value: string | boolean, type: ColumnType): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return isPlainNumber(value) ? value : `CAST(${text(value)} AS DOUBLE)`;
    case 'date':
      return `DATE ${text(value)}`;
    case 'timestamp':
      return `TIMESTAMP ${text(value.replace('T', ' '))}`;
    case 'time':
      return `TIME ${text(value)}`;
    case 'boolean':
    case 'text':
      return text(value);
  }
}

function truncate(grain: Grain, value: string): string {
  switch (grain) {
    case 'year':
      return `year(${value})`;
    case 'day':
      return `CAST(${value} AS DATE)`;
    case 'hour':
    case 'minute':
      return `date_trunc('${grain}', ${value})`;
    default:
      return `CAST(date_trunc('${grain}', ${value}) AS DATE)`;
  }
}

export const duckdb: SqlDialect = {
  identifier,
  text,
  literal,
  double: (value) => `CAST(${value} AS DOUBLE)`,
  decimal: (value, scale) => (scale === 0 ? `CAST(${value} AS BIGINT)` : `CAST(${value} AS DECIMAL(38, ${scale}))`),
  integer: (value) => `CAST(${value} AS INTEGER)`,
  day: (value) => `CAST(${value} AS DATE)`,
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  truncate,
  part: (part, value) => `${PARTS[part]}(${value})`,
  isoYear: (value) => `isoyear(${value})`,
  isoWeek: (value) => `week(${value})`,
  interval: (n, grain) => `INTERVAL ${n * UNITS[grain][1]} ${UNITS[grain][0]}`,
  days: (from, to, whole) => (whole ? `(${to} - ${from})` : `((epoch(${to}) - epoch(${from})) / 86400)`),
  place: (value, list) => `nullif(list_position([${list.map(text).join(', ')}], ${value}), 0)`,
  eachOf: (values) => `unnest([${values.join(', ')}])`,
  lower: (value) => `lower(${value})`,
  contains: (value, part) => `contains(${value}, ${part})`,
  startsWith: (value, part) => `starts_with(${value}, ${part})`,
  endsWith: (value, part) => `ends_with(${value}, ${part})`,
  same: (a, b) => `${a} IS NOT DISTINCT FROM ${b}`,
  percentile: (value, share) => `quantile_cont(CAST(${value} AS DOUBLE), ${share})`,
  percentileOfValues: (value, share) => `quantile_disc(${value}, ${share})`,
  mode: (value) => `mode(${value} ORDER BY ${value})`,
  at: (which, value, by) => `${which === 'first' ? 'arg_min' : 'arg_max'}(${value}, ${by} ORDER BY ${value})`,
  standardDeviation: (value) => `stddev_samp(CAST(${value} AS DOUBLE))`,
  variance: (value) => `var_samp(CAST(${value} AS DOUBLE))`,
  correlation: (a, b) => `corr(CAST(${a} AS DOUBLE), CAST(${b} AS DOUBLE))`,
  finite: (value) => `nullif(${value}, CAST('NaN' AS DOUBLE))`,
  limit: (n, skip) => (skip > 0 ? `LIMIT ${n} OFFSET ${skip}` : `LIMIT ${n}`),
};
