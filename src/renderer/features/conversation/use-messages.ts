import { useInfiniteQuery } from '@tanstack/react-query';
import type { Message, MessageId, Run, ThreadId } from '#contract';
import { keys, type MessagePages, useClient } from '../../bridge';

const PAGE = 40;

/** Whoever goes back goes far. */
const EARLIER_PAGE = 100;

/** The newest messages, oldest first; earlier pages are read when the reader scrolls up to them, or looks for one of them. */
export function useMessages(threadId: ThreadId | null) {
  const query = usePages(threadId, messagesOf);
  return { ...query, messages: query.data ?? NO_MESSAGES };
}

/** What was asked, by run; null for what has not been read yet. */
export function useQuestions(threadId: ThreadId): (run: Run) => string | null {
  const { data } = usePages(threadId, questionsOf);
  return (run) => data?.findLast((one) => one.createdAt <= run.createdAt)?.text || null;
}

function usePages<T>(threadId: ThreadId | null, select: (pages: MessagePages) => T) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: threadId === null ? ['messages', 'none'] : keys.messages(threadId),
    queryFn: ({ pageParam }) =>
      client.threads.messages({
        // Not asked for without one.
        threadId: threadId as ThreadId,
        ...(pageParam ? { before: pageParam, limit: EARLIER_PAGE } : { limit: PAGE }),
      }),
    initialPageParam: undefined as MessageId | undefined,
    // From the newest back, so that reading all of them again begins with those that are there for sure.
    getNextPageParam: (page) => (page.hasEarlier ? page.messages[0]?.id : undefined),
    select,
    enabled: threadId !== null,
  });
}

const NO_MESSAGES: Message[] = [];

const messagesOf = ({ pages }: MessagePages): Message[] => pages.toReversed().flatMap((page) => page.messages);

const questionsOf = (pages: MessagePages): { createdAt: number; text: string }[] =>
  messagesOf(pages).flatMap(({ role, parts, createdAt }) =>
    role === 'user'
      ? [{ createdAt, text: firstWords(parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n')) }]
      : [],
  );

/** The first line that says something; the fence of code does not. */
const firstWords = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '' && !line.trim().startsWith('```'))
    ?.trim() ?? '';
