import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call, RunId } from '#contract';
import { useClient } from '../../bridge';
import { Button, Code, Failure, UNCOPIED, useThreadActions, useWords } from '../../ui';
import { Outputs } from './Outputs';
import styles from './Runs.module.css';
import { useRuns } from './use-runs';

/** An answer; in its place what the analyst's own version of its code came to, where that was made the answer. */
export function AdoptedAnswer({ runId, children }: { runId: RunId | null; children: ReactNode }) {
  const { threadId } = useThreadActions();
  const { data: runs } = useRuns(runId === null ? null : threadId);
  const run = runs?.find(({ id }) => id === runId);
  const call = run?.adopted && run.steps.flatMap(({ calls }) => calls).find(({ id }) => id === run.adopted);
  return run && call ? <Adopted runId={run.id} call={call} /> : children;
}

function Adopted({ runId, call }: { runId: RunId; call: Call }) {
  const client = useClient();
  const { work: words } = useWords();
  const { Chart, ResultTable } = useThreadActions();
  const back = useMutation({ mutationFn: () => client.results.makeAnswer({ runId, callId: null }) });
  const { code, result } = call;
  return (
    <section aria-label={words.adopted()}>
      <div className={styles.adopted} {...UNCOPIED}>
        <b>{words.adopted()}</b>
        <Button
          look="quiet"
          size="small"
          icon={<Undo2 size={12} />}
          disabled={back.isPending}
          onClick={() => back.mutate()}
        >
          {words.backToFirst()}
        </Button>
      </div>
      {call.chartId && <Chart chartId={call.chartId} />}
      {result && <ResultTable result={result} name={words.dataName()} />}
      {call.type === 'code_interpreter' && <Outputs call={call} />}
      {code && (
        <details className={styles.raw} {...UNCOPIED}>
          <summary>{words.itsCode()}</summary>
          <Code text={code.text} language={code.language} />
        </details>
      )}
      <p className={styles.purpose} {...UNCOPIED}>
        {words.adoptedMeaning()}
      </p>
      {back.error && <Failure error={back.error} />}
    </section>
  );
}
