import type { CallId, DocumentId, FoundPassage, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  marker: string | null;
  body: string;
  document_id: DocumentId | null;
  document_name: string | null;
}

/** A passage as it is saved: the server's file id, and the mark that answers cite it by. */
export interface SavedPassage extends Omit<FoundPassage, 'documentId'> {
  marker: string | null;
  remoteFileId: string;
}

const SELECT = `SELECT p.marker, p.body, d.id AS document_id, d.name AS document_name
  FROM passages p LEFT JOIN documents d ON d.remote_file_id = p.remote_file_id`;

/** What searches in documents found. */
export class PassageRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Takes the place of what was known of the call. */
  save(call: { id: CallId; threadId: ThreadId }, passages: readonly SavedPassage[]): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM passages WHERE call_id = :id', { id: call.id });
      const documents = new Map(passages.map(({ remoteFileId }) => [remoteFileId, this.#documentOf(remoteFileId)]));
      for (const [number, { marker, remoteFileId, ...body }] of passages.entries()) {
        this.#db.run(
          `INSERT INTO passages (call_id, number, thread_id, remote_file_id, marker, body)
           VALUES (:id, :number, :threadId, :remoteFileId, :marker, :body)`,
          {
            ...call,
            number,
            remoteFileId,
            marker,
            body: JSON.stringify({ ...body, documentId: documents.get(remoteFileId) ?? null }),
          },
        );
      }
    });
  }

  /** Noted with the passage, since a document that is sent again has another id there. */
  #documentOf(remoteFileId: string): DocumentId | null {
    const sql = 'SELECT id FROM documents WHERE remote_file_id = :remoteFileId';
    return this.#db.get<{ id: DocumentId }>(sql, { remoteFileId })?.id ?? null;
  }

  /** The best first. */
  ofCall(id: CallId): FoundPassage[] {
    return this.#db.all<Row>(`${SELECT} WHERE p.call_id = :id ORDER BY p.number`, { id }).map(toPassage);
  }

  /** The passage that a mark in an answer of the thread points to. */
  marked(threadId: ThreadId, marker: string): FoundPassage | undefined {
    const row = this.#db.get<Row>(`${SELECT} WHERE p.thread_id = :threadId AND p.marker = :marker`, {
      threadId,
      marker,
    });
    return row && toPassage(row);
  }
}

function toPassage(row: Row): FoundPassage {
  const { documentId = null, ...body }: Omit<FoundPassage, 'documentId'> & Partial<FoundPassage> = JSON.parse(row.body);
  return { ...body, documentId: row.document_id ?? documentId, name: row.document_name ?? body.name };
}
