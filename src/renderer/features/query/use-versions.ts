import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Call, CallId, ChartId, QueryProblem, RunId, RunWithSteps, ThreadId } from '#contract';
import type { Query } from '#contract/query';
import { keys, useClient } from '../../bridge';

/** A call that computed a query, with what was computed in its place since, oldest first. */
export interface AnswerVersions {
  origin: Call;
  /** The origin itself is the first of them. */
  versions: Call[];
  /** The charts of its run as they were answered. */
  charts: ChartId[];
  /** Its answer was written by the built-in analyst, whose one table is that of the result. */
  builtIn: boolean;
}

/** Of an answer of which no query is known, or none yet. */
export const NOT_ANALYZED: { origin: null; builtIn: false; charts: ChartId[]; versions: Call[] } = {
  origin: null,
  builtIn: false,
  charts: [],
  versions: [],
};

/** The queries of a run that were computed, each with its versions; none for no run. */
export function useAnalyses(threadId: ThreadId | null, runId: RunId | null): AnswerVersions[] {
  const client = useClient();
  const { data: runs } = useQuery({
    queryKey: threadId ? keys.runs(threadId) : ['runs', 'none'],
    queryFn: () => (threadId ? client.runs.ofThread({ threadId }) : []),
    enabled: threadId !== null,
  });
  const run = runs?.find(({ id }) => id === runId);
  return run ? analysesOf(run) : [];
}

function analysesOf(run: RunWithSteps): AnswerVersions[] {
  const calls = run.steps.flatMap((step) => step.calls);
  const charts = calls.flatMap(({ chartId }) => chartId ?? []);
  return calls
    .filter((call) => call.localOf === null && call.status === 'completed' && call.query !== undefined)
    .map((origin) => ({
      origin,
      charts,
      builtIn: run.model === 'built-in',
      versions: [origin, ...calls.filter((call) => call.localOf === origin.id && isVersion(call))],
    }));
}

/** Code that was run again stands with its step, and is no version of the answer. */
const isVersion = (call: Call): boolean => call.query !== undefined || call.input.startsWith('{"query":');

interface ShownVersion {
  shown: CallId;
  /** Those shown before it, and those that were gone back from, the nearest last. */
  past: CallId[];
  future: CallId[];
}

function stepBack({ shown, past, future }: ShownVersion): ShownVersion {
  const back = past.at(-1);
  return back === undefined
    ? { shown, past, future }
    : { shown: back, past: past.slice(0, -1), future: [...future, shown] };
}

function stepForward({ shown, past, future }: ShownVersion): ShownVersion {
  const ahead = future.at(-1);
  return ahead === undefined
    ? { shown, past, future }
    : { shown: ahead, past: [...past, shown], future: future.slice(0, -1) };
}

const isOver = ({ status }: Call): boolean => status === 'failed' || status === 'cancelled';

/** Which version of an answer is shown, and the ways to others. */
export function useVersions(
  threadId: ThreadId | null,
  { origin, versions, charts }: AnswerVersions | typeof NOT_ANALYZED,
) {
  const client = useClient();
  const cache = useQueryClient();
  const key = keys.shownVersion(origin?.id ?? null);
  const { data: kept } = useQuery<ShownVersion | null>({
    queryKey: key,
    queryFn: () => cache.getQueryData<ShownVersion>(key) ?? null,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: origin !== null,
  });
  const usable = versions.filter((version) => !isOver(version));
  const latest = usable.at(-1) ?? origin;
  const first = latest && { shown: latest.id, past: usable.slice(0, -1).map(({ id }) => id), future: [] };
  const state = kept ?? first;
  /** Keys may be quicker than the page is drawn. */
  const latestState = () => cache.getQueryData<ShownVersion | null>(key) ?? state;
  const show = useCallback((next: ShownVersion | null) => cache.setQueryData(key, next), [cache, key]);

  /** Which versions of the charts are looked at, where one was gone to. */
  const shownCharts = () =>
    charts.flatMap((id) => cache.getQueryData<{ shown: ChartId } | null>(keys.shownChart(id))?.shown ?? []);
  const find = (id: CallId | undefined) => versions.find((version) => version.id === id);
  const current = find(state?.shown);
  // What is still being computed, or failed, leaves in place what was there.
  const last =
    [...(state?.past ?? [])]
      .reverse()
      .map(find)
      .find((version) => version?.status === 'completed') ?? origin;
  const content = current?.status === 'completed' ? current : last;

  const compute = useMutation({
    mutationFn: async (query: Query): Promise<{ call: Call } | { problems: QueryProblem[] }> => {
      const { problems } = await client.queries.read({ threadId, query });
      if (problems.length > 0 || !origin) return { problems };
      return {
        call: await client.queries.compute({ callId: content?.id ?? origin.id, query, shownCharts: shownCharts() }),
      };
    },
    onSuccess: (result) => {
      if (!('call' in result)) return;
      const before = latestState();
      show({ shown: result.call.id, past: before ? [...before.past, before.shown] : [], future: [] });
    },
  });
  const order = usable.map(({ id }) => id);
  const step = (to: (from: ShownVersion) => ShownVersion) => {
    const from = latestState();
    if (from) show(to(from));
  };
  return {
    content,
    running: compute.isPending || current?.status === 'running' || (kept !== undefined && kept !== null && !current),
    failed: current && isOver(current) ? current : null,
    /** What is being computed; null where nothing is. */
    pending: compute.isPending || current?.status === 'running' ? (compute.variables ?? null) : null,
    problems: compute.data && 'problems' in compute.data ? compute.data.problems : [],
    error: compute.error,
    change: compute.mutate,
    at: Math.max(1, content ? order.indexOf(content.id) + 1 : 1),
    of: order.length,
    undo: state?.past.length ? () => step(stepBack) : null,
    redo: state?.future.length ? () => step(stepForward) : null,
    stop: () => current && client.runs.stopCode({ callId: current.id }),
  };
}
