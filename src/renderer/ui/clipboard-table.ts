import type { Cell, ColumnType } from '#contract';
import { withoutFormulas } from '#contract/formulas';
import { momentText } from '#words';
import { plainMoment } from './format';

/** A column of a table that is copied. */
export interface CopiedColumn {
  title: string;
  type: ColumnType;
  /** A cell as it is shown. */
  text(cell: Cell): string;
  /** The format of a spreadsheet for its numbers; null for what is none. */
  format: string | null;
}

export interface CopiedTable {
  columns: readonly CopiedColumn[];
  rows: readonly (readonly Cell[])[];
  titles: boolean;
}

/** Cells parted by tabs, as spreadsheets take them: numbers with all their digits, texts of one line that are no formulas. */
export function tabbed({ columns, rows, titles }: CopiedTable): string {
  const lines = rows.map((row) => columns.map((column, at) => tabbedCell(row[at] ?? null, column)));
  const head = titles ? [columns.map(({ title }) => oneLine(title))] : [];
  return [...head, ...lines].map((cells) => cells.join('\t')).join('\n');
}

function tabbedCell(cell: Cell, { type, format, text }: CopiedColumn): string {
  if (cell === null) return '';
  if (format !== null && isPlainNumber(cell)) return String(cell);
  return oneLine(type === 'text' ? String(cell) : momentOr(text(cell), cell));
}

/** Days and moments go along as data has them, whatever they look like here. */
function momentOr(text: string, cell: Cell): string {
  const plain = plainMoment(cell);
  return text === momentText(plain) ? plain : text;
}

const oneLine = (text: string): string => withoutFormulas(text.replace(/[\t\r\n]+/g, ' '));

/** A table that mail and documents show as it is read, and of which spreadsheets take numbers as numbers. */
export function tableHtml({ columns, rows, titles }: CopiedTable): string {
  const head = columns.map((column) => `<th${alignOf(column)}>${escaped(withoutFormulas(column.title))}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, at) => cellHtml(row[at] ?? null, column)).join('')}</tr>`);
  return `<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">${
    titles ? `<thead><tr>${head}</tr></thead>` : ''
  }<tbody>${body.join('')}</tbody></table>`;
}

function cellHtml(cell: Cell, column: CopiedColumn): string {
  if (cell === null) return '<td></td>';
  const { format, text } = column;
  if (format === null || !isPlainNumber(cell))
    // Spreadsheets take it for a text, whatever it looks like.
    return `<td style="mso-number-format:'\\@'" data-t="s">${escaped(withoutFormulas(text(cell)))}</td>`;
  const code = escaped(format);
  const styles = `text-align:right;mso-number-format:'${code.replaceAll('&quot;', '\\&quot;')}'`;
  const value = String(cell);
  return `<td style="${styles}" x:num="${value}" sdval="${value}" sdnum="1033;0;${code}" data-t="n" data-v="${value}">${escaped(text(cell))}</td>`;
}

const alignOf = ({ format }: CopiedColumn): string => ` style="text-align:${format === null ? 'left' : 'right'}"`;

/** More digits than spreadsheets count with stay text. */
const isPlainNumber = (cell: Cell): boolean =>
  typeof cell === 'number'
    ? Number.isFinite(cell)
    : typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').length <= 15;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
