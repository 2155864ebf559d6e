import type { Import, ImportId, ImportItem, ImportOutcome, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: ImportId;
  name: string;
  kind: Import['kind'];
  status: Import['status'];
  bytes: number;
  bytes_read: number;
  counts: string;
  problem: Import['problem'];
  started_at: number;
  finished_at: number | null;
}

interface ItemRow {
  number: number;
  title: string | null;
  outcome: ImportItem['outcome'];
  thread_id: ThreadId | null;
  losses: string;
  refusal: ImportItem['refusal'];
}

/** What was imported from where, item by item. */
export class ImportRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds the import, or brings it up to date. */
  save(given: Import): void {
    const { counts, bytesRead, startedAt, finishedAt, ...rest } = given;
    this.#db.run(
      `INSERT INTO imports (id, name, kind, status, bytes, bytes_read, counts, problem, started_at, finished_at)
       VALUES (:id, :name, :kind, :status, :bytes, :bytesRead, :counts, :problem, :startedAt, :finishedAt)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, status = excluded.status, bytes = excluded.bytes,
         bytes_read = excluded.bytes_read, counts = excluded.counts, problem = excluded.problem,
         finished_at = excluded.finished_at`,
      { ...rest, counts: JSON.stringify(counts), bytesRead, startedAt, finishedAt },
    );
  }

  /** `hash` tells the item from others; null where nothing of it could be read. */
  addItem(importId: ImportId, { losses, threadId, ...item }: ImportItem, hash: string | null): void {
    const values = { ...item, importId, threadId, losses: JSON.stringify(losses), hash };
    this.#db.relaxedTransaction(() =>
      this.#db.run(
        `INSERT INTO import_items (import_id, number, title, outcome, thread_id, losses, refusal, hash)
         VALUES (:importId, :number, :title, :outcome, :threadId, :losses, :refusal, :hash)`,
        values,
      ),
    );
  }

  get(id: ImportId): Import | undefined {
    const row = this.#db.get<Row>('SELECT * FROM imports WHERE id = :id', { id });
    return row && toImport(row);
  }

  /** Newest first. */
  list(): Import[] {
    return this.#db.all<Row>('SELECT * FROM imports ORDER BY seq DESC LIMIT 100').map(toImport);
  }

  /** Those that a process left under way. */
  running(): Import[] {
    return this.#db.all<Row>(`SELECT * FROM imports WHERE status = 'running'`).map(toImport);
  }

  /** In their order, behind the place `after`. */
  items(
    importId: ImportId,
    { outcome, after, limit }: { outcome?: ImportOutcome | undefined; after: number; limit: number },
  ): ImportItem[] {
    const rows = this.#db.all<ItemRow>(
      `SELECT * FROM import_items WHERE import_id = :importId AND number > :after
       AND (:outcome IS NULL OR outcome = :outcome) ORDER BY number LIMIT :limit`,
      { importId, outcome: outcome ?? null, after, limit },
    );
    return rows.map(({ number, title, outcome, thread_id: threadId, losses, refusal }) => ({
      ...{ number, title, outcome, threadId, refusal },
      losses: JSON.parse(losses),
    }));
  }

  /** The thread that the very same item has become. */
  threadOf(hash: string): ThreadId | undefined {
    return this.#db.get<{ thread_id: ThreadId }>(
      'SELECT thread_id FROM import_items WHERE hash = :hash AND thread_id IS NOT NULL LIMIT 1',
      { hash },
    )?.thread_id;
  }

  /** The thread was imported, not begun here. */
  hasImported(threadId: ThreadId): boolean {
    return this.#db.get('SELECT 1 FROM import_items WHERE thread_id = :threadId LIMIT 1', { threadId }) !== undefined;
  }
}

function toImport(row: Row): Import {
  const { counts, bytes_read: bytesRead, started_at: startedAt, finished_at: finishedAt } = row;
  const { id, name, kind, status, bytes, problem } = row;
  return { id, name, kind, status, bytes, bytesRead, counts: JSON.parse(counts), problem, startedAt, finishedAt };
}
