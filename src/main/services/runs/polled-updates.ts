import { AppError } from '#contract/result';
import type { AssistantsClient, RunUpdate, ServerRun } from '../../api';
import { hasEnded } from './run-recorder';

/** A server that has not answered for a run by then has lost it. */
const PATIENCE_MS = 11 * 60_000;
const POLL_MS = { first: 100, longest: 3_000 };

/** The server no longer answers for a run. */
export class RunLost extends Error {}

type Key = Parameters<AssistantsClient['snapshot']>[0];

/**
 * Asks for a run again and again, until it has ended or `isWaiting`: what there is of a run whose stream is gone, as the
 * protocol has no way back into one. What has been told before is told again.
 * @throws RunLost
 */
export async function* polledUpdates(
  client: () => Promise<AssistantsClient>,
  run: Key,
  { isWaiting, signal }: { isWaiting(run: ServerRun): boolean; signal: AbortSignal },
): AsyncGenerator<RunUpdate> {
  const until = performance.now() + PATIENCE_MS;
  for (let wait = POLL_MS.first; !signal.aborted; wait = Math.min(wait * 2, POLL_MS.longest)) {
    const snapshot = await client()
      .then((there) => there.snapshot(run))
      .catch((error: unknown) => notYet(error, until));
    if (snapshot) {
      // What steps found comes first: messages cite it.
      for (const step of snapshot.steps) yield { type: 'step', step };
      for (const message of snapshot.messages) yield { type: 'message', message };
      yield { type: 'run', run: snapshot.run };
      if (hasEnded(snapshot.run.status) || isWaiting(snapshot.run)) return;
    }
    await pause(wait, signal);
  }
}

function notYet(error: unknown, until: number): null {
  const gone = error instanceof AppError && error.code === 'not_found';
  if (gone || performance.now() > until) throw new RunLost('the server no longer answers for a run', { cause: error });
  return null;
}

/** Resolves after `ms`, or at once when the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
