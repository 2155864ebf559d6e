import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Call, FoundPassage, Why } from '#contract';
import { numberText, placeText, type Words } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, Skeleton, useThreadActions, useWords } from '../../ui';
import { excerptOf, wordsOf } from './excerpt';
import styles from './Search.module.css';

const SHOWN = 5;

/** What was searched for in documents, what was found, and why just that. */
export function SearchView({ call }: { call: Call }) {
  const { ui } = useWords();
  const client = useClient();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.found(call.id),
    queryFn: () => client.documents.found({ callId: call.id }),
    enabled: call.status !== 'running',
  });
  const queries = queriesOf(call.input);
  const shown = all ? data : data?.slice(0, SHOWN);
  return (
    <div className={styles.search}>
      {queries.length > 0 && (
        <p className={styles.queries}>
          {ui.runs.searchedFor}{' '}
          {queries.map((query, index) => (
            <q key={index}>{query}</q>
          ))}
        </p>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {call.status !== 'running' && !data && !error && <Skeleton label={ui.runs.loadingPassages} widths={[100, 90]} />}
      {data && <p className={styles.count}>{data.length === 0 ? ui.runs.noPassage : ui.runs.passages(data.length)}</p>}
      <ol className={styles.passages} aria-label={ui.runs.passagesFound}>
        {shown?.map((passage, index) => (
          <li key={index}>
            <Passage passage={passage} />
          </li>
        ))}
      </ol>
      {data && data.length > SHOWN && (
        <Button look="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? ui.runs.showFewer : ui.runs.showAll(data.length)}
        </Button>
      )}
    </div>
  );
}

function Passage({ passage }: { passage: FoundPassage }) {
  const words = useWords();
  const { ui } = words;
  const { openSource } = useThreadActions();
  const { documentId, name, place, score, text, why } = passage;
  const onOpen = () => openSource({ documentId, name, place, quote: text });
  const where = placeText(words, name, place);
  return (
    <>
      <button type="button" className={styles.passage} title={ui.runs.openInDocument} onClick={onOpen}>
        <span className={styles.from}>
          <b title={name}>{name}</b>
          <span className={styles.where}>{where}</span>
          <span className={styles.score} title={ui.runs.fit}>
            {numberText(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
          </span>
        </span>
        <span className={styles.words}>
          {excerptOf(text, why?.terms ?? []).map(({ text: piece, hit }, index) =>
            hit ? <strong key={index}>{piece}</strong> : piece,
          )}
        </span>
      </button>
      {why && <p className={styles.why}>{reasons(ui.runs, why, text)}</p>}
    </>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The parts of a score as a sentence. */
function reasons(
  words: Words['ui']['runs'],
  { terms, coverage, phrase, title, similarity }: Why,
  text: string,
): string {
  return [
    terms.length > 0 ? words.hasWords(wordsOf(text, terms), percent(coverage)) : words.hasNoWords,
    ...(phrase > 0 ? [words.wordPairs(percent(phrase))] : []),
    ...(title > 0 ? [words.inFileName(percent(title))] : []),
    ...(similarity === null ? [] : [words.alike(percent(similarity))]),
  ].join(' · ');
}

function queriesOf(input: string): string[] {
  try {
    const parsed: unknown = JSON.parse(input);
    const queries: unknown = typeof parsed === 'object' && parsed !== null && 'queries' in parsed ? parsed.queries : [];
    return Array.isArray(queries) ? queries.map(String) : [];
  } catch {
    return [];
  }
}
