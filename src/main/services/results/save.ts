import type { QueryColumn, ResultPage, Saved, Table } from '#contract';
import { AppError } from '#contract/result';
import { SHEET_CELLS, SHEET_ROWS, type SheetColumn, sheetRow, titleRow, writeWorkbook } from '../../publishing';
import { csvBeginning, csvLines } from '../csv';
import { fileNameFrom } from '../file-names';
import type { ShellServices } from '../ports';

/** Read at a time. */
const PAGE_ROWS = 20_000;

/** A column to be saved: its place in the view, and what stands above it. */
export interface SavedColumn {
  column: number;
  title: string;
}

interface Saving {
  columns: SavedColumn[];
  format: 'csv' | 'xlsx';
  name: string;
  page(offset: number, limit: number): Promise<ResultPage>;
  /** What is known of a column of the view. */
  about(column: number): QueryColumn | undefined;
}

/** @throws AppError `too_large` where a workbook cannot hold the rows */
export async function savedFile(saving: Saving, shell: Pick<ShellServices, 'save'>): Promise<Saved> {
  const name = `${fileNameFrom(saving.name)}.${saving.format}`;
  if (saving.format === 'csv') return shell.save({ name, type: 'text/csv', bytes: await csvBytes(saving) });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return shell.save({ name, type, bytes: await workbookBytes(saving) });
}

async function* pagesOf({ page, columns }: Saving): AsyncGenerator<{ table: Table; matching: number }> {
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const read = await page(offset, PAGE_ROWS);
    yield { table: chosen(read, columns), matching: read.matching };
    if (offset + PAGE_ROWS >= read.matching) return;
  }
}

/** A table of the chosen columns alone, under their titles. */
function chosen({ columns, rows, cut = [] }: Table, wanted: readonly SavedColumn[]): Table {
  const places = wanted.map(({ column }) => column);
  return {
    columns: wanted.map(({ column, title }) => ({ name: title, type: columns[column]?.type ?? 'text' })),
    rows: rows.map((row) => places.map((place) => row[place] ?? null)),
    cut: cut.flatMap((cell) => places.flatMap((place, column) => (place === cell.column ? [{ ...cell, column }] : []))),
  };
}

async function csvBytes(saving: Saving): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  for await (const { table } of pagesOf(saving)) {
    if (pieces.length === 0) pieces.push(encoder.encode(csvBeginning(table.columns)));
    pieces.push(encoder.encode(csvLines(table)));
  }
  return Buffer.concat(pieces);
}

async function workbookBytes(saving: Saving): Promise<Uint8Array> {
  const rows = [titleRow(saving.columns.map(({ title }) => title))];
  for await (const { table, matching } of pagesOf(saving)) {
    if (matching > SHEET_ROWS || matching * saving.columns.length > SHEET_CELLS)
      throw new AppError(
        'too_large',
        `A workbook cannot take ${matching.toLocaleString('en-US')} rows of ${saving.columns.length} columns. Save them as CSV, or filter them first.`,
      );
    const columns = table.columns.map(({ type }, at): SheetColumn => {
      const about = saving.about(saving.columns[at]?.column ?? 0);
      return { type, unit: about?.unit ?? null, decimals: about ? about.decimals : undefined };
    });
    for (const row of table.rows) rows.push(sheetRow(row, columns));
  }
  return writeWorkbook(rows);
}
