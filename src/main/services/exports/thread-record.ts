import type { Chart, Document, Message, RunWithSteps, Thread, ThreadId } from '#contract';
import { QuestionTree } from '#contract/question-tree';
import { AppError } from '#contract/result';
import type { Library, ThreadDataset } from '../../library';

/** A thread with all that is kept of it, oldest first. */
export interface KeptThread {
  thread: Thread;
  messages: Message[];
  runs: RunWithSteps[];
  tables: ThreadDataset[];
  documents: Document[];
  /** As they were answered, each followed by its versions. */
  charts: Chart[];
}

/** @throws AppError `not_found` */
export function readThread(library: Library, threadId: ThreadId): KeptThread {
  const thread = library.threads.get(threadId);
  if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
  const runs = library.runs.ofThread(threadId).map((run) => ({ ...run, steps: library.steps.ofRun(run.id) }));
  const calls = runs.flatMap(({ steps }) => steps.flatMap((step) => step.calls));
  return {
    thread,
    messages: library.messages.page(threadId, { limit: Number.MAX_SAFE_INTEGER }),
    runs,
    tables: library.datasets.ofThread(threadId),
    documents: library.documents.ofThread(threadId),
    charts: calls.flatMap(({ chartId }) => (chartId === null ? [] : library.charts.versions(chartId))),
  };
}

/** The way through the questions that the window opens with: the one to the newest. The others are counted. */
export function newestPath({ messages, runs }: Pick<KeptThread, 'messages' | 'runs'>): {
  messages: Message[];
  runs: RunWithSteps[];
  others: number;
} {
  const tree = new QuestionTree(messages, runs, true);
  const last = tree.questions.at(-1)?.id;
  if (!tree.isBranched || last === undefined) return { messages, runs, others: 0 };
  const path = tree.pathTo(last);
  return {
    messages: messages.filter((message) => isOn(path, tree.questionOf(message))),
    runs: runs.filter((run) => isOn(path, tree.questionOfRun(run))),
    others: tree.questions.filter(({ id }) => !path.has(id)).length,
  };
}

const isOn = <I>(path: ReadonlySet<I>, question: I | null): boolean => question === null || path.has(question);
