import type { Thread, ThreadId, UnusedThread } from '#contract';
import type { Database, SearchIndex } from '../storage';
import { FILES_ONLY_IN } from './files';
import { titleColumns } from './search';

interface Row {
  id: ThreadId;
  title: string;
  pinned: number;
  archived: number;
  tags: string;
  busy: number;
  activity: number;
  created_at: number;
  updated_at: number;
}

const TAGS = `(SELECT json_group_array(g.tag ORDER BY g.tag COLLATE NOCASE) FROM thread_tags g WHERE g.thread_id = t.id) AS tags`;
const SELECT = `SELECT ${TAGS}, t.id, t.title, t.pinned, t.archived, t.activity, t.created_at, t.updated_at,
  EXISTS (SELECT 1 FROM runs r WHERE r.thread_id = t.id AND r.finished_at IS NULL) AS busy FROM threads t`;

/** Grows with each use of any thread, so that a clock that is set cannot shuffle the list. */
const NEXT = '(SELECT COALESCE(MAX(activity), 0) + 1 FROM threads)';

export class ThreadRows {
  readonly #db: Database;
  readonly #search: SearchIndex;

  constructor(db: Database, search: SearchIndex) {
    this.#db = db;
    this.#search = search;
  }

  add(thread: { id: ThreadId; title: string; at: number }): void {
    this.#db.transaction(() => {
      this.#db.run(
        `INSERT INTO threads (id, title, activity, created_at, updated_at) VALUES (:id, :title, ${NEXT}, :at, :at)
         ON CONFLICT (id) DO NOTHING`,
        thread,
      );
      this.#index(thread.id, thread.title);
    });
  }

  get(id: ThreadId): Thread | undefined {
    const row = this.#db.get<Row>(`${SELECT} WHERE t.id = :id AND t.deleted_at IS NULL`, { id });
    return row && toThread(row);
  }

  /** Pinned first, then the most recently used. */
  page(options: {
    archived: boolean;
    tag?: string | undefined;
    after?: ThreadId | undefined;
    limit: number;
  }): Thread[] {
    const after = options.after ? this.#position(options.after) : undefined;
    const rows = this.#db.all<Row>(
      `${SELECT} WHERE t.deleted_at IS NULL AND t.archived = :archived
       ${options.tag === undefined ? '' : 'AND EXISTS (SELECT 1 FROM thread_tags g WHERE g.thread_id = t.id AND g.tag = :tag)'}
       ${after ? 'AND (t.pinned, t.activity) < (:pinned, :activity)' : ''}
       ORDER BY t.pinned DESC, t.activity DESC LIMIT :limit`,
      { archived: Number(options.archived), limit: options.limit, tag: options.tag ?? null, ...after },
    );
    return rows.map(toThread);
  }

  rename(id: ThreadId, title: string): void {
    this.#db.transaction(() => {
      this.#db.run('UPDATE threads SET title = :title WHERE id = :id', { id, title });
      this.#index(id, title);
    });
  }

  pin(id: ThreadId, pinned: boolean): void {
    this.#db.run('UPDATE threads SET pinned = :pinned WHERE id = :id', { id, pinned: Number(pinned) });
  }

  archive(id: ThreadId, archived: boolean): void {
    this.#db.run('UPDATE threads SET archived = :archived WHERE id = :id', { id, archived: Number(archived) });
  }

  setTags(id: ThreadId, tags: readonly string[]): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM thread_tags WHERE thread_id = :id', { id });
      for (const tag of tags)
        this.#db.run('INSERT OR IGNORE INTO thread_tags (thread_id, tag) VALUES (:id, :tag)', { id, tag });
    });
  }

  /** With how many threads have each, without those that are deleted. */
  tags(): { tag: string; threads: number }[] {
    return this.#db.all(
      `SELECT min(g.tag) AS tag, count(*) AS threads FROM thread_tags g JOIN threads t ON t.id = g.thread_id
       WHERE t.deleted_at IS NULL GROUP BY g.tag ORDER BY g.tag COLLATE NOCASE`,
    );
  }

  /** Last used before then; neither pinned nor at work. */
  unusedSince(before: number): UnusedThread[] {
    const rows = this.#db.all<Row>(
      `${SELECT} WHERE t.deleted_at IS NULL AND t.pinned = 0 AND t.updated_at < :before ORDER BY t.updated_at, t.seq`,
      { before },
    );
    return rows.filter(({ busy }) => busy === 0).map((row) => ({ ...toThread(row), ...this.#holds(row.id) }));
  }

  #holds(id: ThreadId): Pick<UnusedThread, 'messages' | 'files' | 'fileBytes'> {
    const held = this.#db.get<{ messages: number; files: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM messages WHERE thread_id = :id) AS messages, count(*) AS files,
         coalesce(sum(f.bytes), 0) AS bytes
       FROM files f WHERE f.deleted_at IS NULL AND f.id IN (${FILES_ONLY_IN})`,
      { id },
    );
    return { messages: held?.messages ?? 0, files: held?.files ?? 0, fileBytes: held?.bytes ?? 0 };
  }

  touch(id: ThreadId, at: number): void {
    this.#db.run(`UPDATE threads SET updated_at = MAX(updated_at, :at), activity = ${NEXT} WHERE id = :id`, { id, at });
  }

  hide(id: ThreadId, at: number): boolean {
    return this.#db.run('UPDATE threads SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL', { id, at }) > 0;
  }

  unhide(id: ThreadId): boolean {
    return this.#db.run('UPDATE threads SET deleted_at = NULL WHERE id = :id', { id }) > 0;
  }

  /** Forgets a thread and everything under it. */
  purge(id: ThreadId): void {
    this.#db.transaction(() => {
      this.#search.changedWhere('SELECT seq FROM threads WHERE id = :id', { id });
      this.#search.changedWhere('SELECT -seq FROM messages WHERE thread_id = :id', { id });
      this.#db.run('DELETE FROM drafts WHERE thread_id = :id', { id });
      this.#db.run('DELETE FROM threads WHERE id = :id', { id });
    });
  }

  #index(id: ThreadId, title: string): void {
    const row = this.#db.get<{ seq: number }>('SELECT seq FROM threads WHERE id = :id', { id });
    if (row) this.#search.changed(row.seq, titleColumns(id, title));
  }

  #position(id: ThreadId) {
    return this.#db.get<{ pinned: number; activity: number }>('SELECT pinned, activity FROM threads WHERE id = :id', {
      id,
    });
  }
}

function toThread(row: Row): Thread {
  return {
    id: row.id,
    title: row.title,
    pinned: row.pinned === 1,
    archived: row.archived === 1,
    tags: JSON.parse(row.tags),
    busy: row.busy === 1,
    activity: row.activity,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
