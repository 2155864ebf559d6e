import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type {
  CallUsage,
  ConnectionId,
  ModelProblemCode,
  RunId,
  SentBytes,
  SentTotals,
  ThreadId,
  Transmission,
} from '#contract';
import { noBytes } from '#contract/ledger';
import type { Database } from '../storage';

/** What a request said: text that is kept beside its row, or the key of the blob that holds it. */
export type RequestBody = { text: string } | { blob: string };

/** A request before it is sent. */
export type SentRequest = Pick<
  Transmission,
  'at' | 'runId' | 'threadId' | 'connectionId' | 'connection' | 'local' | 'host' | 'path' | 'model' | 'bytes'
> & {
  body: RequestBody;
  /** Tokens and US dollars that the call may come to, as counted before it is made; money is null where no price is known. */
  expectedTokens: number;
  expectedMoney: number | null;
};

/** What came of one. */
export interface SentOutcome {
  status: number | null;
  problem: ModelProblemCode | null;
  usage: CallUsage | null;
  ms: number;
  money: number | null;
}

interface Row {
  id: number;
  at: number;
  run_id: RunId;
  thread_id: ThreadId;
  connection_id: ConnectionId;
  connection: string;
  local: number;
  host: string;
  path: string;
  model: string;
  bytes: string;
  total_bytes: number;
  state: Transmission['state'];
  status: number | null;
  problem: ModelProblemCode | null;
  prompt_tokens: number | null;
  cached_tokens: number;
  completion_tokens: number;
  reasoning_tokens: number;
  estimated: number;
  ms: number | null;
  money: number | null;
}

/** Requests repeat most of what the one before said; more than this saves little. */
const QUICKLY = { level: 1 };

/** What the request said is still there. */
const KEPT = `body <> '' OR deflated IS NOT NULL`;

const KINDS = Object.keys(noBytes) as (keyof SentBytes)[];
const SUMS = KINDS.map((kind) => `coalesce(sum(bytes ->> '${kind}'), 0) AS ${kind}`).join(', ');

/** What has left for models, row by row: saved before it is sent, completed when the answer is over. */
export class TransmissionRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Returns its number. The row and what was said are one commit: a request waits for the disk once. */
  add(request: SentRequest): number {
    const { expectedTokens, expectedMoney, bytes, local, body, ...rest } = request;
    const total = KINDS.reduce((sum, kind) => sum + bytes[kind], 0);
    const blob = 'blob' in body ? body.blob : '';
    const deflated = 'text' in body ? deflateRawSync(body.text, QUICKLY) : null;
    return this.#db.transaction(() => {
      this.#db.run(
        `INSERT INTO transmissions (at, run_id, thread_id, connection_id, connection, local, host, path, model, bytes,
           total_bytes, body, expected_tokens, expected_money)
         VALUES (:at, :runId, :threadId, :connectionId, :connection, :local, :host, :path, :model, :bytes, :total, :body,
           :expectedTokens, :expectedMoney)`,
        {
          ...rest,
          body: blob,
          local: Number(local),
          bytes: JSON.stringify(bytes),
          total,
          expectedTokens,
          expectedMoney,
        },
      );
      const id = this.#db.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
      if (deflated) this.#db.run('INSERT INTO request_bodies (id, deflated) VALUES (:id, :deflated)', { id, deflated });
      return id;
    });
  }

  /** Nobody waits for the disk here: after a power cut the answer of the last requests is one that nobody heard. */
  close(id: number, { status, problem, usage, ms, money }: SentOutcome): void {
    this.#db.relaxedTransaction(() =>
      this.#db.run(
        `UPDATE transmissions SET state = 'closed', status = :status, problem = :problem, prompt_tokens = :prompt,
           cached_tokens = :cached, completion_tokens = :completion, reasoning_tokens = :reasoning,
           estimated = :estimated, ms = :ms, money = :money WHERE id = :id`,
        {
          id,
          status,
          problem,
          ms,
          money,
          prompt: usage?.promptTokens ?? null,
          cached: usage?.cachedTokens ?? null,
          completion: usage?.completionTokens ?? null,
          reasoning: usage?.reasoningTokens ?? null,
          estimated: usage ? Number(usage.estimated) : null,
        },
      ),
    );
  }

  /** Requests of an earlier process whose answer nobody heard. */
  loseOpen(): void {
    this.#db.transaction(() => this.#db.run(`UPDATE transmissions SET state = 'lost' WHERE state = 'open'`));
  }

  get(id: number): Transmission | undefined {
    const row = this.#db.get<Row>('SELECT * FROM transmissions WHERE id = :id', { id });
    return row && toTransmission(row);
  }

  body(id: number): RequestBody | undefined {
    const row = this.#db.get<{ body: string; deflated: Uint8Array | null }>(
      `SELECT body, deflated FROM transmissions LEFT JOIN request_bodies USING (id) WHERE id = :id`,
      { id },
    );
    if (row?.deflated) return { text: inflateRawSync(row.deflated).toString() };
    // What it said is no longer kept.
    return row && row.body !== '' ? { blob: row.body } : undefined;
  }

  /** Of requests from before then. */
  keptBodies(before: number): { requests: number; bytes: number } {
    const row = this.#db.get<{ requests: number; bytes: number }>(
      `SELECT count(*) AS requests, coalesce(sum(coalesce(length(deflated), total_bytes)), 0) AS bytes
       FROM transmissions LEFT JOIN request_bodies USING (id) WHERE at < :before AND (${KEPT})`,
      { before },
    );
    return row ?? { requests: 0, bytes: 0 };
  }

  /** Forgets what requests said, and keeps their rows. Returns the keys of blobs that nobody needs any more. */
  dropBodies(of: { before: number } | { threadId: ThreadId }): string[] {
    const where = 'before' in of ? 'at < :before' : 'thread_id = :threadId';
    return this.#db.transaction(() => {
      const blobs = this.#db.all<{ body: string }>(
        `SELECT DISTINCT body FROM transmissions WHERE ${where} AND body <> ''`,
        of,
      );
      this.#db.run(`DELETE FROM request_bodies WHERE id IN (SELECT id FROM transmissions WHERE ${where})`, of);
      this.#db.run(`UPDATE transmissions SET body = '' WHERE ${where} AND body <> ''`, of);
      return blobs.map(({ body }) => body).filter((key) => !this.#isUsed(key));
    });
  }

  /** The same bytes are one blob. */
  #isUsed(blob: string): boolean {
    const used = `SELECT 1 FROM transmissions WHERE body = :blob UNION ALL SELECT 1 FROM files WHERE blob = :blob LIMIT 1`;
    return this.#db.get(used, { blob }) !== undefined;
  }

  /** Newest first. */
  page(of: { threadId: ThreadId | null; before?: number | undefined; limit: number }): Transmission[] {
    return this.#db
      .all<Row>(
        `SELECT * FROM transmissions WHERE ${of.threadId === null ? ':threadId IS NULL' : 'thread_id = :threadId'}
         AND id < :before ORDER BY id DESC LIMIT :limit`,
        { threadId: of.threadId, before: of.before ?? Number.MAX_SAFE_INTEGER, limit: of.limit },
      )
      .map(toTransmission);
  }

  ofRun(runId: RunId): Transmission[] {
    return this.#db
      .all<Row>('SELECT * FROM transmissions WHERE run_id = :runId ORDER BY id', { runId })
      .map(toTransmission);
  }

  /** What a connection was called when something was last sent to it. */
  connectionCalled(connectionId: string): { name: string; local: boolean } | undefined {
    const row = this.#db.get<{ connection: string; local: number }>(
      'SELECT connection, local FROM transmissions WHERE connection_id = :connectionId ORDER BY id DESC LIMIT 1',
      { connectionId },
    );
    return row && { name: row.connection, local: row.local === 1 };
  }

  /** The last that is over. */
  lastOf(connectionId: string, model: string): Transmission | undefined {
    const row = this.#db.get<Row>(
      `SELECT * FROM transmissions WHERE connection_id = :connectionId AND model = :model AND state = 'closed'
       ORDER BY id DESC LIMIT 1`,
      { connectionId, model },
    );
    return row && toTransmission(row);
  }

  totals(threadId: ThreadId | null): SentTotals {
    const where = threadId === null ? ':threadId IS NULL' : 'thread_id = :threadId';
    const row = this.#db.get<Record<string, number>>(
      `SELECT count(*) AS requests, ${SUMS}, coalesce(sum(total_bytes), 0) AS total,
         coalesce(sum(total_bytes) FILTER (WHERE local), 0) AS localBytes,
         coalesce(sum(prompt_tokens), 0) AS prompt, coalesce(sum(completion_tokens), 0) AS completion,
         coalesce(sum(money), 0) AS money, count(*) FILTER (WHERE state <> 'open' AND money IS NULL) AS unpriced
       FROM transmissions WHERE ${where}`,
      { threadId },
    );
    const hosts = this.#db.all<{ host: string }>(
      `SELECT DISTINCT host FROM transmissions WHERE ${where} ORDER BY host`,
      { threadId },
    );
    const of = (name: string) => row?.[name] ?? 0;
    return {
      threadId,
      requests: of('requests'),
      bytes: Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as SentBytes,
      totalBytes: of('total'),
      localBytes: of('localBytes'),
      hosts: hosts.map(({ host }) => host),
      promptTokens: of('prompt'),
      completionTokens: of('completion'),
      money: of('money'),
      unpriced: of('unpriced'),
    };
  }

  /**
   * Spent since then: calls under way, and those of whose cost nothing was heard, at what they may come to. Those that cost
   * nothing, as they were refused, count nothing.
   */
  spent(of: { since?: number; threadId?: ThreadId }): { money: number; tokens: number; uncounted: number } {
    const row = this.#db.get<{ money: number; tokens: number; uncounted: number }>(
      `SELECT coalesce(sum(iif(state = 'closed', coalesce(money, expected_money), expected_money)), 0) AS money,
         coalesce(sum(iif(state = 'closed' AND prompt_tokens IS NOT NULL, prompt_tokens + completion_tokens,
           expected_tokens)), 0) AS tokens,
         count(*) FILTER (WHERE coalesce(money, expected_money) IS NULL) AS uncounted
       FROM transmissions
       WHERE at >= :since AND (:threadId IS NULL OR thread_id = :threadId)
         AND NOT (state = 'closed' AND prompt_tokens IS NULL AND money IS 0)`,
      { since: of.since ?? 0, threadId: of.threadId ?? null },
    );
    return row ?? { money: 0, tokens: 0, uncounted: 0 };
  }
}

function toTransmission(row: Row): Transmission {
  return {
    id: row.id,
    at: row.at,
    runId: row.run_id,
    threadId: row.thread_id,
    connectionId: row.connection_id,
    connection: row.connection,
    local: row.local === 1,
    host: row.host,
    path: row.path,
    model: row.model,
    bytes: { ...noBytes, ...JSON.parse(row.bytes) },
    totalBytes: row.total_bytes,
    state: row.state,
    status: row.status,
    problem: row.problem,
    usage:
      row.prompt_tokens === null
        ? null
        : {
            promptTokens: row.prompt_tokens,
            cachedTokens: row.cached_tokens,
            completionTokens: row.completion_tokens,
            reasoningTokens: row.reasoning_tokens,
            estimated: row.estimated === 1,
          },
    ms: row.ms,
    money: row.money,
  };
}
