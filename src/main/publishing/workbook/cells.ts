import writeXlsxFile, { type Row, type Cell as SheetCell } from 'write-excel-file/node';
import type { Cell, ColumnType, QueryColumn } from '#contract';
import { currencyPrefix } from '#contract/currencies';

/** How the cells of a sheet's column are written; `decimals` null for what names something, undefined where that is not known. */
export interface SheetColumn {
  type: ColumnType;
  unit: QueryColumn['unit'];
  decimals: number | null | undefined;
}

/** Spreadsheets count with so many digits; what has more would lose some, and stays text. */
const DIGITS = 15;
const TEXT_LENGTH = 32_767;
const DAY_MS = 86_400_000;
/** Spreadsheets know no days before, and one too many in 1900. */
const FIRST_DAY = '1900-03-01';
const WIDEST = 60;

export const titleRow = (titles: readonly string[]): Row =>
  titles.map((title) => ({ value: sheetText(title), type: String, fontWeight: 'bold' }));

export const sheetRow = (row: readonly Cell[], columns: readonly SheetColumn[]): Row =>
  row.map((cell, at) => sheetCell(cell, columns[at] ?? { type: 'text', unit: null, decimals: undefined }));

/** A workbook of one sheet, whose first row stays in view. */
export async function writeWorkbook(rows: Row[]): Promise<Uint8Array> {
  return writeXlsxFile(rows, { sheet: 'Result', stickyRowsCount: 1, columns: columnWidths(rows) }).toBuffer();
}

export const columnWidths = (rows: readonly Row[]): { width: number }[] =>
  (rows[0] ?? []).map((_, at) => ({ width: widthOf(rows, at) }));

/** Texts are texts by their type: a spreadsheet runs no formula that stands in one. */
function sheetCell(cell: Cell, column: SheetColumn): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  switch (column.type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return number(cell, column) ?? text(cell);
    case 'date':
    case 'timestamp':
      return moment(String(cell), column.type) ?? text(cell);
    case 'time':
      return timeOfDay(String(cell)) ?? text(cell);
    default:
      return text(cell);
  }
}

const text = (cell: Cell): SheetCell => ({ value: sheetText(String(cell)), type: String });

function number(cell: string | number, column: SheetColumn): SheetCell | null {
  const value = Number(cell);
  const digits = typeof cell === 'string' ? cell.replace(/^-?0*\.?0*/, '').replace('.', '').length : 0;
  if (!Number.isFinite(value) || digits > DIGITS || (typeof cell === 'string' && cell.trim() === '')) return null;
  return { value, type: Number, format: numberFormat(column, cell) };
}

function numberFormat({ type, unit, decimals }: SheetColumn, cell: string | number): string {
  // A name, such as an id or a year: no sign parts its digits.
  if (decimals === null || (decimals === undefined && type === 'integer')) return '0';
  if (unit?.kind === 'percent') return '0.0%';
  const places = decimals ?? String(cell).split('.')[1]?.length ?? 0;
  if (unit?.kind === 'currency')
    return `"${currencyPrefix(unit.code).replaceAll('"', '')}"${grouped(Math.max(2, places))}`;
  return type === 'float' && decimals === undefined ? 'General' : grouped(places);
}

const grouped = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(places, 10))}`);

function moment(cell: string, type: 'date' | 'timestamp'): SheetCell | null {
  const value =
    /^\d{4}-/.test(cell) && cell >= FIRST_DAY ? new Date(`${cell.slice(0, 23)}${type === 'date' ? '' : 'Z'}`) : null;
  if (!value || Number.isNaN(value.getTime())) return null;
  const time = value.getTime() % 1000 === 0 ? 'hh:mm:ss' : 'hh:mm:ss.000';
  return { value, type: Date, format: type === 'date' ? 'yyyy-mm-dd' : `yyyy-mm-dd ${time}` };
}

function timeOfDay(cell: string): SheetCell | null {
  const ms = Date.parse(`1970-01-01T${cell.slice(0, 12)}Z`);
  return Number.isNaN(ms) ? null : { value: ms / DAY_MS, type: Number, format: 'hh:mm:ss' };
}

/** What XML can hold; a stretch that spreadsheets would take for an escape stays what it is. */
export function sheetText(given: string): string {
  const plain = given.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
  return plain.replace(/_x[0-9a-f]{4}_/gi, (taken) => `_x005F${taken}`).slice(0, TEXT_LENGTH);
}

/** In characters, by the first rows. */
function widthOf(rows: readonly Row[], at: number): number {
  const lengths = rows.slice(0, 100).map((row) => {
    const cell = row[at];
    const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
    return value instanceof Date ? 12 : String(value ?? '').length;
  });
  return Math.min(WIDEST, Math.max(8, ...lengths) + 3);
}
