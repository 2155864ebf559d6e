import { ExternalLink } from 'lucide-react';
import type { ComponentType } from 'react';
import type { AnswerVersion, ComparedAnswer, Message, MessageId, StepPair, ThreadId } from '#contract';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import { AnswerFacts } from './AnswerFacts';
import type { ChartView } from './CallView';
import styles from './Reruns.module.css';
import { StepPairView } from './StepPairView';
import { useAnswersBeside } from './use-comparison';

/** Draws what answers say, side by side. */
export type AnswersView = ComponentType<{ answers: readonly { title: string; message: Message }[] }>;

interface ComparisonViewProps {
  before: AnswerVersion;
  after: AnswerVersion;
  Chart: ChartView;
  Answers: AnswersView;
  onOpen(threadId: ThreadId, messageId: MessageId | null): void;
}

const KINDS: readonly StepPair['kind'][] = ['data', 'chart', 'code'];

/** Two answers side by side. */
export function ComparisonView({ before, after, Chart, Answers, onOpen }: ComparisonViewProps) {
  const { ui } = useWords();
  const { data, error, refetch } = useAnswersBeside(before, after);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.comparisons.loading} widths={[80, 65, 90]} />;
  const texts = [
    { title: ui.comparisons.first, open: ui.comparisons.openFirst, answer: data.before },
    { title: ui.comparisons.second, open: ui.comparisons.openSecond, answer: data.after },
  ];
  const said = texts.flatMap(({ title, answer: { message } }) => (message ? [{ title, message }] : []));
  return (
    <>
      <AnswerFacts differences={data} />
      <div className={styles.actions}>
        {texts.map(({ open, answer }) => (
          <Open key={open} title={open} answer={answer} onOpen={onOpen} />
        ))}
      </div>
      {data.steps.length === 0 && <Note tone="info">{ui.comparisons.nothing}</Note>}
      {KINDS.map((kind) => {
        const steps = data.steps.filter((step) => step.kind === kind);
        return (
          steps.length > 0 && (
            <section key={kind} className={styles.question} aria-label={ui.comparisons.kinds[kind]}>
              <h2>{ui.comparisons.kinds[kind]}</h2>
              {steps.map((step, at) => (
                <StepPairView key={at} step={step} Chart={Chart} />
              ))}
            </section>
          )
        );
      })}
      {said.length > 0 && (
        <section className={styles.question} aria-label={ui.comparisons.words}>
          <h2>{ui.comparisons.words}</h2>
          <Answers answers={said} />
        </section>
      )}
    </>
  );
}

interface OpenProps {
  title: string;
  answer: ComparedAnswer;
  onOpen(threadId: ThreadId, messageId: MessageId | null): void;
}

function Open({ title, answer: { threadId, message }, onOpen }: OpenProps) {
  return (
    <Button size="small" icon={<ExternalLink size={13} />} onClick={() => onOpen(threadId, message?.id ?? null)}>
      {title}
    </Button>
  );
}
