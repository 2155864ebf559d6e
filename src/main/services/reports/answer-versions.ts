import type { Call, CallId, Run } from '#contract';
import type { Library } from '../../library';

/** A call that computed a query, with what was computed in its place since, oldest first. */
export interface QueriedCall {
  origin: Call;
  /** Those that came to an end, the origin itself among them. */
  versions: Call[];
}

/** The last query of a run that was computed: its result is what the answer is about. */
export function lastQueried(library: Library, run: Run): QueriedCall | null {
  const calls = library.steps.ofRun(run.id).flatMap((step) => step.calls);
  const origin = calls.findLast((call) => call.localOf === null && isQueried(call));
  return origin ? { origin, versions: calls.filter((call) => isOf(call, origin)) } : null;
}

/** The versions beside a call, itself among them. */
export function versionsOf(library: Library, callId: CallId): Call[] {
  const call = library.steps.call(callId);
  if (!call) return [];
  const family = call.localOf ?? call.id;
  const calls = library.steps.get(call.stepId)?.calls ?? [];
  const origin = calls.find(({ id }) => id === family);
  return origin ? calls.filter((other) => isOf(other, origin)) : [];
}

const isQueried = (call: Call): boolean => call.status === 'completed' && call.query !== undefined;

const isOf = (call: Call, origin: Call): boolean =>
  isQueried(call) && (call.id === origin.id || call.localOf === origin.id);
