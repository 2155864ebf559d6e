import type { FileId, StoredFile, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: FileId;
  name: string;
  bytes: number;
  blob: string;
  created_at: number;
}

/** A file that code made in a thread, by its path under /mnt/data. */
export interface MadeInThread {
  path: string;
  file: KeptFile;
  remoteFileId: string | null;
}

export type KeptFile = StoredFile & { blob: string };

export class FileRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(file: KeptFile, remoteFileId: string | null = null): void {
    this.#db.run(
      `INSERT INTO files (id, name, bytes, blob, remote_file_id, created_at)
       VALUES (:id, :name, :bytes, :blob, :remoteFileId, :createdAt)`,
      { ...file, remoteFileId },
    );
  }

  get(id: FileId): KeptFile | undefined {
    const row = this.#db.get<Row>('SELECT * FROM files WHERE id = :id', { id });
    return row && toFile(row);
  }

  byRemoteFile(remoteFileId: string): KeptFile | undefined {
    const row = this.#db.get<Row>('SELECT * FROM files WHERE remote_file_id = :remoteFileId', { remoteFileId });
    return row && toFile(row);
  }

  /** The server's id of a file that came from it or was sent to it. */
  remoteId(id: FileId): string | null {
    const row = this.#db.get<{ remote_file_id: string | null }>('SELECT remote_file_id FROM files WHERE id = :id', {
      id,
    });
    return row?.remote_file_id ?? null;
  }

  setRemoteId(id: FileId, remoteFileId: string): void {
    this.#db.run('UPDATE files SET remote_file_id = :remoteFileId WHERE id = :id', { id, remoteFileId });
  }

  /** Oldest first: what answers link to, then what local runs made; of equal paths the newest counts. */
  madeIn(threadId: ThreadId): MadeInThread[] {
    const made = (from: string, path: string) => `SELECT f.*, part.value ->> '${path}' AS path FROM ${from} AS part
      JOIN files f ON f.id = part.value ->> 'fileId' WHERE part.value ->> 'type' = 'file'`;
    const rows = this.#db.all<Row & { path: string; remote_file_id: string | null }>(
      `${made('messages m, json_each(m.parts)', 'path')} AND m.thread_id = :threadId
       UNION ALL ${made('calls c, json_each(c.outputs)', 'name')} AND c.thread_id = :threadId AND c.local_of IS NOT NULL`,
      { threadId },
    );
    const newest = new Map(rows.map((row) => [row.path, row]));
    return [...newest.values()].map((row) => ({ path: row.path, file: toFile(row), remoteFileId: row.remote_file_id }));
  }

  /** Newest first. */
  list(): KeptFile[] {
    return this.#db.all<Row>('SELECT * FROM files ORDER BY seq DESC').map(toFile);
  }
}

function toFile(row: Row): KeptFile {
  return { id: row.id, name: row.name, bytes: row.bytes, blob: row.blob, createdAt: row.created_at };
}
