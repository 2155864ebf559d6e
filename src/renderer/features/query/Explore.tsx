import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { DatasetId, MessageId, QueryPlace, ThreadId } from '#contract';
import type { Query } from '#contract/query';
import { problemWords } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, hasCommand, Note, Skeleton, shortcutText, useWords } from '../../ui';
import styles from './Query.module.css';
import { ReadingLine } from './ReadingLine';
import { useReading } from './use-query';

interface ExploreProps {
  threadId: ThreadId | null;
  /** What is attached to the draft. */
  datasetIds: DatasetId[];
  /** The table to begin with; the last one where none is named. */
  table: string | null;
  /** The question below which it is to stand; undefined for the last one. */
  follows?: MessageId | undefined;
  onAsked(threadId: ThreadId, messageId: MessageId): void;
  onClose(): void;
}

/** A question put together from what the data has, without a word written. */
export function Explore({ threadId, datasetIds, table, follows, onAsked, onClose }: ExploreProps) {
  const client = useClient();
  const cache = useQueryClient();
  const words = useWords();
  const place: QueryPlace = { threadId, datasetIds };
  const { data: empty, error: none } = useQuery({
    queryKey: keys.queryBegin(place, table),
    queryFn: () => client.queries.begin({ ...place, ...(table === null ? {} : { table }) }),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<Query | null>(null);
  const query = chosen ?? empty ?? null;
  const { data: reading, error } = useReading(place, query);
  const ask = useMutation({
    mutationFn: (asked: Query) => client.queries.ask({ ...place, query: asked, ...(follows ? { follows } : {}) }),
    onSuccess: ({ thread, message }) => {
      void cache.invalidateQueries({ queryKey: keys.datasetsOf(thread.id) });
      onAsked(thread.id, message.id);
    },
  });
  const remove = async (slot: string) => {
    if (!query) return;
    const { choices } = await client.queries.choices({ ...place, query, slot });
    const removed = choices.find(({ label }) => label.code === 'remove' || label.code === 'all');
    if (removed?.query) setChosen(removed.query);
  };
  const isAsked = Boolean(query && (query.compute?.length || query.by?.length || query.rows));
  const ready = isAsked && reading?.problems.length === 0 && !ask.isPending;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && hasCommand(event) && ready && query) ask.mutate(query);
  };
  return (
    <section className={styles.explore} aria-label={words.ui.query.explore} onKeyDown={onKey}>
      <div className={styles.exploreHead}>
        <span>{words.ui.query.exploreMeaning}</span>
        <Button
          look="quiet"
          size="small"
          icon={<X size={13} />}
          aria-label={words.ui.query.closeExplore}
          title={words.ui.query.closeByKey}
          onClick={onClose}
        />
      </div>
      {(none || error) && <Failure error={none ?? error} />}
      {!reading && !none && !error && <Skeleton label={words.ui.query.loading} widths={[60]} />}
      {reading && query && (
        <ReadingLine
          place={place}
          query={query}
          reading={reading}
          label={words.ui.query.question}
          startsAdding={chosen === null}
          onChange={setChosen}
          onRemove={(slot) => void remove(slot)}
          end={
            <Button
              className={styles.show ?? ''}
              look="primary"
              size="small"
              icon={<Play size={12} />}
              disabled={!ready}
              title={words.ui.query.showBy(shortcutText('mod+enter', words.ui.keys))}
              onClick={() => ask.mutate(query)}
            >
              {ask.isPending ? words.ui.query.computing : words.ui.query.show}
            </Button>
          }
        />
      )}
      {reading && reading.problems.length > 0 && (
        <Note tone="warn" live>
          {reading.problems.map((problem) => problemWords(words, problem)).join(' ')}
        </Note>
      )}
      {ask.error && <Failure error={ask.error} />}
    </section>
  );
}
