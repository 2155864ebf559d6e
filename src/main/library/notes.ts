import type {
  AnswererId,
  AssistantId,
  DataBoundary,
  DatasetId,
  DocumentId,
  Draft,
  MessageId,
  ThreadId,
} from '#contract';
import type { Database } from '../storage';

/** A message and run that were decided, until both are known to have reached the server. */
export interface Intent {
  key: string;
  threadId: ThreadId | null;
  prompt: string;
  datasetIds: DatasetId[];
  documentIds: DocumentId[];
  /** The question it is asked after, as in a message. */
  follows?: MessageId | null | undefined;
  /** What was chosen with it, if anything. */
  answerer?: AnswererId | undefined;
  boundary?: DataBoundary | undefined;
  assistantId?: AssistantId | undefined;
  at: number;
}

const ASKED = 'asked';

/** The small things: drafts, intents, and values remembered by name. */
export class Notes {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  draft(threadId: ThreadId | null): Draft {
    const row = this.#db.get<{ text: string; dataset_ids: string; document_ids: string }>(
      'SELECT text, dataset_ids, document_ids FROM drafts WHERE thread_id = :id',
      {
        id: threadId ?? '',
      },
    );
    return {
      threadId,
      text: row?.text ?? '',
      datasetIds: row ? JSON.parse(row.dataset_ids) : [],
      documentIds: row ? JSON.parse(row.document_ids) : [],
    };
  }

  saveDraft(draft: Draft): void {
    const id = draft.threadId ?? '';
    if (draft.text === '' && draft.datasetIds.length === 0 && draft.documentIds.length === 0) {
      this.#db.run('DELETE FROM drafts WHERE thread_id = :id', { id });
      return;
    }
    this.#db.run(
      `INSERT OR REPLACE INTO drafts (thread_id, text, dataset_ids, document_ids)
       VALUES (:id, :text, :datasetIds, :documentIds)`,
      {
        id,
        text: draft.text,
        datasetIds: JSON.stringify(draft.datasetIds),
        documentIds: JSON.stringify(draft.documentIds),
      },
    );
  }

  saveIntent(intent: Intent): void {
    this.#db.transaction(() => this.#writeIntent(intent));
  }

  /** Whether anything was ever asked, also what never got to the server. */
  everAsked(): boolean {
    return this.getValue(ASKED) !== undefined;
  }

  #writeIntent(intent: Intent): void {
    this.#db.run(`INSERT OR IGNORE INTO remembered (name, value) VALUES ('${ASKED}', '1')`);
    this.#db.run(
      'INSERT OR REPLACE INTO outbox (key, thread_id, body, created_at) VALUES (:key, :threadId, :body, :at)',
      {
        key: intent.key,
        threadId: intent.threadId,
        body: JSON.stringify(intent),
        at: intent.at,
      },
    );
  }

  deleteIntent(key: string): void {
    this.#db.run('DELETE FROM outbox WHERE key = :key', { key });
  }

  intents(): Intent[] {
    return this.#db
      .all<{ body: string }>('SELECT body FROM outbox ORDER BY created_at')
      .map((row) => ({ documentIds: [], ...JSON.parse(row.body) }));
  }

  getValue(name: string): string | undefined {
    return this.#db.get<{ value: string }>('SELECT value FROM remembered WHERE name = :name', { name })?.value;
  }

  setValue(name: string, value: string): void {
    this.#db.run('INSERT OR REPLACE INTO remembered (name, value) VALUES (:name, :value)', { name, value });
  }
}
