import type {
  Call,
  CallId,
  ChartId,
  ChartSpec,
  Choices,
  Message,
  QueryPlace,
  QueryReading,
  QuerySlot,
  Thread,
} from '#contract';
import { CallId as CallIdSchema, MessageId, ResultId, RunId, StepId, ThreadId } from '#contract/ids';
import type { Query } from '#contract/query';
import { AppError } from '#contract/result';
import { readingLine, readingTitle, type Words } from '#words';
import type { Library } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import { check } from '../../query';
import { choicesOf, fieldOfSlot, type MenuRequest, readingOf } from '../../query/choices';
import type { Charts } from '../charts';
import { type Analysis, analyze, failureOf } from '../data-tools/analyze';
import type { Emit } from '../hub';
import type { LocalRuns } from '../runs/local-runs';
import { chartOf } from './chart-of';
import { type AnsweredChart, fittingLook } from './fitting-look';
import { type QueryDataOptions, QueryTables } from './query-tables';

export interface QueriesOptions extends QueryDataOptions {
  charts: Charts;
  local: LocalRuns;
  /** A thread where there is none: on the server, as far as that can be asked. */
  createThread(key: string): Promise<ThreadId>;
  words: Words;
  emit: Emit;
  log: Log;
  now: () => number;
}

/** Questions as values: how one is read, what may be changed in it, and what comes of that. */
export class Queries {
  readonly #options: QueriesOptions;
  readonly #library: Library;
  readonly #tables: QueryTables;

  constructor(options: QueriesOptions) {
    this.#options = options;
    this.#library = options.library;
    this.#tables = new QueryTables(options);
  }

  async read({ query, ...place }: QueryPlace & { query: Query }): Promise<QueryReading> {
    const definitions = await this.#tables.definitions(place);
    return { ...readingOf(query, definitions), problems: isAsked(query) ? check(query, definitions) : [] };
  }

  async choices({
    query,
    slot,
    search,
    numbers = search,
    ...place
  }: QueryPlace & { query: Query; slot: QuerySlot; search: string; numbers?: string | undefined }): Promise<Choices> {
    const definitions = await this.#tables.definitions(place);
    const request: MenuRequest = { query, definitions, search, numbers, values: null };
    const field = fieldOfSlot(request, slot);
    const values = field === null ? null : await this.#tables.values(place, query, field, search, definitions);
    return choicesOf({ ...request, values }, slot);
  }

  async begin({ table, ...place }: QueryPlace & { table?: string | undefined }): Promise<Query> {
    const definitions = await this.#tables.definitions(place);
    const chosen = definitions.find((known) => known.table === table) ?? definitions.at(-1);
    if (!chosen)
      throw new AppError('not_found', 'There is no data here yet. Attach a file first.', {
        reason: { code: 'no_data' },
      });
    return { from: { table: chosen.table } };
  }

  /** Begins to compute a version of an answer; the earlier ones stay. */
  compute({ callId, query, shownCharts }: { callId: CallId; query: Query; shownCharts: ChartId[] }): Call {
    const { local } = this.#options;
    const before = this.#chartBefore(callId, shownCharts);
    return local.begin(callId, { name: 'analyze', input: JSON.stringify({ query }) }, async (call, signal) => {
      const place = { threadId: call.threadId, datasetIds: [] };
      const analyzed = await this.#analyze(place, query, signal);
      signal.throwIfAborted();
      await this.#keep(call, analyzed, place, { before, signal });
      return { status: 'completed', output: null, outputs: [], ending: null };
    });
  }

  /** Computed first, so that what cannot be leaves nothing behind; then saved in one piece. */
  async ask({ query, follows, ...place }: QueryPlace & { query: Query; follows?: MessageId | undefined }): Promise<{
    thread: Thread;
    message: Message;
    callId: CallId;
  }> {
    const began = performance.now();
    const analyzed = await this.#analyze(place, query);
    const ms = performance.now() - began;
    const { words, emit, now } = this.#options;
    const reading = readingOf(query, await this.#tables.definitions(place));
    const line = readingLine(words, reading);
    const threadId = place.threadId ?? (await this.#begunThread());
    const at = now();
    const ids = {
      run: RunId.parse(newId('run_')),
      step: StepId.parse(newId('step_')),
      call: CallIdSchema.parse(newId('call_')),
    };
    const message = {
      ...messageOf({ threadId, runId: ids.run, line, at }),
      ...(follows && place.threadId ? { follows } : {}),
    };
    this.#library.transaction(() => {
      if (place.threadId === null) this.#library.threads.add({ id: threadId, title: readingTitle(words, reading), at });
      for (const id of place.datasetIds) this.#library.datasets.attach(threadId, id);
      const moment = { createdAt: at, startedAt: at, finishedAt: at };
      this.#library.runs.save({
        id: ids.run,
        threadId,
        status: 'completed',
        model: 'explore',
        ending: null,
        usage: null,
        ...moment,
      });
      this.#library.steps.save({
        ...{ id: ids.step, runId: ids.run, threadId, type: 'tool_calls', status: 'completed' },
        ...{ messageId: null, ending: null, startedAt: at, ms },
      });
      this.#library.steps.saveCall({
        ...{
          id: ids.call,
          stepId: ids.step,
          runId: ids.run,
          threadId,
          type: 'function',
          name: 'explore',
        },
        ...{ status: 'completed', input: JSON.stringify({ query }), output: null, startedAt: at, ms },
      });
      this.#library.messages.save(message);
      this.#library.threads.touch(threadId, at);
    });
    await this.#keep({ id: ids.call, runId: ids.run, threadId }, analyzed, place);
    const run = this.#library.runs.get(ids.run);
    const step = this.#library.steps.get(ids.step);
    const thread = this.#library.threads.get(threadId);
    if (!thread || !run || !step) throw new AppError('not_found', 'This thread is no longer there.');
    emit({ name: 'threads.changed', data: thread });
    emit({ name: 'runs.changed', data: run });
    emit({ name: 'steps.changed', data: step });
    emit({ name: 'messages.changed', data: message });
    return { thread, message, callId: ids.call };
  }

  /** The chart of a version of an answer; of one that has none, that of the version before it. */
  #chartBefore(callId: CallId, shown: readonly ChartId[]): AnsweredChart | null {
    const { steps, charts } = this.#library;
    const asked = steps.call(callId);
    if (!asked) return null;
    const family = asked.localOf ?? asked.id;
    const versions = (steps.get(asked.stepId)?.calls ?? []).filter(
      ({ id, localOf }) => id === family || localOf === family,
    );
    const place = versions.findIndex(({ id }) => id === callId);
    for (const { result, query } of versions.slice(0, place + 1).reverse()) {
      const drawn = result && query ? charts.ofResult(result.id) : [];
      const chart = drawn.find(({ id }) => shown.includes(id)) ?? drawn.at(-1);
      if (chart && query) return { ...query, spec: chart.spec };
    }
    return null;
  }

  /** While the engine is off, a thread begins here alone. */
  async #begunThread(): Promise<ThreadId> {
    return this.#options.createThread(newId('key_')).catch((error: unknown) => {
      this.#options.log.info({ err: error }, 'a thread begins without the engine');
      return ThreadId.parse(newId('thread_'));
    });
  }

  async #analyze(place: QueryPlace, query: Query, signal?: AbortSignal): Promise<Analysis> {
    const analysis = await analyze(query, {
      definitions: await this.#tables.definitions(place),
      run: (sql) => this.#tables.run(place, sql, signal),
      onCheckFailed: (error) =>
        this.#options.log.warn({ err: error }, 'what to know of a result could not be computed'),
    });
    // Its parts stay in the order in which they were put together; what belongs to it by the definitions is there.
    if (!('problems' in analysis)) return { ...analysis, query: { ...query, from: analysis.query.from } };
    throw new AppError('query_refused', failureOf(analysis.problems, this.#options.words).error.message, {
      reason: { code: 'not_computable', problems: analysis.problems },
    });
  }

  /** The rows with the call, and a chart of them where one says something. */
  async #keep(
    call: { id: CallId; runId: RunId; threadId: ThreadId },
    { query, sql, columns, facts, table, truncated }: Analysis,
    place: QueryPlace,
    { before, signal }: { before: AnsweredChart | null; signal: AbortSignal } = FIRST,
  ): Promise<void> {
    const { charts, words, log, now } = this.#options;
    const { id: callId, runId, threadId } = call;
    const resultId = ResultId.parse(newId('res_'));
    const computed = { query, sql, columns, facts };
    this.#library.results.add({ id: resultId, callId, threadId, table, truncated, computed, at: now() });
    const reading = readingOf(query, await this.#tables.definitions(place));
    const spec = chartOf({ reading, columns, table, words });
    if (!spec) return;
    const lookOf = (drawn: ChartSpec) =>
      before ? fittingLook(before, { spec: drawn, query, columns }, table) : undefined;
    await charts.make({ threadId, runId, callId, resultId, spec, lookOf }, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      log.error({ err: error }, 'a chart could not be drawn');
    });
  }
}

const FIRST = { before: null, signal: new AbortController().signal };

/** Something is asked, so that it can be said what is wrong with it. */
const isAsked = ({ compute, by, rows }: Query): boolean => Boolean(compute?.length || by?.length || rows);

function messageOf({
  threadId,
  runId,
  line,
  at,
}: {
  threadId: ThreadId;
  runId: RunId;
  line: string;
  at: number;
}): Message {
  return {
    id: MessageId.parse(newId('msg_')),
    threadId,
    runId,
    role: 'assistant',
    status: 'completed',
    parts: [{ type: 'text', text: '' }],
    facts: [{ fact: { code: 'reading', text: line }, part: 0, start: 0, end: 0 }],
    attachments: [],
    numbers: [],
    citations: [],
    createdAt: at,
  };
}
