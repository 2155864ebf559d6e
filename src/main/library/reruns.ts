import type { Rerun, RerunId, ThreadId } from '#contract';
import type { Database } from '../storage';

/** Threads that were run again on other files, with what came of it. */
export class RerunRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  save({ id, fromThread, toThread, status, ...body }: Rerun): void {
    this.#db.run(
      `INSERT INTO reruns (id, from_thread, to_thread, status, body, created_at)
       VALUES (:id, :fromThread, :toThread, :status, :body, :createdAt)
       ON CONFLICT (id) DO UPDATE SET to_thread = excluded.to_thread, status = excluded.status, body = excluded.body`,
      { id, fromThread, toThread, status, body: JSON.stringify(body), createdAt: body.createdAt },
    );
  }

  get(id: RerunId): Rerun | undefined {
    const row = this.#db.get<Row>('SELECT * FROM reruns WHERE id = :id', { id });
    return row && toRerun(row);
  }

  /** Of a thread and those that came of it, or that it came of; newest first. */
  ofThread(threadId: ThreadId): Rerun[] {
    return this.#db
      .all<Row>('SELECT * FROM reruns WHERE from_thread = :threadId OR to_thread = :threadId ORDER BY seq DESC', {
        threadId,
      })
      .map(toRerun);
  }

  /** Those that an earlier process left under way have ended with it. */
  endOpen(): void {
    this.#db.run(`UPDATE reruns SET status = 'cancelled' WHERE status = 'running'`);
  }
}

interface Row {
  id: RerunId;
  from_thread: ThreadId;
  to_thread: ThreadId | null;
  status: Rerun['status'];
  body: string;
}

const toRerun = (row: Row): Rerun => ({
  id: row.id,
  fromThread: row.from_thread,
  toThread: row.to_thread,
  status: row.status,
  ...JSON.parse(row.body),
});
