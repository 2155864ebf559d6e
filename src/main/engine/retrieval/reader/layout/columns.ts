import { withinOverlap, withoutTable } from './column-ends';
import { least, medianOf, most } from './lines';
import { areColumns } from './prose';
import type { Segment, Split } from './types';

/** In sizes of letters: less white between two texts is a space. */
const NARROWEST = 0.8;
/** Places that are looked at for white between columns. */
const CANDIDATES_AT_MOST = 160;
const TRIES = 12;

interface Candidate {
  /** Of the band, among the segments from the top down. */
  first: number;
  last: number;
  x: number;
  score: number;
}

/**
 * The two columns that most lines of these stand in, parted by white from top to bottom. What reaches across the white, as
 * headings and wide tables do, ends the columns above and below it. Null where there are none.
 */
export function splitColumns(segments: readonly Segment[]): Split | null {
  const sorted = segments.toSorted((a, b) => a.baseline - b.baseline);
  const size = medianOf(sorted.map((segment) => segment.size));
  const edges = [...new Set(sorted.map(({ right }) => Math.round(right)))].toSorted((a, b) => a - b);
  const step = Math.max(1, Math.ceil(edges.length / CANDIDATES_AT_MOST));
  const candidates = edges
    .filter((_, index) => index % step === 0)
    .flatMap((edge) => bandsAt(sorted, edge + 1, size))
    .toSorted((a, b) => b.score - a.score);
  for (const candidate of candidates.slice(0, TRIES)) {
    const whole = splitAt(sorted, candidate);
    const split = [whole, withinOverlap(whole, size)].find(({ left, right }) => areColumns(left, right));
    if (split) return withoutTable(split, size);
  }
  return null;
}

function splitAt(sorted: readonly Segment[], { first, last, x }: Candidate): Split {
  const band = sorted.slice(first, last);
  return {
    above: sorted.slice(0, first),
    left: band.filter((segment) => segment.right <= x),
    right: band.filter((segment) => segment.right > x),
    below: sorted.slice(last),
  };
}

/** Bands of the page in which nothing stands in the white that begins at `x`, with something on both of its sides. */
function bandsAt(sorted: readonly Segment[], x: number, size: number): Candidate[] {
  const bands: Candidate[] = [];
  const ends = x + size * NARROWEST;
  const isLeft = (segment: Segment) => segment.right <= x;
  const isAcross = (segment: Segment) => !isLeft(segment) && segment.left < ends;
  let from = 0;
  for (let at = 0; at <= sorted.length; at += 1) {
    const segment = sorted[at];
    if (segment && !isAcross(segment)) continue;
    const [first, last] = trimmed(sorted, from, at, size);
    const band = sorted.slice(first, last);
    const [left, right] = [band.filter(isLeft), band.filter((other) => !isLeft(other))];
    const score = scoreOf(left, right, size);
    if (score > 0) bands.push({ first, last, x, score });
    from = at + 1;
  }
  return bands;
}

/** Without what stands on the lines that reach across above and below: it is read with them. */
function trimmed(sorted: readonly Segment[], from: number, to: number, size: number): [number, number] {
  const isWith = (segment: Segment | undefined, other: Segment | undefined) =>
    segment !== undefined && other !== undefined && Math.abs(segment.baseline - other.baseline) < size * 0.3;
  let [first, last] = [from, to];
  while (first < last && isWith(sorted[first], sorted[from - 1])) first += 1;
  while (last > first && isWith(sorted[last - 1], sorted[to])) last -= 1;
  return [first, last];
}

/** How many lines stand beside each other, a little more where the white is wide; 0 for too few to tell. */
function scoreOf(left: readonly Segment[], right: readonly Segment[], size: number): number {
  const [firstLeft, firstRight] = [left[0], right[0]];
  const [lastLeft, lastRight] = [left.at(-1), right.at(-1)];
  if (!firstLeft || !firstRight || !lastLeft || !lastRight) return 0;
  const top = Math.max(firstLeft.baseline, firstRight.baseline) - size;
  const bottom = Math.min(lastLeft.baseline, lastRight.baseline) + size;
  const lines = Math.min(linesIn(left, top, bottom, size), linesIn(right, top, bottom, size));
  if (lines < 2) return 0;
  const white = least(right.map((segment) => segment.left)) - most(left.map((segment) => segment.right));
  return lines * (1 + Math.min(white / size, 4) / 20);
}

function linesIn(sorted: readonly Segment[], top: number, bottom: number, size: number): number {
  let lines = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { baseline } of sorted) {
    if (baseline < top || baseline > bottom || baseline - last < size * 0.3) continue;
    lines += 1;
    last = baseline;
  }
  return lines;
}
