import type { AnswererId, AssistantId, DataBoundary, ThreadId } from '#contract';
import type { Database } from '../storage';

/** What was chosen for a thread; null where the default holds. */
export interface SavedChoices {
  answerer: AnswererId | null;
  boundary: DataBoundary | null;
  assistantId: AssistantId | null;
}

export class ThreadChoiceRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(threadId: ThreadId): SavedChoices {
    const row = this.#db.get<{
      answerer: AnswererId | null;
      boundary: DataBoundary | null;
      assistant_id: AssistantId | null;
    }>('SELECT answerer, boundary, assistant_id FROM thread_choices WHERE thread_id = :threadId', { threadId });
    return {
      answerer: row?.answerer ?? null,
      boundary: row?.boundary ?? null,
      assistantId: row?.assistant_id ?? null,
    };
  }

  /** Changes what is given; the thread must be there. */
  save(threadId: ThreadId, changes: Partial<SavedChoices>): void {
    this.#db.transaction(() =>
      this.#db.run(
        `INSERT OR REPLACE INTO thread_choices (thread_id, answerer, boundary, assistant_id)
         VALUES (:threadId, :answerer, :boundary, :assistantId)`,
        { threadId, ...this.get(threadId), ...changes },
      ),
    );
  }
}
