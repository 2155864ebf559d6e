import { ArrowDown, RotateCw } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import type { Message, MessageId, Run, ThreadId } from '#contract';
import { isReplaced } from '#contract/stretches';
import { endingWords } from '#words';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import styles from './Conversation.module.css';
import { Elapsed } from './Elapsed';
import { MessageView } from './MessageView';
import { useMessages } from './use-messages';
import { useSought } from './use-sought';
import { useStick } from './use-stick';

interface ConversationProps {
  threadId: ThreadId;
  /** The thread's runs as far as they are known, oldest first. */
  runs: readonly Run[];
  /** What the run is doing now, in words. */
  doing: string | null;
  /** A message to go to; null when there is none. */
  sought: MessageId | null;
  onFound(): void;
  onRetry(): void;
}

/** The messages of a thread, the newest in view; earlier ones are read when the reader goes there. */
export function Conversation({ threadId, runs, doing, sought, onFound, onRetry }: ConversationProps) {
  const read = useMessages(threadId);
  const { messages, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = read;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const { stuck, toEnd, toElement } = useStick({ scroller, content, room }, threadId);
  const marked = useSought({ sought, read, content, toElement, onFound });
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = top.current;
    if (!element || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
      { root: scroller.current, rootMargin: '400px' },
    );
    seen.observe(element);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={styles.frame}>
      {/* Scrolls, so it must be reachable by keyboard. */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} role="log" aria-label="Conversation" aria-live="off">
        <div ref={content} className={styles.column}>
          <div ref={top} className={styles.earlier} />
          {isFetchingNextPage && <Skeleton label="Loading earlier messages" widths={[60, 90]} />}
          {isPending && <Skeleton label="Loading messages" widths={[45, 95, 90, 70, 100, 85]} height={15} />}
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              <MessageView message={message} marked={message.id === marked} replaced={isReplaced(message, messages)} />
              {message.role === 'user' && messages[index + 1]?.role === 'user' && (
                <Unanswered runs={runs} from={message} to={messages[index + 1]} />
              )}
            </Fragment>
          ))}
          <RunState run={runs.at(-1) ?? null} doing={doing} answering={isAnswering(messages)} onRetry={onRetry} />
        </div>
        <div ref={room} />
      </div>
      {!stuck && (
        <Button className={styles.jump} size="small" icon={<ArrowDown size={13} />} onClick={toEnd}>
          Jump to latest
        </Button>
      )}
    </div>
  );
}

const isAnswering = (messages: readonly Message[]): boolean =>
  messages.at(-1)?.role === 'assistant' && messages.at(-1)?.status === 'in_progress';

/** Why a question has no answer below it, although another one follows. */
function Unanswered({ runs, from, to }: { runs: readonly Run[]; from: Message; to: Message | undefined }) {
  const run = runs.findLast((one) => one.createdAt >= from.createdAt && one.createdAt < (to?.createdAt ?? 0));
  const why = useWhyEnded(run);
  return run ? <p className={styles.unanswered}>{why}</p> : null;
}

function useWhyEnded(run: Run | null | undefined): string {
  const words = useWords();
  return run?.ending ? endingWords(words, run.ending) : 'The run ended without an answer.';
}

/** How the run stands: what it does now, or why it ended without a whole answer. */
function RunState({
  run,
  doing,
  answering,
  onRetry,
}: {
  run: Run | null;
  doing: string | null;
  answering: boolean;
  onRetry(): void;
}) {
  const why = useWhyEnded(run);
  if (!run || run.status === 'completed') return null;
  if (run.finishedAt === null) {
    return (
      <p className={styles.doing} role="status">
        {!answering && (
          <>
            <span className={styles.dots} aria-hidden="true" /> {doing ?? 'Starting'} <Elapsed since={run.createdAt} />
          </>
        )}
      </p>
    );
  }
  const again = (
    <Button size="small" icon={<RotateCw size={13} />} onClick={onRetry}>
      Run again
    </Button>
  );
  return (
    <Note tone={run.status === 'cancelled' ? 'info' : 'bad'} live action={again}>
      {why}
    </Note>
  );
}
