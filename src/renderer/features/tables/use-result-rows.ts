import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Cell, ResultPage, ResultView } from '#contract';
import { keys, useClient } from '../../bridge';

const PAGE = 100;
/** Rows that are only scrolled past are not asked for. */
const REST_MS = 60;

/** Rows from `first` to `last`, both included. */
export interface RowRange {
  first: number;
  last: number;
}

/** A view of a result, of which the rows in range are read. While another view is read, the one before stays. */
export function useResultRows(view: ResultView) {
  const client = useClient();
  const [range, setRange] = useState<RowRange>({ first: 0, last: 0 });
  const wanted = useRested(range);
  const read = useCallback(
    async (page: number) => ({ ...(await client.results.page({ ...view, offset: page * PAGE, limit: PAGE })), view }),
    [client, view],
  );
  const head = useQuery({
    queryKey: keys.resultRows(view, 0),
    queryFn: () => read(0),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const settled = head.data?.view ?? view;
  const pages = useMemo(() => pagesIn(wanted, head.data?.matching ?? 0), [wanted, head.data?.matching]);
  const others = useQueries({
    queries: pages.map((page) => ({
      queryKey: keys.resultRows(settled, page),
      queryFn: () => client.results.page({ ...settled, offset: page * PAGE, limit: PAGE }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    })),
  });
  const known = new Map<number, ResultPage>(head.data ? [[0, head.data]] : []);
  for (const [index, page] of pages.entries()) {
    const data = others[index]?.data;
    if (data) known.set(page, data);
  }
  const rowAt = (row: number): readonly Cell[] | undefined => known.get(Math.floor(row / PAGE))?.rows[row % PAGE];
  const lengthAt = (row: number, column: number): number | undefined =>
    known.get(Math.floor(row / PAGE))?.cut?.find((cut) => cut.row === row % PAGE && cut.column === column)?.length;
  return {
    head: head.data,
    error: head.error ?? others.find(({ error }) => error)?.error ?? null,
    retry: () => void head.refetch(),
    /** Another view than the one that is shown is being read. */
    waiting: head.isPlaceholderData,
    rowAt,
    lengthAt,
    setRange,
  };
}

function pagesIn({ first, last }: RowRange, count: number): number[] {
  const end = Math.min(last, count - 1);
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE); page * PAGE <= end; page += 1) if (page > 0) pages.push(page);
  return pages;
}

function useRested(range: RowRange): RowRange {
  const [rested, setRested] = useState(range);
  const { first, last } = range;
  useEffect(() => {
    const timer = setTimeout(() => setRested({ first, last }), REST_MS);
    return () => clearTimeout(timer);
  }, [first, last]);
  return rested;
}
