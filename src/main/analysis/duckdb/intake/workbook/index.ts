import { open, readFile, stat } from 'node:fs/promises';
import type { ProfileNote } from '#contract';
import { AppError } from '#contract/result';
import { ArchiveError } from '../../../../archive';
import { type Book, openBook, readSheet } from '../../../../office';
import { csvOf, fillMerges } from './csv';
import { type Listed, listed } from './list';
import { notesOfSheet, notesOfWorkbook } from './notes';

export type { SheetPlace } from './list';

const FILE_AT_MOST = 128 * 1024 * 1024;

/** @throws AppError `unreadable_file`, `too_large` */
export async function listSheets(path: string): Promise<Listed> {
  const book = await openWorkbook(path);
  return orDamaged(() => listed(book));
}

/**
 * Writes one sheet as CSV to `to`: dates in ISO form, numbers as Excel shows them. Without a place it is the one sheet that
 * holds a table. What the analyst should know of it is returned; `lead` adds what was left of the workbook as a whole.
 * @throws AppError `unreadable_file`, `too_large`
 */
export async function sheetToCsv(
  request: { path: string; sheet: number | null; lead: boolean },
  to: string,
): Promise<ProfileNote[]> {
  const book = await openWorkbook(request.path);
  const all = request.lead ? orDamaged(() => listed(book)) : null;
  const at = request.sheet ?? all?.read[0]?.at ?? firstFilled(book, all);
  const sheet = orDamaged(() => readSheet(book, xmlOfSheet(book, at)));
  const merged = fillMerges(sheet);
  const file = await open(to, 'w', 0o600);
  try {
    for (const piece of csvOf(sheet)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
  return [...(all ? notesOfWorkbook(all, at) : []), ...notesOfSheet(sheet, merged)];
}

async function openWorkbook(path: string): Promise<Book> {
  if ((await stat(path)).size > FILE_AT_MOST)
    throw new AppError('too_large', tooLarge, { reason: { code: 'workbook_too_large' } });
  const bytes = await readFile(path);
  return orDamaged(() => openBook(bytes));
}

function firstFilled(book: Book, all: Listed | null): number {
  const at = book.sheets.findIndex((_, index) => !all?.empty.some((sheet) => sheet.at === index));
  if (at === -1)
    throw new AppError('unreadable_file', 'The workbook has no cells with anything in them.', {
      reason: { code: 'workbook_empty' },
    });
  return at;
}

function xmlOfSheet(book: Book, at: number): string {
  const path = book.sheets[at]?.path;
  if (!path) throw new RangeError('no such sheet');
  return book.xmlOf(path);
}

function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof ArchiveError && error.code === 'too_large')
      throw new AppError('too_large', tooLarge, { reason: { code: 'workbook_too_large' } });
    throw new AppError('unreadable_file', damaged, { reason: { code: 'workbook_damaged' }, cause: error });
  }
}

const damaged = 'The workbook is damaged and cannot be opened. Save it anew in Excel, or export the sheet as CSV.';
const tooLarge = 'The workbook is too large to be opened. Export the sheet as CSV and drop that.';
