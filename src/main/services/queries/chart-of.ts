import type { ChartKind, ChartSpec, NumberFormat, QueryColumn, QueryReading, Table } from '#contract';
import type { Query } from '#contract/query';
import { readingTitle, type Words } from '#words';

const SLICES_AT_MOST = 12;
/** More measures are not drawn in one picture. */
const MEASURES_AT_MOST = 12;
/** Of more series than this the few that are drawn say little of the others. */
const SERIES_AT_MOST = 500;
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
  const kind = kindOf(reading.query, x, series !== undefined, table.rows.length);
  const format = formatOf(first);
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
    y: (series ? [first] : values.slice(0, kind === 'pie' ? 1 : MEASURES_AT_MOST)).map((column) => ({
      column: column.name,
      label: label(column),
      ...(isSameUnit(column, first) ? {} : { format: formatOf(column) }),
    })),
    ...(series ? { series: series.name } : {}),
    format,
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

const isSameUnit = (a: QueryColumn, b: QueryColumn): boolean => JSON.stringify(a.unit) === JSON.stringify(b.unit);

function kindOf({ show, limit, having }: Query, x: QueryColumn, split: boolean, rows: number): ChartKind {
  const wanted = show?.chart === 'none' ? undefined : show?.chart;
  if (wanted === 'pie') return split || rows > SLICES_AT_MOST ? 'bar' : 'pie';
  if (wanted === 'histogram' || wanted === 'scatter') return 'bar';
  if (wanted) return wanted;
  // A line from one chosen period to the next would go over those that were not.
  return x.role === 'time' && !limit && !having ? 'line' : 'bar';
}

function grainOf({ role, grain }: QueryColumn): Pick<ChartSpec['x'], 'grain'> {
  if (role !== 'time' || grain === undefined || grain === 'hour' || grain === 'minute') return {};
  return { grain };
}

function formatOf({ unit, decimals }: QueryColumn): NumberFormat {
  const digits = decimals === null ? {} : { decimals: Math.min(10, decimals) };
  if (unit?.kind === 'currency') return { style: 'currency', currency: unit.code, ...digits };
  if (unit?.kind === 'percent') return { style: 'percent' };
  return { style: 'number', ...digits, ...(unit?.kind === 'named' ? { unit: unit.name.slice(0, 40) } : {}) };
}

function liesDown({ name }: QueryColumn, { table }: ChartRequest): boolean {
  const at = table.columns.findIndex((column) => column.name === name);
  return table.rows.length > UPRIGHT_AT_MOST || table.rows.some((row) => String(row[at] ?? '').length > LONG_NAME);
}
