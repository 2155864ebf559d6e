import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Message, MessageId } from '#contract';
import type { useMessages } from './use-messages';

/** How long a message that was looked for stays pointed out. */
const MARKED_MS = 2_400;

interface Seeking {
  sought: MessageId | null;
  /** The thread's messages as far as they are read, and the way to read more. */
  read: ReturnType<typeof useMessages>;
  /** Those of them that are in the page. */
  shown: readonly Message[];
  content: RefObject<HTMLElement | null>;
  toElement(element: HTMLElement): void;
  /** The message is in view, or cannot be found. */
  onFound(): void;
}

/** Leads to a message: reads back until it is there, brings it into view with the focus on it, and says which is marked. */
export function useSought({ sought, read, shown, content, toElement, onFound }: Seeking): MessageId | null {
  const [marked, setMarked] = useState<MessageId | null>(null);
  const { messages, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = read;

  useEffect(() => {
    if (sought === null || has(messages, sought) || isPending || isFetchingNextPage) return;
    if (hasNextPage && !error) void fetchNextPage();
    else onFound();
  }, [sought, messages, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage, onFound]);

  useLayoutEffect(() => {
    if (sought === null || !has(shown, sought)) return;
    const element = content.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(sought)}"]`);
    if (!element) return;
    toElement(element);
    element.focus({ preventScroll: true });
    setMarked(sought);
    onFound();
  }, [sought, shown, content, toElement, onFound]);

  useEffect(() => {
    if (marked === null) return;
    const timer = setTimeout(() => setMarked(null), MARKED_MS);
    return () => clearTimeout(timer);
  }, [marked]);
  return marked;
}

const has = (messages: readonly Message[], id: MessageId): boolean => messages.some((message) => message.id === id);
