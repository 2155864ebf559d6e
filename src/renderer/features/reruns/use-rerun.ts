import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CallId, ColumnMapping, Dataset, DatasetId, ReportId, ReportRerunId, RerunId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import { keys, useBridge, useClient } from '../../bridge';

/** Which file stands for which, and which of its columns for those that are gone. */
export interface ChosenFile {
  by: DatasetId;
  columns: ColumnMapping[];
}

/** What is run again. */
export type Work = { threadId: ThreadId } | { reportId: ReportId };

/** Takes a file of data into the library; of a workbook its first sheet. */
export function useDataUpload() {
  const client = useClient();
  const bridge = useBridge();
  return async (file: File): Promise<DatasetId | null> => {
    const sent = await bridge.upload(file, file.name, {});
    if (!sent.ok) throw new AppError(sent.error.code, sent.error.message);
    const [first] = await client.datasets.add({ fileId: sent.value.id });
    return first?.id ?? null;
  };
}

/** The files of a thread or a report, those that may take their places, and what is chosen so far. */
export function useReplacements(work: Work, by: DatasetId | null) {
  const client = useClient();
  const take = useDataUpload();
  const [chosen, setChosen] = useState<ReadonlyMap<DatasetId, ChosenFile>>(new Map());
  const own = useQuery({
    queryKey: 'threadId' in work ? keys.datasetsOf(work.threadId) : keys.reportFiles(work.reportId),
    queryFn: () => ('threadId' in work ? client.datasets.ofThread(work) : client.reportReruns.files(work)),
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
      const id = await take(file);
      if (id) choose(datasetId, id);
    },
  });
  const known = own.data ?? [];
  // Where there is one file only, it is clear which one the new file stands for.
  const only = known.length === 1 ? known[0]?.id : undefined;
  const isTaken = useRef(false);
  useEffect(() => {
    if (!by || !only || isTaken.current) return;
    isTaken.current = true;
    setChosen(new Map([[only, { by, columns: [] }]]));
  }, [by, only]);
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
export function useRerunCheck(work: Work, replacements: ReturnType<typeof useReplacements>['replacements']) {
  const client = useClient();
  return useQuery({
    queryKey: keys.rerunCheck(work, replacements),
    queryFn: () =>
      'threadId' in work
        ? client.reruns.check({ ...work, replacements })
        : client.reportReruns.check({ ...work, replacements }),
    enabled: replacements.length > 0,
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

export function useReportRerun(id: ReportRerunId) {
  const client = useClient();
  return useQuery({
    queryKey: keys.reportRerun(id),
    queryFn: () => client.reportReruns.get({ reportRerunId: id }),
  });
}

export function useReportRerunsOf(reportId: ReportId) {
  const client = useClient();
  return useQuery({
    queryKey: keys.reportReruns(reportId),
    queryFn: () => client.reportReruns.ofReport({ reportId }),
  });
}
