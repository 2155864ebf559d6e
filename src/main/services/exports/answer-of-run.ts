import type { Call, QueryReading, RunWithSteps } from '#contract';

/** What a run computed last, as it is shown: the call itself, or the newest version that took its place. */
export interface ComputedAnswer {
  call: Call;
  reading: QueryReading | null;
  /** The answer as it was given; a version, where the analyst has changed the question since or chosen what came of other code. */
  shows: 'answer' | 'version' | 'explored';
  /** Its answer was written by the built-in analyst, whose one table is that of the result. */
  builtIn: boolean;
}

export function answerOf(run: RunWithSteps, readings: ReadonlyMap<Call['id'], QueryReading>): ComputedAnswer | null {
  const calls = run.steps.flatMap((step) => step.calls).filter(({ status }) => status === 'completed');
  const adopted = calls.find(({ id }) => id === run.adopted);
  const origin = calls.findLast((call) => call.localOf === null && call.query !== undefined);
  const newest = calls.findLast((call) => call.localOf === origin?.id && call.query !== undefined);
  const call = adopted ?? newest ?? origin;
  if (!call) return null;
  return {
    call,
    reading: readings.get(call.id) ?? null,
    shows: call !== origin ? 'version' : origin.name === 'explore' ? 'explored' : 'answer',
    builtIn: run.model === 'built-in' || run.model === 'explore',
  };
}
