import { useMemo } from 'react';
import type { FileId, Thread, ThreadId } from '#contract';
import { useClient } from '../../bridge';
import { isDone, undoNotification, useWords } from '../../ui';

/** What can be done to a thread. Failures are told, not thrown: the list has nowhere to put them. */
export function useThreadCommands() {
  const client = useClient();
  const { threads: words, library, ui } = useWords();
  return useMemo(() => {
    const told = (work: Promise<unknown>) => isDone(work, library.failedTitle());
    const restoreAll = async ({ threadIds, fileIds }: { threadIds: ThreadId[]; fileIds: FileId[] }) => {
      if (fileIds.length > 0) await client.files.restore({ fileIds });
      for (const threadId of threadIds) await client.threads.restore({ threadId });
    };
    return {
      rename: (thread: Thread, title: string) => told(client.threads.rename({ threadId: thread.id, title })),
      setTags: (threadId: ThreadId, tags: string[]) => told(client.threads.setTags({ threadId, tags })),
      /** Several at once, with files that nothing else uses, where that is wanted; one step brings all of it back. */
      removeAll: async (threadIds: ThreadId[], withFiles: boolean) => {
        const done = await told(
          client.threads.deleteAll({ threadIds, withFiles }).then((deleted) => {
            undoNotification(words.deletedCount(deleted.threadIds.length), () => void told(restoreAll(deleted)));
          }),
        );
        return done;
      },
      pin: (thread: Thread) => told(client.threads.pin({ threadId: thread.id, pinned: !thread.pinned })),
      archive: async (thread: Thread) => {
        const archive = (archived: boolean) => told(client.threads.archive({ threadId: thread.id, archived }));
        const done = await archive(!thread.archived);
        if (done && !thread.archived)
          undoNotification(ui.threads.archivedThread(thread.title), () => void archive(false));
        return done;
      },
      remove: async (thread: Thread) => {
        const done = await told(client.threads.delete({ threadId: thread.id }));
        if (done)
          undoNotification(
            ui.threads.deletedThread(thread.title),
            () => void told(client.threads.restore({ threadId: thread.id })),
          );
        return done;
      },
    };
  }, [client, words, library, ui]);
}
