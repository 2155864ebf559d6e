import { least, most, rowsOf } from './lines';
import type { Row, Segment, Split } from './types';

/** In sizes of letters: white that ends a block of lines. */
const BLOCK_END = 2;
const EVEN = 0.5;

/** The same, without what stands over or under the shorter of the two and is parted from it by white. */
export function withinOverlap({ above, left, right, below }: Split, size: number): Split {
  const ends = (segments: readonly Segment[]) => ({
    top: segments[0]?.baseline ?? 0,
    bottom: segments.at(-1)?.baseline ?? 0,
  });
  const [a, b] = [ends(left), ends(right)];
  const overlap = { top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) };
  const [leftBlock, rightBlock] = [blockAt(left, overlap, size), blockAt(right, overlap, size)];
  const over = (segments: readonly Segment[], block: Block) => segments.filter(({ baseline }) => baseline < block.top);
  const under = (segments: readonly Segment[], block: Block) =>
    segments.filter(({ baseline }) => baseline > block.bottom);
  return {
    above: [...above, ...over(left, leftBlock), ...over(right, rightBlock)],
    left: leftBlock.segments,
    right: rightBlock.segments,
    below: [...under(left, leftBlock), ...under(right, rightBlock), ...below],
  };
}

interface Block {
  top: number;
  bottom: number;
  segments: Segment[];
}

/** The lines within a span, and those that go on from it without white. */
function blockAt(segments: readonly Segment[], span: { top: number; bottom: number }, size: number): Block {
  let { top, bottom } = span;
  for (const { baseline } of segments.toReversed())
    if (baseline < top && top - baseline <= size * BLOCK_END) top = baseline;
  for (const { baseline } of segments)
    if (baseline > bottom && baseline - bottom <= size * BLOCK_END) bottom = baseline;
  return { top, bottom, segments: segments.filter(({ baseline }) => baseline >= top && baseline <= bottom) };
}

/**
 * Columns only as far as to the first table that reaches over both: rows of which nothing stands where the right column
 * begins. A table at their top is above them.
 */
export function withoutTable(split: Split, size: number): Split {
  const { above, left, right, below } = split;
  const edge = usualLeft(right, size);
  const width = most(left.map((segment) => segment.right)) - least(left.map((segment) => segment.left));
  const start = least(right.map((segment) => segment.left));
  const rows = rowsOf([...left, ...right]);
  const isForeign = (row: Row) => isOfTable(row, start, { edge, width, size });
  const first = rows.findIndex(
    (row, index) => isForeign(row) && [rows[index - 1], rows[index + 1]].some((other) => other && isForeign(other)),
  );
  if (first === -1) return split;
  const past = rows.findIndex((row, index) => index > first && !isForeign(row));
  const [from, to] = [rows[first]?.baseline ?? 0, past === -1 ? Number.POSITIVE_INFINITY : (rows[past]?.baseline ?? 0)];
  const part = (top: number, bottom: number) => {
    const within = (segment: Segment) => segment.baseline >= top - size * 0.3 && segment.baseline < bottom - size * 0.3;
    return { left: left.filter(within), right: right.filter(within) };
  };
  const [before, table, rest] = [
    part(Number.NEGATIVE_INFINITY, from),
    part(from, to),
    part(to, Number.POSITIVE_INFINITY),
  ];
  const whole = [...table.left, ...table.right];
  if (before.left.length + before.right.length === 0) return { above: [...above, ...whole], ...rest, below };
  return { above, ...before, below: [...whole, ...rest.left, ...rest.right, ...below] };
}

function isOfTable(
  row: Row,
  start: number,
  { edge, width, size }: { edge: number; width: number; size: number },
): boolean {
  const isOnRight = ({ left: x }: Segment) => x >= start - 0.01;
  const onRight = row.segments.filter(isOnRight);
  const onLeft = row.segments.filter((segment) => !isOnRight(segment));
  const [firstOnRight] = onRight;
  if (!firstOnRight || onLeft.length === 0 || firstOnRight.left - edge < size * EVEN) return false;
  return onLeft.every((segment) => segment.right - segment.left < width * 0.6);
}

/** Where lines begin: of several places with many lines the leftmost, as others are of tables and lists. */
function usualLeft(segments: readonly Segment[], size: number): number {
  const counts = new Map<number, number>();
  for (const { left } of segments) {
    const place = Math.round(left / (size * EVEN));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const highest = most([...counts.values()]);
  const place = least([...counts].filter(([, count]) => count >= highest * 0.4).map(([at]) => at));
  return least(segments.filter(({ left }) => Math.round(left / (size * EVEN)) === place).map(({ left }) => left));
}
