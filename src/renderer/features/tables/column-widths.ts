import type { Cell } from '#contract';
import type { ShownColumn } from './shown-columns';

const CHARACTER = 7;
/** Digits all have the width of the widest. */
const CELL_CHARACTER = 7.6;
/** Around a text: the room at its sides. */
const SIDES = 22;
/** Beside a title: its mark and its menu. */
const TITLE_SIDES = 44;
const NARROWEST = 64;
const WIDEST = 280;

/** Pixels for each column, by its title and some of its cells: they stay as they are while rows come and go. */
export function columnWidths(
  columns: readonly ShownColumn[],
  rows: readonly (readonly Cell[] | undefined)[],
): number[] {
  return columns.map((column) => {
    const longest = rows.reduce((most, row) => {
      const cell = row?.[column.at];
      return cell === undefined || cell === null ? most : Math.max(most, column.text(cell).length);
    }, 0);
    const wanted = Math.max(column.title.length * CHARACTER + TITLE_SIDES, longest * CELL_CHARACTER + SIDES);
    return Math.round(Math.max(NARROWEST, Math.min(WIDEST, wanted)));
  });
}
