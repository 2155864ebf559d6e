import { rowsOf, segment, segmentsOf } from './lines';
import { type Bar, MEETS, type Mesh } from './meshes';
import { COLUMNS_AT_MOST, type Extent, edges, type FoundTable, isInside, textOfRow, UNPARTED_ROWS } from './ruled';
import { type SpanningCell, tableOfCells } from './spans';
import { cellsIn } from './tables';
import type { Row, TextRun } from './types';

/** In sizes of letters: a line of text alone between two lines that are no further apart heads the rows below it. */
const SUBHEAD = 2.2;

/** The tables of level lines below each other: where none of the text between two of them is parted, one ends. */
export function leveledTables({ levels, partial }: Mesh, runs: readonly TextRun[]): FoundTable[] {
  const sorted = levels.toSorted((a, b) => a.at - b.at);
  const parts = [sorted.slice(0, 1)];
  for (const [index, level] of sorted.slice(1).entries()) {
    const above = sorted[index] ?? level;
    const box = { left: level.from - MEETS, right: level.to + MEETS, top: above.at, bottom: level.at };
    const rows = rowsOf(segmentsOf(runs.filter((run) => isInside(run, box))));
    const isSubhead = rows.length === 1 && rows.every(({ size }) => level.at - above.at <= size * SUBHEAD);
    const isNarrow = rows.length === 0 && level.at - above.at < 2 * MEETS;
    if (isSubhead || isNarrow || rows.some((row) => cellsIn(row).length > 1)) parts.at(-1)?.push(level);
    else parts.push([level]);
  }
  return parts.flatMap((part) => leveledTable({ levels: part, uprights: [], partial }, runs) ?? []);
}

/** Cells of rows that only level lines part, by columns of white between what stands in them. */
function leveledTable({ levels, partial }: Mesh, runs: readonly TextRun[]): FoundTable | null {
  const [first] = levels;
  const ys = edges(levels, []);
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  if (!first || ys.length < 3) return null;
  const box = { left: first.from - MEETS, right: first.to + MEETS, top, bottom };
  const rows = rowsOf(segmentsOf(runs.filter((run) => isInside(run, box))));
  const head = ys[1] ?? top;
  const body = rows.filter(({ baseline, size }) => baseline - size * 0.3 > head);
  const columns = whiteColumns(body.map(cellsIn));
  if (!columns) return null;
  const bands = ys.slice(1).map((until, index) => ({
    rows: rows.filter(
      ({ baseline, size }) => baseline - size * 0.3 > (ys[index] ?? 0) && baseline - size * 0.3 <= until,
    ),
  }));
  const cells = cellsOfBands(bands, { columns, partial });
  const table = cells && tableOfCells(cells, columns.length);
  return table && table.length > 2 ? { rows: table, left: first.from, right: first.to, top, bottom, columns } : null;
}

/** Null where there is only one. */
function whiteColumns(rows: readonly { left: number; right: number }[][]): Extent[] | null {
  const columns: Extent[] = [];
  for (const { left, right } of rows
    .filter(({ length }) => length > 1)
    .flat()
    .toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left <= last.right + 1) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns.length > 1 && columns.length <= COLUMNS_AT_MOST ? columns : null;
}

function cellsOfBands(bands: readonly { rows: Row[] }[], places: Places): SpanningCell[] | null {
  const cells: SpanningCell[] = [];
  let top = 0;
  for (const [index, band] of bands.entries()) {
    // Where lines part all rows, a row may have several lines of text.
    const isOneRow =
      index > 0 && bands.length > UNPARTED_ROWS && !band.rows.every((row) => spanOf(row, places)[0]?.left === 0);
    for (const [line, row] of band.rows.entries()) {
      const place = isOneRow ? top : top + line;
      for (const { left, right, text } of spanOf(row, places)) {
        if (left === -1) return null;
        const known = cells.find((cell) => cell.top === place && cell.left === left && cell.right === right);
        const own = { text, baseline: row.baseline };
        if (known) known.lines.push(own);
        else cells.push({ left, right, top: place, bottom: place + 1, lines: [own] });
      }
    }
    top += isOneRow ? 1 : band.rows.length;
  }
  return cells;
}

interface Places {
  columns: readonly Extent[];
  partial: readonly Bar[];
}

/** The texts of a row, with the columns that each stands over; `left` -1 for one that stands over none. */
function spanOf(row: Row, { columns, partial }: Places): { left: number; right: number; text: string }[] {
  return cellsIn(row).map((cell) => {
    const rule = partial.find(
      ({ at, from, to }) =>
        at > row.baseline &&
        at < row.baseline + row.size * SUBHEAD &&
        from <= cell.left + MEETS &&
        to >= cell.right - MEETS,
    );
    const [from, to] = rule ? [rule.from, rule.to] : [cell.left, cell.right];
    const over = columns.flatMap(({ left, right }, at) => (left <= to && from <= right ? [at] : []));
    const text = textOfRow({ ...row, segments: [segment(cell.runs)] });
    return { left: over[0] ?? -1, right: (over.at(-1) ?? -1) + 1, text };
  });
}
