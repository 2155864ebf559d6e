import type OpenAI from 'openai';
import type { ThreadId } from '#contract';
import { ThreadId as ThreadIdSchema } from '#contract/ids';
import {
  KEY,
  type ServerMessage,
  type ServerRun,
  type ServerStep,
  serverMessage,
  serverRun,
  serverStep,
} from './server-objects';
import { INCLUDE } from './server-passages';

/** All that a server keeps of a thread, oldest first. Times are milliseconds since the epoch. */
export interface ServerHistory {
  messages: { message: ServerMessage; at: number }[];
  runs: {
    run: ServerRun;
    createdAt: number;
    startedAt: number | null;
    endedAt: number | null;
    steps: { step: ServerStep; at: number; ms: number | null }[];
  }[];
}

/** A thread of the protocol that the app itself made, not a script. */
export function isOwnThread(thread: { id: string; metadata: unknown }): thread is { id: ThreadId; metadata: object } {
  const { metadata, id } = thread;
  return typeof metadata === 'object' && metadata !== null && KEY in metadata && ThreadIdSchema.safeParse(id).success;
}

/** The same of what is at hand as raw objects, oldest first. */
export function historyOf(objects: {
  messages: readonly OpenAI.Beta.Threads.Message[];
  runs: readonly OpenAI.Beta.Threads.Run[];
  steps: readonly OpenAI.Beta.Threads.Runs.RunStep[];
}): ServerHistory {
  const ofRun = Map.groupBy(objects.steps, ({ run_id }) => run_id);
  return {
    messages: objects.messages.map((message) => ({ message: serverMessage(message), at: message.created_at * 1_000 })),
    runs: objects.runs.map((run) => historyOfRun(run, (ofRun.get(run.id) ?? []).map(historyOfStep))),
  };
}

export async function readHistory(openai: OpenAI, threadId: ThreadId): Promise<ServerHistory> {
  const { threads } = openai.beta;
  const page = { order: 'asc' as const, limit: 100 };
  const history: ServerHistory = { messages: [], runs: [] };
  for await (const message of threads.messages.list(threadId, page))
    history.messages.push({ message: serverMessage(message), at: message.created_at * 1_000 });
  for await (const run of threads.runs.list(threadId, page)) {
    const steps: HistoryRun['steps'] = [];
    for await (const step of threads.runs.steps.list(run.id, { ...page, thread_id: threadId, include: INCLUDE }))
      steps.push(historyOfStep(step));
    history.runs.push(historyOfRun(run, steps));
  }
  return history;
}

type HistoryRun = ServerHistory['runs'][number];

function historyOfStep(step: OpenAI.Beta.Threads.Runs.RunStep): HistoryRun['steps'][number] {
  const ended = step.completed_at ?? step.failed_at ?? step.cancelled_at ?? step.expired_at;
  return {
    step: serverStep(step),
    at: step.created_at * 1_000,
    ms: ended === null ? null : (ended - step.created_at) * 1_000,
  };
}

function historyOfRun(run: OpenAI.Beta.Threads.Run, steps: HistoryRun['steps']): HistoryRun {
  return {
    run: serverRun(run),
    createdAt: run.created_at * 1_000,
    startedAt: milliseconds(run.started_at),
    endedAt: milliseconds(run.completed_at ?? run.failed_at ?? run.cancelled_at ?? endOfLast(steps)),
    steps,
  };
}

const milliseconds = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1_000);

/** The protocol does not say when a run expired or became incomplete; in seconds. */
function endOfLast(steps: readonly { at: number; ms: number | null }[]): number | null {
  const last = steps.at(-1);
  return last ? Math.round((last.at + (last.ms ?? 0)) / 1_000) : null;
}
