import type { ChartNote, ChartSpec, Table } from '#contract';
import { english, type Words } from '#words';
import { cellNumber, formatShort } from './format';
import { BARS_AT_MOST, keptPoints, keptSeries } from './kept';
import { withLabels } from './label-text';
import { countsBins, withLook } from './look';
import { ownOrder, partOrder } from './own-order';
import { binsOfRows, binsOfValues, type DrawnRows, type Point, pointsOf, ROWS_AT_MOST } from './rows';
import { formatTime, stepsBetween, timeOf } from './time-axis';

export type { Point } from './rows';

export interface Prepared {
  /** As it is drawn: a kind, or a stack, that the rows can be read in. */
  spec: ChartSpec;
  series: string[];
  points: Point[];
  /** What is not, or not as usual, in the drawing. */
  notes: ChartNote[];
}

const STEPS_AT_MOST = 1_500;
/** Bars along an order of their own are read as one shape; more than these are a line. */
const BARS_IN_ORDER = 120;
const NAMES_BETWEEN = 60;

/** Turns a result into what is drawn; no more names than can be told apart, and nothing left out unsaid. */
export function prepare(given: ChartSpec, table: Table, words: Pick<Words, 'chart'> = english): Prepared {
  const spec = withLabels(withLook(given));
  const isBinned = spec.kind === 'histogram';
  const isCounted = countsBins(spec, given.kind);
  const read = isBinned ? (isCounted ? binsOfValues : binsOfRows)(spec, table, words) : pointsOf(spec, table, words);
  if (!read) return { spec, series: [], points: [], notes: [{ code: 'incomplete' }] };
  const notes: ChartNote[] =
    table.rows.length > ROWS_AT_MOST && !isCounted
      ? [{ code: 'rows', shown: ROWS_AT_MOST, of: table.rows.length }]
      : [];
  if (isBinned) {
    const counts: ChartSpec = isCounted
      ? {
          ...spec,
          x: { ...spec.x, label: spec.y[0]?.label ?? spec.y[0]?.column ?? spec.x.column },
          format: { style: 'number' },
          xFormat: spec.format,
          y: [{ column: '', label: words.chart.count() }],
        }
      : spec;
    return onLog({ spec: counts, ...read, notes: [...notes, ...tailNotes(read.points, counts)] });
  }
  const ordered = inOrder(read, spec, table, words);
  const cut = withoutTangle({ spec, ...ordered, notes }, ordered.isOrdered, words);
  return onLog(asShares(withUnfinished(cut)));
}

function tailNotes(points: readonly Point[], spec: ChartSpec): ChartNote[] {
  return points.flatMap(({ tail, values, label }) =>
    tail ? [{ code: 'tail' as const, side: tail, count: formatShort(values[0] ?? 0, spec.format), edge: label }] : [],
  );
}

function inOrder(
  { series, points }: DrawnRows,
  spec: ChartSpec,
  table: Table,
  words: Pick<Words, 'chart'>,
): DrawnRows & { isOrdered: boolean } {
  if (spec.x.type !== 'category') {
    const sorted = points.toSorted((a, b) => a.x - b.x);
    const whole =
      spec.x.type === 'time' && spec.x.grain && !spec.x.selected
        ? withGaps(sorted, spec.x.grain, series.length)
        : sorted;
    return { series, points: whole, isOrdered: true };
  }
  const sort = spec.look?.sort;
  if (sort) return { series, points: placed(sorted(points, sort)), isOrdered: false };
  if (spec.x.selected || spec.kind === 'pie') return { series, points, isOrdered: false };
  const { part } = spec.x;
  const parts = part === undefined ? [] : numbersAt(spec, table, points);
  const own =
    part !== undefined && parts.some((value) => value !== null)
      ? partOrder(parts, (value) => words.chart.part(part, value))
      : ownOrder(points.map(({ label }) => label));
  if (!own) return { series, points, isOrdered: false };
  const known = points.flatMap((point, at) => {
    const place = own.places[at] ?? null;
    return place === null ? [] : [{ point, place }];
  });
  known.sort((a, b) => a.place - b.place);
  const last = points.filter((_, at) => (own.places[at] ?? null) === null);
  return { series, points: placed([...between(known, own.nameOf, series.length), ...last]), isOrdered: true };
}

/** What number each category is. */
function numbersAt(spec: ChartSpec, table: Table, points: readonly Point[]): (number | null)[] {
  const column = table.columns.findIndex(({ name }) => name === spec.x.column);
  const known = new Set(table.rows.flatMap((row) => cellNumber(row[column] ?? null, table.columns[column]) ?? []));
  return points.map(({ x }) => (known.has(x) ? x : null));
}

/** Names that are missing between others stay visible as gaps, unless they would be more than there are. */
function between(
  known: readonly { point: Point; place: number }[],
  nameOf: (place: number) => string,
  series: number,
): Point[] {
  const points = known.map(({ point }) => point);
  const [first, last] = [known[0]?.place ?? 0, known.at(-1)?.place ?? 0];
  const span = last - first + 1;
  const at = new Map(known.map(({ point, place }) => [place, point]));
  if (span > NAMES_BETWEEN || span - known.length > known.length || at.size < known.length) return points;
  return Array.from({ length: span }, (_, step) => at.get(first + step) ?? gap(0, nameOf(first + step), series));
}

const gap = (x: number, label: string, series: number): Point => ({
  x,
  label,
  values: Array.from({ length: series }, () => null),
});

const placed = (points: readonly Point[]): Point[] => points.map((point, x) => ({ ...point, x }));

const total = ({ values }: Point): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const names = new Intl.Collator('en', { numeric: true });

function sorted(points: readonly Point[], sort: 'descending' | 'ascending' | 'name'): Point[] {
  if (sort === 'name') return points.toSorted((a, b) => names.compare(a.label, b.label));
  const direction = sort === 'ascending' ? 1 : -1;
  return points.toSorted((a, b) => direction * (total(a) - total(b)));
}

/** Steps of time without data stay visible as gaps. */
function withGaps(points: Point[], grain: NonNullable<ChartSpec['x']['grain']>, series: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return points;
  const steps = stepsBetween(first.x, last.x, grain, STEPS_AT_MOST);
  const known = new Map(points.map((point) => [point.x, point]));
  const expected = new Set(steps);
  if (!steps || points.some((point) => !expected.has(point.x))) return points;
  return steps.map((x) => known.get(x) ?? gap(x, formatTime(x, grain), series));
}

/** No more series and bars than can be told apart. */
function withoutTangle(drawn: Prepared, isOrdered: boolean, words: Pick<Words, 'chart'>): Prepared {
  const { look } = drawn.spec;
  const isSplit = drawn.spec.series !== undefined;
  const adds = drawn.spec.y.every((axis) => axis.adds);
  const isStacked = drawn.spec.stacked === true;
  const wish = {
    adds,
    isStacked,
    others: words.chart.others(),
    format: (value: number) => formatShort(value, drawn.spec.format),
  };
  const bySeries = keptSeries(drawn, { ...wish, top: isSplit ? look?.top : undefined });
  const spec = withFewerBars({ ...drawn, ...bySeries }, isOrdered);
  const notes = bySeries.note ? [...drawn.notes, bySeries.note] : drawn.notes;
  const { series, points } = bySeries;
  const top = isSplit ? undefined : look?.top;
  // A pie makes one slice of its small ones, and a line or a cloud is read as a whole.
  const isCut = top !== undefined || (spec.x.type === 'category' && !isOrdered);
  if (!isCut || spec.kind === 'pie' || spec.kind === 'scatter' || spec.x.type !== 'category')
    return { spec, series, points, notes };
  const beside = spec.kind === 'bar' && !spec.stacked ? Math.max(1, series.length) : 1;
  const byPoint = keptPoints({ series, points }, Math.max(3, Math.floor(BARS_AT_MOST / beside)), { ...wish, top });
  return { spec, series, points: byPoint.points, notes: byPoint.note ? [...notes, byPoint.note] : notes };
}

/** What would be too many bars beside each other: on top of each other, or a line. */
function withFewerBars({ spec, series, points }: Prepared, isOrdered: boolean): ChartSpec {
  if (spec.kind !== 'bar' || spec.look?.kind || spec.look?.stack) return spec;
  const beside = spec.stacked ? 1 : series.length;
  const bars = points.length * beside;
  const isWhole = points.every(({ values }) => values.every((value) => (value ?? 0) >= 0));
  const stacks = series.length > 1 && !spec.stacked && spec.series !== undefined && spec.y[0]?.adds && isWhole;
  if (bars > BARS_AT_MOST && stacks && !spec.look?.log)
    return withFewerBars({ spec: { ...spec, stacked: true }, series, points, notes: [] }, isOrdered);
  const most = series.length > 1 && !spec.stacked ? BARS_AT_MOST : BARS_IN_ORDER;
  if (bars <= most || !isOrdered) return spec;
  const { horizontal: _, stacked: __, ...rest } = spec;
  return { ...rest, kind: 'line' };
}

function withUnfinished(drawn: Prepared): Prepared {
  const { unfinished = [], grain, type } = drawn.spec.x;
  const notes: ChartNote[] = [];
  const points = drawn.points.map((point) => {
    const found = unfinished.find(({ at }) => (type === 'time' ? timeOf(at) === point.x : at === point.label));
    if (!found || point.values.every((value) => value === null)) return point;
    const period = type === 'time' ? formatTime(point.x, grain) : point.label;
    notes.push({ code: 'unfinished', period, data: found.data });
    return { ...point, unfinished: found.data };
  });
  return { ...drawn, points, notes: [...drawn.notes, ...notes] };
}

/** Of each bar, the parts of 100 %. */
function asShares(drawn: Prepared): Prepared {
  const { spec, points, notes } = drawn;
  if (spec.look?.stack !== 'share' || !spec.stacked || drawn.series.length < 2) return drawn;
  if (points.some(({ values }) => values.some((value) => (value ?? 0) < 0)))
    return { ...drawn, notes: [...notes, { code: 'no_share' }] };
  const shares = points.map((point) => {
    const whole = total(point);
    return { ...point, values: point.values.map((value) => (value === null || whole === 0 ? null : value / whole)) };
  });
  return { ...drawn, spec: { ...spec, format: { style: 'percent' } }, points: shares };
}

function onLog(drawn: Prepared): Prepared {
  if (!drawn.spec.look?.log || drawn.spec.kind === 'pie') return drawn;
  let count = 0;
  const points = drawn.points.map((point) => ({
    ...point,
    values: point.values.map((value) => {
      if (value === null || value > 0) return value;
      // Nothing in a bin is nothing that is left out.
      if (drawn.spec.kind !== 'histogram') count += 1;
      return null;
    }),
  }));
  const left: ChartNote[] = count > 0 ? [{ code: 'not_on_log', count }] : [];
  return { ...drawn, points, notes: [...drawn.notes, { code: 'log_axis' }, ...left] };
}
