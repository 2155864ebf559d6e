import { type ReactNode, useEffect, useState } from 'react';
import type { PlacedFact, QueryReading, RunId } from '#contract';
import type { Query } from '#contract/query';
import { problemWords, readingLine, readingTitle } from '#words';
import { useClient } from '../../bridge';
import {
  AnswerNames,
  AnswerTable,
  AnswerTitle,
  Button,
  Failure,
  Note,
  ReadingShown,
  useThreadActions,
  useWords,
} from '../../ui';
import { AnalyzedTable } from './AnalyzedTable';
import { failureText } from './failure-text';
import styles from './Query.module.css';
import { ReadingLine } from './ReadingLine';
import { useOtherReadings } from './use-other-readings';
import { useReading } from './use-query';
import { useUndoKeys } from './use-undo-keys';
import { type AnswerVersions, NOT_ANALYZED, useAnalyses, useVersions } from './use-versions';
import { VersionView } from './VersionView';

/** An answer below the line of how its question was read; where another version is shown, that stands in its place. */
interface AnswerReadingProps {
  /** Null for an answer that stands without. */
  runId: RunId | null;
  /** What the answer says as data. */
  facts: readonly PlacedFact[];
  children: ReactNode;
}

/** The answer has the same place from the first, so that it is not drawn anew when it is known how its question was read. */
export function AnswerReading({ runId, facts, children }: AnswerReadingProps) {
  const { threadId } = useThreadActions();
  const analyses = useAnalyses(threadId, runId);
  return (
    <>
      {analyses.slice(0, -1).map((analyzed) => (
        <Analysis key={analyzed.origin.id} runId={runId} analyzed={analyzed} facts={NO_FACTS}>
          {null}
        </Analysis>
      ))}
      <Analysis runId={runId} analyzed={analyses.at(-1) ?? NOT_ANALYZED} facts={facts}>
        {children}
      </Analysis>
    </>
  );
}

const NO_FACTS: readonly PlacedFact[] = [];

interface AnalysisProps {
  runId: RunId | null;
  analyzed: AnswerVersions | typeof NOT_ANALYZED;
  facts: readonly PlacedFact[];
  /** The answer as it was given. */
  children: ReactNode;
}

function Analysis({ runId, analyzed, facts, children }: AnalysisProps) {
  const { threadId, openComparison } = useThreadActions();
  const words = useWords();
  const versions = useVersions(threadId, analyzed);
  const frame = useUndoKeys(versions);
  const place = { threadId, datasetIds: [] };
  const { content } = versions;
  const analysis = content?.query;
  const query = versions.pending ?? analysis?.query ?? null;
  const { data: reading } = useReading(place, query);
  const { data: contentReading } = useReading(place, analysis?.query ?? null);
  const isRead = query !== null && !!reading && !!contentReading && !!analysis;
  const isOriginal = content?.id === analyzed.origin?.id && analyzed.origin?.name !== 'explore';
  if (!isRead && children === null) return null;
  const table = isRead && analyzed.builtIn ? <AnalyzedTable call={content} names={contentReading.names} /> : null;
  return (
    <div ref={frame} className={styles.analysis}>
      {isRead && (
        <AnalysisHead
          query={query}
          reading={reading}
          // Whoever has changed it knows what is meant.
          facts={content.id === analyzed.origin?.id ? facts : NO_FACTS}
          versions={versions}
          onCompare={() => runId && openComparison({ runId, callId: content.localOf === null ? null : content.id })}
        />
      )}
      <div className={styles.content} data-waiting={versions.running || undefined} aria-busy={versions.running}>
        <AnswerNames value={isRead && analyzed.builtIn ? contentReading.names : null}>
          <AnswerTitle value={isRead && analyzed.builtIn ? readingTitle(words, contentReading) : null}>
            {isRead && !isOriginal ? (
              <VersionView call={content} analysis={analysis} names={contentReading.names} />
            ) : (
              <ReadingShown value={isRead}>
                <AnswerTable value={table}>{children}</AnswerTable>
              </ReadingShown>
            )}
          </AnswerTitle>
        </AnswerNames>
      </div>
    </div>
  );
}

interface AnalysisHeadProps {
  query: Query;
  reading: QueryReading;
  facts: readonly PlacedFact[];
  versions: ReturnType<typeof useVersions>;
  onCompare(): void;
}

/** How the question was read, and why another one was not computed. */
function AnalysisHead({ query, reading, facts, versions, onCompare }: AnalysisHeadProps) {
  const { threadId } = useThreadActions();
  const client = useClient();
  const words = useWords();
  const place = { threadId, datasetIds: [] };
  const unsure = useOtherReadings(place, facts, reading);
  const remove = async (slot: string) => {
    const { choices } = await client.queries.choices({ ...place, query, slot });
    const removed = choices.find(({ label }) => label.code === 'remove' || label.code === 'all');
    if (removed?.query) versions.change(removed.query);
  };
  return (
    <>
      <ReadingLine
        place={place}
        query={query}
        reading={reading}
        label={words.ui.query.readAs(readingLine(words, reading))}
        unsure={unsure}
        versions={{ ...versions, compare: onCompare }}
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
    </>
  );
}

const SLOW_MS = 400;

/** Said only of what takes its time. */
function Computing({ onStop }: { onStop(): void }) {
  const { ui } = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <span className={styles.computing} role="status">
      {ui.query.computing}{' '}
      <Button look="quiet" size="small" onClick={onStop}>
        {ui.common.stop}
      </Button>
    </span>
  );
}
