import { CircleAlert } from 'lucide-react';
import type { RunEnding, Step } from '#contract';
import { endingWords } from '#words';
import { formatDuration, type ResultTarget, useWords } from '../../ui';
import { CallView } from './CallView';
import styles from './Runs.module.css';
import { TurnNotes } from './TurnNotes';

const STATES: Record<Step['status'], string> = {
  in_progress: styles.running ?? '',
  completed: styles.done ?? '',
  failed: styles.failed ?? '',
  cancelled: styles.stopped ?? '',
  expired: styles.failed ?? '',
};

interface StepViewProps {
  step: Step;
  source: ResultTarget | null;
}

/** One step: the writing of a message, or calls that may have run side by side. */
export function StepView({ step, source }: StepViewProps) {
  const { ui } = useWords();
  if (step.type === 'message_creation') {
    return (
      <li className={`${styles.step} ${STATES[step.status]}`}>
        <div className={styles.head}>
          <b>
            {step.status === 'in_progress'
              ? ui.runs.writingAnswer
              : step.status === 'completed'
                ? ui.runs.answered
                : ui.runs.brokenOff}
          </b>
          <span>{step.ms === null ? '' : formatDuration(step.ms)}</span>
        </div>
        <TurnNotes step={step} />
        {step.ending && <StepError ending={step.ending} />}
      </li>
    );
  }
  const { true: own = [], false: locals = [] } = Object.groupBy(step.calls, (call) => `${call.localOf === null}`);
  return own.map((call, index) => (
    <li
      key={call.id}
      className={`${styles.step} ${call.status === 'failed' ? styles.failed : call.status === 'cancelled' ? styles.stopped : call.status === 'running' ? styles.running : styles.done}`}
    >
      {index === 0 && <TurnNotes step={step} />}
      <CallView
        call={call}
        locals={locals.filter((one) => one.localOf === call.id)}
        source={source?.resultId === call.result?.id ? source : null}
      />
      {step.ending && <StepError ending={step.ending} />}
    </li>
  ));
}

function StepError({ ending }: { ending: RunEnding }) {
  const words = useWords();
  return (
    <p className={styles.error}>
      <CircleAlert size={13} aria-hidden="true" /> {endingWords(words, ending)}
    </p>
  );
}
