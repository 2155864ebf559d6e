import type { ChartNote } from '#contract/charts';
import type { Point } from './rows';

/** The names of a drawing, by position in every point. */
interface Names {
  series: string[];
  points: Point[];
}

interface Cut extends Names {
  note: ChartNote | null;
}

export const SERIES_AT_MOST = 12;
/** More bars than these are no longer told apart. */
export const BARS_AT_MOST = 40;
/** The others as one bar dwarf the rest where they come to more than so many times the longest; then they are told instead. */
const DWARFED = 2;

const sizeOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The places of the largest, in their own order. */
function largest(sizes: readonly number[], count: number): Set<number> {
  const order = sizes.map((_, at) => at).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  return new Set(order.slice(0, count));
}

interface Wish {
  /** How many names; absent where the chart decides. */
  top: number | undefined;
  adds: boolean;
  /** They stand on each other, so that the others take nothing from their height. */
  isStacked: boolean;
  others: string;
  format(value: number): string;
}

/** So many series that they can be told apart, the others in one. The one with the peak is always among them. */
export function keptSeries({ series, points }: Names, wish: Wish): Cut {
  const most = Math.min(wish.top ?? SERIES_AT_MOST, SERIES_AT_MOST);
  if (series.length <= most) return { series, points, note: null };
  if (!wish.adds) return cutSeries({ series, points }, most, null);
  // Where they decide for themselves, the others are one of them.
  const folded = cutSeries({ series, points }, wish.top === undefined ? most - 1 : most, wish.others);
  const heights = folded.series.map((_, at) => sizeOf(folded.points.map(({ values }) => values[at] ?? null)));
  const isDwarfing = (heights.pop() ?? 0) > DWARFED * Math.max(...heights);
  return isDwarfing && !wish.isStacked ? cutSeries({ series, points }, most, null) : folded;
}

/** The largest; the others as one series of this name, or left out. */
function cutSeries({ series, points }: Names, count: number, others: string | null): Cut {
  const columns = series.map((_, at) => points.map((point) => point.values[at] ?? null));
  const kept = largest(columns.map(others === null ? sizeOf : (column) => Math.abs(sumOf(column) ?? 0)), count);
  const peak = columns.map(sizeOf).reduce((best, size, at, sizes) => (size > (sizes[best] ?? 0) ? at : best), 0);
  if (!kept.has(peak)) {
    kept.delete([...kept].at(-1) ?? -1);
    kept.add(peak);
  }
  const is = (_: unknown, at: number) => kept.has(at);
  const rest = (_: unknown, at: number) => !kept.has(at);
  const cut = points.map((point) => ({
    ...point,
    values: [...point.values.filter(is), ...(others === null ? [] : [sumOf(point.values.filter(rest))])],
  }));
  const [shown, of] = [kept.size, series.length];
  return {
    series: [...series.filter(is), ...(others === null ? [] : [others])],
    points: cut,
    note:
      others === null
        ? { code: 'left_out', what: 'series', shown, of, sum: null }
        : { code: 'others', what: 'series', count: of - shown, of },
  };
}

/** So many bars that they can be told apart, the others in one or told. */
export function keptPoints({ series, points }: Names, most: number, wish: Wish): Cut {
  const limit = Math.min(wish.top ?? most, BARS_AT_MOST);
  if (points.length <= limit) return { series, points, note: null };
  const kept = largest(
    points.map(({ values }) => (series.length > 1 && wish.adds ? Math.abs(sumOf(values) ?? 0) : sizeOf(values))),
    limit,
  );
  const peak = points.reduce(
    (best, { values }, at) => (sizeOf(values) > sizeOf(points[best]?.values ?? []) ? at : best),
    0,
  );
  if (!kept.has(peak)) {
    kept.delete([...kept].at(-1) ?? -1);
    kept.add(peak);
  }
  const shown = points.filter((_, at) => kept.has(at));
  const rest = points.filter((_, at) => !kept.has(at));
  const of = points.length;
  const others = series.map((_, at) => sumOf(rest.map(({ values }) => values[at] ?? null)));
  const isDwarfing = sizeOf(others) > DWARFED * Math.max(...shown.map(({ values }) => sizeOf(values)));
  if (!wish.adds || (isDwarfing && wish.top === undefined)) {
    const sum = wish.adds && series.length === 1 ? (others[0] ?? null) : null;
    const note = { code: 'left_out' as const, what: 'bars' as const, shown: limit, of };
    return { series, points: shown, note: { ...note, sum: sum === null ? null : wish.format(sum) } };
  }
  const other: Point = {
    x: Math.max(...points.map(({ x }) => x)) + 1,
    label: wish.others,
    values: others,
    others: true,
  };
  return { series, points: [...shown, other], note: { code: 'others', what: 'bars', count: rest.length, of } };
}
