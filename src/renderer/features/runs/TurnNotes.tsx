import type { Step, StepLeftOut } from '#contract';
import { plural, useWords } from '../../ui';
import styles from './TurnNotes.module.css';

/** What a model thought before a step, folded, and what it was not given. */
export function TurnNotes({ step: { reasoning, leftOut } }: { step: Step }) {
  const words = useWords();
  const missing = leftOut && partsOf(leftOut);
  return (
    <>
      {missing && missing.length > 0 && (
        <p className={styles.leftOut}>Not sent, as there was no room: {missing.join(', ')}.</p>
      )}
      {leftOut && leftOut.pictures > 0 && (
        <p className={styles.leftOut}>Not seen by this model: {plural(leftOut.pictures, 'picture')}.</p>
      )}
      {leftOut?.compacted ? <p className={styles.leftOut}>{words.step.compacted(leftOut.compacted)}</p> : null}
      {reasoning && (
        <details className={styles.reasoning}>
          <summary>Reasoning</summary>
          <p>{reasoning}</p>
        </details>
      )}
    </>
  );
}

const partsOf = ({ toolResults, messages }: StepLeftOut): string[] =>
  [
    toolResults > 0 ? plural(toolResults, 'earlier result') : '',
    messages > 0 ? plural(messages, 'earlier message') : '',
  ].filter(Boolean);
