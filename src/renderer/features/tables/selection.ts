/** Places in what is shown: rows from the top, columns from the left. */
export interface GridPlace {
  row: number;
  column: number;
}

/** A rectangle of cells, from where it was begun to where it has got. */
export interface Selection {
  anchor: GridPlace;
  focus: GridPlace;
}

export interface GridSize {
  rows: number;
  columns: number;
}

export const selectionAt = (place: GridPlace): Selection => ({ anchor: place, focus: place });

export const allOf = ({ rows, columns }: GridSize): Selection => ({
  anchor: { row: 0, column: 0 },
  focus: { row: rows - 1, column: columns - 1 },
});

export function bounds({ anchor, focus }: Selection) {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isSelected(selection: Selection | null, { row, column }: GridPlace): boolean {
  if (!selection) return false;
  const { top, bottom, left, right } = bounds(selection);
  return row >= top && row <= bottom && column >= left && column <= right;
}

export interface PressedKey {
  key: string;
  shiftKey: boolean;
  /** Ctrl, or Command on a Mac. */
  command: boolean;
}

/** What a key makes of the selection, as spreadsheets have it; null for a key that does nothing to it. */
export function afterKey(
  selection: Selection | null,
  { key, shiftKey, command }: PressedKey,
  size: GridSize,
  page: number,
): Selection | null {
  if (size.rows === 0 || size.columns === 0) return null;
  if (command && key.toLowerCase() === 'a') return allOf(size);
  const from = selection ?? selectionAt({ row: 0, column: 0 });
  if (key === ' ' && (command || shiftKey)) return line(from, command, size);
  const to = target(from.focus, key, command, size, page);
  if (!to) return null;
  // The first key only puts the focus into the table.
  const focus = selection ? within(to, size) : from.focus;
  return shiftKey ? { anchor: from.anchor, focus } : selectionAt(focus);
}

/** The whole column, or the whole row. */
function line({ focus }: Selection, column: boolean, { rows, columns }: GridSize): Selection {
  return column
    ? { anchor: { row: 0, column: focus.column }, focus: { row: rows - 1, column: focus.column } }
    : { anchor: { row: focus.row, column: 0 }, focus: { row: focus.row, column: columns - 1 } };
}

function target(
  { row, column }: GridPlace,
  key: string,
  command: boolean,
  size: GridSize,
  page: number,
): GridPlace | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: command ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: command ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: command ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: command ? lastColumn : column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: command ? 0 : row, column: 0 };
    case 'End':
      return { row: command ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

const within = ({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});
