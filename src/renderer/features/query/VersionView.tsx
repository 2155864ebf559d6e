import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Call, CallQuery, QueryFact, ReadingNames } from '#contract';
import { queryFactWords } from '#words';
import { keys, useClient } from '../../bridge';
import { COPIED, Failure, figureText, Note, Skeleton, useThreadActions, useWords, withUnit } from '../../ui';
import { AnalyzedTable } from './AnalyzedTable';
import styles from './Query.module.css';

/** Facts that a reader has to see before using the figures; the others only explain them. */
const CAVEATS: ReadonlySet<QueryFact['code']> = new Set([
  'ties',
  'ties_within',
  'period_incomplete',
  'unmatched',
  'repeated_by_join',
  'negative_parts',
  'several_at_moment',
  'result_cut',
]);

interface VersionViewProps {
  call: Call;
  analysis: CallQuery;
  names: ReadingNames;
}

/** What was computed: its figures in a sentence or a table, its chart, and what to know of them. */
export function VersionView({ call, analysis, names }: VersionViewProps) {
  const client = useClient();
  const words = useWords();
  const { Chart, showResult } = useThreadActions();
  const { result } = call;
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.result(call.result?.id ?? ('none' as never)), 'first'],
    queryFn: () => (result ? client.runs.result({ resultId: result.id, offset: 0, limit: 1 }) : null),
    enabled: result !== null,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!result || !data) return <Skeleton label={words.ui.query.loadingResult} widths={[100, 100, 100]} />;
  const { columns } = analysis;
  const titles = columns.map((column) => withUnit(words.chips.column(column, names), column));
  const isSingle = result.rowCount === 1 && columns.length <= 4 && !analysis.query.by?.length && !analysis.query.rows;
  return (
    <>
      {result.rowCount === 0 && <p className={styles.sentence}>{words.ui.query.noRows}</p>}
      {isSingle && (
        <p className={styles.sentence}>
          {columns.map((column, at) => (
            <Fragment key={column.name}>
              {at > 0 && ' · '}
              {titles[at]}:{' '}
              <button
                type="button"
                {...COPIED}
                className={styles.figure}
                title={words.ui.query.whereFrom}
                onClick={() => showResult({ resultId: result.id, cell: { row: 0, column: at } })}
              >
                {figureText(column, data.rows[0]?.[at] ?? null, words) || words.ui.common.emptyCell}
              </button>
            </Fragment>
          ))}
        </p>
      )}
      {call.chartId && <Chart chartId={call.chartId} />}
      {result.rowCount > 0 && !isSingle && <AnalyzedTable call={call} names={names} />}
      <Facts facts={analysis.facts} names={names} />
    </>
  );
}

function Facts({ facts, names }: { facts: readonly QueryFact[]; names: ReadingNames }) {
  const words = useWords();
  // That all rows count goes without saying.
  const worthTelling = facts.filter((fact) => fact.code !== 'rows_used' || fact.used < fact.of);
  return worthTelling.map((fact, at) => {
    const sentence = queryFactWords(words, fact, names);
    return CAVEATS.has(fact.code) ? (
      <Note key={at} tone="warn">
        {sentence}
      </Note>
    ) : (
      <p key={at} className={styles.aside}>
        {sentence}
      </p>
    );
  });
}
