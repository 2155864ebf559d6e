import type { DatasetId, Draft, ThreadId } from '#contract';
import type { Database } from '../storage';

/** A message and run that were decided, until both are known to have reached the server. */
export interface Intent {
  key: string;
  threadId: ThreadId | null;
  prompt: string;
  datasetIds: DatasetId[];
  at: number;
}

/** The small things: drafts, intents, and values remembered by name. */
export class Notes {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  draft(threadId: ThreadId | null): Draft {
    const row = this.#db.get<{ text: string; dataset_ids: string }>(
      'SELECT text, dataset_ids FROM drafts WHERE thread_id = :id',
      {
        id: threadId ?? '',
      },
    );
    return { threadId, text: row?.text ?? '', datasetIds: row ? JSON.parse(row.dataset_ids) : [] };
  }

  saveDraft(draft: Draft): void {
    const id = draft.threadId ?? '';
    if (draft.text === '' && draft.datasetIds.length === 0) {
      this.#db.run('DELETE FROM drafts WHERE thread_id = :id', { id });
      return;
    }
    this.#db.run('INSERT OR REPLACE INTO drafts (thread_id, text, dataset_ids) VALUES (:id, :text, :datasetIds)', {
      id,
      text: draft.text,
      datasetIds: JSON.stringify(draft.datasetIds),
    });
  }

  intend(intent: Intent): void {
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

  settle(key: string): void {
    this.#db.run('DELETE FROM outbox WHERE key = :key', { key });
  }

  intents(): Intent[] {
    return this.#db
      .all<{ body: string }>('SELECT body FROM outbox ORDER BY created_at')
      .map((row) => JSON.parse(row.body));
  }

  recall(name: string): string | undefined {
    return this.#db.get<{ value: string }>('SELECT value FROM remembered WHERE name = :name', { name })?.value;
  }

  remember(name: string, value: string): void {
    this.#db.run('INSERT OR REPLACE INTO remembered (name, value) VALUES (:name, :value)', { name, value });
  }
}
