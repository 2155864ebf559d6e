import type { Call, CallId, CallQuery, Cell, CutCell, ResultId, Table, TableColumn, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import type { Database } from '../storage';
import { codeOf } from './code-of';

/** Rows are kept in blocks of this size, so that a page of a large result is read without the rest. */
const BLOCK_ROWS = 500;

/** What is known of a result beside its rows. */
export interface KeptResult {
  id: ResultId;
  threadId: ThreadId;
  callId: CallId;
  columns: TableColumn[];
  rowCount: number;
  /** The query had more rows. */
  truncated: boolean;
  /** What its columns are, where it was computed from a query. */
  query: CallQuery | null;
  /** What would give its rows again; null where it did not come from SQL. */
  sql: string | null;
}

/** Query results, whole, in the order the query gave them. */
export class ResultRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(result: {
    id: ResultId;
    callId: CallId;
    threadId: ThreadId;
    table: Table;
    truncated: boolean;
    at: number;
    /** What it was computed from, where that is a query; `sql` is what it was compiled to. */
    computed?: CallQuery & { sql: string };
  }): void {
    const { table } = result;
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM results WHERE call_id = :callId', { callId: result.callId });
      this.#db.run(
        `INSERT INTO results (id, call_id, thread_id, columns, row_count, truncated, cut, computed, created_at)
         VALUES (:id, :callId, :threadId, :columns, :rowCount, :truncated, :cut, :computed, :at)`,
        {
          id: result.id,
          callId: result.callId,
          threadId: result.threadId,
          columns: JSON.stringify(table.columns),
          rowCount: table.rows.length,
          truncated: Number(result.truncated),
          cut: JSON.stringify(table.cut ?? []),
          computed: result.computed ? JSON.stringify(result.computed) : null,
          at: result.at,
        },
      );
      for (let block = 0; block * BLOCK_ROWS < table.rows.length; block += 1) {
        this.#db.run('INSERT INTO result_rows (result_id, block, rows) VALUES (:id, :block, :rows)', {
          id: result.id,
          block,
          rows: JSON.stringify(table.rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS)),
        });
      }
    });
  }

  /** @throws AppError `not_found` */
  table(id: ResultId, page: { offset: number; limit: number } = { offset: 0, limit: Number.MAX_SAFE_INTEGER }): Table {
    const result = this.#db.get<{ columns: string; cut: string }>('SELECT columns, cut FROM results WHERE id = :id', {
      id,
    });
    if (!result) throw new AppError('not_found', 'This result is no longer kept.');
    const columns: TableColumn[] = JSON.parse(result.columns);
    const first = Math.floor(page.offset / BLOCK_ROWS);
    const last = Math.floor((page.offset + page.limit - 1) / BLOCK_ROWS);
    const blocks = this.#db.all<{ rows: string }>(
      'SELECT rows FROM result_rows WHERE result_id = :id AND block BETWEEN :first AND :last ORDER BY block',
      { id, first, last },
    );
    const rows = blocks.flatMap((block): Cell[][] => JSON.parse(block.rows));
    const skip = page.offset - first * BLOCK_ROWS;
    const cut = cutIn(JSON.parse(result.cut), page);
    return { columns, rows: rows.slice(skip, skip + page.limit), ...(cut.length > 0 ? { cut } : {}) };
  }

  /** @throws AppError `not_found` */
  get(id: ResultId): KeptResult {
    const row = this.#db.get<{
      thread_id: ThreadId;
      call_id: CallId;
      columns: string;
      row_count: number;
      truncated: number;
      computed: string | null;
      type: Call['type'];
      name: string;
      input: string;
    }>(
      `SELECT r.thread_id, r.call_id, r.columns, r.row_count, r.truncated, r.computed, c.type, c.name, c.input
       FROM results r JOIN calls c ON c.id = r.call_id WHERE r.id = :id`,
      { id },
    );
    if (!row) throw new AppError('not_found', 'This result is no longer kept.');
    const computed: (CallQuery & { sql: string }) | null = row.computed === null ? null : JSON.parse(row.computed);
    const code = codeOf(row.type, row.name, row.input);
    return {
      id,
      threadId: row.thread_id,
      callId: row.call_id,
      columns: JSON.parse(row.columns),
      rowCount: row.row_count,
      truncated: row.truncated === 1,
      query: computed,
      sql: computed?.sql ?? (code?.language === 'sql' ? code.text : null),
    };
  }

  /** All rows as they are kept: JSON texts, each an array of rows. */
  blocks(id: ResultId): string[] {
    return this.#db
      .all<{ rows: string }>('SELECT rows FROM result_rows WHERE result_id = :id ORDER BY block', { id })
      .map(({ rows }) => rows);
  }

  ofRun(runId: string): { id: ResultId; columns: TableColumn[]; rowCount: number }[] {
    return this.#db
      .all<{ id: ResultId; columns: string; row_count: number }>(
        `SELECT r.id, r.columns, r.row_count FROM results r JOIN calls c ON c.id = r.call_id WHERE c.run_id = :runId
         AND c.local_of IS NULL ORDER BY c.seq`,
        { runId },
      )
      .map((row) => ({ id: row.id, columns: JSON.parse(row.columns), rowCount: row.row_count }));
  }

  belongsTo(id: ResultId, threadId: ThreadId): boolean {
    return (
      this.#db.get('SELECT 1 FROM results WHERE id = :id AND thread_id = :threadId', { id, threadId }) !== undefined
    );
  }
}

function cutIn(cut: readonly CutCell[], { offset, limit }: { offset: number; limit: number }): CutCell[] {
  return cut
    .filter(({ row }) => row >= offset && row < offset + limit)
    .map((cell) => ({ ...cell, row: cell.row - offset }));
}
