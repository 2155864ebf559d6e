import { useState } from 'react';
import type { RunId, RunWithSteps, ThreadId } from '#contract';
import type { ResultTarget } from '../../ui';
import { useRuns } from './use-runs';

export interface ShownRun {
  /** Null while there is none, or none is known yet. */
  run: RunWithSteps | null;
  /** Oldest first. */
  runs: readonly RunWithSteps[] | undefined;
  /** Shows another run until the next one begins; null shows the newest again. */
  show(runId: RunId | null): void;
}

interface Choice {
  source: ResultTarget | null;
  runId: RunId | null;
  /** The newest run when this was chosen: with a newer one the choice is over. */
  newest: RunId | undefined;
}

/** Which run the inspector is about: the newest, unless a number or the analyst chose another since that one began. */
export function useShownRun(threadId: ThreadId, source: ResultTarget | null): ShownRun {
  const { data: runs } = useRuns(threadId);
  const newest = runs?.at(-1);
  const [choice, setChoice] = useState<Choice>({ source: null, runId: null, newest: undefined });
  const choose = (runId: RunId | null) => setChoice({ source, runId, newest: newest?.id });
  // While drawing, so that the number's run is there before its cell is looked for.
  if (runs && source && choice.source !== source) choose(runs.find((run) => hasResult(run, source))?.id ?? null);
  const chosen = choice.newest === newest?.id ? runs?.find((run) => run.id === choice.runId) : undefined;
  return { run: chosen ?? newest ?? null, runs, show: choose };
}

const hasResult = (run: RunWithSteps, source: ResultTarget): boolean =>
  run.steps.some((step) => step.calls.some((call) => call.result?.id === source.resultId));
