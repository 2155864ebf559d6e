import { useState } from 'react';
import type { QuestionPair, Rerun, RerunId, ThreadId } from '#contract';
import { rerunWhyWords } from '#words';
import { useClient } from '../../bridge';
import { Failure, Note, Skeleton, useWords } from '../../ui';
import { CallView, type ChartView } from './CallView';
import { OnlyChanged } from './OnlyChanged';
import { countsOf, RerunHead } from './RerunHead';
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
  const words = useWords();
  const client = useClient();
  const { ui } = words;
  const { data: rerun, error, refetch } = useRerun(rerunId);
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!rerun) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  const { questions, toThread } = rerun;
  const shown = questions.filter(({ outcome }) => !onlyChanged || outcome !== 'same');
  return (
    <div className={styles.new}>
      <RerunHead
        rerun={rerun}
        outcomes={questions.length > 0 ? words.rerun.outcomes(countsOf(questions)) : ''}
        onStop={() => client.reruns.cancel({ rerunId })}
        onAnother={onAnother}
        open={toThread && { label: ui.reruns.openThread, onOpen: () => onOpen(toThread) }}
      />
      <OnlyChanged checked={onlyChanged} onChange={setOnlyChanged} />
      {shown.map((pair) => (
        <QuestionView key={pair.before} pair={pair} rerun={rerun} onlyChanged={onlyChanged} Chart={Chart} />
      ))}
      {shown.length === 0 && rerun.status !== 'running' && <Note tone="info">{ui.reruns.nothingChanged}</Note>}
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
