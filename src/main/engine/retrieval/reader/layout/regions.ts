import { splitColumns } from './columns';
import { isRightToLeft } from './direction';
import { medianOf, rowsOf } from './lines';
import type { Region, Row, Segment } from './types';

/** Pages are not nested deeper; beyond, they were made to keep readers busy. */
const DEEPEST = 12;
/** What has more parts than this is read line by line. */
const SEGMENTS_AT_MOST = 3_000;
/** Lines of a header or footer. */
const MARGIN_ROWS = 2;
/** In line heights: the white that sets a header apart. */
const APART = 2.2;

/** The regions of a page in the order in which they are read. */
export function regionsOf(segments: readonly Segment[]): Region[] {
  if (segments.length > SEGMENTS_AT_MOST) return [{ rows: rowsOf(segments), isNextColumn: false }];
  const rows = rowsOf(segments);
  const header = marginRows(rows);
  const footer = marginRows(rows.slice(header).toReversed());
  const body = rows.slice(header, rows.length - footer);
  const isRtl = isRightToLeft(segments.flatMap(({ runs }) => runs));
  return [
    ...rows.slice(0, header).map((row) => region([row])),
    ...bodyRegions(
      body.flatMap((row) => row.segments),
      { isRtl, depth: 0 },
    ),
    ...(footer > 0 ? [region(rows.slice(rows.length - footer))] : []),
  ];
}

const region = (rows: Row[]): Region => ({ rows, isNextColumn: false });

function bodyRegions(segments: readonly Segment[], { isRtl, depth }: { isRtl: boolean; depth: number }): Region[] {
  if (segments.length === 0) return [];
  const split = depth < DEEPEST && segments.length > 3 ? splitColumns(segments) : null;
  if (!split) return [region(rowsOf(segments))];
  const deeper = (part: readonly Segment[]) => bodyRegions(part, { isRtl, depth: depth + 1 });
  const [first, second] = isRtl ? [split.right, split.left] : [split.left, split.right];
  const next = deeper(second);
  if (next[0]) next[0] = { ...next[0], isNextColumn: true };
  return [...deeper(split.above), ...deeper(first), ...next, ...deeper(split.below)];
}

/** How many of the first rows are set apart from the rest by white, and are no heads of its columns. */
function marginRows(rows: readonly Row[]): number {
  const pitches = rows.slice(1).map(({ baseline }, index) => Math.abs(baseline - (rows[index]?.baseline ?? 0)));
  const usual = Math.max(medianOf(pitches), medianOf(rows.map(({ size }) => size)));
  const last = pitches.slice(0, MARGIN_ROWS).findLastIndex((pitch) => pitch > usual * APART);
  if (last === -1 || rows.length - last < 4) return 0;
  const margin = rows.slice(0, last + 1);
  const rest = rows.slice(last + 1);
  return margin.some((row) => isHeadOfColumns(row, rest)) ? 0 : margin.length;
}

/** Each of its texts begins where several lines below do. */
function isHeadOfColumns({ segments, size }: Row, rest: readonly Row[]): boolean {
  if (segments.length < 2) return false;
  return segments.every(({ left }) => {
    const begun = rest.filter((row) => row.segments.some((segment) => Math.abs(segment.left - left) < size * 0.3));
    return begun.length >= 3;
  });
}
