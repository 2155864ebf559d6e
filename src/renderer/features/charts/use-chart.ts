import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ChartId } from '#contract';
import { keys, useClient } from '../../bridge';

const PAGE = 60;

/** Read when it is wanted; what was read once stays. */
export function useChart(chartId: ChartId, wanted = true) {
  const client = useClient();
  return useQuery({ queryKey: keys.chart(chartId), queryFn: () => client.charts.get({ chartId }), enabled: wanted });
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
