import type { FileId, StoredFile } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: FileId;
  name: string;
  bytes: number;
  blob: string;
  created_at: number;
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

  /** Newest first. */
  list(): KeptFile[] {
    return this.#db.all<Row>('SELECT * FROM files ORDER BY seq DESC').map(toFile);
  }
}

function toFile(row: Row): KeptFile {
  return { id: row.id, name: row.name, bytes: row.bytes, blob: row.blob, createdAt: row.created_at };
}
