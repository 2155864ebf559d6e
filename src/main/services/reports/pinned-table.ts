import type { Cell, CutCell, PinnedTable, ReadingNames, ResultId, Table } from '#contract';
import type { Library } from '../../library';
import { boundedTable, type TableBounds } from '../bounded-table';

/** What a report keeps of a table. */
const KEPT: TableBounds = { rows: 2_000, cellChars: 2_000, chars: 4_000_000 };

/** A result as it is now; `row` keeps that one alone. */
export function pinnedTable(
  library: Library,
  resultId: ResultId,
  names: ReadingNames | null,
  row?: number,
): PinnedTable {
  const { rowCount, query } = library.results.get(resultId);
  const page = row === undefined ? { offset: 0, limit: KEPT.rows } : { offset: row, limit: 1 };
  const { columns, rows, cut = [] } = boundedTable(library.results.table(resultId, page), KEPT);
  return {
    columns,
    rows: withEllipses(rows, cut),
    rowCount: row === undefined ? rowCount : rows.length,
    about: query?.columns ?? null,
    names: query ? names : null,
  };
}

/** Without the places of what was cut, a text has to say itself that it goes on. */
function withEllipses(rows: Table['rows'], cut: readonly CutCell[]): Cell[][] {
  const places = new Set(cut.map(({ row, column }) => `${row}:${column}`));
  return rows.map((cells, row) => cells.map((cell, column) => (places.has(`${row}:${column}`) ? `${cell}…` : cell)));
}
