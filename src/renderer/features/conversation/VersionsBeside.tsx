import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Message, MessageId } from '#contract';
import { isReplaced } from '#contract/stretches';
import { Button, useWords } from '../../ui';
import styles from './Comparison.module.css';
import { differingNumbers } from './differing-numbers';
import { MessageView } from './MessageView';
import { QuestionText } from './QuestionText';
import type { Branch } from './use-branch';
import { textOf } from './use-recall';

interface VersionsBesideProps {
  branch: Branch;
  question: MessageId;
  /** Of the thread, of all its branches. */
  messages: readonly Message[];
  marked: MessageId | null;
}

/** The wordings of a question with their answers, side by side. */
export function VersionsBeside({ branch, question, messages, marked }: VersionsBesideProps) {
  const { versions: words } = useWords();
  const { tree } = branch;
  const versions = useMemo(
    () =>
      tree.versionsOf(question).map((version) => ({
        version,
        answers: messages.filter((message) => message.role === 'assistant' && tree.questionOf(message) === version.id),
      })),
    [tree, question, messages],
  );
  const differing = useMemo(() => differingNumbers(versions.map(({ answers }) => answers)), [versions]);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section className={styles.comparison} aria-label={words.beside(versions.length)}>
      <p className={styles.who}>
        <span>{words.beside(versions.length)}</span>
        <Button
          ref={close}
          look="quiet"
          size="small"
          icon={<X size={13} />}
          aria-label={words.closeBeside()}
          title={words.closeBeside()}
          onClick={() => branch.compare(null)}
        />
      </p>
      <div className={styles.columns}>
        {versions.map(({ version, answers }, index) => (
          <section key={version.id} className={styles.answer} aria-label={words.place(index + 1, versions.length)}>
            <div className={styles.wording}>
              <QuestionText text={textOf(version)} />
              {version.id !== question && (
                <Button size="small" onClick={() => branch.show(version.id)}>
                  {words.goOnWith()}
                </Button>
              )}
            </div>
            {answers.map((message) => (
              <MessageView
                key={message.id}
                message={message}
                marked={message.id === marked}
                replaced={isReplaced(message, answers)}
                differing={differing[index]?.get(message.id)}
              />
            ))}
            {answers.length === 0 && <p className={styles.ended}>{words.unanswered()}</p>}
          </section>
        ))}
      </div>
    </section>
  );
}
