import { ExternalLink, Square } from 'lucide-react';
import { useState } from 'react';
import type { QuestionPair, Rerun, RerunId, ThreadId } from '#contract';
import { rerunWhyWords } from '#words';
import { useClient } from '../../bridge';
import { Button, Failure, isDone, Note, Progress, Skeleton, useWords } from '../../ui';
import { CallView, type ChartView } from './CallView';
import styles from './Reruns.module.css';
import { useRerun } from './use-rerun';

interface RerunViewProps {
  rerunId: RerunId;
  Chart: ChartView;
  onOpen(threadId: ThreadId): void;
  onAnother(): void;
}

/** What came of a rerun: every question, before and now. */
export function RerunView({ rerunId, Chart, onOpen, onAnother }: RerunViewProps) {
  const { ui } = useWords();
  const { data: rerun, error, refetch } = useRerun(rerunId);
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!rerun) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  const shown = rerun.questions.filter(({ outcome }) => !onlyChanged || outcome !== 'same');
  return (
    <div className={styles.new}>
      <Head rerun={rerun} onOpen={onOpen} onAnother={onAnother} />
      <label className={styles.accept}>
        <input
          type="checkbox"
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
        {ui.reruns.onlyChanged}
      </label>
      {shown.map((pair) => (
        <QuestionView key={pair.before} pair={pair} rerun={rerun} onlyChanged={onlyChanged} Chart={Chart} />
      ))}
      {shown.length === 0 && rerun.status !== 'running' && <Note tone="info">{ui.reruns.nothingChanged}</Note>}
    </div>
  );
}

function Head({ rerun, onOpen, onAnother }: { rerun: Rerun } & Pick<RerunViewProps, 'onOpen' | 'onAnother'>) {
  const words = useWords();
  const client = useClient();
  const { ui } = words;
  const { status, done, of, toThread, questions, gate } = rerun;
  const count = (outcome: QuestionPair['outcome']) => questions.filter((pair) => pair.outcome === outcome).length;
  const counts = { same: count('same'), changed: count('changed'), notRun: count('not_run') };
  const [first] = gate.replacements;
  return (
    <div className={styles.head}>
      {first && <p className={styles.lead}>{ui.reruns.differences(first.byName, first.name)}</p>}
      <p role="status" className={styles.outcome}>
        <b>{words.rerun.status[status]()}</b> {questions.length > 0 && words.rerun.outcomes(counts)}
      </p>
      {status === 'running' && <Progress share={of === 0 ? 0 : done / of} label={words.rerun.status.running()} />}
      <div className={styles.actions}>
        {status === 'running' ? (
          <Button
            icon={<Square size={13} />}
            onClick={() => void isDone(client.reruns.cancel({ rerunId: rerun.id }), ui.reruns.notStopped)}
          >
            {ui.reruns.stop}
          </Button>
        ) : (
          <Button onClick={onAnother}>{ui.reruns.another}</Button>
        )}
        {toThread && (
          <Button icon={<ExternalLink size={14} />} onClick={() => onOpen(toThread)}>
            {ui.reruns.openThread}
          </Button>
        )}
      </div>
    </div>
  );
}

interface QuestionViewProps {
  pair: QuestionPair;
  rerun: Rerun;
  onlyChanged: boolean;
  Chart: ChartView;
}

/** Looking at what there is answers nothing, and is left out. */
const LOOKS: ReadonlySet<string> = new Set(['describe_data', 'find_values']);

function QuestionView({ pair, rerun, onlyChanged, Chart }: QuestionViewProps) {
  const words = useWords();
  const { question, outcome, why, reworded, calls } = pair;
  const answering = calls.filter(({ name, why: reason }) => !LOOKS.has(name) && reason?.code !== 'failed_before');
  const [title = ''] = question.split('\n');
  return (
    <section className={styles.question} aria-label={title}>
      <h2>
        <span className={`${styles.mark} ${styles[outcome]}`}>{words.ui.reruns.outcomes[outcome]}</span>
        {title}
      </h2>
      {reworded && <p className={styles.lead}>{words.ui.reruns.reworded}</p>}
      {why && <Note tone="warn">{rerunWhyWords(words, why)}</Note>}
      {answering.map((call) => (
        <CallView key={call.before} call={call} charts={rerun.charts} onlyChanged={onlyChanged} Chart={Chart} />
      ))}
    </section>
  );
}
