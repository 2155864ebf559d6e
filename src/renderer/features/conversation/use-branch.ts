import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Message, MessageId, Run, ThreadId } from '#contract';
import { QuestionTree } from '#contract/question-tree';
import { keys } from '../../bridge';
import { useMessages } from './use-messages';

/** Which way through the questions of a thread is shown. */
interface ShownBranch {
  /** The question it leads to; null for the newest one. */
  at: MessageId | null;
  /** A question whose versions stand side by side. */
  compared: MessageId | null;
}

const NEWEST: ShownBranch = { at: null, compared: null };

export interface Branch<R extends Run = Run> {
  tree: QuestionTree;
  /** What belongs to it, oldest first. */
  messages: Message[];
  runs: R[];
  /** The question it ends with. */
  last: MessageId | null;
  /** The question that the next one follows; undefined where that is simply the last of the thread. */
  follows: MessageId | undefined;
  /** It ends before others do that lead on from it: the next question begins a branch. */
  isBeginning: boolean;
  compared: MessageId | null;
  /** Shows a version of a question with what followed it last. */
  show(question: MessageId): void;
  /** Shows the thread up to a question, so that the next one follows it. */
  goOnFrom(question: MessageId): void;
  showNewest(): void;
  compare(question: MessageId | null): void;
}

/** The branch of a thread that is shown, and the ways to others. It is remembered as long as the window is open. */
export function useBranch<R extends Run>(threadId: ThreadId | null, runs: readonly R[]): Branch<R> {
  const { messages, hasNextPage } = useMessages(threadId);
  const cache = useQueryClient();
  const key = keys.shownBranch(threadId);
  const { data: kept } = useQuery<ShownBranch>({
    queryKey: key,
    queryFn: () => cache.getQueryData<ShownBranch>(key) ?? NEWEST,
    gcTime: Number.POSITIVE_INFINITY,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { at, compared } = kept ?? NEWEST;
  const tree = useMemo(() => new QuestionTree(messages, runs, !hasNextPage), [messages, runs, hasNextPage]);
  const isRead = at !== null && tree.questions.some(({ id }) => id === at);
  const last = (isRead ? at : tree.questions.at(-1)?.id) ?? null;
  const shown = useMemo(() => {
    if (last === null || (!tree.isBranched && last === tree.questions.at(-1)?.id)) return { messages, runs: [...runs] };
    const path = tree.pathTo(last);
    const isShown = (question: MessageId | null) => question === null || path.has(question);
    return {
      messages: messages.filter((message) => isShown(tree.questionOf(message))),
      runs: runs.filter((run) => isShown(tree.questionOfRun(run))),
    };
  }, [tree, messages, runs, last]);
  const change = useCallback(
    (next: Partial<ShownBranch>) => {
      cache.setQueryData<ShownBranch>(keys.shownBranch(threadId), (known) => ({ ...NEWEST, ...known, ...next }));
    },
    [cache, threadId],
  );
  return useMemo(
    () => ({
      tree,
      ...shown,
      last,
      follows: last === null || (last === tree.questions.at(-1)?.id && !tree.isBranched) ? undefined : last,
      isBeginning: last !== null && tree.newestBelow(last) !== last,
      compared,
      show: (question) => change({ at: tree.newestBelow(question), compared: null }),
      goOnFrom: (question) => change({ at: question, compared: null }),
      showNewest: () => change(NEWEST),
      compare: (question) => change({ compared: question }),
    }),
    [tree, shown, last, compared, change],
  );
}
