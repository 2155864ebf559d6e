import type { Document, DocumentId, FileId, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: DocumentId;
  file_id: FileId;
  name: string;
  kind: Document['kind'];
  bytes: number;
  status: Document['status'];
  remote_file_id: string | null;
  text_blob: string | null;
  sections: string | null;
  parts: string | null;
  error: string | null;
  created_at: number;
}

/** A page, slide or sheet, as offsets into the text; text without any is one. */
export interface TextSection {
  page?: number | undefined;
  sheet?: string | undefined;
  start: number;
  end: number;
}

/** What was read from a document, so that it can be shown without whoever read it. */
export interface DocumentText {
  /** The bytes of the text, UTF-8. */
  blob: string;
  sections: TextSection[];
}

export class DocumentRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(document: Document): void {
    this.#db.run(
      `INSERT INTO documents (id, file_id, name, kind, bytes, status, created_at)
       VALUES (:id, :fileId, :name, :kind, :bytes, :status, :createdAt)`,
      {
        id: document.id,
        fileId: document.fileId,
        name: document.name,
        kind: document.kind,
        bytes: document.bytes,
        status: document.status,
        createdAt: document.createdAt,
      },
    );
  }

  /** The server has the file under this id. */
  setRemoteId(id: DocumentId, remoteFileId: string): void {
    this.#db.run('UPDATE documents SET remote_file_id = :remoteFileId WHERE id = :id', { id, remoteFileId });
  }

  markReading(id: DocumentId): void {
    this.#db.run(`UPDATE documents SET status = 'reading', error = NULL WHERE id = :id`, { id });
  }

  markReady(id: DocumentId, parts: NonNullable<Document['parts']>, text: DocumentText): void {
    this.#db.run(
      `UPDATE documents SET status = 'ready', parts = :parts, text_blob = :blob, sections = :sections, error = NULL
       WHERE id = :id`,
      { id, parts: JSON.stringify(parts), blob: text.blob, sections: JSON.stringify(text.sections) },
    );
  }

  markFailed(id: DocumentId, error: NonNullable<Document['error']>): void {
    this.#db.run(`UPDATE documents SET status = 'failed', error = :error WHERE id = :id`, {
      id,
      error: JSON.stringify(error),
    });
  }

  get(id: DocumentId): Document | undefined {
    const row = this.#db.get<Row>('SELECT * FROM documents WHERE id = :id', { id });
    return row && toDocument(row);
  }

  remoteId(id: DocumentId): string | null {
    const row = this.#db.get<Row>('SELECT * FROM documents WHERE id = :id', { id });
    return row?.remote_file_id ?? null;
  }

  byRemoteFile(remoteFileId: string): Document | undefined {
    const row = this.#db.get<Row>('SELECT * FROM documents WHERE remote_file_id = :remoteFileId', { remoteFileId });
    return row && toDocument(row);
  }

  text(id: DocumentId): DocumentText | null {
    const row = this.#db.get<Row>('SELECT * FROM documents WHERE id = :id', { id });
    return row?.text_blob && row.sections ? { blob: row.text_blob, sections: JSON.parse(row.sections) } : null;
  }

  /** Half read, or not read since nobody was there to do it. */
  unfinished(): Document[] {
    return this.#db
      .all<Row>(
        `SELECT * FROM documents
         WHERE status = 'reading' OR (status = 'failed' AND error ->> 'code' = 'unavailable')`,
      )
      .map(toDocument);
  }

  attach(threadId: ThreadId, id: DocumentId): void {
    this.#db.transaction(() => {
      this.#db.run(
        `INSERT INTO thread_documents (thread_id, document_id, seq)
         SELECT :threadId, :id, count(*) FROM thread_documents WHERE thread_id = :threadId
         ON CONFLICT (thread_id, document_id) DO NOTHING`,
        { threadId, id },
      );
      this.#db.run('UPDATE files SET kept = 1 WHERE kept = 0 AND id = (SELECT file_id FROM documents WHERE id = :id)', {
        id,
      });
    });
  }

  /** The newest that was read of a file, or is being read. */
  ofFile(fileId: FileId): Document | undefined {
    const row = this.#db.get<Row>(
      `SELECT * FROM documents WHERE file_id = :fileId AND status <> 'failed' ORDER BY seq DESC LIMIT 1`,
      { fileId },
    );
    return row && toDocument(row);
  }

  ofThread(threadId: ThreadId): Document[] {
    return this.#db
      .all<Row>(
        `SELECT d.* FROM thread_documents td JOIN documents d ON d.id = td.document_id
         WHERE td.thread_id = :threadId ORDER BY td.seq`,
        { threadId },
      )
      .map(toDocument);
  }
}

function toDocument(row: Row): Document {
  return {
    id: row.id,
    fileId: row.file_id,
    name: row.name,
    kind: row.kind,
    bytes: row.bytes,
    status: row.status,
    parts: row.parts ? JSON.parse(row.parts) : null,
    error: row.error ? JSON.parse(row.error) : null,
    createdAt: row.created_at,
  };
}
