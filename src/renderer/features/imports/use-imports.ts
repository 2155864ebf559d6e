import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportId, ImportOutcome } from '#contract';
import { AppError } from '#contract/result';
import { keys, useBridge, useClient } from '../../bridge';
import { tellFailure, useWords } from '../../ui';

/** A file on its way in, before it is read. */
export interface ImportUpload {
  name: string;
  bytes: number;
  sent: number;
  stop(): void;
}

/** Sends a file and has it read; kept beside the pages, as the analyst may go on elsewhere meanwhile. */
export function useImportBeginning() {
  const bridge = useBridge();
  const client = useClient();
  const cache = useQueryClient();
  const { ui } = useWords();
  const show = (upload: ImportUpload | null) => cache.setQueryData(keys.importUpload, upload);
  const begin = async (file: File): Promise<void> => {
    const controller = new AbortController();
    const upload = { name: file.name, bytes: file.size, stop: () => controller.abort() };
    show({ ...upload, sent: 0 });
    const onProgress = (sent: number) => show({ ...upload, sent });
    const sent = await bridge.upload(file, file.name, { signal: controller.signal, onProgress });
    show(null);
    if (!sent.ok) {
      if (sent.error.code !== 'cancelled')
        tellFailure(ui.imports.failed, new AppError(sent.error.code, sent.error.message));
      return;
    }
    try {
      await client.imports.begin({ fileId: sent.value.id });
    } catch (error) {
      tellFailure(ui.imports.failed, error);
    }
    await cache.invalidateQueries({ queryKey: keys.imports });
  };
  return { begin };
}

export function useImportUpload(): ImportUpload | null {
  const cache = useQueryClient();
  const { data } = useQuery<ImportUpload | null>({
    queryKey: keys.importUpload,
    queryFn: () => cache.getQueryData<ImportUpload>(keys.importUpload) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}

/** Newest first. */
export function useImports() {
  const client = useClient();
  return useQuery({ queryKey: keys.imports, queryFn: () => client.imports.list({}) });
}

export function useImportItems(importId: ImportId, outcome: ImportOutcome | null) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: keys.importItems(importId, outcome),
    queryFn: ({ pageParam }) =>
      client.imports.items({ importId, after: pageParam, ...(outcome === null ? {} : { outcome }) }),
    initialPageParam: 0,
    getNextPageParam: ({ items, hasMore }) => (hasMore ? items.at(-1)?.number : undefined),
  });
}
