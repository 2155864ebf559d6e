import type { ThreadId, UsageGrouping, UsageReport, UsageRow } from '#contract';
import type { Database } from '../storage';

/** Which calls: from a moment on, before another, of one thread; null where that does not matter. */
export interface UsageSpan {
  from: number | null;
  to: number | null;
  threadId: ThreadId | null;
}

interface Row {
  key: string | number;
  label: string | null;
  at: number;
  thread: ThreadId | null;
  calls: number;
  prompt: number;
  cached: number;
  completion: number;
  reasoning: number;
  ms: number;
  tool_calls: number;
  money: number | null;
  unpriced: number;
  estimated: number;
}

/** What rows are of, and what they are called; each of them the same in all rows of a group. */
const GROUPS: Record<UsageGrouping, { key: string; label: string; thread: string }> = {
  call: { key: 't.id', label: 't.model', thread: 't.thread_id' },
  run: { key: 't.run_id', label: 't.model', thread: 't.thread_id' },
  thread: { key: 't.thread_id', label: 'threads.title', thread: 't.thread_id' },
  day: { key: `date(t.at / 1000, 'unixepoch', 'localtime')`, label: 'NULL', thread: 'NULL' },
  model: { key: `t.connection_id || '/' || t.model`, label: `t.model || ' · ' || t.connection`, thread: 'NULL' },
};

/** A call of a tool belongs to the last request of its run that was sent before it. */
const TOOL_CALLS = `SELECT (
    SELECT max(sent.id) FROM transmissions sent WHERE sent.run_id = calls.run_id AND sent.at <= calls.started_at
  ) AS id, count(*) AS tool_calls FROM calls WHERE calls.local_of IS NULL GROUP BY 1`;

const SUMS = `count(*) AS calls, coalesce(sum(t.prompt_tokens), 0) AS prompt, coalesce(sum(t.cached_tokens), 0) AS cached,
  coalesce(sum(t.completion_tokens), 0) AS completion, coalesce(sum(t.reasoning_tokens), 0) AS reasoning,
  coalesce(sum(t.ms), 0.0) AS ms, coalesce(sum(made.tool_calls), 0) AS tool_calls, sum(t.money) AS money,
  count(*) FILTER (WHERE t.state <> 'open' AND t.money IS NULL) AS unpriced,
  coalesce(sum(t.estimated), 0) AS estimated`;

const FROM = `FROM transmissions t LEFT JOIN (${TOOL_CALLS}) made ON made.id = t.id
  LEFT JOIN threads ON threads.id = t.thread_id
  WHERE t.at >= coalesce(:from, 0) AND (:to IS NULL OR t.at < :to) AND (:threadId IS NULL OR t.thread_id = :threadId)`;

/** What models have cost, added up from what was sent. */
export class UsageRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Newest first. */
  rows(by: UsageGrouping, span: UsageSpan, limit: number): UsageRow[] {
    const { key, label, thread } = GROUPS[by];
    return this.#db
      .all<Row>(
        `SELECT ${key} AS key, max(${label}) AS label, min(t.at) AS at, max(${thread}) AS thread, ${SUMS} ${FROM}
         GROUP BY 1 ORDER BY max(t.id) DESC LIMIT :limit`,
        { ...span, limit },
      )
      .map((row) => ({
        key: String(row.key),
        label: row.label ?? String(row.key),
        at: row.at,
        threadId: row.thread,
        ...sumsOf(row),
      }));
  }

  total(span: UsageSpan): UsageReport['total'] {
    const row = this.#db.get<Row>(`SELECT ${SUMS} ${FROM}`, { ...span });
    if (!row) throw new Error('A sum over nothing has a row');
    return sumsOf(row);
  }
}

function sumsOf(row: Row): UsageReport['total'] {
  return {
    calls: row.calls,
    promptTokens: row.prompt,
    cachedTokens: row.cached,
    completionTokens: row.completion,
    reasoningTokens: row.reasoning,
    ms: row.ms,
    toolCalls: row.tool_calls,
    money: row.money,
    unpriced: row.unpriced,
    estimated: row.estimated,
  };
}
