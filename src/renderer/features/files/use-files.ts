import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FileId, LibraryFile, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { isDone, undoNotification, useWords } from '../../ui';

export function useFiles() {
  const client = useClient();
  return useQuery({ queryKey: keys.files, queryFn: () => client.files.list({}), staleTime: 0 });
}

export function useFileUses(fileId: FileId) {
  const client = useClient();
  return useQuery({ queryKey: keys.fileUses(fileId), queryFn: () => client.files.uses({ fileId }), staleTime: 0 });
}

/** What can be done to a file. Failures are told; the answer says whether it was done. */
export function useFileCommands() {
  const client = useClient();
  const { library: words } = useWords();
  return useMemo(() => {
    const told = (work: Promise<unknown>) => isDone(work, words.failedTitle());
    return {
      rename: (fileId: FileId, name: string) => told(client.files.rename({ fileId, name })),
      /** Puts it into what is being written in a thread. */
      attach: (fileId: FileId, threadId: ThreadId | null) => told(client.files.attach({ fileId, threadId })),
      /** With threads that use it, if any are named; one step brings all of it back. */
      remove: async (file: Pick<LibraryFile, 'id' | 'name'>, threadIds: readonly ThreadId[] = []) => {
        const done = await told(
          (async () => {
            await client.files.delete({ fileIds: [file.id] });
            for (const threadId of threadIds) await client.threads.delete({ threadId });
          })(),
        );
        if (done)
          undoNotification(
            words.deleted(file.name),
            () =>
              void told(
                (async () => {
                  await client.files.restore({ fileIds: [file.id] });
                  for (const threadId of threadIds) await client.threads.restore({ threadId });
                })(),
              ),
          );
        return done;
      },
    };
  }, [client, words]);
}
