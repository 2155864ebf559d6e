import type {
  AnswerDifferences,
  AnswerVersion,
  Call,
  ComparableAnswer,
  ComparedAnswer,
  Message,
  RunWithSteps,
  StepPair,
  ThreadId,
} from '#contract';
import { isAnswerVersion } from '#contract/conventions';
import { AppError } from '#contract/result';
import type { Library } from '../../library';
import { allMessages, EXPLORED, questionOf } from './thread-plan';

/** Answers side by side: of models, of wordings, of versions, of the months that a thread was run again on. */
export class Comparisons {
  readonly #library: Library;

  constructor({ library }: { library: Library }) {
    this.#library = library;
  }

  answers({ threadId }: { threadId: ThreadId }): ComparableAnswer[] {
    const again = this.#library.reruns.ofThread(threadId).flatMap(({ fromThread, toThread }) => [fromThread, toThread]);
    return [...new Set([threadId, ...again])]
      .flatMap((id) => (id ? this.#answersOf(id) : []))
      .toSorted((a, b) => b.at - a.at);
  }

  answersBeside(asked: { before: AnswerVersion; after: AnswerVersion }): AnswerDifferences {
    const [before, after] = [this.#answer(asked.before), this.#answer(asked.after)];
    return { before: before.shown, after: after.shown, steps: stepPairs(before.calls, after.calls) };
  }

  #answersOf(threadId: ThreadId): ComparableAnswer[] {
    const thread = this.#library.threads.get(threadId);
    if (!thread) return [];
    const runs = this.#runsOf(threadId);
    const messages = allMessages(this.#library, threadId);
    return runs
      .filter(({ finishedAt }) => finishedAt !== null)
      .flatMap((run) => {
        const answer = {
          ...{ runId: run.id, callId: null, threadId, thread: thread.title, model: run.model, status: run.status },
          ...{ question: askedIn(messages, runs, run), version: 1, at: run.createdAt },
        };
        const versions = versionsOf(run).map(({ id, startedAt }, at) => ({
          ...answer,
          ...{ callId: id, version: at + 2, at: startedAt },
        }));
        return [answer, ...versions];
      });
  }

  #answer(asked: AnswerVersion): { shown: ComparedAnswer; calls: Call[] } {
    const { threadId } = this.#library.runs.get(asked.runId) ?? gone();
    const known = this.#answersOf(threadId).find(
      ({ runId, callId }) => runId === asked.runId && callId === asked.callId,
    );
    const run = this.#runsOf(threadId).find(({ id }) => id === asked.runId);
    if (!known || !run) return gone();
    const version = versionsOf(run).find(({ id }) => id === asked.callId) ?? null;
    const messages = allMessages(this.#library, threadId);
    const message = messages.findLast(({ role, runId }) => role === 'assistant' && runId === run.id) ?? null;
    const ms = run.finishedAt === null ? null : Math.max(0, run.finishedAt - (run.startedAt ?? run.createdAt));
    return {
      shown: {
        ...known,
        ...{ message: version ? null : message, ending: run.ending },
        // A version is computed here, without a model.
        ...(version ? { usage: null, cost: null, ms: version.ms } : { usage: run.usage, cost: this.#costOf(run), ms }),
      },
      calls: callsOf(run, version),
    };
  }

  #costOf({ id, threadId }: RunWithSteps): ComparedAnswer['cost'] {
    const sent = this.#library.transmissions.ofRun(id);
    if (sent.length === 0 || threadId === null) return null;
    const prices = sent.flatMap(({ money }) => (money === null ? [] : [money]));
    const money = prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0);
    return { money, unpriced: sent.length - prices.length };
  }

  #runsOf(threadId: ThreadId): RunWithSteps[] {
    return this.#library.runs.ofThread(threadId).map((run) => ({ ...run, steps: this.#library.steps.ofRun(run.id) }));
  }
}

function gone(): never {
  throw new AppError('not_found', 'This answer is no longer kept.');
}

function askedIn(messages: readonly Message[], runs: readonly RunWithSteps[], run: RunWithSteps): string {
  const question = run.model === EXPLORED ? undefined : questionOf(messages, runs, run);
  return (question?.parts ?? [])
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('\n')
    .trim();
}

/** Oldest first. */
const versionsOf = ({ steps }: RunWithSteps): Call[] =>
  steps
    .flatMap(({ calls }) => calls)
    .filter(isAnswerVersion)
    .toSorted((a, b) => a.startedAt - b.startedAt);

/** The steps of an answer that came to something; a version stands for what it was made of, with a chart of its own. */
function callsOf({ steps }: RunWithSteps, version: Call | null): Call[] {
  const own = steps
    .flatMap(({ calls }) => calls)
    .filter((call) => call.localOf === null && call.status === 'completed');
  if (!version) return own;
  return own.flatMap((call) => (call.id === version.localOf ? [version] : kindOf(call) === 'chart' ? [] : [call]));
}

function kindOf({ name, type, chartId, result }: Call): StepPair['kind'] | null {
  if (type === 'code_interpreter') return 'code';
  if (name === 'make_chart') return chartId ? 'chart' : null;
  return result ? 'data' : null;
}

const KINDS = ['data', 'code', 'chart'] as const;

/** Of each kind the last ones belong together: what comes before them, a model only tried out. */
function stepPairs(before: readonly Call[], after: readonly Call[]): StepPair[] {
  return KINDS.flatMap((kind) => {
    const [was, is] = [before, after].map((calls) => calls.filter((call) => kindOf(call) === kind)) as [Call[], Call[]];
    const length = Math.max(was.length, is.length);
    return Array.from({ length }, (_, at) => ({
      kind,
      before: stepOf(was[at - length + was.length]),
      after: stepOf(is[at - length + is.length]),
    }));
  });
}

const stepOf = (call: Call | undefined): StepPair['before'] =>
  call ? { callId: call.id, code: call.code, query: call.query?.query ?? null, chartId: call.chartId } : null;
