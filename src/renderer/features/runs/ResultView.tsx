import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NumberSource, ResultSummary } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, DataTable, Failure, formatCount, Skeleton } from '../../ui';
import styles from './Runs.module.css';

const PAGE = 500;

interface ResultViewProps {
  result: ResultSummary;
  marked: NumberSource | null;
  open?: boolean;
}

/** The rows of a result, folded away until they are wanted; a number that leads here unfolds them at its cell. */
export function ResultView({ result, marked, open: openAtFirst = false }: ResultViewProps) {
  const [open, setOpen] = useState(openAtFirst);
  const shown = open || marked !== null;
  return (
    <div className={styles.result}>
      <Button look="quiet" size="small" aria-expanded={shown} onClick={() => setOpen(!shown)}>
        {shown ? 'Hide rows' : 'Show rows'}
      </Button>
      {result.truncated && (
        <span className={styles.cut}>The first {formatCount(result.rowCount)} rows; the query has more.</span>
      )}
      {shown && <Rows result={result} marked={marked} />}
    </div>
  );
}

function Rows({ result, marked }: { result: ResultSummary; marked: NumberSource | null }) {
  const client = useClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.result(result.id),
    queryFn: ({ pageParam }) => client.runs.result({ resultId: result.id, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (_page, _pages, offset) => (offset + PAGE < result.rowCount ? offset + PAGE : undefined),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading rows" widths={[100, 100, 100]} />;
  const table = { columns: result.columns, rows: data.pages.flatMap((page) => page.rows) };
  return (
    <>
      <DataTable table={table} label="Result" marked={marked} maxHeight={280} />
      {hasNextPage && (
        <Button look="quiet" size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more of {formatCount(result.rowCount)} rows
        </Button>
      )}
    </>
  );
}
