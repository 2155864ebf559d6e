import type { Line } from './types';

/** A cell of a table by the places of its edges, which may hold several rows and columns; its lines from top to bottom. */
export interface SpanningCell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  lines: Line[];
}

const HEAD_ROWS_AT_MOST = 4;

/**
 * Rows of texts, the heads of the columns first: of heads over several columns each has its own with theirs before it, and
 * a cell over several rows stands in each. A title over all columns is none of it. Null for less than two columns, or heads without a name.
 */
export function tableOfCells(cells: readonly SpanningCell[], width: number): string[][] | null {
  const height = Math.max(0, ...cells.map(({ bottom }) => bottom));
  const isWide = ({ left, right }: SpanningCell) => right - left > 1;
  const inRow = (row: number) => cells.filter(({ top, bottom }) => top <= row && row < bottom);
  let first = 0;
  while (first < height && inRow(first).every((cell) => textOf(cell) === '' || cell.right - cell.left === width))
    first += 1;
  let end = first + 1;
  while (
    end < height &&
    end - first < HEAD_ROWS_AT_MOST &&
    inRow(end - 1).some((cell) => isWide(cell) && textOf(cell) !== '')
  )
    end += 1;
  // A head over several rows ends with the last of them.
  const head = Math.min(height, Math.max(end, ...inRow(first).map(({ bottom }) => bottom)));
  const names = Array.from({ length: width }, (_, column) => headOf(cells, column, first, head));
  const rows = Array.from({ length: height - head }, (_, index) => {
    const own = inRow(head + index);
    return Array.from({ length: width }, (__, column) => own.find(({ left }) => left === column)).map((cell) =>
      cell ? textOf(cell) : '',
    );
  });
  const filled = rows.filter((row) => row.some((text) => text !== ''));
  return width > 1 && names.some((name) => name !== '') ? [names, ...filled] : null;
}

function headOf(cells: readonly SpanningCell[], column: number, first: number, head: number): string {
  const own = cells.filter(
    ({ left, right, top, bottom }) => left <= column && column < right && top < head && bottom > first,
  );
  const texts = own.toSorted((a, b) => a.top - b.top).map(textOf);
  return texts.filter((text) => text !== '').join(' ');
}

/** A word that a line ends part-way, with a hyphen between small letters, is put together. */
const textOf = ({ lines }: SpanningCell): string =>
  lines
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .reduce((whole, text) => {
      if (/\p{Ll}-$/u.test(whole) && /^\p{Ll}/u.test(text)) return whole.slice(0, -1) + text;
      return whole === '' ? text : `${whole} ${text}`;
    }, '');
