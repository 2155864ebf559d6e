import { useMemo } from 'react';
import type { Message } from '#contract';
import { asStanding } from '#contract/stretches';
import { ReadingShown, ThreadActionsProvider } from '../../ui';
import { AnswerText } from './AnswerText';
import styles from './Comparison.module.css';
import { differingNumbers } from './differing-numbers';

interface AnswersBesideProps {
  /** Each with what it is called. */
  answers: readonly { title: string; message: Message }[];
}

const Nothing = () => null;
const stay = () => undefined;

/** What answers say, with the numbers marked that the others have not; nothing in them leads elsewhere. */
export function AnswersBeside({ answers }: AnswersBesideProps) {
  const standing = useMemo(() => answers.map(({ message }) => asStanding(message)), [answers]);
  const differing = useMemo(() => differingNumbers(standing.map((message) => [message])), [standing]);
  return (
    <ThreadActionsProvider FactAction={Nothing} WhichReading={Nothing} ask={null} openSource={stay} showResult={stay}>
      <ReadingShown value>
        <div className={styles.columns}>
          {standing.map((message, index) => (
            <section key={message.id} className={styles.answer} aria-label={answers[index]?.title}>
              <p className={styles.who}>
                <b>{answers[index]?.title}</b>
              </p>
              {message.parts.map(
                (part, at) =>
                  part.type === 'text' && (
                    <AnswerText
                      key={at}
                      message={message}
                      part={at}
                      text={part.text}
                      differing={differing[index]?.get(message.id)?.get(at)}
                    />
                  ),
              )}
            </section>
          ))}
        </div>
      </ReadingShown>
    </ThreadActionsProvider>
  );
}
