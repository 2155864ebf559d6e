import { least, medianOf, most, rowsOf } from './lines';
import type { Segment } from './types';

const NUMBERS = /^[\p{N}\p{P}\p{S}\s]+$/u;
const LABEL = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,3}[.)]|[\p{N}]{1,2})$/u;
const CASED = /[\p{Lu}\p{Ll}]/u;

interface Line {
  text: string;
  baseline: number;
  left: number;
  right: number;
  size: number;
}

/**
 * Whether what stands left and right of some white is read one after the other, as columns are, rather than line by line, as
 * tables and labels are. Running text tells by its words; short texts by the order in which they were drawn.
 */
export function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [leftLines, rightLines] = [linesOf(left), linesOf(right)];
  // Spaces in lines spread to the margin may lie under each other by chance, but then nothing begins or ends there in line.
  if (isOneOfManyGaps(left, right)) return false;
  if (!isEven(rightLines, (line) => line.left) && !isEven(leftLines, (line) => line.right)) return false;
  if ([leftLines, rightLines].some((lines) => lines.every(({ text }) => isLabel(text)))) return false;
  const proseOnLeft = isProse(leftLines);
  const proseOnRight = isProse(rightLines);
  if (proseOnLeft && proseOnRight) return true;
  const isLevel = levelShare(leftLines, rightLines) > 0.6;
  const isDrawnApart = switches(left, right) <= Math.max(1, Math.min(leftLines.length, rightLines.length) / 4);
  if (!proseOnLeft && !proseOnRight) return isDrawnApart && !(isLevel && numberShare(rightLines) > 0.4);
  return !isLevel || (isDrawnApart && numberShare(proseOnLeft ? rightLines : leftLines) <= 0.4);
}

/** As many as tell how it goes on. */
const LINES_AT_MOST = 200;

const linesOf = (segments: readonly Segment[]): Line[] =>
  rowsOf(segments.slice(0, LINES_AT_MOST * 10))
    .slice(0, LINES_AT_MOST)
    .map(({ segments: parts, baseline, size }) => ({
      text: parts.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' '),
      baseline,
      size,
      left: parts[0]?.left ?? 0,
      right: parts.at(-1)?.right ?? 0,
    }));

/** Lines that go on in the next: most begin small, or are about as long as there is room for. */
function isProse(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const widest = most(lines.map(({ left, right }) => right - left));
  const full = share(lines.filter(({ left, right }) => right - left >= widest * 0.7).length, lines.length);
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  if (!lines.some(({ text }) => CASED.test(text))) return full >= 0.5 && letters >= 8 && numberShare(lines) < 0.5;
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').length, 0) / lines.length;
  const small = share(lines.slice(1).filter(({ text }) => /^\p{Ll}/u.test(text)).length, lines.length - 1);
  return (small >= 0.3 && words >= 2) || (full >= 0.6 && words >= 4.5);
}

/** The white is no wider than that between the words of these lines, which are spread to the margin. */
function isOneOfManyGaps(left: readonly Segment[], right: readonly Segment[]): boolean {
  const rows = [...rowsOf(left), ...rowsOf(right)];
  const gaps = rows.flatMap(({ segments }) =>
    segments.slice(1).map((segment, index) => segment.left - (segments[index]?.right ?? segment.left)),
  );
  const white = least(right.map((segment) => segment.left)) - most(left.map((segment) => segment.right));
  return gaps.length >= rows.length * 1.5 && white < medianOf(gaps) * 1.5;
}

/** Marks and numbers that a line of a list begins with. */
export const isLabel = (text: string): boolean => LABEL.test(text);

/** Whether half of the lines or more are even at an edge. */
function isEven(lines: readonly Line[], edge: (line: Line) => number): boolean {
  const even = most(
    lines.map((line) => lines.filter((other) => Math.abs(edge(line) - edge(other)) <= line.size * 0.3).length),
  );
  return even >= 2 && even * 2 >= lines.length;
}

/** Of the side with fewer lines, those that are level with one of the other. */
function levelShare(a: readonly Line[], b: readonly Line[]): number {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const level = fewer.filter((line) =>
    more.some((other) => Math.abs(line.baseline - other.baseline) <= Math.min(line.size, other.size) * 0.25),
  );
  return level.length / Math.max(1, fewer.length);
}

const numberShare = (lines: readonly Line[]): number =>
  lines.filter(({ text }) => NUMBERS.test(text)).length / Math.max(1, lines.length);

/** How often whoever drew the page went from one side to the other. */
function switches(left: readonly Segment[], right: readonly Segment[]): number {
  const ordersOf = (segments: readonly Segment[]) =>
    segments.flatMap(({ runs }) => runs.filter(({ item }) => item !== null).map(({ order }) => order));
  const [onLeft, onRight] = [ordersOf(left), ordersOf(right)];
  // What was filled into a form was not drawn in any order.
  if (onLeft.length === 0 || onRight.length === 0) return Number.POSITIVE_INFINITY;
  const drawn = [
    ...onLeft.map((order) => ({ order, side: 0 })),
    ...onRight.map((order) => ({ order, side: 1 })),
  ].toSorted((a, b) => a.order - b.order);
  return drawn.filter(({ side }, index) => index > 0 && side !== drawn[index - 1]?.side).length;
}
