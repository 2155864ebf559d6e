import { useMemo } from 'react';
import type { MessageId, Run } from '#contract';
import { isReplaced } from '#contract/stretches';
import type { Words } from '#words';
import { endingWords } from '#words';
import { formatDuration, useWords } from '../../ui';
import type { RunAnswer } from './beside';
import styles from './Comparison.module.css';
import { differingNumbers } from './differing-numbers';
import { MessageView } from './MessageView';

interface ComparisonProps {
  answers: readonly RunAnswer[];
  marked: MessageId | null;
}

/** Answers of several models to one question, side by side; numbers that differ are marked. */
export function Comparison({ answers, marked }: ComparisonProps) {
  const { ui } = useWords();
  const differing = useMemo(() => differingNumbers(answers.map(({ messages }) => messages)), [answers]);
  const count = differing.reduce(
    (sum, messages) =>
      sum +
      [...messages.values()].reduce((of, parts) => of + [...parts.values()].reduce((n, at) => n + at.length, 0), 0),
    0,
  );
  const ended = answers.every(({ run }) => run.finishedAt !== null);
  const answered = answers.filter(({ messages }) => messages.length > 0).length;
  return (
    <section className={styles.comparison} aria-label={ui.conversation.sideBySide(answers.length)}>
      {ended && answered > 1 && (
        <p className={styles.verdict} role="status">
          {count === 0 ? ui.conversation.agree : ui.conversation.differ}
        </p>
      )}
      <div className={styles.columns}>
        {answers.map(({ run, messages }, index) => (
          <section
            key={run.id}
            className={styles.answer}
            aria-label={ui.conversation.answerOf(modelOfRun(run, ui.models))}
          >
            <p className={styles.who}>
              <b title={run.model}>{modelOfRun(run, ui.models)}</b>
              <RunFacts run={run} />
            </p>
            {messages.map((message) => (
              <MessageView
                key={message.id}
                message={message}
                marked={message.id === marked}
                replaced={isReplaced(message, messages)}
                differing={differing[index]?.get(message.id)}
              />
            ))}
            {run.finishedAt !== null && run.status !== 'completed' && <Ended run={run} />}
          </section>
        ))}
      </div>
    </section>
  );
}

const modelOfRun = ({ model }: Pick<Run, 'model'>, words: Words['ui']['models']): string =>
  model === 'built-in' ? words.builtIn : model;

function RunFacts({ run }: { run: Run }) {
  const { ui } = useWords();
  if (run.finishedAt === null) return <span>{ui.conversation.answering}</span>;
  const tokens = run.usage ? run.usage.promptTokens + run.usage.completionTokens : 0;
  const facts = [
    formatDuration(run.finishedAt - (run.startedAt ?? run.createdAt)),
    ...(tokens > 0 ? [ui.count.tokens(tokens)] : []),
  ];
  return <span>{facts.join(' · ')}</span>;
}

function Ended({ run }: { run: Run }) {
  const words = useWords();
  return (
    <p className={styles.ended}>{run.ending ? endingWords(words, run.ending) : words.ui.conversation.endedWithout}</p>
  );
}
