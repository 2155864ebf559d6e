import { useQuery } from '@tanstack/react-query';
import type { Run, RunWithSteps, ThreadId } from '#contract';
import type { Words } from '#words';
import { keys, useClient } from '../../bridge';
import {
  Button,
  Failure,
  formatDuration,
  formatInstant,
  Note,
  type ResultTarget,
  Select,
  Skeleton,
  shutdownOf,
  useWords,
} from '../../ui';
import styles from './Runs.module.css';
import { StepView } from './StepView';
import { useRuns } from './use-runs';
import type { ShownRun } from './use-shown-run';

interface RunInspectorProps {
  threadId: ThreadId;
  shown: ShownRun;
  /** The result that was asked about, pointed out where the run has it. */
  source: ResultTarget | null;
  /** What was asked, by run, as far as it is known. */
  questionOf(run: Run): string | null;
}

/** The steps of one run of the thread, and which one that is. */
export function RunInspector({ shown: { run, runs, show }, threadId, source, questionOf }: RunInspectorProps) {
  const { ui } = useWords();
  const { error, refetch } = useRuns(threadId);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!runs) return <Skeleton label={ui.runs.loading} widths={[60, 90, 70, 95]} />;
  if (!run) return <p className={styles.none}>{ui.runs.none}</p>;
  return (
    <>
      {runs.length > 1 && (
        <div className={styles.choose}>
          <Select
            aria-label={ui.runs.run}
            value={run.id}
            onChange={(event) => show(runs.find((one) => one.id === event.target.value)?.id ?? null)}
          >
            {runs.map((one, index) => (
              <option key={one.id} value={one.id}>
                {ui.common.partOf(String(index + 1), String(runs.length))} · {one.besideOf ? `${one.model} · ` : ''}
                {questionOf(one) ?? formatInstant(one.createdAt)}
              </option>
            ))}
          </Select>
          {run.id !== runs.at(-1)?.id && (
            <Button size="small" onClick={() => show(null)}>
              {ui.runs.showLatest}
            </Button>
          )}
        </div>
      )}
      <ShutdownNote run={run} />
      <ol className={styles.timeline} aria-label={ui.runs.steps}>
        {run.steps.map((step) => (
          <StepView key={step.id} step={step} source={source} />
        ))}
      </ol>
      {run.steps.length === 0 && run.finishedAt === null && (
        <Skeleton label={ui.runs.waitingForFirst} widths={[50, 80]} />
      )}
    </>
  );
}

/** Said of the model that answered, from thirty days before its maker switches it off. */
function ShutdownNote({ run }: { run: Run }) {
  const { ui } = useWords();
  const client = useClient();
  const { data: models } = useQuery({ queryKey: keys.models, queryFn: () => client.models.list({}) });
  const model = models?.find(({ answerer }) => answerer === run.answerer);
  const shutdown = model ? shutdownOf(model.abilities, ui.models) : null;
  if (!model || !shutdown?.soon) return null;
  return <Note tone="warn">{ui.runs.answeredThis(model.name, shutdown.text)}</Note>;
}

/** One line about the run that is shown: how it ended, how long it took, what it cost. */
export function RunFooter({ run }: { run: RunWithSteps | null }) {
  const { ui } = useWords();
  if (!run) return null;
  const tokens = run.usage ? run.usage.promptTokens + run.usage.completionTokens : 0;
  return (
    <>
      <span>{stateOf(run, ui.runs)}</span>
      <span>{ui.count.tokens(tokens)}</span>
    </>
  );
}

function stateOf(run: RunWithSteps, words: Words['ui']['runs']): string {
  if (run.finishedAt === null) return words.running;
  const took = formatDuration(run.finishedAt - (run.startedAt ?? run.createdAt));
  const ended = new Map(Object.entries(words.ended)).get(run.status) ?? words.endedAfter;
  return ended(took);
}
