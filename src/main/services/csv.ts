import type { Cell, Table, TableColumn } from '#contract';

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

/**
 * Where a cell of a spreadsheet may begin: at the start, at a line, and behind what separates cells where commas are
 * decimal points. What stands unseen in front of a formula does not stop it from being one.
 */
const FORMULA =
  /(?:^|[;\t\n\v\f\r\x85\u2028\u2029])[[\s\p{Cc}\p{Cf}]--[\t\n\v\f\r\x85\u2028\u2029]]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gv;
const NUMBER = /^[+-]?(?:\d[\d.,]*|\.\d+)(?:e[+-]?\d+)?\s?%?\s*(?:$|[;\t\n\r])/i;
/** More than any number needs, and all that is looked at to see one. */
const NUMBER_LENGTH = 400;

/** Text with an apostrophe in front of whatever a spreadsheet would run as a formula; numbers are left alone. */
function withoutFormulas(text: string): string {
  return text.replaceAll(FORMULA, (before, at: number) => {
    const from = at + before.length;
    return NUMBER.test(text.slice(from, from + NUMBER_LENGTH)) ? before : `${before}'`;
  });
}
