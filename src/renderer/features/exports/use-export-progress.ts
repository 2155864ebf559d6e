import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportProgress } from '#contract';
import type { keys } from '../../bridge';

type ProgressKey = typeof keys.exportProgress | ReturnType<typeof keys.threadExport>;

/** How far the export is that is being made; null before it has told. */
export function useExportProgress(key: ProgressKey) {
  const cache = useQueryClient();
  const { data } = useQuery<ExportProgress | null>({
    queryKey: key,
    queryFn: () => cache.getQueryData<ExportProgress>(key) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { progress: data ?? null, forget: () => cache.setQueryData(key, null) };
}
