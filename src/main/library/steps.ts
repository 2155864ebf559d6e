import type {
  Call,
  CallId,
  CallOutput,
  CallQuery,
  ChartId,
  CodeEnding,
  MessageId,
  ResultId,
  ResultSummary,
  RunId,
  Step,
  StepId,
  ThreadId,
} from '#contract';
import { errorInTraceback } from '#contract/printed';
import type { Database } from '../storage';
import { codeOf } from './code-of';
import { failedOutput } from './failed-output';
import { noteFileUses } from './files';
import { subjectOf } from './subject-of';

interface StepRow {
  id: StepId;
  run_id: RunId;
  thread_id: ThreadId;
  type: Step['type'];
  status: Step['status'];
  message_id: MessageId | null;
  ending: string | null;
  reasoning: string | null;
  left_out: string | null;
  started_at: number;
  ms: number | null;
}

interface CallRow {
  id: CallId;
  step_id: StepId;
  run_id: RunId;
  thread_id: ThreadId;
  type: Call['type'];
  name: string;
  status: Call['status'];
  input: string;
  output: string | null;
  started_at: number;
  ms: number | null;
  result_id: ResultId | null;
  columns: string | null;
  row_count: number | null;
  truncated: number | null;
  computed: string | null;
  chart_id: ChartId | null;
  outputs: string;
  ending: string | null;
  waits_for: string | null;
  local_of: CallId | null;
  same_output: number | null;
}

const CALLS = `SELECT c.*, r.id AS result_id, r.columns, r.row_count, r.truncated, r.computed, h.id AS chart_id
  FROM calls c LEFT JOIN results r ON r.call_id = c.id LEFT JOIN charts h ON h.call_id = c.id AND h.version_of IS NULL`;

/** A call as it is saved; its result and its chart have rows of their own. */
export type SavedCall = Omit<
  Call,
  'code' | 'result' | 'query' | 'chartId' | 'outputs' | 'ending' | 'waitsFor' | 'localOf' | 'sameOutput'
> &
  Partial<Pick<Call, 'outputs' | 'ending' | 'waitsFor' | 'localOf' | 'sameOutput'>> & {
    runId: RunId;
    threadId: ThreadId;
  };

export class StepRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  save(step: Omit<Step, 'calls'>): void {
    this.#db.run(
      `INSERT INTO steps (id, run_id, thread_id, type, status, message_id, ending, reasoning, left_out, started_at, ms)
       VALUES (:id, :runId, :threadId, :type, :status, :messageId, :ending, :reasoning, :leftOut, :startedAt, :ms)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, message_id = excluded.message_id,
         ending = excluded.ending, reasoning = excluded.reasoning, left_out = excluded.left_out, ms = excluded.ms`,
      {
        id: step.id,
        runId: step.runId,
        threadId: step.threadId,
        type: step.type,
        status: step.status,
        messageId: step.messageId,
        ending: step.ending && JSON.stringify(step.ending),
        reasoning: step.reasoning ?? null,
        leftOut: step.leftOut ? JSON.stringify(step.leftOut) : null,
        startedAt: step.startedAt,
        ms: step.ms,
      },
    );
  }

  saveCall(call: SavedCall): void {
    const outputs = JSON.stringify(call.outputs ?? []);
    this.#db.run(
      `INSERT INTO calls (id, step_id, run_id, thread_id, type, name, status, input, output, outputs, ending, waits_for, local_of,
         same_output,
         started_at, ms)
       VALUES (:id, :stepId, :runId, :threadId, :type, :name, :status, :input, :output, :outputs, :ending, :waitsFor, :localOf,
         :sameOutput, :startedAt, :ms)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, input = excluded.input,
         output = excluded.output, outputs = excluded.outputs, ending = excluded.ending,
         waits_for = excluded.waits_for, same_output = excluded.same_output,
         started_at = excluded.started_at, ms = excluded.ms`,
      {
        id: call.id,
        stepId: call.stepId,
        runId: call.runId,
        threadId: call.threadId,
        type: call.type,
        name: call.name,
        status: call.status,
        input: call.input,
        output: call.output,
        outputs,
        ending: call.ending ? JSON.stringify(call.ending) : null,
        waitsFor: call.waitsFor ? JSON.stringify(call.waitsFor) : null,
        localOf: call.localOf ?? null,
        sameOutput: call.sameOutput === undefined || call.sameOutput === null ? null : Number(call.sameOutput),
        startedAt: call.startedAt,
        ms: call.ms,
      },
    );
    noteFileUses(this.#db, call.threadId, outputs);
  }

  get(id: StepId): Step | undefined {
    const row = this.#db.get<StepRow>('SELECT * FROM steps WHERE id = :id', { id });
    return row && { ...toStep(row), calls: this.#calls('c.step_id = :id', id) };
  }

  call(id: CallId): (Call & { runId: RunId; threadId: ThreadId }) | undefined {
    const row = this.#db.get<CallRow>(`${CALLS} WHERE c.id = :id`, { id });
    return row && { ...toCall(row), runId: row.run_id, threadId: row.thread_id };
  }

  /** Calls that showed something which is not on this machine yet; of one thread, or of all. */
  missing(threadId: ThreadId | null): CallId[] {
    const those = `SELECT id FROM calls WHERE instr(outputs, '"type":"missing"') > 0`;
    const rows = threadId
      ? this.#db.all<{ id: CallId }>(`${those} AND thread_id = :threadId`, { threadId })
      : this.#db.all<{ id: CallId }>(those);
    return rows.map(({ id }) => id);
  }

  ofRun(runId: RunId): Step[] {
    const calls = Map.groupBy(this.#calls('c.run_id = :id', runId), (call) => call.stepId);
    return this.#db
      .all<StepRow>('SELECT * FROM steps WHERE run_id = :runId ORDER BY seq', { runId })
      .map((row) => ({ ...toStep(row), calls: calls.get(row.id) ?? [] }));
  }

  /** Local runs that a process left under way have ended with it. */
  endLocal(): void {
    this.#db.run(`UPDATE calls SET status = 'cancelled' WHERE local_of IS NOT NULL AND status = 'running'`);
  }

  /** Whether other Python ran in the thread before this call. */
  followsPython(id: CallId): boolean {
    const row = this.#db.get(
      `SELECT 1 FROM calls c JOIN calls e ON e.thread_id = c.thread_id AND e.seq < c.seq AND e.type = 'code_interpreter'
       WHERE c.id = :id LIMIT 1`,
      { id },
    );
    return row !== undefined;
  }

  #calls(where: string, id: string): Call[] {
    return this.#db.all<CallRow>(`${CALLS} WHERE ${where} ORDER BY c.seq`, { id }).map(toCall);
  }
}

function toStep(row: StepRow): Omit<Step, 'calls'> {
  return {
    id: row.id,
    runId: row.run_id,
    threadId: row.thread_id,
    type: row.type,
    status: row.status,
    messageId: row.message_id,
    ending: row.ending === null ? null : JSON.parse(row.ending),
    ...(row.reasoning === null ? {} : { reasoning: row.reasoning }),
    ...(row.left_out === null ? {} : { leftOut: JSON.parse(row.left_out) }),
    startedAt: row.started_at,
    ms: row.ms,
  };
}

function toCall(row: CallRow): Call {
  const outputs: CallOutput[] = JSON.parse(row.outputs);
  const computed = computedFrom(row);
  const ending: CodeEnding | null = row.ending === null ? olderEnding(row, outputs) : JSON.parse(row.ending);
  const failed = failedOutput(row);
  const errorAt = ending?.error?.at ?? failed?.at;
  const subject = subjectOf(row);
  return {
    id: row.id,
    stepId: row.step_id,
    type: row.type,
    name: row.name,
    ...(subject === undefined ? {} : { subject }),
    status: row.status,
    input: row.input,
    code: computed ? { language: 'sql', text: computed.sql } : codeOf(row.type, row.name, row.input),
    output: row.output,
    result: toResult(row),
    ...(computed ? { query: computed.query } : {}),
    chartId: row.chart_id,
    outputs,
    ending,
    ...(failed ? { failure: failed.failure } : {}),
    ...(errorAt ? { errorAt } : {}),
    // A process that was ended leaves it behind.
    waitsFor: row.status === 'running' && row.waits_for !== null ? JSON.parse(row.waits_for) : null,
    localOf: row.local_of,
    sameOutput: row.same_output === null ? null : row.same_output === 1,
    startedAt: row.started_at,
    ms: row.ms,
  };
}

function computedFrom({ computed }: CallRow): { sql: string; query: CallQuery } | null {
  if (computed === null) return null;
  const { sql, ...query }: CallQuery & { sql: string } = JSON.parse(computed);
  return { sql, query };
}

/** Of code that failed before endings were kept, at least its traceback tells what was raised. */
function olderEnding({ type, status }: CallRow, outputs: readonly CallOutput[]): CodeEnding | null {
  const last = outputs.at(-1);
  const failed = type === 'code_interpreter' && status === 'failed' && last?.type === 'logs';
  const error = failed ? errorInTraceback(last.text) : null;
  return error && { ended: 'error', fresh: false, error, missing: null };
}

function toResult(row: CallRow): ResultSummary | null {
  if (row.result_id === null) return null;
  return {
    id: row.result_id,
    columns: JSON.parse(row.columns ?? '[]'),
    rowCount: row.row_count ?? 0,
    truncated: row.truncated === 1,
  };
}
