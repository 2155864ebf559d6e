import type { AnswererId, CallId, Run, RunId, RunStatus, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  id: RunId;
  thread_id: ThreadId;
  status: RunStatus;
  model: string;
  answerer: AnswererId | null;
  beside_of: RunId | null;
  instead_of: RunId | null;
  adopted: CallId | null;
  ending: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  cached_tokens: number;
  reasoning_tokens: number;
  estimated: number;
  created_at: number;
  started_at: number | null;
  finished_at: number | null;
}

export class RunRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds the run, or brings it up to date. */
  save(run: Run): void {
    this.#db.run(
      `INSERT INTO runs (id, thread_id, status, model, answerer, beside_of, instead_of, ending, prompt_tokens,
         completion_tokens, cached_tokens, reasoning_tokens, estimated, created_at, started_at, finished_at)
       VALUES (:id, :threadId, :status, :model, :answerer, :besideOf, :insteadOf, :ending, :promptTokens,
         :completionTokens, :cachedTokens, :reasoningTokens, :estimated, :createdAt, :startedAt, :finishedAt)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, model = excluded.model, ending = excluded.ending,
         prompt_tokens = excluded.prompt_tokens, completion_tokens = excluded.completion_tokens,
         cached_tokens = excluded.cached_tokens, reasoning_tokens = excluded.reasoning_tokens, estimated = excluded.estimated,
         started_at = excluded.started_at, finished_at = excluded.finished_at`,
      {
        id: run.id,
        threadId: run.threadId,
        status: run.status,
        model: run.model,
        answerer: run.answerer ?? null,
        besideOf: run.besideOf ?? null,
        insteadOf: run.insteadOf ?? null,
        ending: run.ending && JSON.stringify(run.ending),
        promptTokens: run.usage?.promptTokens ?? null,
        completionTokens: run.usage?.completionTokens ?? null,
        cachedTokens: run.usage?.cachedTokens ?? 0,
        reasoningTokens: run.usage?.reasoningTokens ?? 0,
        estimated: Number(run.usage?.estimated ?? false),
        createdAt: run.createdAt,
        startedAt: run.startedAt,
        finishedAt: run.finishedAt,
      },
    );
  }

  /** What came of this call stands in the place of its answer; null for that itself. */
  adopt(id: RunId, callId: CallId | null): void {
    this.#db.run('UPDATE runs SET adopted = :callId WHERE id = :id', { id, callId });
  }

  get(id: RunId): Run | undefined {
    const row = this.#db.get<Row>('SELECT * FROM runs WHERE id = :id', { id });
    return row && toRun(row);
  }

  ofThread(threadId: ThreadId): Run[] {
    return this.#db.all<Row>('SELECT * FROM runs WHERE thread_id = :threadId ORDER BY seq', { threadId }).map(toRun);
  }

  /** Runs that have not ended as far as this machine knows. */
  open(): Run[] {
    return this.#db.all<Row>('SELECT * FROM runs WHERE finished_at IS NULL ORDER BY seq').map(toRun);
  }

  openOfThread(threadId: ThreadId): Run | undefined {
    const row = this.#db.get<Row>('SELECT * FROM runs WHERE thread_id = :threadId AND finished_at IS NULL', {
      threadId,
    });
    return row && toRun(row);
  }
}

function toRun(row: Row): Run {
  return {
    id: row.id,
    threadId: row.thread_id,
    status: row.status,
    model: row.model,
    ...(row.answerer ? { answerer: row.answerer } : {}),
    ...(row.beside_of ? { besideOf: row.beside_of } : {}),
    ...(row.instead_of ? { insteadOf: row.instead_of } : {}),
    ...(row.adopted ? { adopted: row.adopted } : {}),
    ending: row.ending === null ? null : JSON.parse(row.ending),
    usage:
      row.prompt_tokens === null
        ? null
        : {
            promptTokens: row.prompt_tokens,
            completionTokens: row.completion_tokens ?? 0,
            cachedTokens: row.cached_tokens,
            reasoningTokens: row.reasoning_tokens,
            estimated: row.estimated === 1,
          },
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
