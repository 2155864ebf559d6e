import { useState } from 'react';
import type { FoundPassage, NumberSource, RunId, RunWithSteps, ThreadId } from '#contract';
import { Failure, formatDuration, formatInstant, Skeleton } from '../../ui';
import type { RenderFile } from './Outputs';
import styles from './Runs.module.css';
import { StepView } from './StepView';
import { useRuns } from './use-runs';

interface RunInspectorProps {
  threadId: ThreadId;
  /** The number that was asked about: its run is shown and its cell pointed out. */
  source: NumberSource | null;
  renderFile: RenderFile;
  /** Opens a document at what a search found. */
  onPassage(passage: FoundPassage): void;
}

/** The steps of one run of the thread: the latest, the one a number leads to, or the one chosen. */
export function RunInspector({ threadId, source, ...shown }: RunInspectorProps) {
  const { data: runs, error, refetch } = useRuns(threadId);
  const [chosen, setChosen] = useState<RunId | null>(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!runs) return <Skeleton label="Loading steps" widths={[60, 90, 70, 95]} />;
  const ofSource = source ? runs.find((run) => hasResult(run, source)) : undefined;
  const run = ofSource ?? runs.find((one) => one.id === chosen) ?? runs.at(-1);
  if (!run)
    return (
      <p className={styles.none}>
        The steps of each answer will be listed here: the code, the data it ran on, and the time it took.
      </p>
    );
  return (
    <>
      {runs.length > 1 && (
        <label className={styles.choose}>
          Run
          <select
            value={run.id}
            onChange={(event) => setChosen(runs.find((one) => one.id === event.target.value)?.id ?? null)}
          >
            {runs.map((one, index) => (
              <option key={one.id} value={one.id}>
                {index + 1} of {runs.length} · {formatInstant(one.createdAt)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ol className={styles.timeline} aria-label="Steps">
        {run.steps.map((step) => (
          <StepView key={step.id} step={step} source={source} {...shown} />
        ))}
      </ol>
      {run.steps.length === 0 && run.finishedAt === null && (
        <Skeleton label="Waiting for the first step" widths={[50, 80]} />
      )}
    </>
  );
}

const hasResult = (run: RunWithSteps, source: NumberSource): boolean =>
  run.steps.some((step) => step.calls.some((call) => call.result?.id === source.resultId));

/** One line about the latest run: how it ended, how long it took, what it cost. */
export function RunFooter({ threadId }: { threadId: ThreadId }) {
  const { data: runs } = useRuns(threadId);
  const run = runs?.at(-1);
  if (!run) return null;
  const tokens = run.usage ? run.usage.promptTokens + run.usage.completionTokens : 0;
  const local = run.model === 'built-in';
  return (
    <>
      <span>{stateOf(run)}</span>
      <span>{local ? 'Built-in analyst · € 0.00 · 0 bytes sent' : `${tokens.toLocaleString('en-US')} tokens`}</span>
    </>
  );
}

function stateOf(run: RunWithSteps): string {
  if (run.finishedAt === null) return 'Running …';
  const took = formatDuration(run.finishedAt - (run.startedAt ?? run.createdAt));
  const words: Record<string, string> = {
    completed: 'Completed in',
    cancelled: 'Stopped after',
    failed: 'Failed after',
    expired: 'Expired after',
    incomplete: 'Incomplete after',
  };
  return `${words[run.status] ?? 'Ended after'} ${took}`;
}
