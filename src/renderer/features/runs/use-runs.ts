import { useQuery } from '@tanstack/react-query';
import type { Call, RunWithSteps, Step, ThreadId } from '#contract';
import { callTitle, type Words } from '#words';
import { keys, useClient } from '../../bridge';

export function useRuns(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({
    queryKey: threadId ? keys.runs(threadId) : ['runs', 'none'],
    queryFn: () => (threadId ? client.runs.ofThread({ threadId }) : []),
    enabled: threadId !== null,
  });
}

/** What a run is doing now, in the words of its last step. */
export function doingNow(run: RunWithSteps | undefined, words: Words): string | null {
  const { runs } = words.ui;
  if (!run || run.finishedAt !== null) return null;
  if (run.status === 'cancelling') return runs.stopping;
  const step = run.steps.at(-1);
  if (!step) return runs.readingQuestion;
  const callsOf = ({ calls }: Step) => calls.filter((call) => call.localOf === null);
  // Code may be at work beside a message that is begun already.
  const running = run.steps.flatMap(callsOf).findLast((call) => call.status === 'running');
  if (running) return titleNow(running, words);
  if (step.type === 'message_creation' && step.status === 'in_progress') return runs.writingAnswer;
  return run.steps.flatMap(callsOf).length > 0 ? runs.thinking : runs.readingQuestion;
}

/** What a call does as long as it does it, and what it has done afterwards. */
export function titleNow(call: Call, words: Words): string {
  const { runs } = words.ui;
  if (call.status !== 'running') return callTitle(words, call);
  const doing = new Map<string, string>(Object.entries(runs.doing));
  return call.waitsFor === null
    ? (doing.get(call.name) ?? callTitle(words, call))
    : runs.waitingFor[call.waitsFor.code];
}
