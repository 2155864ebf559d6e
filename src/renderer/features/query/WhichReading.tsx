import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerFact, QueryPlace } from '#contract';
import type { Query } from '#contract/query';
import { readingLine } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, useThreadActions, useWords } from '../../ui';
import styles from './Query.module.css';
import { useReading } from './use-query';

type Readings = Extract<AnswerFact, { code: 'which_reading' | 'near_readings' }>['readings'];

/** What a question can mean, or what is near to it: the one that is chosen is computed at once, as it stands. */
export function WhichReading({ readings }: { readings: Readings }) {
  const { threadId } = useThreadActions();
  const client = useClient();
  const words = useWords();
  const cache = useQueryClient();
  const place: QueryPlace = { threadId, datasetIds: [] };
  const choose = useMutation({
    mutationFn: (query: Query) => client.queries.ask({ ...place, query }),
    onSuccess: ({ thread }) => cache.invalidateQueries({ queryKey: keys.datasetsOf(thread.id) }),
  });
  return (
    <div className={styles.which}>
      {readings.map(({ query, text, ...near }) => (
        <Button key={text} size="small" disabled={choose.isPending} onClick={() => choose.mutate(query)}>
          <ReadingText place={place} query={query} text={text} />
          {words.leavesOut('without' in near ? near.without : [])}
        </Button>
      ))}
      {choose.error && <Failure error={choose.error} />}
    </div>
  );
}

/** In the words of the window, as far as the data is still there. */
function ReadingText({ place, query, text }: { place: QueryPlace; query: Query; text: string }) {
  const words = useWords();
  const { data: reading } = useReading(place, query);
  return reading ? readingLine(words, reading) : text;
}
