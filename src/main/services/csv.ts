import type { Cell, Table, TableColumn } from '#contract';
import { withoutFormulas } from '#contract/formulas';

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it right). */
export const toCsv = (table: Table): string => `${csvBeginning(table.columns)}${csvLines(table)}`;

/** The byte order mark, and the line of titles. */
export const csvBeginning = (columns: readonly TableColumn[]): string =>
  `\uFEFF${columns.map(({ name }) => field(name)).join(',')}\r\n`;

export function csvLines(table: Table): string {
  const lengths = new Map(table.cut?.map(({ row, column, length }) => [`${row}:${column}`, length]));
  const lines = table.rows.map((cells, row) =>
    cells
      .map((cell, column) => {
        const length = lengths.get(`${row}:${column}`);
        return field(length === undefined ? cell : `${cell}… (${length.toLocaleString('en-US')} characters)`);
      })
      .join(','),
  );
  return lines.map((line) => `${line}\r\n`).join('');
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? withoutFormulas(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
