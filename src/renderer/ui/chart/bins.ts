import { niceStep } from './ticks';

/** How often values fall between two edges; the first and the last bin may hold all beyond. */
export interface Bin {
  /** Null: all below `high`. */
  low: number | null;
  /** Null: `low` and more. */
  high: number | null;
  values: (number | null)[];
}

export const BINS_AT_MOST = 40;
const MASS_BELOW = 0.01;
const MASS_WITHIN = 0.97;

/** A round width at which the bulk of the values fills a chart, whatever the few far out do. */
export function widthFor(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const bulk = at(0.95) - at(0.02) || at(1) - at(0);
  if (bulk <= 0) return 1;
  const width = niceStep(bulk / Math.min(20, Math.max(6, Math.sqrt(sorted.length))));
  return values.every(Number.isInteger) ? Math.max(1, width) : width;
}

/** Single values counted in bins. */
export function counted(values: readonly number[], width: number): Bin[] {
  const counts = new Map<number, number[]>();
  for (const value of values) {
    const at = Math.floor(value / width + 1e-9);
    counts.set(at, [(counts.get(at)?.[0] ?? 0) + 1]);
  }
  return folded(counts, width, 1);
}

/** Bins of one width, by the number of widths at which each begins: with what is empty between them, and the ends that hardly hold anything in one. */
export function folded(counts: ReadonlyMap<number, (number | null)[]>, width: number, series: number): Bin[] {
  const places = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bin = (at: number): Bin => ({
    low: tidy(at * width),
    high: tidy((at + 1) * width),
    values: counts.get(at) ?? Array.from({ length: series }, () => 0),
  });
  if (last - first < BINS_AT_MOST) return Array.from({ length: last - first + 1 }, (_, at) => bin(first + at));
  const mass = (at: number) => (counts.get(at) ?? []).reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const total = places.reduce((sum, at) => sum + mass(at), 0);
  const placeOf = (share: number) => {
    let below = 0;
    for (const at of places) {
      below += mass(at);
      if (below >= total * share) return at;
    }
    return last;
  };
  const low = placeOf(MASS_BELOW);
  const high = placeOf(MASS_WITHIN);
  if (high - low + 3 > BINS_AT_MOST) return folded(merged(counts, 2), width * 2, series);
  const room = BINS_AT_MOST - 2 - (high - low + 1);
  const from = Math.max(first, low - Math.min(Math.floor(room / 4), 2));
  const to = Math.min(last, high + Math.min(Math.floor(room / 4), 2));
  const beyond = (is: (at: number) => boolean) =>
    sum(
      places.filter(is).map((at) => counts.get(at) ?? []),
      series,
    );
  return [
    ...(from > first ? [{ low: null, high: tidy(from * width), values: beyond((at) => at < from) }] : []),
    ...Array.from({ length: to - from + 1 }, (_, at) => bin(from + at)),
    ...(to < last ? [{ low: tidy((to + 1) * width), high: null, values: beyond((at) => at > to) }] : []),
  ];
}

/** Each so many neighbours in one. */
export function merged(
  counts: ReadonlyMap<number, (number | null)[]>,
  factor: number,
): ReadonlyMap<number, (number | null)[]> {
  const wider = new Map<number, (number | null)[][]>();
  for (const [at, values] of counts) {
    const place = Math.floor(at / factor);
    wider.set(place, [...(wider.get(place) ?? []), values]);
  }
  return new Map([...wider].map(([at, parts]) => [at, sum(parts, parts[0]?.length ?? 0)]));
}

function sum(parts: readonly (number | null)[][], series: number): number[] {
  return Array.from({ length: series }, (_, at) => parts.reduce((total, values) => total + (values[at] ?? 0), 0));
}

const tidy = (value: number): number => Number(value.toPrecision(12));
