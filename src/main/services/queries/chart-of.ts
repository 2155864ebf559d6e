import type { ChartKind, ChartSpec, NumberFormat, QueryColumn, QueryReading, Table } from '#contract';
import { readingTitle, type Words } from '#words';

const BARS_AT_MOST = 40;
const SLICES_AT_MOST = 12;
const SERIES_AT_MOST = 10;
/** Longer names lie beside their bars. */
const LONG_NAME = 12;
const UPRIGHT_AT_MOST = 8;

const isNumber = ({ type }: Pick<QueryColumn, 'type'>): boolean => ['integer', 'decimal', 'float'].includes(type);

interface ChartRequest {
  reading: Pick<QueryReading, 'query' | 'parts' | 'names'>;
  columns: readonly QueryColumn[];
  table: Table;
  words: Words;
}

/** What to draw of a query's result; null where a picture would say nothing. */
export function chartOf(request: ChartRequest): ChartSpec | null {
  const { reading, columns, table } = request;
  const wanted = reading.query.show?.chart;
  if (wanted === 'none' || reading.query.rows || table.rows.length < 2) return null;
  const groups = columns.slice(0, reading.query.by?.length ?? 0);
  const values = columns.slice(groups.length).filter(isNumber);
  const [x, series] = orderedGroups(groups, table);
  const [first] = values;
  if (!x || !first || groups.length > 2) return null;
  if (series && distinct(series, request) > SERIES_AT_MOST) return null;
  const kind = kindOf(wanted, x, series !== undefined, table.rows.length);
  if (kind === null) return null;
  const alike = values.filter(({ unit }) => JSON.stringify(unit) === JSON.stringify(first.unit));
  const label = labelOf(request);
  return {
    kind,
    title: readingTitle(request.words, reading),
    x: {
      column: x.name,
      label: label(x),
      type: x.role === 'time' ? 'time' : 'category',
      ...grainOf(x),
    },
    y: (series ? [first] : alike.slice(0, kind === 'pie' ? 1 : SERIES_AT_MOST)).map((column) => ({
      column: column.name,
      label: label(column),
    })),
    ...(series ? { series: series.name } : {}),
    format: formatOf(first),
    ...(kind === 'bar' && x.role === 'group' && liesDown(x, request) ? { horizontal: true } : {}),
  };
}

const labelOf =
  ({ reading, words }: ChartRequest) =>
  (column: QueryColumn): string =>
    words.chips.column(column, reading.names).slice(0, 200);

/** Time, and what has an order of its own, goes along; of two names the one with more values. */
function orderedGroups(groups: readonly QueryColumn[], table: Table): (QueryColumn | undefined)[] {
  const [first, second] = groups;
  if (!first || !second) return [first];
  const along =
    groups.find(({ role }) => role === 'time') ?? groups.find(({ role }) => role === 'part' || role === 'bin');
  if (along) return [along, along === first ? second : first];
  const count = (column: QueryColumn) => distinctOf(column, table);
  return count(first) >= count(second) ? [first, second] : [second, first];
}

function distinctOf({ name }: QueryColumn, table: Table): number {
  const at = table.columns.findIndex((column) => column.name === name);
  return new Set(table.rows.map((row) => row[at])).size;
}

const distinct = (column: QueryColumn, { table }: ChartRequest): number => distinctOf(column, table);

function kindOf(wanted: ChartKind | undefined, x: QueryColumn, split: boolean, rows: number): ChartKind | null {
  if (wanted === 'pie') return split || rows > SLICES_AT_MOST ? 'bar' : 'pie';
  if (wanted === 'histogram' || wanted === 'scatter') return 'bar';
  if (wanted) return wanted;
  if (x.role === 'time') return 'line';
  return rows > BARS_AT_MOST * (split ? SERIES_AT_MOST : 1) ? null : 'bar';
}

function grainOf({ role, grain }: QueryColumn): Pick<ChartSpec['x'], 'grain'> {
  if (role !== 'time' || grain === undefined || grain === 'hour' || grain === 'minute') return {};
  return { grain };
}

function formatOf({ unit, decimals }: QueryColumn): NumberFormat {
  const digits = decimals === null ? {} : { decimals: Math.min(10, decimals) };
  if (unit?.kind === 'currency') return { style: 'currency', currency: unit.code, ...digits };
  return unit?.kind === 'percent' ? { style: 'percent' } : { style: 'number', ...digits };
}

function liesDown({ name }: QueryColumn, { table }: ChartRequest): boolean {
  const at = table.columns.findIndex((column) => column.name === name);
  return table.rows.length > UPRIGHT_AT_MOST || table.rows.some((row) => String(row[at] ?? '').length > LONG_NAME);
}
