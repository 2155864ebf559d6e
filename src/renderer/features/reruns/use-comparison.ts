import { useQueries, useQuery } from '@tanstack/react-query';
import type { AnswerDifferences, AnswerVersion, ThreadId } from '#contract';
import { readingLine } from '#words';
import { keys, useClient } from '../../bridge';
import { useWords } from '../../ui';

/** The answers that can be compared; what was asked since it was last looked at is among them. */
export function useComparable(threadId: ThreadId) {
  const client = useClient();
  return useQuery({
    queryKey: keys.comparable(threadId),
    queryFn: () => client.comparisons.answers({ threadId }),
    staleTime: 0,
  });
}

export function useAnswersBeside({ runId, callId }: AnswerVersion, after: AnswerVersion) {
  const client = useClient();
  const before = { runId, callId };
  const other = { runId: after.runId, callId: after.callId };
  return useQuery({
    queryKey: keys.answersBeside(before, other),
    queryFn: () => client.comparisons.answersBeside({ before, after: other }),
  });
}

/** How the questions of both were read, a line each for what was computed. */
export function useReadings({ before, after, steps }: AnswerDifferences): { before: string; after: string } {
  const client = useClient();
  const words = useWords();
  const asked = (['before', 'after'] as const).flatMap((side) =>
    steps.flatMap((step) => {
      const query = step[side]?.query;
      return query ? [{ side, query, threadId: (side === 'before' ? before : after).threadId }] : [];
    }),
  );
  const read = useQueries({
    queries: asked.map(({ query, threadId }) => ({
      queryKey: keys.reading({ threadId, datasetIds: [] }, query),
      queryFn: () => client.queries.read({ threadId, query }),
    })),
  });
  const lines = (wanted: 'before' | 'after') =>
    asked
      .flatMap(({ side }, at) => {
        const reading = read[at]?.data;
        return side === wanted && reading ? [readingLine(words, reading)] : [];
      })
      .join('\n');
  return { before: lines('before'), after: lines('after') };
}
