import type { Run } from '#contract';
import type { RunUpdate, ServerRun } from '../../api';

/** A run that has begun on the server. */
export interface StartedRun {
  run: ServerRun;
  /** Null where the answer to its start is lost, and its stream with it. */
  rest: AsyncIterable<RunUpdate> | null;
  abandon: AbortController;
}

/** A run of the server as it is kept from its beginning on. */
export function newRun({ id, threadId, status, model, origin, ending, usage }: ServerRun, now: number): Run {
  return { id, threadId, status, model, ...origin, ending, usage, createdAt: now, startedAt: null, finishedAt: null };
}
