import type { DuckDBDataChunk, DuckDBResult, DuckDBVector } from '@duckdb/node-api';
import type { Cell, CutCell, Table, TableColumn } from '#contract';
import { AppError } from '#contract/result';
import { toCell } from '../cells';
import { columnsOf } from '../connection';
import { itemsIn, valueAt } from './values';

/** Of a text, more is not kept; what is computed with it is computed with all of it. */
const CELL_CHARS = 10_000;
/** A result ends where it has become this large: characters, and what a cell takes besides. */
const RESULT_SIZE = 32 * 1024 * 1024;
const CELL_SIZE = 16;
const COLUMNS = 5_000;
/** Values in a list, and in what it holds. */
const ITEMS = 100_000;
/** As much as is converted at a time: DuckDB's package remembers all that it has converted of a piece. */
const PIECE_SIZE = 1024 * 1024;
const PIECE_ROWS = 256;

export interface QueryRows {
  table: Table;
  /** The query has more rows. */
  truncated: boolean;
}

/**
 * The rows of a result, as far as they are few and small enough, whatever it holds. Texts that are too long are cut.
 * @throws AppError `too_large` for a result with too many columns, and for a list that is too long
 */
export async function collectRows(result: DuckDBResult, maxRows: number): Promise<QueryRows> {
  if (result.columnCount > COLUMNS)
    throw new AppError(
      'too_large',
      `The result has ${result.columnCount.toLocaleString('en-US')} columns, of which ${COLUMNS.toLocaleString('en-US')} can be shown. Select fewer.`,
      { reason: { code: 'result_columns', count: result.columnCount, most: COLUMNS } },
    );
  const collector = new RowCollector(columnsOf(result), maxRows);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    collector.add(chunk);
    // Its memory is not JavaScript's, which would keep it for long.
    chunk.reset();
    if (collector.full) break;
  }
  return collector.rows();
}

class RowCollector {
  readonly #columns: TableColumn[];
  readonly #maxRows: number;
  readonly #rows: Cell[][] = [];
  readonly #cut: CutCell[] = [];
  #size = 0;
  #pieceRows = 1;
  full = false;

  constructor(columns: TableColumn[], maxRows: number) {
    this.#columns = columns;
    this.#maxRows = maxRows;
  }

  rows(): QueryRows {
    const cut = this.#cut.length > 0 ? { cut: this.#cut } : {};
    return { table: { columns: this.#columns, rows: this.#rows, ...cut }, truncated: this.full };
  }

  add(chunk: DuckDBDataChunk): void {
    for (let at = 0; at < chunk.rowCount && !this.full; ) {
      const count = Math.min(this.#pieceRows, chunk.rowCount - at);
      const before = this.#size;
      this.#addPiece(chunk, at, count);
      at += count;
      const sizeOfRow = Math.max(1, (this.#size - before) / count);
      this.#pieceRows = Math.max(1, Math.min(PIECE_ROWS, 2 * count, Math.floor(PIECE_SIZE / sizeOfRow)));
    }
  }

  #addPiece(chunk: DuckDBDataChunk, at: number, count: number): void {
    const vectors = this.#columns.map((_, index) => chunk.getColumnVector(index).slice(at, count));
    for (let index = 0; index < count; index += 1) {
      if (this.#rows.length >= this.#maxRows || this.#size > RESULT_SIZE) {
        this.full = true;
        return;
      }
      const row = this.#rows.length;
      this.#rows.push(vectors.map((vector, column) => this.#cell(vector, index, row, column)));
    }
  }

  #cell(vector: DuckDBVector, index: number, row: number, column: number): Cell {
    const { value, length } = cellOf(vector, index, this.#columns[column]?.type ?? 'text');
    this.#size += CELL_SIZE + (typeof value === 'string' ? value.length : 0);
    if (length !== null) this.#cut.push({ row, column, length });
    return value;
  }
}

/** A cell, and how long it is where it was cut. */
function cellOf(
  vector: DuckDBVector,
  index: number,
  type: TableColumn['type'],
): { value: Cell; length: number | null } {
  if (itemsIn(vector, index, ITEMS) > ITEMS)
    throw new AppError(
      'too_large',
      `One value of the result is a list of more than ${ITEMS.toLocaleString('en-US')} values. Count them, or give each a row of its own with unnest.`,
      { reason: { code: 'result_list', most: ITEMS } },
    );
  const { value: whole, bytes } = valueAt(vector, index, CELL_CHARS);
  const value = toCell(whole, type);
  if (typeof value !== 'string' || (value.length <= CELL_CHARS && bytes === null)) return { value, length: null };
  // Not amid a character of two units.
  const text = value.slice(0, CELL_CHARS).replace(/[\uD800-\uDBFF]$/, '');
  return { value: text, length: bytes ?? value.length };
}
