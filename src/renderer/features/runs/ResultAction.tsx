import type { RunId } from '#contract';
import { LeadButton, useThreadActions, useWords } from '../../ui';
import { useRuns } from './use-runs';

/** From an answer that shows some rows of a result to all of them. */
export function ResultAction({ runId }: { runId: RunId | null }) {
  const { ui } = useWords();
  const { threadId, showResult } = useThreadActions();
  const { data: runs } = useRuns(threadId);
  const results = runs
    ?.find((run) => run.id === runId)
    ?.steps.flatMap((step) =>
      step.calls.flatMap((call) => (call.localOf === null && call.result ? [call.result] : [])),
    );
  // Only the one the table is of has more rows than a table shows.
  const longest = results?.toSorted((a, b) => b.rowCount - a.rowCount)[0];
  if (!longest) return null;
  return (
    <LeadButton onClick={() => showResult({ resultId: longest.id, cell: null })}>{ui.runs.showItsRows}</LeadButton>
  );
}
