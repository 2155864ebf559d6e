import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Dataset, DatasetId, FileId, StoredFile } from '#contract';
import { AppError } from '#contract/result';
import { keys, useBridge, useClient } from '../../bridge';
import { messageOf, useWords } from '../../ui';

/** A file on its way: sent, then read and profiled. */
export interface PendingUpload {
  key: string;
  name: string;
  bytes: number;
  sent: number;
  error: AppError | null;
  stop(): void;
}

export interface Attachments {
  uploads: PendingUpload[];
  datasets: Dataset[];
  ids: DatasetId[];
  /** What cannot be read cannot be asked about, and is not sent along. */
  readyIds: DatasetId[];
  /** Something is still being sent or read. */
  busy: boolean;
  addFiles(files: Iterable<File>): void;
  addSample(name: string): Promise<void>;
  /** A file that is kept here already. */
  addKept(fileId: FileId): Promise<void>;
  remove(...ids: DatasetId[]): void;
  dismiss(key: string): void;
  clear(): void;
  error: string | null;
}

/**
 * The files of a message that has not been sent. `ids` and `setIds` are the draft's, so that a reload keeps them. A file
 * that `takeOther` says it has taken is no data.
 */
export function useAttachments(
  ids: DatasetId[],
  setIds: (change: (ids: DatasetId[]) => DatasetId[]) => void,
  takeOther: (file: StoredFile) => Promise<boolean>,
): Attachments {
  const { ui } = useWords();
  const client = useClient();
  const bridge = useBridge();
  const [uploads, setUploads] = useState<PendingUpload[]>([]);
  const [error, setError] = useState<string | null>(null);
  const datasets = useQueries({
    queries: ids.map((datasetId) => ({
      queryKey: keys.dataset(datasetId),
      queryFn: () => client.datasets.get({ datasetId }),
    })),
  }).flatMap((query) => query.data ?? []);

  const attach = useCallback(
    (added: readonly Dataset[]) => setIds((known) => [...new Set([...known, ...added.map(({ id }) => id)])]),
    [setIds],
  );
  const change = useCallback(
    (key: string, to: Partial<PendingUpload>) =>
      setUploads((known) => known.map((one) => (one.key === key ? { ...one, ...to } : one))),
    [],
  );
  const dismiss = useCallback((key: string) => setUploads((known) => known.filter((one) => one.key !== key)), []);

  const send = useCallback(
    async (file: File) => {
      const stop = new AbortController();
      const key = crypto.randomUUID();
      setUploads((known) => [
        ...known,
        { key, name: file.name, bytes: file.size, sent: 0, error: null, stop: () => stop.abort() },
      ]);
      const result = await bridge.upload(file, file.name, {
        signal: stop.signal,
        onProgress: (sent) => change(key, { sent }),
      });
      if (!result.ok)
        return result.error.code === 'cancelled' ? dismiss(key) : change(key, { error: AppError.from(result.error) });
      try {
        if (!(await takeOther(result.value))) attach(await client.datasets.add({ fileId: result.value.id }));
        dismiss(key);
      } catch (failure) {
        change(key, {
          error: failure instanceof AppError ? failure : new AppError('internal', messageOf(failure, ui)),
        });
      }
    },
    [bridge, client, attach, change, dismiss, takeOther, ui],
  );

  const attachNew = useCallback(
    async (adding: Promise<Dataset[]>) => {
      setError(null);
      try {
        attach(await adding);
      } catch (failure) {
        setError(messageOf(failure, ui));
      }
    },
    [attach, ui],
  );
  const addKept = useCallback((fileId: FileId) => attachNew(client.datasets.add({ fileId })), [attachNew, client]);

  return {
    uploads,
    datasets,
    ids,
    readyIds: datasets.filter((one) => one.status === 'ready').map((one) => one.id),
    busy: uploads.some((one) => one.error === null) || datasets.some((one) => one.status === 'reading'),
    addFiles: (files) => {
      setError(null);
      for (const file of files) void send(file);
    },
    addSample: (name) => attachNew(client.datasets.addSample({ name })),
    addKept,
    remove: (...gone) => {
      for (const { id, status } of datasets)
        if (status === 'reading' && gone.includes(id))
          void client.datasets.cancel({ datasetId: id }).catch(() => undefined);
      setIds((known) => known.filter((one) => !gone.includes(one)));
    },
    dismiss,
    clear: () => setIds(() => []),
    error,
  };
}
