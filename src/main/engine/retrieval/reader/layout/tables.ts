import { segment } from './lines';
import { isLabel } from './prose';
import type { Row, Segment, TextRun } from './types';

/** In sizes of letters. */
const CELLS_APART = 1;
const ALIGNED = 0.35;
/** Texts longer than this on average are no cells. */
const LETTERS_AT_MOST = 40;

/** The cells of each row that is one of a table; null for other rows. */
export function cellsOf(rows: readonly Row[]): (Segment[] | null)[] {
  const cells = rows.map(cellsIn);
  return cells.map((own, index) => {
    if (own.length < 2) return null;
    const beside = [cells[index - 1], cells[index + 1]].filter((other) => other !== undefined);
    return beside.some((other) => isAligned(own, other)) ? own : null;
  });
}

/** A row parted where there is more white than between words; marks and numbers of lists stay with what they begin. */
export function cellsIn({ segments }: Row): Segment[] {
  const cells: Segment[] = [];
  for (const candidate of segments) {
    const last = cells.at(-1);
    const isBegun = last !== undefined && cells.length === 1 && isLabel(textOf(last.runs));
    const isClose =
      last !== undefined && candidate.left - last.right < CELLS_APART * Math.max(last.size, candidate.size);
    if (last && (isBegun || isClose)) cells[cells.length - 1] = segment([...last.runs, ...candidate.runs]);
    else cells.push(candidate);
  }
  return cells;
}

const textOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join(' ');

/** Whether most cells behind the first begin, end or are centred where one of the other row does. */
function isAligned(own: readonly Segment[], other: readonly Segment[]): boolean {
  if (other.length < 2) return false;
  const letters = [...own, ...other].reduce((sum, { runs }) => sum + textOf(runs).length, 0);
  if (letters / (own.length + other.length) > LETTERS_AT_MOST) return false;
  const aligned = own.slice(1).filter((a) =>
    other.slice(1).some((b) => {
      const near = ALIGNED * Math.min(a.size, b.size);
      const isNear = (x: number, y: number) => Math.abs(x - y) <= near;
      return isNear(a.left, b.left) || isNear(a.right, b.right) || isNear(a.left + a.right, b.left + b.right);
    }),
  );
  // By chance, some words of two lines always stand under each other.
  return aligned.length >= Math.max(1, (Math.max(own.length, other.length) - 1) * 0.6);
}
