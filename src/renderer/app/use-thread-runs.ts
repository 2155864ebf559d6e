import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnswererId, Api, Run, ThreadId } from '#contract';
import { keys, useClient } from '../bridge';
import { useRuns } from '../features/runs';

type Question = Omit<Parameters<Api['runs']['start']>[0], 'threadId'>;

/** The runs of a thread, and what starts, stops and repeats them. `onStarted` hears of a question that was sent. */
export function useThreadRuns(threadId: ThreadId | null, onStarted: (threadId: ThreadId) => void) {
  const client = useClient();
  const { data: runs } = useRuns(threadId);
  const { data: asking } = useQuery({ queryKey: keys.runsPossible, queryFn: () => client.runs.possible({}) });
  const latest = runs?.at(-1);
  const start = useMutation({
    mutationFn: (question: Question) => client.runs.start({ threadId, ...question }),
    onSuccess: (started) => onStarted(started.thread.id),
  });
  /** In other words, after the same question as before; the composer keeps what is in it. */
  const revise = useMutation({ mutationFn: (question: Question) => client.runs.start({ threadId, ...question }) });
  const cancel = useMutation({ mutationFn: async () => latest && client.runs.cancel({ runId: latest.id }) });
  const retry = useMutation({
    mutationFn: async ({ answerer, run = latest }: { answerer: AnswererId | undefined; run: Run | undefined }) => {
      const other = answerer ?? run?.answerer;
      // Of another branch than the one that was asked in last.
      if (run && run !== latest && other) return client.runs.again({ runId: run.id, answerer: other });
      return threadId && client.runs.retry({ threadId, ...(answerer === undefined ? {} : { answerer }) });
    },
  });
  return {
    runs: runs ?? [],
    latest,
    running: latest !== undefined && latest.finishedAt === null,
    /** The engine is off, so nothing can be asked. */
    off: asking?.possible === false,
    starting: start.isPending,
    error: start.error ?? retry.error ?? cancel.error,
    start: start.mutate,
    cancel: () => cancel.mutate(),
    retry: (run: Run | undefined, answerer?: AnswererId) => retry.mutate({ run, answerer }),
    revise: revise.mutateAsync,
  };
}
