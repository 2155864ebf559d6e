import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FileId, Thread, ThreadId } from '#contract';
import { Failure, Skeleton, useWords } from '../../ui';
import { groupThreads } from './groups';
import { TagFilter } from './TagFilter';
import { ThreadRow } from './ThreadRow';
import styles from './Threads.module.css';
import { useThreads } from './use-threads';

const ROW = 31;
const HEADING = 32;

interface ThreadListProps {
  archived: boolean;
  current: ThreadId | null;
  onOpen(threadId: ThreadId): void;
  /** The open thread went away. */
  onGone(threadId: ThreadId): void;
  onExport(thread: Thread): void;
  onDropFile?: ((fileId: FileId, threadId: ThreadId) => void) | undefined;
  onRunAgain?: ((threadId: ThreadId) => void) | undefined;
}

type Line = { kind: 'heading'; key: string; title: string } | { kind: 'thread'; thread: Thread };

/** All threads under headings by day; only the lines in view are in the page. */
export function ThreadList({ archived, current, onOpen, onGone, onExport, onDropFile, onRunAgain }: ThreadListProps) {
  const { threads: words, ui } = useWords();
  const [tag, setTag] = useState<string | null>(null);
  const { threads, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useThreads(
    archived,
    tag,
  );
  const scroller = useRef<HTMLElement>(null);
  const lines = useMemo(
    () =>
      groupThreads(threads, Date.now(), ui.threads).flatMap((group): Line[] => [
        { kind: 'heading', key: group.key, title: group.title },
        ...group.threads.map((thread): Line => ({ kind: 'thread', thread })),
      ]),
    [threads, ui],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING : ROW),
    getItemKey: (index) => {
      const line = lines[index];
      return line?.kind === 'thread' ? line.thread.id : `heading-${line?.key}`;
    },
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 5 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (isPending)
    return (
      <div className={styles.state}>
        <Skeleton label={ui.threads.loading} widths={[40, 85, 70, 90, 60, 80]} />
      </div>
    );
  if (error)
    return (
      <div className={styles.state}>
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  const filter = <TagFilter tag={tag} onChange={setTag} />;
  if (threads.length === 0 && tag !== null)
    return (
      <>
        {filter}
        <p className={archived ? styles.noneHere : styles.none}>{words.noneWithTag()}</p>
      </>
    );
  if (threads.length === 0)
    return (
      <p className={archived ? styles.noneHere : styles.none}>{archived ? ui.threads.noArchived : ui.threads.none}</p>
    );
  return (
    <>
      {filter}
      <nav ref={scroller} className={styles.list} aria-label={archived ? ui.threads.archived : ui.threads.threads}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const line = lines[item.index];
            return (
              <div
                key={item.key}
                className={styles.line}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                {line?.kind === 'heading' && <h2 className={styles.heading}>{line.title}</h2>}
                {line?.kind === 'thread' && (
                  <ThreadRow
                    thread={line.thread}
                    current={line.thread.id === current}
                    onOpen={onOpen}
                    onGone={onGone}
                    onExport={onExport}
                    onDropFile={onDropFile}
                    onRunAgain={onRunAgain}
                  />
                )}
              </div>
            );
          })}
        </div>
      </nav>
    </>
  );
}
