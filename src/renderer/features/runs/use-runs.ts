import { useQuery } from '@tanstack/react-query';
import type { Call, CodeWait, RunWithSteps, Step, ThreadId } from '#contract';
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
export function doingNow(run: RunWithSteps | undefined): string | null {
  if (!run || run.finishedAt !== null) return null;
  if (run.status === 'cancelling') return 'Stopping';
  const step = run.steps.at(-1);
  if (!step) return 'Reading the question';
  const callsOf = ({ calls }: Step) => calls.filter((call) => call.localOf === null);
  // Code may be at work beside a message that is begun already.
  const running = run.steps.flatMap(callsOf).findLast((call) => call.status === 'running');
  if (running) return titleNow(running);
  if (step.type === 'message_creation' && step.status === 'in_progress') return 'Writing the answer';
  return run.steps.flatMap(callsOf).length > 0 ? 'Thinking about the result' : 'Reading the question';
}

const DOING = new Map<string, string>([
  ['describe_data', 'Looking at the data'],
  ['find_values', 'Looking up values'],
  ['analyze', 'Computing'],
  ['query_data', 'Querying the data'],
  ['make_chart', 'Drawing the chart'],
  ['file_search', 'Searching the documents'],
  ['code_interpreter', 'Running Python'],
]);

const WAITING: Record<CodeWait['code'], string> = {
  queued: 'Waiting for Python',
  starting_python: 'Starting Python',
  writing_tables: 'Laying tables ready',
  loading_packages: 'Loading packages',
};

/** What a call does as long as it does it, and what it has done afterwards. */
export function titleNow(call: Call): string {
  if (call.status !== 'running') return call.title;
  return call.waitsFor === null ? (DOING.get(call.name) ?? call.title) : WAITING[call.waitsFor.code];
}
