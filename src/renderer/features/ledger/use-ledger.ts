import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ThreadId } from '#contract';
import { keys, type LedgerPages, useClient } from '../../bridge';

const PAGE = 50;
/** Characters of a request that are read at a time. */
const STRETCH = 200_000;

/** Each request that was sent for a thread, or for all where it is null, newest first. */
export function useLedger(threadId: ThreadId | null) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: keys.ledger(threadId),
    queryFn: ({ pageParam }) =>
      client.ledger.ofThread({ threadId, limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.hasMore ? page.transmissions.at(-1)?.id : undefined),
    select: ({ pages }: LedgerPages) => pages.flatMap((page) => page.transmissions),
  });
}

export function useSentTotals(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({ queryKey: keys.sentTotals(threadId), queryFn: () => client.ledger.totals({ threadId }) });
}

/** How many requests are kept with what they said, and what that takes. */
export function useKeptRequests() {
  const client = useClient();
  return useQuery({ queryKey: keys.keptRequests, queryFn: () => client.ledger.kept({}) });
}

/** The body of a request as it was sent, from its beginning on. */
export function useSentRequest(transmissionId: number) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: keys.sentRequest(transmissionId),
    queryFn: ({ pageParam }) => client.ledger.request({ transmissionId, offset: pageParam, limit: STRETCH }),
    initialPageParam: 0,
    getNextPageParam: ({ offset, text, characters }) =>
      offset + text.length < characters && text.length > 0 ? offset + text.length : undefined,
    select: ({ pages }) => ({
      text: pages.map((page) => page.text).join(''),
      characters: pages[0]?.characters ?? 0,
    }),
  });
}
