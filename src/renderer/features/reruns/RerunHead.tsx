import { ExternalLink, Square } from 'lucide-react';
import type { QuestionPair, Rerun } from '#contract';
import { Button, isDone, Progress, useWords } from '../../ui';
import styles from './Reruns.module.css';

interface RerunHeadProps {
  rerun: Pick<Rerun, 'gate' | 'status' | 'done' | 'of' | 'failure'>;
  outcomes: string;
  onStop(): Promise<unknown>;
  onAnother(): void;
  open: { label: string; onOpen(): void } | null;
}

/** Of which files, how far it is or how it ended, and where to go from there. */
export function RerunHead({ rerun, outcomes, onStop, onAnother, open }: RerunHeadProps) {
  const words = useWords();
  const { ui } = words;
  const { status, done, of, gate, failure } = rerun;
  const [first] = gate.replacements;
  return (
    <div className={styles.head}>
      {first && <p className={styles.lead}>{ui.reruns.differences(first.byName, first.name)}</p>}
      <p role="status" className={styles.outcome}>
        <b>{words.rerun.status[status]()}</b> {outcomes || failure}
      </p>
      {status === 'running' && <Progress share={of === 0 ? 0 : done / of} label={words.rerun.status.running()} />}
      <div className={styles.actions}>
        {status === 'running' ? (
          <Button icon={<Square size={13} />} onClick={() => void isDone(onStop(), ui.reruns.notStopped)}>
            {ui.reruns.stop}
          </Button>
        ) : (
          <Button onClick={onAnother}>{ui.reruns.another}</Button>
        )}
        {open && (
          <Button icon={<ExternalLink size={14} />} onClick={open.onOpen}>
            {open.label}
          </Button>
        )}
      </div>
    </div>
  );
}

export function countsOf(pairs: readonly { outcome: QuestionPair['outcome'] | 'copied' }[]) {
  const count = (outcome: QuestionPair['outcome']) => pairs.filter((pair) => pair.outcome === outcome).length;
  return { same: count('same'), changed: count('changed'), notRun: count('not_run') };
}
