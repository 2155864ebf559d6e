import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ChartId } from '#contract';
import { keys, useClient } from '../../bridge';

const PAGE = 60;

export function useChart(chartId: ChartId) {
  const client = useClient();
  return useQuery({ queryKey: keys.chart(chartId), queryFn: () => client.charts.get({ chartId }) });
}

export function useCharts() {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: keys.charts,
    queryFn: ({ pageParam }) =>
      client.charts.list({ limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as ChartId | null,
    getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.id : undefined),
  });
  return { ...query, charts: query.data?.pages.flat() ?? [] };
}
