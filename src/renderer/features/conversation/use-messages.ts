import { useInfiniteQuery } from '@tanstack/react-query';
import type { MessageId, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';

const PAGE = 40;

/** The newest messages, oldest first; earlier pages are read when the reader scrolls up to them. */
export function useMessages(threadId: ThreadId) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: keys.messages(threadId),
    queryFn: ({ pageParam }) =>
      client.threads.messages({ threadId, limit: PAGE, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: undefined as MessageId | undefined,
    getNextPageParam: () => undefined,
    getPreviousPageParam: (page) => (page.hasEarlier ? page.messages[0]?.id : undefined),
  });
  return { ...query, messages: query.data?.pages.flatMap((page) => page.messages) ?? [] };
}
