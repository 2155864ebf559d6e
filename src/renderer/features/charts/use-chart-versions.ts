import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Chart, ChartId, ChartLook } from '#contract';
import { keys, useClient } from '../../bridge';
import { tellFailure, useWords } from '../../ui';
import { useChart } from './use-chart';

interface ShownChart {
  shown: ChartId;
  /** Those shown before it, and those that were gone back from, the nearest last. */
  past: ChartId[];
  future: ChartId[];
}

/** A chart with its versions: which is shown, the newest at first, and the ways to others. */
export function useChartVersions(chartId: ChartId, wanted: boolean) {
  const client = useClient();
  const cache = useQueryClient();
  const words = useWords();
  const { data, error, refetch } = useChart(chartId, wanted);
  const key = keys.shownChart(chartId);
  const { data: kept = null } = useQuery<ShownChart | null>({
    queryKey: key,
    queryFn: () => cache.getQueryData<ShownChart>(key) ?? null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const versions = data?.versions.length ? data.versions : data ? [data.chart] : [];
  const first = (): ShownChart => ({
    shown: versions.at(-1)?.id ?? chartId,
    past: versions.slice(0, -1).map(({ id }) => id),
    future: [],
  });
  const state = kept ?? first();
  const show = (next: ShownChart) => cache.setQueryData(key, next);
  const latest = (): ShownChart => cache.getQueryData<ShownChart | null>(key) ?? first();
  const change = useMutation({
    mutationFn: (look: ChartLook) => client.charts.change({ chartId, look }),
    onSuccess: async (chart) => {
      await cache.invalidateQueries({ queryKey: keys.chart(chartId) });
      const before = latest();
      show({ shown: chart.id, past: [...before.past, before.shown], future: [] });
    },
    onError: (failure) => tellFailure(words.chart.editor.failed(), failure),
    // One after the other, each a version.
    scope: { id: `chart ${chartId}` },
  });
  const at = versions.findIndex(({ id }) => id === state.shown);
  const shown: Chart | undefined = versions[at] ?? versions.at(-1);
  // What is being kept is drawn already.
  const look = change.isPending ? change.variables : shown?.spec.look;
  return {
    data,
    error,
    refetch,
    chart: shown && change.isPending ? withLook(shown, look ?? {}) : shown,
    look: look ?? {},
    change: change.mutate,
    at: (at === -1 ? versions.length - 1 : at) + 1,
    of: versions.length,
    undo: state.past.length > 0 ? () => show(back(latest())) : null,
    redo: state.future.length > 0 ? () => show(forward(latest())) : null,
  };
}

function withLook(chart: Chart, look: ChartLook): Chart {
  return { ...chart, spec: { ...chart.spec, look } };
}

function back({ shown, past, future }: ShownChart): ShownChart {
  const to = past.at(-1);
  return to === undefined
    ? { shown, past, future }
    : { shown: to, past: past.slice(0, -1), future: [...future, shown] };
}

function forward({ shown, past, future }: ShownChart): ShownChart {
  const to = future.at(-1);
  return to === undefined
    ? { shown, past, future }
    : { shown: to, past: [...past, shown], future: future.slice(0, -1) };
}
