import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BarChart3, Check, Table2 } from 'lucide-react';
import type { Call, RunId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, useThreadActions, useWords } from '../../ui';
import styles from './Runs.module.css';
import { useRuns } from './use-runs';

/** What can be made of what a local run came to: the answer, a chart, data to ask about. */
export function ResultUses({ run: call }: { run: Call }) {
  const client = useClient();
  const cache = useQueryClient();
  const { work: words, code } = useWords();
  const { threadId, showData } = useThreadActions();
  const { data: runs } = useRuns(threadId);
  const run = runs?.find(({ steps }) => steps.some(({ id }) => id === call.stepId));
  const { result } = call;
  // Nothing is made of a part of what code has shown.
  const isUsable = result !== null && !(result.truncated && call.type === 'code_interpreter');
  const answer = useMutation({
    mutationFn: (runId: RunId) => client.results.makeAnswer({ runId, callId: call.id }),
  });
  const chart = useMutation({ mutationFn: async () => result && client.results.chart({ resultId: result.id }) });
  const data = useMutation({
    mutationFn: async () => result && client.results.takeAsData({ resultId: result.id, name: words.dataName() }),
    onSuccess: () => threadId && cache.invalidateQueries({ queryKey: keys.datasetsOf(threadId) }),
  });
  if (call.status !== 'completed' || !run) return null;
  const isAnswer = run.adopted === call.id;
  const made = data.data;
  return (
    <>
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<Check size={12} />}
          disabled={isAnswer || answer.isPending}
          onClick={() => answer.mutate(run.id)}
        >
          {isAnswer ? words.isAnswer() : words.makeAnswer()}
        </Button>
        {isUsable && !call.chartId && (
          <Button size="small" icon={<BarChart3 size={12} />} disabled={chart.isPending} onClick={() => chart.mutate()}>
            {words.makeChart()}
          </Button>
        )}
        {isUsable && result.rowCount > 0 && !made && (
          <Button size="small" icon={<Table2 size={12} />} disabled={data.isPending} onClick={() => data.mutate()}>
            {words.takeAsData()}
          </Button>
        )}
      </div>
      {result && !isUsable && <p className={styles.purpose}>{code.onlyFirstRows()}</p>}
      {made && (
        <p className={styles.purpose} role="status">
          {words.isData(made.table)}{' '}
          <Button look="quiet" size="small" onClick={() => showData({ datasetId: made.id, column: null })}>
            {words.showData()}
          </Button>
        </p>
      )}
      {[answer.error, chart.error, data.error].map((error, at) => error && <Failure key={at} error={error} />)}
    </>
  );
}
