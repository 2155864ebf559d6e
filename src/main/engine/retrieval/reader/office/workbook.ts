import { asShown, type Book, openBook, readSheet, type SheetCell } from '../../../../office';
import { DocumentError, type Extracted } from '../../types';
import { joined, tidy } from '../text';
import { orRefused } from './archive';
import { sheetComments } from './workbook-comments';

/** Empty ones count, which a few cells far apart have any number of. */
const CELLS_AT_MOST = 2_000_000;

/** Every sheet as lines of cells, with tabs between them, and its comments. @throws DocumentError */
export function readWorkbook(bytes: Uint8Array): Extracted {
  return orRefused(() => {
    const book = openBook(bytes);
    let cells = 0;
    const count = (more: number) => {
      cells += more;
      if (cells > CELLS_AT_MOST) throw tooManyCells();
    };
    return joined(book.sheets.flatMap(({ name, path }) => (path === null ? [] : [sheetText(book, name, path, count)])));
  });
}

function sheetText(book: Book, sheet: string, path: string, count: (cells: number) => void) {
  const lines: string[] = [];
  const { rows } = readSheet(book, book.xmlOf(path), ({ cells }) => {
    count(cells.length);
    return false;
  });
  for (const { row, cells } of rows) {
    // Rows may come in any order, and anywhere.
    if (row > lines.length + 1) count(row - lines.length);
    while (lines.length < row - 1) lines.push('');
    const line = lineOf(cells, count);
    if (lines.length < row) lines.push(line);
    else lines[row - 1] = line;
  }
  const text = [lines.join('\n'), ...sheetComments(book, path)].filter((part) => part !== '').join('\n\n');
  return { sheet, text: tidy(text) };
}

function lineOf(cells: readonly SheetCell[], count: (cells: number) => void): string {
  let line = '';
  let at = 1;
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    count(Math.max(0, cell.column - at));
    line += '\t'.repeat(Math.max(0, cell.column - at)) + cellText(cell).replaceAll(/[\t\r\n]+/g, ' ');
    at = Math.max(at, cell.column);
  }
  return line;
}

const cellText = ({ text, kind }: SheetCell): string =>
  kind === 'percent' ? `${asShown(String(Number(text) * 100))}%` : text;

const tooManyCells = () =>
  new DocumentError(
    'invalid_file',
    'The workbook has more cells than can be searched. Split it into several files.',
    'too_many_cells',
  );
