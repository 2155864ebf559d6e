import { CircleAlert } from 'lucide-react';
import type { FoundPassage, Step } from '#contract';
import { formatDuration } from '../../ui';
import { CallView } from './CallView';
import type { RenderFile } from './Outputs';
import styles from './Runs.module.css';
import type { Pointed } from './use-shown-run';

const STATES: Record<Step['status'], string> = {
  in_progress: styles.running ?? '',
  completed: styles.done ?? '',
  failed: styles.failed ?? '',
  cancelled: styles.stopped ?? '',
  expired: styles.failed ?? '',
};

interface StepViewProps {
  step: Step;
  source: Pointed | null;
  renderFile: RenderFile;
  /** Goes where packages for Python are installed. */
  onPackages(): void;
  onPassage(passage: FoundPassage): void;
}

/** One step: the writing of a message, or calls that may have run side by side. */
export function StepView({ step, source, ...shown }: StepViewProps) {
  if (step.type === 'message_creation') {
    return (
      <li className={`${styles.step} ${STATES[step.status]}`}>
        <div className={styles.head}>
          <b>
            {step.status === 'in_progress'
              ? 'Writing the answer'
              : step.status === 'completed'
                ? 'Answered'
                : 'Answer broken off'}
          </b>
          <span>{step.ms === null ? '' : formatDuration(step.ms)}</span>
        </div>
        {step.error && <StepError text={step.error} />}
      </li>
    );
  }
  const { true: own = [], false: locals = [] } = Object.groupBy(step.calls, (call) => `${call.localOf === null}`);
  return own.map((call) => (
    <li
      key={call.id}
      className={`${styles.step} ${call.status === 'failed' ? styles.failed : call.status === 'cancelled' ? styles.stopped : call.status === 'running' ? styles.running : styles.done}`}
    >
      <CallView
        call={call}
        locals={locals.filter((one) => one.localOf === call.id)}
        source={source?.resultId === call.result?.id ? source : null}
        {...shown}
      />
      {step.error && <StepError text={step.error} />}
    </li>
  ));
}

function StepError({ text }: { text: string }) {
  return (
    <p className={styles.error}>
      <CircleAlert size={13} aria-hidden="true" /> {text}
    </p>
  );
}
