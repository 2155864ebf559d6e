import { AppError } from '#contract/result';
import { asShown, type Sheet, type SheetCell, type SheetRow } from '../../../../office';
import { COLUMNS_AT_MOST, FIELDS_AT_MOST } from '../limits';
import { quoteField } from '../scan';

/** Cells looked at to fill merges, and characters put into them; beyond, a workbook was made to be unreadable. */
const FILLING_AT_MOST = 1_000_000_000;

/** How merged cells were read: texts stand in each of their rows, numbers once, so that sums stay true. */
export interface Merged {
  texts: number;
  numbers: number;
}

/**
 * The sheet as CSV, a piece at a time, without the columns that have nothing in them. Its empty rows are counted later as
 * blank lines; rows above the table are titles, and are written without gaps, so that they are no records of the table.
 */
export function* csvOf({ rows }: Sheet): Generator<string> {
  const columns = columnsOf(rows);
  const table = headerOf(rows, columns.length);
  const percent = percentColumns(rows.slice(table + 1));
  const places = new Map(columns.map((column, place) => [column, place]));
  let line = 0;
  let piece = '';
  for (const [index, { row, cells }] of rows.entries()) {
    piece += `${'\n'.repeat(Math.max(0, row - line - 1))}${index < table ? titleLine(cells) : tableLine(cells)}\n`;
    // Rows may come in any order; a gap is written once.
    line = Math.max(line, row);
    if (piece.length < 1_048_576) continue;
    yield piece;
    piece = '';
  }
  yield piece;

  function titleLine(cells: readonly SheetCell[]): string {
    return cells.map(({ text }) => quoteField(text, ',')).join(',');
  }
  function tableLine(cells: readonly SheetCell[]): string {
    const fields = Array<string>(columns.length).fill('');
    for (const cell of cells) {
      const shown = cell.kind === 'percent' && percent.has(cell.column) ? percentText(cell.text) : cell.text;
      fields[places.get(cell.column) ?? 0] = quoteField(shown, ',');
    }
    return fields.join(',');
  }
}

function columnsOf(rows: readonly SheetRow[]): number[] {
  const columns = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) columns.add(column);
  if (columns.size > COLUMNS_AT_MOST)
    throw new AppError('too_large', `The sheet has ${columns.size} columns; ${COLUMNS_AT_MOST} can be read.`, {
      reason: { code: 'too_many_columns', count: columns.size, most: COLUMNS_AT_MOST },
    });
  if (columns.size * rows.length > FIELDS_AT_MOST)
    throw new AppError(
      'too_large',
      'The cells of the sheet are too far apart to be one table. Export the table as CSV.',
      { reason: { code: 'cells_apart' } },
    );
  return [...columns].sort((a, b) => a - b);
}

/** The first row that is about as wide as the table. */
function headerOf(rows: readonly SheetRow[], width: number): number {
  const wide = rows.findIndex(({ cells }) => cells.length > 1 && cells.length >= width / 2);
  return Math.max(0, wide === -1 ? rows.findIndex(({ cells }) => cells.length > 1) : wide);
}

/** Columns in which every number is shown as a percentage. */
function percentColumns(rows: readonly SheetRow[]): Set<number> {
  const percent = new Set<number>();
  const plain = new Set<number>();
  for (const { cells } of rows)
    for (const { column, kind } of cells) (kind === 'percent' ? percent : plain).add(column);
  return percent.difference(plain);
}

const percentText = (fraction: string): string => `${asShown(String(Number(fraction) * 100))}%`;

/**
 * Writes what stands in merged cells into the rows they cover; those above the table are titles, and are let be.
 * @throws AppError `too_large`
 */
export function fillMerges(sheet: Sheet): Merged {
  const merged: Merged = { texts: 0, numbers: 0 };
  const widest = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const header = sheet.rows[headerOf(sheet.rows, widest)]?.row ?? 0;
  const byRow = new Map(sheet.rows.map((row) => [row.row, row]));
  let remaining = FILLING_AT_MOST;
  for (const { column, top, bottom } of sheet.merges) {
    const value = cellIn(top, column);
    if (!value || top <= header) continue;
    if (value.kind !== 'other') {
      merged.numbers += 1;
      continue;
    }
    merged.texts += 1;
    for (let row = top + 1; row <= bottom; row += 1) {
      if (cellIn(row, column)) continue;
      remaining -= value.text.length;
      byRow.get(row)?.cells.push({ ...value });
    }
  }
  return merged;

  function cellIn(row: number, column: number): SheetCell | undefined {
    const cells = byRow.get(row)?.cells ?? [];
    remaining -= cells.length + 1;
    if (remaining < 0)
      throw new AppError(
        'too_large',
        'The sheet has too many merged cells to be one table. Unmerge them, or export the sheet as CSV.',
        { reason: { code: 'merged_cells' } },
      );
    return cells.find((cell) => cell.column === column);
  }
}
