import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ThreadAbout } from '../../exchange';
import type { StagedKind, StagedObject } from './objects';

const ACTIVE = new Set(['queued', 'in_progress', 'requires_action', 'cancelling']);

/** Objects put aside on the disk until all have been read: they come in any order, and more than memory holds. */
export class Staging {
  readonly #db: DatabaseSync;
  readonly #path: string;
  #count = 0;

  constructor(path: string) {
    this.#path = path;
    this.#db = new DatabaseSync(path);
    this.#db.exec(`PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
      CREATE TABLE object (seq INTEGER PRIMARY KEY, kind TEXT, id TEXT, thread TEXT, created INTEGER, active INTEGER, body TEXT,
        UNIQUE (kind, id));
      CREATE INDEX object_of_thread ON object (thread, kind, created, seq);
      CREATE TABLE about (thread TEXT PRIMARY KEY, body TEXT); BEGIN`);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Of the same object told several times the last counts, unless it had ended before. */
  add({ kind, id, threadId, value }: StagedObject): void {
    this.#count += 1;
    const created = 'created_at' in value && Number.isSafeInteger(value.created_at) ? Number(value.created_at) : 0;
    const active = 'status' in value && typeof value.status === 'string' && ACTIVE.has(value.status) ? 1 : 0;
    this.#db
      .prepare(
        `INSERT INTO object (kind, id, thread, created, active, body) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, active = excluded.active
         WHERE excluded.active <= active`,
      )
      .run(kind, id, threadId, created, active, JSON.stringify(value));
  }

  addAbout(threadId: string, about: ThreadAbout): void {
    this.#db.prepare('INSERT OR REPLACE INTO about VALUES (?, ?)').run(threadId, JSON.stringify(about));
  }

  about(threadId: string): ThreadAbout | undefined {
    const row = this.#db.prepare('SELECT body FROM about WHERE thread = ?').get(threadId);
    return row && JSON.parse(String(row.body));
  }

  /** Threads of which anything is known, the oldest first. */
  *threads(): Generator<string> {
    const rows = this.#db
      .prepare('SELECT thread FROM object WHERE thread IS NOT NULL GROUP BY thread ORDER BY min(created), min(seq)')
      .all();
    for (const { thread } of rows) yield String(thread);
  }

  /** Oldest first; those of the same second as they came, as pages may be newest first. */
  ofThread<T>(threadId: string, kind: StagedKind): T[] {
    const rows = this.#db
      .prepare('SELECT body FROM object WHERE thread = ? AND kind = ? ORDER BY created, seq')
      .all(threadId, kind);
    return rows.map(({ body }) => JSON.parse(String(body)) as T);
  }

  get<T>(kind: StagedKind, id: string): T | undefined {
    const row = this.#db.prepare('SELECT body FROM object WHERE kind = ? AND id = ?').get(kind, id);
    return row && (JSON.parse(String(row.body)) as T);
  }

  close(): void {
    this.#db.close();
    rmSync(this.#path, { force: true });
  }
}
