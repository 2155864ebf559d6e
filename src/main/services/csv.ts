import type { Cell, Table } from '#contract';

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it right). */
export function toCsv(table: Table): string {
  const lines = [table.columns.map((column) => column.name), ...table.rows].map((row) => row.map(field).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are left alone. */
function field(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  const inert =
    typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
