import type { DatasetId, DocumentId, FileId, FileUse, LibraryFile, StoredFile, ThreadId } from '#contract';
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

/** Which thread uses which file: as data, as a document, or as what code made or read in it. */
export const FILE_USES = `SELECT td.thread_id, d.file_id FROM thread_datasets td JOIN datasets d ON d.id = td.dataset_id
  UNION SELECT td.thread_id, d.file_id FROM thread_documents td JOIN documents d ON d.id = td.document_id
  UNION SELECT thread_id, file_id FROM file_uses`;

/** The ids of files that the thread `:id` uses and no other, a deleted one that can be restored counted as well. */
export const FILES_ONLY_IN = `SELECT mine.file_id FROM (${FILE_USES}) mine WHERE mine.thread_id = :id AND NOT EXISTS (
  SELECT 1 FROM (${FILE_USES}) u WHERE u.file_id = mine.file_id AND u.thread_id <> :id)`;

/** Notes the files that the parts of a message or the outputs of a call refer to; `parts` is their JSON. */
export function noteFileUses(db: Database, threadId: ThreadId, parts: string): void {
  // Quotes within texts are escaped, so that only the key itself is found.
  if (!parts.includes('"fileId":')) return;
  db.run(
    `INSERT OR IGNORE INTO file_uses (thread_id, file_id)
     SELECT :threadId, value ->> 'fileId' FROM json_each(:parts) WHERE value ->> 'fileId' IS NOT NULL`,
    { threadId, parts },
  );
}

interface ListedRow extends Row {
  made: number;
  threads: number;
  dataset_ids: string;
  document_id: DocumentId | null;
  status: LibraryFile['status'];
}

const READ = `SELECT file_id, status, seq FROM datasets WHERE removed = 0 UNION ALL SELECT file_id, status, seq FROM documents`;
const LISTED = `SELECT f.*, coalesce(u.threads, 0) AS threads,
    (SELECT json_group_array(d.id ORDER BY d.seq) FROM datasets d WHERE d.file_id = f.id AND d.status = 'ready' AND d.removed = 0)
      AS dataset_ids,
    (SELECT d.id FROM documents d WHERE d.file_id = f.id AND d.status = 'ready' ORDER BY d.seq DESC LIMIT 1) AS document_id,
    (SELECT r.status FROM (${READ}) r WHERE r.file_id = f.id
       ORDER BY r.status = 'ready' DESC, r.status = 'reading' DESC LIMIT 1) AS status
  FROM files f LEFT JOIN (
    SELECT u.file_id, count(*) AS threads FROM (${FILE_USES}) u JOIN threads t ON t.id = u.thread_id AND t.deleted_at IS NULL
    GROUP BY u.file_id
  ) u ON u.file_id = f.id`;

export class FileRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What code made is kept from the first on; what was dropped in, once it was asked about: see {@link keep}. */
  add(file: KeptFile, origin: { made: boolean; remoteFileId?: string | null } = { made: false }): void {
    this.#db.run(
      `INSERT INTO files (id, name, bytes, blob, remote_file_id, created_at, made, kept)
       VALUES (:id, :name, :bytes, :blob, :remoteFileId, :createdAt, :made, :made)`,
      { ...file, remoteFileId: origin.remoteFileId ?? null, made: Number(origin.made) },
    );
  }

  /** It was used: it stays until it is deleted. */
  keep(id: FileId): void {
    this.#db.run('UPDATE files SET kept = 1 WHERE id = :id AND kept = 0', { id });
  }

  /** A file of a name's own; what was read of it is called the same. */
  rename(id: FileId, name: string): { datasetIds: DatasetId[]; documentIds: DocumentId[] } {
    const file = this.get(id);
    if (!file) return { datasetIds: [], documentIds: [] };
    return this.#db.transaction(() => {
      this.#db.run('UPDATE files SET name = :name WHERE id = :id', { id, name });
      // The sheet of a workbook is named behind its file.
      const renamed = { id, name, before: file.name };
      const datasets = this.#db.all<{ id: DatasetId }>(
        `UPDATE datasets SET name = :name || substr(name, length(:before) + 1)
         WHERE file_id = :id AND substr(name, 1, length(:before)) = :before RETURNING id`,
        renamed,
      );
      const documents = this.#db.all<{ id: DocumentId }>(
        'UPDATE documents SET name = :name WHERE file_id = :id RETURNING id',
        renamed,
      );
      return { datasetIds: datasets.map((row) => row.id), documentIds: documents.map((row) => row.id) };
    });
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

  /** Newest first, without those that are deleted. */
  list(): LibraryFile[] {
    return this.#db.all<ListedRow>(`${LISTED} WHERE f.deleted_at IS NULL ORDER BY f.seq DESC`).map(toListed);
  }

  listed(id: FileId): LibraryFile | undefined {
    const row = this.#db.get<ListedRow>(`${LISTED} WHERE f.id = :id AND f.deleted_at IS NULL`, { id });
    return row && toListed(row);
  }

  /** The newest of its name, where that is another one. */
  newerOfName(id: FileId): LibraryFile | undefined {
    const row = this.#db.get<ListedRow>(
      `${LISTED} WHERE f.deleted_at IS NULL AND f.made = 0 AND f.name = (SELECT name FROM files WHERE id = :id)
       ORDER BY f.seq DESC LIMIT 1`,
      { id },
    );
    return row && row.id !== id ? toListed(row) : undefined;
  }

  /** The threads that use it, the last used first, with those that are deleted and can still be restored. */
  usedIn(id: FileId): FileUse[] {
    return this.#db
      .all<{ id: ThreadId; title: string; deleted_at: number | null }>(
        `SELECT t.id, t.title, t.deleted_at FROM (${FILE_USES}) u JOIN threads t ON t.id = u.thread_id
         WHERE u.file_id = :id ORDER BY t.activity DESC`,
        { id },
      )
      .map((row) => ({ threadId: row.id, title: row.title, deleted: row.deleted_at !== null }));
  }
}

function toListed(row: ListedRow): LibraryFile {
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    createdAt: row.created_at,
    made: row.made === 1,
    threads: row.threads,
    content: row.blob,
    status: row.status,
    datasetIds: JSON.parse(row.dataset_ids),
    documentId: row.document_id,
  };
}

function toFile(row: Row): KeptFile {
  return { id: row.id, name: row.name, bytes: row.bytes, blob: row.blob, createdAt: row.created_at };
}
