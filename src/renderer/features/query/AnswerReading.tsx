import { type ReactNode, useEffect, useState } from 'react';
import type { PlacedFact, RunId } from '#contract';
import { problemWords, readingLine } from '#words';
import { useClient } from '../../bridge';
import { Button, Failure, Note, ReadingShown, useThreadActions, useWords } from '../../ui';
import { failureText } from './failure-text';
import styles from './Query.module.css';
import { ReadingLine } from './ReadingLine';
import { useOtherReadings } from './use-other-readings';
import { useReading } from './use-query';
import { useUndoKeys } from './use-undo-keys';
import { type AnswerVersions, useAnalyses, useVersions } from './use-versions';
import { VersionView } from './VersionView';

/** An answer below the line of how its question was read; where another version is shown, that stands in its place. */
interface AnswerReadingProps {
  runId: RunId;
  /** What the answer says as data. */
  facts: readonly PlacedFact[];
  children: ReactNode;
}

export function AnswerReading({ runId, facts, children }: AnswerReadingProps) {
  const { threadId } = useThreadActions();
  const analyses = useAnalyses(threadId, runId);
  const last = analyses.at(-1);
  if (!last) return children;
  return (
    <>
      {analyses.slice(0, -1).map((analyzed) => (
        <Analysis key={analyzed.origin.id} analyzed={analyzed} facts={NO_FACTS}>
          {null}
        </Analysis>
      ))}
      <Analysis analyzed={last} facts={facts}>
        {children}
      </Analysis>
    </>
  );
}

const NO_FACTS: readonly PlacedFact[] = [];

interface AnalysisProps {
  analyzed: AnswerVersions;
  facts: readonly PlacedFact[];
  children: ReactNode;
}

function Analysis({ analyzed, facts, children }: AnalysisProps) {
  const { threadId } = useThreadActions();
  const client = useClient();
  const words = useWords();
  const place = { threadId, datasetIds: [] };
  const versions = useVersions(threadId, analyzed);
  const frame = useUndoKeys(versions);
  const { content } = versions;
  const query = versions.pending ?? content.query?.query ?? null;
  const { data: reading } = useReading(place, query);
  const { data: contentReading } = useReading(place, content.query?.query ?? null);
  const unsure = useOtherReadings(place, facts, reading ?? undefined);
  if (!query || !reading || !contentReading || !content.query) return children;
  const remove = async (slot: string) => {
    const { choices } = await client.queries.choices({ ...place, query, slot });
    const removed = choices.find(({ label }) => label.code === 'remove' || label.code === 'all');
    if (removed?.query) versions.change(removed.query);
  };
  const isOriginal = content.id === analyzed.origin.id && analyzed.origin.name !== 'explore';
  return (
    <div ref={frame} className={styles.analysis}>
      <ReadingLine
        place={place}
        query={query}
        reading={reading}
        label={`How this was read: ${readingLine(words, reading)}`}
        // Whoever has changed it knows what is meant.
        {...(content.id === analyzed.origin.id ? { unsure } : {})}
        versions={versions}
        onChange={versions.change}
        onRemove={(slot) => void remove(slot)}
        end={versions.running && <Computing onStop={versions.stop} />}
      />
      {versions.problems.length > 0 && (
        <Note tone="warn" live>
          {versions.problems.map((problem) => problemWords(words, problem)).join(' ')}
        </Note>
      )}
      {versions.error && <Failure error={versions.error} />}
      {versions.failed && (
        <Note tone="bad" live>
          {failureText(versions.failed, words)}
        </Note>
      )}
      <div className={styles.content} data-waiting={versions.running || undefined} aria-busy={versions.running}>
        {isOriginal ? (
          <ReadingShown value>{children}</ReadingShown>
        ) : (
          <VersionView call={content} analysis={content.query} names={contentReading.names} />
        )}
      </div>
    </div>
  );
}

const SLOW_MS = 400;

/** Said only of what takes its time. */
function Computing({ onStop }: { onStop(): void }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <span className={styles.computing} role="status">
      Computing …{' '}
      <Button look="quiet" size="small" onClick={onStop}>
        Stop
      </Button>
    </span>
  );
}
