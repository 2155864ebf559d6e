import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileId, ReportId, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { tellFailure, useWords } from '../../ui';

export function useDeletions() {
  const client = useClient();
  return useQuery({ queryKey: keys.deletions, queryFn: () => client.deletions.list({}), staleTime: 0 });
}

export function useCopies() {
  const client = useClient();
  return useQuery({ queryKey: keys.copies, queryFn: () => client.deletions.copies({}), staleTime: 0 });
}

/** Brings back, erases, and makes backups anew; how it went is told. */
export function useDeletionCommands() {
  const client = useClient();
  const cache = useQueryClient();
  const { deletions: words } = useWords();
  const onError = (error: unknown) => tellFailure(words.failed(), error);
  const onSettled = () => cache.invalidateQueries({ queryKey: keys.deletions });
  const restore = useMutation({
    mutationFn: async ({
      threadId,
      fileId,
      reportId,
    }: {
      threadId?: ThreadId;
      fileId?: FileId;
      reportId?: ReportId;
    }) => {
      if (reportId) await client.reports.restore({ reportId });
      if (threadId) await client.threads.restore({ threadId });
      if (fileId) await client.files.restore({ fileIds: [fileId] });
    },
    onError,
    onSettled,
  });
  const erase = useMutation({
    mutationFn: (ids: { threadIds: ThreadId[]; fileIds: FileId[]; reportIds: ReportId[] }) =>
      client.deletions.erase(ids),
    onSuccess: ({ threads, files, reports, used, awaited }) => {
      const told = [
        threads + files + reports > 0 ? `${words.erased(threads, files, reports)}.` : '',
        used.length > 0 ? words.stillUsed(used.length) : '',
        awaited > 0 ? words.awaited() : '',
      ];
      notifications.show({ message: told.filter(Boolean).join(' ') });
    },
    onError,
    onSettled,
  });
  const renew = useMutation({
    mutationFn: (setAside: boolean) => client.deletions.renewCopies({ setAside }),
    onSuccess: () => notifications.show({ message: `${words.renewed()}.` }),
    onError,
    onSettled,
  });
  return { restore, erase, renew };
}
