import type { Cell, ChartSpec, Table } from '#contract';
import type { Words } from '#words';
import { type Bin, counted, folded, merged, widthFor } from './bins';
import { cellNumber, cellText, formatTick } from './format';
import { labelText } from './label-text';
import { formatTime, timeOf } from './time-axis';

/** One place on the x axis with the value of each series there, by position; null is a gap. */
export interface Point {
  /** Milliseconds, a number, or the place of a category, by the axis' type. */
  x: number;
  label: string;
  values: (number | null)[];
  /** It stands for several names. */
  others?: boolean;
  /** The data holds only a part of this period. */
  unfinished?: 'begins' | 'ends';
  /** The bin holds all beyond its edge. */
  tail?: 'low' | 'high';
}

export interface DrawnRows {
  series: string[];
  points: Point[];
}

type Labels = Pick<Words, 'chart'>;

export const ROWS_AT_MOST = 5_000;

/** Where the columns of a chart stand; null where one is missing. */
export function placesOf(spec: ChartSpec, table: Table) {
  const place = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const x = place(spec.x.column);
  const y = spec.y.map((axis) => place(axis.column));
  const split = spec.series === undefined ? null : place(spec.series);
  return x === -1 || y.includes(-1) || split === -1 ? null : { x, y, split };
}

/** The rows as points. Column and series names stay values all the way, so no name can be harmful. */
export function pointsOf(spec: ChartSpec, table: Table, words: Labels): DrawnRows | null {
  const places = placesOf(spec, table);
  if (!places) return null;
  const { x, y, split } = places;
  const rows = table.rows.slice(0, ROWS_AT_MOST);
  const names =
    split === null
      ? spec.y.map((axis) => axis.label ?? axis.column)
      : [...new Set(rows.map((row) => cellText(row[split] ?? null)))];
  const series = new Map(names.map((name, at) => [name, at]));
  const points = new Map<string, Point>();
  for (const [index, row] of rows.entries()) {
    const at = position(row, x, spec, table, words);
    if (at === null) continue;
    const key = spec.kind === 'scatter' ? String(index) : at.key;
    const point = points.get(key) ?? { x: at.x ?? points.size, label: at.label, values: names.map(() => null) };
    points.set(key, point);
    if (split === null) for (const [place, column] of y.entries()) point.values[place] = numberAt(row, column, table);
    else point.values[series.get(cellText(row[split] ?? null)) ?? -1] = numberAt(row, y[0] ?? -1, table);
  }
  return { series: names.map(labelText), points: [...points.values()] };
}

const numberAt = (row: readonly Cell[], column: number, table: Table): number | null =>
  cellNumber(row[column] ?? null, table.columns[column]);

function position(
  row: readonly Cell[],
  at: number,
  spec: ChartSpec,
  table: Table,
  words: Labels,
): { key: string; x: number | null; label: string } | null {
  const cell = row[at] ?? null;
  if (spec.x.type === 'time') {
    const time = timeOf(cell);
    return time === null ? null : { key: String(time), x: time, label: formatTime(time, spec.x.grain) };
  }
  const value = cellNumber(cell, table.columns[at]);
  if (spec.x.part !== undefined && value !== null)
    return { key: String(value), x: value, label: words.chart.part(spec.x.part, value) };
  if (spec.x.type === 'number') return value === null ? null : { key: String(value), x: value, label: String(value) };
  const text = cellText(cell);
  return { key: text, x: null, label: labelText(text) };
}

/** How often the values of the first measure fall into each bin. */
export function binsOfValues(spec: ChartSpec, table: Table, words: Labels): DrawnRows | null {
  const column = placesOf(spec, table)?.y[0];
  if (column === undefined) return null;
  const values = table.rows.flatMap((row) => numberAt(row, column, table) ?? []);
  const width = Math.max(spec.look?.binWidth ?? widthFor(values), Number.MIN_VALUE);
  const bins = counted(values, width);
  return { series: [words.chart.count()], points: labelled(bins, spec.format, words) };
}

/** Rows that are bins already: with the empty ones between, and so many in one as a bin is to be wide. */
export function binsOfRows(spec: ChartSpec, table: Table, words: Labels): DrawnRows | null {
  const places = placesOf(spec, table);
  if (!places) return null;
  const until = table.columns.findIndex((column) => column.name === spec.x.until);
  const rows = table.rows.slice(0, ROWS_AT_MOST).flatMap((row) => {
    const low = numberAt(row, places.x, table);
    const high = until === -1 ? null : numberAt(row, until, table);
    return low === null ? [] : [{ low, high, values: places.y.map((column) => numberAt(row, column, table)) }];
  });
  const series = spec.y.map((axis) => labelText(axis.label ?? axis.column));
  const format = spec.xFormat ?? { style: 'number' as const };
  const width = spec.x.width ?? widthOf(rows);
  if (width === null) return { series, points: labelled(rows, format, words, until === -1) };
  const counts = new Map(rows.map(({ low, values }) => [Math.round(low / width), values]));
  const factor = Math.max(1, Math.round((spec.look?.binWidth ?? width) / width));
  const bins = folded(factor > 1 ? merged(counts, factor) : counts, width * factor, series.length);
  return { series, points: labelled(bins, format, words) };
}

/** The width that all bins have; null where they differ, or do not begin at a multiple of it. */
function widthOf(rows: readonly { low: number; high: number | null }[]): number | null {
  const [first] = rows;
  if (!first || first.high === null || first.high <= first.low) return null;
  const width = first.high - first.low;
  const isOne = ({ low, high }: { low: number; high: number | null }) =>
    high !== null &&
    Math.abs(high - low - width) < width * 1e-6 &&
    Math.abs(low / width - Math.round(low / width)) < 1e-6;
  return rows.every(isOne) ? width : null;
}

function labelled(bins: readonly Bin[], format: ChartSpec['format'], words: Labels, edgesOnly = false): Point[] {
  return bins.map(({ low, high, values }, x) => {
    const step =
      low !== null && high !== null && high > low ? high - low : Math.max(Math.abs(low ?? high ?? 0) / 10, 0.01);
    const text = (edge: number) => formatTick(edge, format, step);
    if (low === null) return { x, label: words.chart.below(text(high ?? 0)), values, tail: 'low' as const };
    if (high === null)
      return edgesOnly
        ? { x, label: text(low), values }
        : { x, label: words.chart.andMore(text(low)), values, tail: 'high' as const };
    return { x, label: words.chart.range(text(low), text(high)), values };
  });
}
