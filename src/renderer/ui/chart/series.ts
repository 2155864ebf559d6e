import type { Cell, ChartSpec, Table } from '#contract';
import { cellNumber, cellText, formatTick } from './format';
import { labelText } from './label-text';
import { formatTime, stepsBetween, timeOf } from './time-axis';

/** One place on the x axis with the value of each series there, by position; null is a gap. */
export interface Point {
  /** Milliseconds, a number, or the place of a category, by the axis' type. */
  x: number;
  label: string;
  values: (number | null)[];
}

export interface Prepared {
  series: string[];
  points: Point[];
  /** What could not be drawn, in words; shown under the chart. */
  note: string | null;
}

const SERIES_AT_MOST = 12;
const CATEGORIES_AT_MOST = 60;
const POINTS_AT_MOST = 5_000;
const STEPS_AT_MOST = 1_500;

/** Turns a result into what is drawn. Column and series names stay values all the way, so no name can be harmful. */
export function prepare(spec: ChartSpec, table: Table): Prepared {
  const place = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const xAt = place(spec.x.column);
  const yAt = spec.y.map((one) => place(one.column));
  const splitAt = spec.series === undefined ? -1 : place(spec.series);
  if (xAt === -1 || yAt.includes(-1)) return { series: [], points: [], note: 'The data of this chart is incomplete.' };

  const names =
    splitAt === -1
      ? spec.y.map((one) => one.label ?? one.column)
      : distinct(table.rows.map((row) => cellText(row[splitAt] ?? null)));
  const shown = names.slice(0, SERIES_AT_MOST);
  const points = new Map<string, Point>();
  const scattered = spec.kind === 'scatter';
  for (const [index, row] of table.rows.slice(0, POINTS_AT_MOST).entries()) {
    const at = position(row, xAt, spec, table);
    if (at === null) continue;
    const key = scattered ? String(index) : at.key;
    const point = points.get(key) ?? { x: at.x ?? points.size, label: at.label, values: shown.map(() => null) };
    points.set(key, point);
    if (splitAt === -1) {
      for (const [series, column] of yAt.slice(0, SERIES_AT_MOST).entries())
        point.values[series] = cellNumber(row[column] ?? null, table.columns[column]);
    } else {
      const series = shown.indexOf(cellText(row[splitAt] ?? null));
      const column = yAt[0] ?? -1;
      if (series !== -1) point.values[series] = cellNumber(row[column] ?? null, table.columns[column]);
    }
  }
  const ordered = order([...points.values()], spec);
  return limit(ordered, shown.map(labelText), names.length, table.rows.length, spec);
}

function position(
  row: readonly Cell[],
  at: number,
  spec: ChartSpec,
  table: Table,
): { key: string; x: number | null; label: string } | null {
  const cell = row[at] ?? null;
  if (spec.kind === 'histogram') return bin(row, at, spec, table);
  if (spec.x.type === 'time') {
    const time = timeOf(cell);
    return time === null ? null : { key: String(time), x: time, label: formatTime(time, spec.x.grain) };
  }
  if (spec.x.type === 'number') {
    const value = cellNumber(cell, table.columns[at]);
    return value === null ? null : { key: String(value), x: value, label: String(value) };
  }
  const text = cellText(cell);
  return { key: text, x: null, label: labelText(text) };
}

function bin(
  row: readonly Cell[],
  at: number,
  spec: ChartSpec,
  table: Table,
): { key: string; x: number | null; label: string } | null {
  const low = cellNumber(row[at] ?? null, table.columns[at]);
  if (low === null) return null;
  const untilAt = table.columns.findIndex((column) => column.name === spec.x.until);
  const high = untilAt === -1 ? null : cellNumber(row[untilAt] ?? null, table.columns[untilAt]);
  const format = spec.xFormat ?? { style: 'number' as const };
  const step = high === null || high === low ? Math.max(Math.abs(low) / 10, 0.01) : high - low;
  const label =
    high === null
      ? formatTick(low, format, step)
      : `${formatTick(low, format, step)} to ${formatTick(high, format, step)}`;
  return { key: String(low), x: null, label };
}

function order(points: Point[], spec: ChartSpec): Point[] {
  if (spec.x.type === 'category' || spec.kind === 'histogram') return points;
  const sorted = points.sort((a, b) => a.x - b.x);
  if (spec.x.type !== 'time' || !spec.x.grain || sorted.length < 2) return sorted;
  return withGaps(sorted, spec.x.grain);
}

/** Steps of time without data stay visible as gaps. */
function withGaps(points: Point[], grain: NonNullable<ChartSpec['x']['grain']>): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return points;
  const steps = stepsBetween(first.x, last.x, grain, STEPS_AT_MOST);
  const known = new Map(points.map((point) => [point.x, point]));
  const expected = new Set(steps);
  if (!steps || points.some((point) => !expected.has(point.x))) return points;
  return steps.map((x) => known.get(x) ?? { x, label: formatTime(x, grain), values: first.values.map(() => null) });
}

function limit(points: Point[], series: string[], allSeries: number, rows: number, spec: ChartSpec): Prepared {
  const notes: string[] = [];
  if (allSeries > series.length) notes.push(`The first ${series.length} of ${allSeries} series are shown.`);
  if (rows > POINTS_AT_MOST)
    notes.push(
      `The first ${POINTS_AT_MOST.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows are shown.`,
    );
  let shown = points;
  if (spec.x.type === 'category' && spec.kind !== 'pie' && points.length > CATEGORIES_AT_MOST) {
    shown = points.slice(0, CATEGORIES_AT_MOST);
    notes.push(`The first ${CATEGORIES_AT_MOST} of ${points.length} are shown.`);
  }
  return { series, points: shown, note: notes.join(' ') || null };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
