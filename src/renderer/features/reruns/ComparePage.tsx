import { ArrowLeftRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { AnswerVersion, ComparableAnswer, MessageId, ThreadId } from '#contract';
import { Button, Failure, formatTime, Note, Select, Skeleton, useWords } from '../../ui';
import type { ChartView } from './CallView';
import own from './Comparisons.module.css';
import { type AnswersView, ComparisonView } from './ComparisonView';
import styles from './Reruns.module.css';
import { useComparable } from './use-comparison';

interface ComparePageProps {
  threadId: ThreadId;
  /** The one that others are compared with; null for the newest. */
  answer: AnswerVersion | null;
  Chart: ChartView;
  Answers: AnswersView;
  onOpen(threadId: ThreadId, messageId: MessageId | null): void;
}

/** Which two answers are set side by side, and what differs. */
export function ComparePage({ threadId, answer, ...view }: ComparePageProps) {
  const { ui } = useWords();
  const { data: answers, error, refetch } = useComparable(threadId);
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!answers) return <Skeleton label={ui.comparisons.loading} widths={[60, 90, 75]} />;
  if (answers.length < 2) return <Note tone="info">{ui.comparisons.tooFew}</Note>;
  const find = (key: string | undefined) => answers.find((known) => keyOf(known) === key);
  const after = find(chosen.after) ?? find(answer ? keyOf(answer) : undefined) ?? answers[0];
  if (!after) return null;
  const before = find(chosen.before) ?? nearest(after, answers);
  return (
    <div className={styles.new}>
      <p className={styles.lead}>{ui.comparisons.lead}</p>
      <div className={own.pickers}>
        <Picker
          label={ui.comparisons.first}
          answers={answers}
          value={before}
          onChoose={(key) => setChosen({ before: key, after: keyOf(after) })}
        />
        <Button
          look="quiet"
          icon={<ArrowLeftRight size={15} />}
          aria-label={ui.comparisons.swap}
          title={ui.comparisons.swap}
          onClick={() => setChosen({ before: keyOf(after), after: keyOf(before) })}
        />
        <Picker
          label={ui.comparisons.second}
          answers={answers}
          value={after}
          onChoose={(key) => setChosen({ before: keyOf(before), after: key })}
        />
      </div>
      {keyOf(before) === keyOf(after) ? (
        <Note tone="info">{ui.comparisons.same}</Note>
      ) : (
        <ComparisonView before={before} after={after} {...view} />
      )}
    </div>
  );
}

const keyOf = ({ runId, callId }: AnswerVersion): string => `${runId} ${callId ?? ''}`;

/** Another version of it, another answer to its question, or the one before it. */
function nearest(after: ComparableAnswer, answers: readonly ComparableAnswer[]): ComparableAnswer {
  const others = answers.filter((other) => keyOf(other) !== keyOf(after));
  const earlier = others.filter(({ at }) => at <= after.at);
  return (
    others.findLast(({ runId }) => runId === after.runId) ??
    others.find(({ question }) => question !== '' && question === after.question) ??
    earlier[0] ??
    others[0] ??
    after
  );
}

interface PickerProps {
  label: string;
  answers: readonly ComparableAnswer[];
  value: ComparableAnswer;
  onChoose(key: string): void;
}

function Picker({ label, answers, value, onChoose }: PickerProps) {
  const { ui } = useWords();
  const id = useId();
  const inMany = new Set(answers.map(({ threadId }) => threadId)).size > 1;
  const nameOf = ({ question, model, version, at, thread, threadId }: ComparableAnswer) =>
    [
      question.split('\n')[0] || ui.comparisons.byHand,
      ...(version > 1 ? [ui.comparisons.versionOf(version)] : []),
      ...(model === 'explore' || model === 'built-in' ? [] : [model]),
      ...(inMany && threadId !== answers.at(-1)?.threadId ? [thread] : []),
      formatTime(at),
    ].join(' · ');
  return (
    <div className={own.picker}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={keyOf(value)} onChange={(event) => onChoose(event.currentTarget.value)}>
        {answers.map((answer) => (
          <option key={keyOf(answer)} value={keyOf(answer)}>
            {nameOf(answer)}
          </option>
        ))}
      </Select>
    </div>
  );
}
