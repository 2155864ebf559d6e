import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Thread, ThreadId } from '#contract';
import { compareThreads, keys, useClient } from '../../bridge';

const PAGE = 100;

/** Threads as the list shows them: pinned first, then the newest; more pages are read as the list is scrolled. */
export function useThreads(archived: boolean, tag: string | null = null) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: keys.threads(archived, tag),
    queryFn: ({ pageParam }) =>
      client.threads.list({
        archived,
        limit: PAGE,
        ...(tag === null ? {} : { tag }),
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: undefined as ThreadId | undefined,
    getNextPageParam: (page) => (page.hasMore ? page.threads.at(-1)?.id : undefined),
  });
  const threads = query.data?.pages.flatMap((page) => page.threads).sort(compareThreads) ?? [];
  return { ...query, threads: unique(threads) };
}

export function useThread(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({
    queryKey: threadId ? keys.thread(threadId) : ['thread', 'none'],
    queryFn: () => (threadId ? client.threads.get({ threadId }) : null),
    enabled: threadId !== null,
  });
}

/** A thread that moved to the top while later pages were read is on two pages. */
function unique(threads: readonly Thread[]): Thread[] {
  return [...new Map(threads.map((thread) => [thread.id, thread])).values()];
}
