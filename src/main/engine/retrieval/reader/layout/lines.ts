import type { Row, Segment, TextRun } from './types';

/** Shares of the size of letters. */
const SAME_LINE = 0.25;
/** Wider spaces may part columns, cells or only the words of a line that is spread to the margin. */
const CLOSE = 0.65;
const RAISED_AT_MOST = 0.6;
const BESIDE = 0.4;
const SMALL = 0.85;
const DROP_CAP = 1.8;
const CAPITAL_HEIGHT = 0.7;

/** The segments of a page, top to bottom. Raised and large letters are put on the lines they are read with. */
export function segmentsOf(runs: readonly TextRun[]): Segment[] {
  const placed = runs.map((run) => ({ ...run }));
  const body = medianOf(placed.map(({ size }) => size));
  const sorted = placed.toSorted((a, b) => a.baseline - b.baseline);
  for (const run of sorted) {
    if (run.text.length <= 2 && run.size >= body * DROP_CAP) lowerDropCap(run, sorted);
  }
  for (const run of sorted) if (run.text.length <= 8) levelRaised(run, sorted);
  return rowsOf(placed.map((run) => segment([run]))).flatMap(({ segments }) => segments);
}

/** Segments as rows, each from left to right; those that stand close together become one. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = rows.at(-1);
    if (last && isOnLineOf(segment, last)) last.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => {
    const joined = joinedSegments(row);
    const largest = joined.reduce((a, b) => (b.size > a.size ? b : a));
    return { segments: joined, baseline: largest.baseline, size: largest.size };
  });
}

/** Lines are looked at from the top down, so that the last ones of a row are the nearest. */
function isOnLineOf(segment: Segment, row: readonly Segment[]): boolean {
  const [first] = row;
  if (!first || Math.abs(segment.baseline - first.baseline) > SAME_LINE * 2 * Math.max(segment.size, first.size))
    return false;
  return row
    .slice(-3)
    .some(({ baseline, size }) => Math.abs(segment.baseline - baseline) <= SAME_LINE * Math.min(segment.size, size));
}

function joinedSegments(row: readonly Segment[]): Segment[] {
  const joined: TextRun[][] = [];
  let [right, size] = [Number.NEGATIVE_INFINITY, 0];
  for (const segment of row.toSorted((a, b) => a.left - b.left)) {
    const last = joined.at(-1);
    if (last && segment.left - right <= CLOSE * Math.max(size, segment.size)) {
      last.push(...segment.runs);
      [right, size] = [Math.max(right, segment.right), Math.max(size, segment.size)];
    } else {
      joined.push([...segment.runs]);
      [right, size] = [segment.right, segment.size];
    }
  }
  return joined.map(segment);
}

export function segment(runs: TextRun[]): Segment {
  const largest = runs.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    runs,
    left: least(runs.map(({ left }) => left)),
    right: most(runs.map(({ right }) => right)),
    baseline: largest.baseline,
    size: largest.size,
  };
}

/** The number of a footnote, or of an atom, belongs to the line of the letters beside it. */
function levelRaised(run: TextRun, sorted: readonly TextRun[]): void {
  const beside = near(sorted, run.baseline, run.size * 2).find((other) => {
    const gap = Math.max(run.left - other.right, other.left - run.right);
    return (
      run.size <= other.size * SMALL &&
      Math.abs(run.baseline - other.baseline) <= other.size * RAISED_AT_MOST &&
      gap >= -BESIDE * other.size &&
      gap <= BESIDE * other.size
    );
  });
  if (beside) run.baseline = beside.baseline;
}

/** A first letter that is several lines high is read with the first of them. */
function lowerDropCap(run: TextRun, sorted: readonly TextRun[]): void {
  const top = run.baseline - run.size * CAPITAL_HEIGHT;
  const first = near(sorted, top, run.size).find(
    (other) =>
      other !== run &&
      other.size * DROP_CAP <= run.size * 1.2 &&
      other.left >= run.right - other.size * BESIDE &&
      other.left - run.right <= other.size * 1.5 &&
      Math.abs(other.baseline - other.size * CAPITAL_HEIGHT - top) <= other.size * 0.6,
  );
  if (!first) return;
  run.baseline = first.baseline;
  run.size = first.size;
  run.isDropCap = true;
}

/** Runs with a baseline so near, of those sorted by it. */
function near(sorted: readonly TextRun[], baseline: number, within: number): TextRun[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.baseline ?? 0) < baseline - within) low = middle + 1;
    else high = middle;
  }
  const runs: TextRun[] = [];
  for (let at = low; at < sorted.length && runs.length < NEAR_AT_MOST; at += 1) {
    const run = sorted[at];
    if (!run || run.baseline > baseline + within) break;
    runs.push(run);
  }
  return runs;
}

/** Beyond, a page was made to keep readers busy. */
const NEAR_AT_MOST = 400;

/** As `Math.min`, of any number of values. */
export const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
export const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
