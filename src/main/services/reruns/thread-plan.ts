import type { Call, Message, MessageId, RunWithSteps, ThreadId } from '#contract';
import type { Library } from '../../library';

/** What was done in a thread, in the order in which it was done. */
export type PlannedItem =
  | { type: 'question'; at: number; run: RunWithSteps; question: Message; answer: Message | undefined }
  /** Another answer to a question, beside that of `of`. */
  | { type: 'beside'; at: number; run: RunWithSteps; question: Message; answer: Message | undefined; of: RunWithSteps }
  /** A question that was put together by hand. */
  | { type: 'explored'; at: number; run: RunWithSteps; answer: Message; call: Call }
  /** Another version of an answer, or code that was run again. */
  | { type: 'version'; at: number; call: Call };

export interface ThreadPlan {
  items: PlannedItem[];
  /** Runs that came to no end, with what they were asked. */
  unfinished: { run: RunWithSteps; question: Message }[];
}

const PAGE = 200;

export function planOf(library: Library, threadId: ThreadId): ThreadPlan {
  const messages = allMessages(library, threadId);
  const runs = library.runs.ofThread(threadId).map((run) => ({ ...run, steps: library.steps.ofRun(run.id) }));
  const asked = runs.flatMap((run) => {
    const question = questionOf(messages, runs, run);
    return question && run.model !== EXPLORED ? [{ run, question }] : [];
  });
  const done = asked.filter(({ run }) => run.status === 'completed');
  const items = [
    ...done.map((entry) => answered(entry, done, messages)),
    ...runs.flatMap((run) => aside(run, messages)),
  ];
  return {
    items: items.toSorted((a, b) => a.at - b.at),
    unfinished: asked.filter(
      ({ run, question }) => run.status !== 'completed' && !done.some((other) => other.question.id === question.id),
    ),
  };
}

/** Runs of questions that were put together by hand have no model. */
export const EXPLORED = 'explore';

type Asked = { run: RunWithSteps; question: Message };

function answered({ run, question }: Asked, done: readonly Asked[], messages: readonly Message[]): PlannedItem {
  const first = done.find((other) => other.question.id === question.id)?.run ?? run;
  const answer = messages.findLast(({ role, runId }) => role === 'assistant' && runId === run.id);
  const item = { at: run.createdAt, run, question, answer };
  return first.id === run.id ? { type: 'question', ...item } : { type: 'beside', ...item, of: first };
}

function aside(run: RunWithSteps, messages: readonly Message[]): PlannedItem[] {
  const calls = run.steps.flatMap((step) => step.calls);
  const versions = calls
    .filter(({ localOf, status }) => localOf !== null && status === 'completed')
    .map((call): PlannedItem => ({ type: 'version', at: call.startedAt, call }));
  const [call] = calls;
  const answer = messages.find(({ runId }) => runId === run.id);
  const explored = run.model === EXPLORED && call?.query && answer;
  return explored ? [{ type: 'explored', at: run.createdAt, run, answer, call }, ...versions] : versions;
}

/** The last question before it; of one beside another's answer, the question of that. */
export function questionOf(
  messages: readonly Message[],
  runs: readonly RunWithSteps[],
  run: RunWithSteps,
): Message | undefined {
  const other = runs.find(({ id }) => id === (run.besideOf ?? run.insteadOf));
  if (other) return questionOf(messages, runs, other);
  return messages.findLast(({ role, createdAt }) => role === 'user' && createdAt <= run.createdAt);
}

export function allMessages(library: Library, threadId: ThreadId): Message[] {
  const all: Message[] = [];
  let before: MessageId | undefined;
  for (;;) {
    const page = library.messages.page(threadId, { before, limit: PAGE });
    all.unshift(...page);
    before = page[0]?.id;
    if (page.length < PAGE) return all;
  }
}
