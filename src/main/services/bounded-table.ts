import type { Cell, CutCell, Table } from '#contract';

export interface TableBounds {
  rows: number;
  /** Characters of one text. */
  cellChars: number;
  /** Characters of all texts; the rows end where they are more. */
  chars: number;
}

/** A table in the window: a cell shows less than that, whatever it holds. */
export const IN_WINDOW: TableBounds = {
  rows: Number.POSITIVE_INFINITY,
  cellChars: 1_000,
  chars: Number.POSITIVE_INFINITY,
};

/** The beginning of a table, and of its texts: which of them are cut stays with it. */
export function boundedTable(table: Table, most: TableBounds): Table {
  const lengths = new Map(table.cut?.map(({ row, column, length }) => [placeOf(row, column), length]));
  const cut: CutCell[] = [];
  const rows: Cell[][] = [];
  let chars = 0;
  for (const [row, cells] of table.rows.entries()) {
    if (rows.length >= most.rows || chars > most.chars) break;
    rows.push(
      cells.map((cell, column) => {
        if (typeof cell !== 'string') return cell;
        const length = lengths.get(placeOf(row, column)) ?? cell.length;
        const text = cell.length > most.cellChars ? cutText(cell, most.cellChars) : cell;
        if (length > text.length) cut.push({ row, column, length });
        chars += text.length;
        return text;
      }),
    );
  }
  return { columns: table.columns, rows, ...(cut.length > 0 ? { cut } : {}) };
}

const placeOf = (row: number, column: number): string => `${row}:${column}`;

/** Not amid a character of two units. */
const cutText = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
