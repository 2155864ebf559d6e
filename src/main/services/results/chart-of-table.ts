import type { ChartSpec, Table, TableColumn } from '#contract';
import { columnsTitle, type Words } from '#words';

const BARS_AT_MOST = 40;
const SERIES_AT_MOST = 10;
const MEASURES_AT_MOST = 6;
/** Longer names lie beside their bars. */
const LONG_NAME = 12;
const UPRIGHT_AT_MOST = 8;

const isNumber = ({ type }: TableColumn): boolean => ['integer', 'decimal', 'float'].includes(type);
const isTime = ({ type }: TableColumn): boolean => type === 'date' || type === 'timestamp';

/** A chart that suits rows of which nothing is known but their types; null where none would say something. */
export function chartOfTable(table: Table, words: Pick<Words, 'work'>): ChartSpec | null {
  const numbers = table.columns.filter(isNumber);
  const names = table.columns.filter((column) => !isNumber(column) && !isTime(column));
  const along = table.columns.find(isTime) ?? names[0] ?? (numbers.length > 1 ? numbers[0] : undefined);
  const measures = numbers.filter((column) => column !== along).slice(0, MEASURES_AT_MOST);
  const [first] = measures;
  if (!along || !first || table.rows.length < 2) return null;
  const series = names.find((column) => column !== along && distinct(table, column) <= SERIES_AT_MOST);
  const values = distinct(table, along);
  const repeats = values < table.rows.length;
  const split = series && repeats && isOnce(table, along, series) ? series : null;
  const y = (split ? [first] : measures).map(({ name }) => ({ column: name }));
  const common = {
    titled: 'columns' as const,
    title: columnsTitle({ x: { column: along.name }, y }, words),
    y,
    format: { style: 'number' as const },
    ...(split ? { series: split.name } : {}),
  };
  if (isNumber(along) && (repeats || values > BARS_AT_MOST))
    return { ...common, kind: 'scatter', x: { column: along.name, type: 'number' } };
  if (repeats && !split) return null;
  if (isTime(along)) return { ...common, kind: 'line', x: { column: along.name, type: 'time' } };
  if (values > BARS_AT_MOST) return null;
  const horizontal = !isNumber(along) && liesDown(table, along);
  return {
    ...common,
    kind: 'bar',
    x: { column: along.name, type: 'category' },
    ...(horizontal ? { horizontal } : {}),
  };
}

const valuesOf = ({ columns, rows }: Table, column: TableColumn) => {
  const at = columns.indexOf(column);
  return rows.map((row) => row[at]);
};

const distinct = (table: Table, column: TableColumn): number => new Set(valuesOf(table, column)).size;

/** Each pair of values has one row. */
function isOnce(table: Table, along: TableColumn, series: TableColumn): boolean {
  const [first, second] = [valuesOf(table, along), valuesOf(table, series)];
  return new Set(first.map((value, at) => JSON.stringify([value, second[at]]))).size === table.rows.length;
}

const liesDown = (table: Table, column: TableColumn): boolean =>
  distinct(table, column) > UPRIGHT_AT_MOST ||
  valuesOf(table, column).some((value) => String(value ?? '').length > LONG_NAME);
