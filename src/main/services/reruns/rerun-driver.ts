import type {
  Call,
  CallId,
  CallPair,
  ChartId,
  DatasetId,
  Message,
  MessageId,
  NotRerun,
  QuestionPair,
  Rerun,
  ResultId,
  Run,
  RunId,
  ThreadId,
} from '#contract';
import type { Library } from '../../library';
import type { Queries } from '../queries';
import type { Runs } from '../runs';
import type { GivenChoices } from '../thread-choices';
import { callPair, notRun, outcomeOf, pairsOf } from './pairs';
import { type Recordings, recordingOf } from './recordings';
import type { RedrawnCharts } from './redrawn-charts';
import type { PlannedItem, ThreadPlan } from './thread-plan';
import { untilStopped } from './until-stopped';

export interface RerunDriverOptions {
  library: Library;
  runs: Runs;
  queries: Queries;
  recordings: Recordings;
  charts: RedrawnCharts;
}

/** What is done again where. */
export interface Redoing {
  threadId: ThreadId;
  plan: ThreadPlan;
  /** By the earlier attached. */
  datasets: ReadonlyMap<DatasetId, DatasetId>;
  currencies: ReadonlyMap<string, string>;
  signal: AbortSignal;
  /** After each question. */
  onPair(pair: QuestionPair): void;
}

/** Asks every question of a thread once more in another attached: what was decided then is done again, and no model is asked. */
export class RerunDriver {
  readonly #options: RerunDriverOptions;
  readonly #redoing: Redoing;
  readonly #messages = new Map<MessageId, MessageId>();
  readonly #runs = new Map<RunId, RunId>();
  readonly #calls = new Map<CallId, CallId>();
  readonly #results = new Map<ResultId, ResultId>();
  readonly #pairs = new Map<RunId, QuestionPair>();
  readonly charts: { before: ChartId; after: ChartId }[] = [];

  constructor(options: RerunDriverOptions, redoing: Redoing) {
    this.#options = options;
    this.#redoing = redoing;
  }

  /** Resolves when all of it is done, or was stopped; whatever could not run is told as such. */
  async run(): Promise<void> {
    const { plan, signal } = this.#redoing;
    for (const { run, question } of plan.unfinished)
      this.#tell({ ...blank(textOf(question), run), why: { code: 'not_completed' } });
    for (const item of plan.items) await (signal.aborted ? this.#skip(item) : this.#redo(item));
  }

  #redo(item: PlannedItem): Promise<void> {
    switch (item.type) {
      case 'question':
      case 'beside':
        return this.#ask(item);
      case 'explored':
        return this.#explore(item);
      case 'version':
        return this.#version(item.call);
    }
  }

  async #skip(item: PlannedItem): Promise<void> {
    if (item.type === 'version') return;
    const text = item.type === 'explored' ? readingOf(item.answer) : textOf(item.question);
    this.#tell({ ...blank(text, item.run), why: { code: 'cancelled' } });
  }

  async #ask(item: Extract<PlannedItem, { type: 'question' | 'beside' }>): Promise<void> {
    const { library, recordings, runs } = this.#options;
    const { currencies, signal } = this.#redoing;
    const { run, question, answer } = item;
    const { recorded, calls } = recordingOf({ library, run, answer, results: this.#results, currencies });
    const key = recorded ? recordings.add(recorded) : null;
    const empty = { ...blank(textOf(question), run), reworded: recorded?.model != null };
    try {
      const begun = item.type === 'question' ? await this.#begin(item, key) : await this.#beside(item, key);
      if (!begun) return this.#tell({ ...empty, why: { code: 'rests_on_other' } });
      const ended = await untilStopped(runs.finished(begun.id), signal, () => void runs.cancel({ runId: begun.id }));
      this.#runs.set(run.id, ended.id);
      const own = library.steps.ofRun(ended.id).flatMap((step) => step.calls);
      const pairs = [...pairsOf(library, calls, own), ...failedBefore(run.steps.flatMap((step) => step.calls))];
      await this.#note(pairs);
      this.#tell({ ...empty, after: ended.id, calls: pairs, ...outcomeOf(library, { run, answer }, ended, pairs) });
    } catch (error) {
      this.#tell({ ...empty, why: signal.aborted ? { code: 'cancelled' } : failedBy(error) });
    } finally {
      if (key !== null) recordings.delete(key);
    }
  }

  async #begin({ question }: { question: Message }, recorded: string | null): Promise<Run> {
    const { datasets, threadId } = this.#redoing;
    const ids = question.attachments.flatMap((attached) =>
      'datasetId' in attached ? (datasets.get(attached.datasetId) ?? attached.datasetId) : [],
    );
    const { follows } = question;
    const { message, run } = await this.#options.runs.start({
      ...{ threadId, prompt: textOf(question), recorded },
      datasetIds: [...new Set(ids)],
      documentIds: question.attachments.flatMap((attached) => ('documentId' in attached ? attached.documentId : [])),
      ...(follows === undefined ? {} : { follows: follows && (this.#messages.get(follows) ?? null) }),
    });
    this.#messages.set(question.id, message.id);
    return run;
  }

  async #beside({ of }: { of: { id: RunId } }, recorded: string | null): Promise<Run | null> {
    const runId = this.#runs.get(of.id);
    return runId ? this.#options.runs.again({ runId, answerer: BUILT_IN, recorded }) : null;
  }

  async #explore({ run, answer, call }: Extract<PlannedItem, { type: 'explored' }>): Promise<void> {
    const { threadId } = this.#redoing;
    const empty = blank(readingOf(answer), run);
    const follows = answer.follows ? this.#messages.get(answer.follows) : undefined;
    if (!call.query) return;
    try {
      const { query } = call.query;
      const { callId, message } = await this.#options.queries.ask({ threadId, datasetIds: [], query, follows });
      this.#messages.set(answer.id, message.id);
      const pairs = [callPair(this.#options.library, call.id, callId)];
      await this.#note(pairs);
      if (message.runId) this.#runs.set(run.id, message.runId);
      const outcome = pairs[0]?.outcome ?? 'not_run';
      this.#tell({ ...empty, after: message.runId, calls: pairs, outcome });
    } catch (error) {
      this.#tell({ ...empty, why: failedBy(error), calls: [notRun(call, failedBy(error))] });
    }
  }

  /** It belongs to the question whose answer it is a version of. */
  async #version(call: Call): Promise<void> {
    const { library, queries, runs } = this.#options;
    const saved = library.steps.call(call.id);
    const question = saved && this.#pairs.get(saved.runId);
    if (!question) return;
    const callId = call.localOf ? this.#calls.get(call.localOf) : undefined;
    const pair = callId
      ? await this.#compute(call, callId, { queries, runs })
      : notRun(call, { code: 'rests_on_other' });
    await this.#note([pair]);
    const run = library.runs.get(saved.runId);
    const after = question.after;
    if (run?.adopted === call.id && after && pair.after) library.runs.adopt(after, pair.after);
    const calls = [...question.calls, pair];
    const outcome = question.outcome === 'same' && pair.outcome !== 'same' ? 'changed' : question.outcome;
    this.#tell({ ...question, calls, outcome });
  }

  async #compute(call: Call, callId: CallId, by: Pick<RerunDriverOptions, 'queries' | 'runs'>): Promise<CallPair> {
    try {
      const { query, code } = call;
      const begun = query
        ? by.queries.compute({ callId, query: query.query, shownCharts: [] })
        : by.runs.local.run({ callId, code: code?.text ?? '' });
      const { local } = by.runs;
      await untilStopped(local.finished(begun.id), this.#redoing.signal, () => local.stop({ callId: begun.id }));
      return callPair(this.#options.library, call.id, begun.id);
    } catch (error) {
      return notRun(call, failedBy(error));
    }
  }

  async #note(pairs: readonly CallPair[]): Promise<void> {
    const { library, charts } = this.#options;
    for (const { before, after } of pairs) {
      if (!after) continue;
      this.#calls.set(before, after);
      const [old, now] = [library.steps.call(before), library.steps.call(after)];
      if (!old || !now) continue;
      if (old.result && now.result) this.#results.set(old.result.id, now.result.id);
      this.charts.push(...(await charts.redraw(old, now, this.#redoing)));
    }
  }

  #tell(pair: QuestionPair): void {
    this.#pairs.set(pair.before, pair);
    this.#redoing.onPair(pair);
  }
}

const BUILT_IN = 'built-in' as NonNullable<GivenChoices['answerer']>;

const blank = (question: string, { id }: { id: RunId }): QuestionPair => ({
  ...{ question, before: id, after: null, outcome: 'not_run', reworded: false, why: null, calls: [] },
});

const failedBy = (error: unknown): NotRerun => ({
  code: 'failed',
  message: error instanceof Error ? error.message : String(error),
});

const failedBefore = (calls: readonly Call[]): CallPair[] =>
  calls
    .filter(({ status, localOf }) => status !== 'completed' && localOf === null)
    .map((call) => notRun(call, { code: 'failed_before' }));

export const textOf = ({ parts }: Message): string =>
  parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('\n');

const readingOf = ({ facts }: Message): string =>
  facts.flatMap(({ fact }) => (fact.code === 'reading' ? fact.text : [])).join('\n');

/** How far a rerun is through, as it is saved. */
export function withPair(rerun: Rerun, pair: QuestionPair): Rerun {
  const known = rerun.questions.some(({ before }) => before === pair.before);
  const questions = known
    ? rerun.questions.map((other) => (other.before === pair.before ? pair : other))
    : [...rerun.questions, pair];
  return { ...rerun, questions, done: questions.length };
}
