import type { Step, StepLeftOut } from '#contract';
import { plural } from '../../ui';
import styles from './TurnNotes.module.css';

/** What a model thought before a step, folded, and what it was not given for want of room. */
export function TurnNotes({ step: { reasoning, leftOut } }: { step: Step }) {
  const missing = leftOut && partsOf(leftOut);
  return (
    <>
      {missing && missing.length > 0 && (
        <p className={styles.leftOut}>Not sent, as there was no room: {missing.join(', ')}.</p>
      )}
      {reasoning && (
        <details className={styles.reasoning}>
          <summary>Reasoning</summary>
          <p>{reasoning}</p>
        </details>
      )}
    </>
  );
}

const partsOf = ({ toolResults, messages, pictures }: StepLeftOut): string[] =>
  [
    toolResults > 0 ? plural(toolResults, 'earlier result') : '',
    messages > 0 ? plural(messages, 'earlier message') : '',
    pictures > 0 ? plural(pictures, 'picture') : '',
  ].filter(Boolean);
