import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallId, ColumnMapping, Dataset, DatasetId, Rerun, RerunId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import { keys, useBridge, useClient } from '../../bridge';

/** Which file stands for which, and which of its columns for those that are gone. */
export interface ChosenFile {
  by: DatasetId;
  columns: ColumnMapping[];
}

/** The files of a thread, those that may take their places, and what is chosen so far. */
export function useReplacements(threadId: ThreadId) {
  const client = useClient();
  const bridge = useBridge();
  const [chosen, setChosen] = useState<ReadonlyMap<DatasetId, ChosenFile>>(new Map());
  const own = useQuery({
    queryKey: keys.datasetsOf(threadId),
    queryFn: () => client.datasets.ofThread({ threadId }),
  });
  const all = useQuery({ queryKey: keys.datasets, queryFn: () => client.datasets.list({}) });
  const choose = (datasetId: DatasetId, by: DatasetId | null) =>
    setChosen((known) => {
      const next = new Map(known);
      if (by === null) next.delete(datasetId);
      else next.set(datasetId, { by, columns: [] });
      return next;
    });
  const map = (datasetId: DatasetId, column: string, now: string | null) =>
    setChosen((known) => {
      const before = known.get(datasetId);
      if (!before) return known;
      const columns = [...before.columns.filter((one) => one.column !== column), { column, now }];
      return new Map(known).set(datasetId, { ...before, columns });
    });
  const upload = useMutation({
    mutationFn: async ({ datasetId, file }: { datasetId: DatasetId; file: File }) => {
      const sent = await bridge.upload(file, file.name, {});
      if (!sent.ok) throw new AppError(sent.error.code, sent.error.message);
      const [first] = await client.datasets.add({ fileId: sent.value.id });
      if (first) choose(datasetId, first.id);
    },
  });
  const known = own.data ?? [];
  const isOwn = (dataset: Dataset) => known.some(({ id }) => id === dataset.id);
  return {
    own: known,
    isPending: own.isPending || all.isPending,
    error: own.error ?? all.error ?? upload.error,
    others: (all.data ?? []).filter((dataset) => !isOwn(dataset) && dataset.status !== 'failed'),
    chosen,
    replacements: [...chosen].map(([datasetId, file]) => ({ datasetId, ...file })),
    choose,
    map,
    upload: (datasetId: DatasetId, file: File) => upload.mutate({ datasetId, file }),
    uploading: upload.isPending,
  };
}

/** How the chosen files differ; not asked before one is chosen. */
export function useRerunCheck(threadId: ThreadId, replacements: ReturnType<typeof useReplacements>['replacements']) {
  const client = useClient();
  return useQuery({
    queryKey: keys.rerunCheck(threadId, replacements),
    queryFn: () => client.reruns.check({ threadId, replacements }),
    enabled: replacements.length > 0,
  });
}

export function useStartRerun(onStarted: (rerun: Rerun) => void) {
  const client = useClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof client.reruns.start>[0]) => client.reruns.start(input),
    onSuccess: onStarted,
  });
}

export function useRerun(id: RerunId) {
  const client = useClient();
  return useQuery({ queryKey: keys.rerun(id), queryFn: () => client.reruns.get({ rerunId: id }) });
}

export function useRerunsOf(threadId: ThreadId) {
  const client = useClient();
  return useQuery({ queryKey: keys.reruns(threadId), queryFn: () => client.reruns.ofThread({ threadId }) });
}

export function useCallDifferences(before: CallId, after: CallId) {
  const client = useClient();
  return useQuery({
    queryKey: keys.callDifferences(before, after),
    queryFn: () => client.reruns.compareCalls({ before, after }),
  });
}
