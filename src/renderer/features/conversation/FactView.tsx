import type { AnswerFact, RunId } from '#contract';
import { isCaveat } from '#contract/stretches';
import { factWords, offeredQuestions } from '#words';
import { Button, Note, useAnswerTable, useReadingShown, useThreadActions, useWords } from '../../ui';
import styles from './Conversation.module.css';

interface FactViewProps {
  fact: AnswerFact;
  /** The run whose answer says it. */
  runId: RunId | null;
}

/** What an answer says as data, in the words of the window, with the way to what it is about. */
export function FactView({ fact, runId }: FactViewProps) {
  const words = useWords();
  const { FactAction, WhichReading } = useThreadActions();
  const readingShown = useReadingShown();
  const table = useAnswerTable();
  if (fact.code === 'reading')
    return readingShown ? null : <Reading sentence={factWords(words, fact)} reading={fact.text} />;
  if (fact.code === 'other_readings' && readingShown) return null;
  // All of them are there.
  if (fact.code === 'rows_shown' && table !== null) return null;
  if (fact.code === 'which_reading' || fact.code === 'near_readings')
    return (
      <div className={styles.offers}>
        <p>{fact.code === 'which_reading' ? words.whichLead() : words.nearLead()}</p>
        <WhichReading readings={fact.readings} />
      </div>
    );
  if (fact.code === 'offers') return <Offers questions={offeredQuestions(words, fact)} />;
  const sentence = (
    <p className={styles.fact}>
      {factWords(words, fact)} <FactAction fact={fact} runId={runId} />
    </p>
  );
  return isCaveat(fact) ? <Note tone="warn">{sentence}</Note> : sentence;
}

/** The reading itself stands out, wherever the sentence has it. */
function Reading({ sentence, reading }: { sentence: string; reading: string }) {
  const at = sentence.lastIndexOf(reading);
  return (
    <p className={styles.reading}>
      {at === -1 ? (
        sentence
      ) : (
        <>
          {sentence.slice(0, at)}
          <b>{reading}</b>
          {sentence.slice(at + reading.length)}
        </>
      )}
    </p>
  );
}

function Offers({ questions }: { questions: readonly string[] }) {
  const words = useWords();
  const { ask } = useThreadActions();
  if (questions.length === 0) return null;
  return (
    <div className={styles.offers}>
      <p>{words.offersLead()}</p>
      {questions.map((question) => (
        <Button key={question} size="small" disabled={ask === null} onClick={() => ask?.(question)}>
          {question}
        </Button>
      ))}
    </div>
  );
}
