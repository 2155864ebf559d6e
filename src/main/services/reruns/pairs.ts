import { z } from 'zod';
import type { Call, CallId, CallPair, Message, NotRerun, QuestionPair, Run, RunWithSteps } from '#contract';
import { plainParts } from '#contract/stretches';
import type { Library } from '../../library';
import { callDifferences } from './call-differences';

/** Calls that tell what there is, and are not what was asked for. */
const LOOKS: ReadonlySet<string> = new Set(['describe_data', 'find_values', 'make_chart']);

/** The calls of a run and those that did the same again, by their order; what was unmatched out then is told as such. */
export function pairsOf(library: Library, before: readonly (Call | null)[], after: readonly Call[]): CallPair[] {
  const unmatched = [...after];
  return before.flatMap((call): CallPair[] => {
    const same = unmatched[0]?.name === (call?.name ?? 'describe_data');
    const next = same ? unmatched.shift() : undefined;
    if (!call) return [];
    return [next ? callPair(library, call.id, next.id) : notRun(call, { code: 'rests_on_other' })];
  });
}

export function callPair(library: Library, before: CallId, after: CallId): CallPair {
  const [old, now] = [library.steps.call(before), library.steps.call(after)];
  const name = old?.name ?? '';
  if (now?.status === 'failed' || now?.status === 'cancelled') {
    const why: NotRerun =
      now.status === 'cancelled' ? { code: 'cancelled' } : { code: 'failed', message: failureIn(now) };
    return { before, after, name, outcome: 'not_run', why };
  }
  const equal = LOOKS.has(name) && !now?.result ? true : callDifferences(library, { before, after }).equal;
  return { before, after, name, outcome: equal ? 'same' : 'changed', why: null };
}

export const notRun = ({ id, name }: Call, why: NotRerun): CallPair => ({
  ...{ before: id, after: null, name, outcome: 'not_run', why },
});

const Failed = z.object({ error: z.object({ message: z.string() }) });

function failureIn({ output, ending, outputs }: Call): string {
  if (ending?.error) return `${ending.error.type}: ${ending.error.message}`.slice(0, 2_000);
  const last = outputs.findLast((shown) => shown.type === 'logs');
  try {
    return Failed.parse(JSON.parse(output ?? '')).error.message;
  } catch {
    return last?.type === 'logs' ? last.text.slice(-2_000) : (ending?.ended ?? '');
  }
}

/** What became of a question: by its calls, and by its text where it has none. */
export function outcomeOf(
  library: Library,
  { answer }: { run: RunWithSteps; answer: Message | undefined },
  ended: Run,
  pairs: readonly CallPair[],
): Pick<QuestionPair, 'outcome' | 'why'> {
  const telling = pairs.filter(({ why }) => why?.code !== 'failed_before');
  const failed = telling.find(({ outcome, name }) => outcome === 'not_run' && !LOOKS.has(name)) ?? null;
  const ran = telling.some(({ outcome, name }) => outcome !== 'not_run' && !LOOKS.has(name));
  if (ended.status !== 'completed')
    return { outcome: 'not_run', why: ended.status === 'cancelled' ? { code: 'cancelled' } : failedRun(ended) };
  if (failed && !ran) return { outcome: 'not_run', why: failed.why };
  if (ran) return { outcome: telling.every(({ outcome }) => outcome === 'same') ? 'same' : 'changed', why: null };
  const now = library.messages.page(ended.threadId, { limit: 5 }).findLast(({ runId }) => runId === ended.id);
  return { outcome: saidBy(answer) === saidBy(now) ? 'same' : 'changed', why: null };
}

const failedRun = ({ status, ending }: Run): NotRerun => ({ code: 'failed', message: ending?.code ?? status });

const saidBy = (message: Message | undefined): string =>
  message ? plainParts({ ...message, citations: [] }, () => null).join('\n') : '';
