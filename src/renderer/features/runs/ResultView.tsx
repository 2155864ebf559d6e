import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResultSummary } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, DataTable, Failure, formatCount, type ResultTarget, Skeleton } from '../../ui';
import styles from './Runs.module.css';

const PAGE = 500;

interface ResultViewProps {
  result: ResultSummary;
  marked: ResultTarget | null;
  open?: boolean;
}

/** The rows of a result, folded away until they are wanted; what leads here unfolds them, a number at its cell. */
export function ResultView({ result, marked, open: openAtFirst = false }: ResultViewProps) {
  const [open, setOpen] = useState(openAtFirst || marked !== null);
  const [before, setBefore] = useState(marked);
  if (marked !== before) {
    setBefore(marked);
    if (marked) setOpen(true);
  }
  return (
    <div className={styles.result}>
      <Button look="quiet" size="small" data-unfolds="" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide rows' : 'Show rows'}
      </Button>
      {result.truncated && (
        <span className={styles.cut}>The first {formatCount(result.rowCount)} rows; the query has more.</span>
      )}
      {open && <Rows result={result} marked={marked?.cell ?? null} />}
    </div>
  );
}

function Rows({ result, marked }: { result: ResultSummary; marked: ResultTarget['cell'] }) {
  const client = useClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.result(result.id),
    queryFn: ({ pageParam }) => client.runs.result({ resultId: result.id, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (_page, _pages, offset) => (offset + PAGE < result.rowCount ? offset + PAGE : undefined),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading rows" widths={[100, 100, 100]} />;
  const cut = data.pages.flatMap((page, n) => page.cut?.map((cell) => ({ ...cell, row: cell.row + n * PAGE })) ?? []);
  const table = { columns: result.columns, rows: data.pages.flatMap((page) => page.rows), cut };
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
