import type { Step, StepLeftOut } from '#contract';
import type { Words } from '#words';
import { useWords } from '../../ui';
import styles from './TurnNotes.module.css';

/** What a model thought before a step, folded, and what it was not given. */
export function TurnNotes({ step: { reasoning, leftOut } }: { step: Step }) {
  const words = useWords();
  const missing = leftOut && partsOf(leftOut, words.ui.count);
  return (
    <>
      {missing && missing.length > 0 && <p className={styles.leftOut}>{words.ui.runs.notSent(missing.join(', '))}</p>}
      {leftOut && leftOut.pictures > 0 && <p className={styles.leftOut}>{words.ui.runs.notSeen(leftOut.pictures)}</p>}
      {leftOut?.compacted ? <p className={styles.leftOut}>{words.step.compacted(leftOut.compacted)}</p> : null}
      {reasoning && (
        <details className={styles.reasoning}>
          <summary>{words.ui.runs.reasoning}</summary>
          <p>{reasoning}</p>
        </details>
      )}
    </>
  );
}

const partsOf = ({ toolResults, messages }: StepLeftOut, count: Words['ui']['count']): string[] =>
  [
    toolResults > 0 ? count.earlierResults(toolResults) : '',
    messages > 0 ? count.earlierMessages(messages) : '',
  ].filter(Boolean);
