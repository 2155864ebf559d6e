import { readFile, writeFile } from 'node:fs/promises';
import readSheets from 'read-excel-file/node';
import { AppError } from '#contract/result';
import { archiveFault } from '../../../archive';
import { quoteField } from './scan';

const FILE_AT_MOST = 128 * 1024 * 1024;

type Cell = string | number | boolean | Date | null;

export interface ReadSheet {
  /** The name of the sheet that was read, and of those that also hold something. */
  sheet: string;
  others: string[];
}

/**
 * Writes the sheet that holds the most as CSV to `to`: dates in ISO form, numbers as Excel shows them.
 * @throws AppError `unreadable_file`, `too_large`
 */
export async function sheetToCsv(path: string, size: number, to: string): Promise<ReadSheet> {
  if (size > FILE_AT_MOST) throw new AppError('too_large', tooLarge);
  const bytes = await readFile(path);
  const fault = archiveFault(bytes);
  if (fault === 'bomb') throw new AppError('too_large', tooLarge);
  if (fault) throw new AppError('unreadable_file', damaged);
  const sheets = await readSheets(bytes, { parseNumber: asShown, trim: false }).catch((error: unknown) => {
    throw new AppError('unreadable_file', damaged, { cause: error });
  });
  const filled = sheets
    .map(({ sheet, data }) => ({
      sheet,
      rows: data as unknown as Cell[][],
      cells: countCells(data as unknown as Cell[][]),
    }))
    .filter(({ cells }) => cells > 0);
  const [fullest] = filled.toSorted((a, b) => b.cells - a.cells);
  if (!fullest) throw new AppError('unreadable_file', 'The workbook has no cells with anything in them.');
  await writeFile(to, csvOf(fullest.rows), { mode: 0o600 });
  return { sheet: fullest.sheet, others: filled.filter((one) => one !== fullest).map((one) => one.sheet) };
}

const damaged = 'The workbook is damaged and cannot be opened. Save it anew in Excel, or export the sheet as CSV.';
const tooLarge = 'The workbook is too large to be opened. Export the sheet as CSV and drop that.';

const isFilled = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && cell !== '';
const countCells = (rows: readonly Cell[][]): number => rows.reduce((sum, row) => sum + row.filter(isFilled).length, 0);

/**
 * The sheet without the empty columns around it. Its empty rows are counted later as blank lines; a row above the table
 * with one cell in it is a title, and is written as that cell, so that it is no record of the table.
 */
function csvOf(rows: readonly Cell[][]): string {
  const starts = rows.map((row) => row.findIndex(isFilled)).filter((index) => index >= 0);
  const first = starts.reduce((least, index) => Math.min(least, index));
  const last = rows.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled)), 0);
  const table = rows.findIndex((row) => row.filter(isFilled).length > 1);
  const line = (row: Cell[], index: number): string => {
    const cells = index < table ? row.filter(isFilled) : row.slice(first, last + 1);
    const missing = index < table ? 0 : last + 1 - first - cells.length;
    const fields = [...cells.map((cell) => quoteField(textOf(cell), ',')), ...Array<string>(missing).fill('')];
    return `${fields.join(',')}\n`;
  };
  return rows.map((row, index) => (row.some(isFilled) ? line(row, index) : '\n')).join('');
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  const [day = '', time = ''] = cell.toISOString().slice(0, 19).split('T');
  // Excel's day zero: a time of day and no date.
  if (cell.getUTCFullYear() < 1900 || day === '1900-01-00') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Excel keeps binary fractions and shows 15 digits: 0.30000000000000004 is 0.3 on the sheet, and here. */
function asShown(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6) ? plain(rounded) : String(rounded);
}

const plain = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text;
};
