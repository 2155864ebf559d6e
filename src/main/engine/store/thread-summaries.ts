import type { Database } from '../../storage';
import type { ModelState } from '../ports';

/** A state that stands for all of a thread before one of its messages or calls, to the model that gave it. */
export interface ThreadSummaryRecord {
  thread_id: string;
  /** The run in which the model gave it. */
  run_id: string;
  answerer: string;
  /** The message or call that it stands before. */
  anchor: string;
  /** The newest message from before that run. */
  last_message: string;
  /** Tells whether what it stands for is still the same. */
  basis: string;
  state: ModelState;
}

type Row = Omit<ThreadSummaryRecord, 'state'> & { body: string };

/** The newest of each thread; it goes with its thread and its run. */
export class ThreadSummaryTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  save({ state, ...record }: ThreadSummaryRecord): void {
    this.#db.run(
      `INSERT OR REPLACE INTO thread_summary (thread_id, run_id, answerer, anchor, last_message, basis, body)
       VALUES ($thread_id, $run_id, $answerer, $anchor, $last_message, $basis, $body)`,
      { ...record, body: JSON.stringify(state) },
    );
  }

  ofThread(threadId: string, answerer: string): ThreadSummaryRecord | undefined {
    const row = this.#db.get<Row>(
      `SELECT thread_id, run_id, answerer, anchor, last_message, basis, body FROM thread_summary
       WHERE thread_id = $threadId AND answerer = $answerer`,
      { threadId, answerer },
    );
    if (!row) return undefined;
    const { body, ...record } = row;
    return { ...record, state: JSON.parse(body) };
  }
}
