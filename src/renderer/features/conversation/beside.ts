import type { Message, Run, RunId } from '#contract';

/** What one run has answered. */
export interface RunAnswer {
  run: Run;
  messages: Message[];
}

/** A message, or answers of several models to the same question, the first one first. */
export type ConversationItem =
  | { type: 'message'; message: Message; next: Message | undefined }
  | { type: 'comparison'; answers: RunAnswer[] };

/** Messages in their order, with the answers of runs that were asked for again beside the first one. */
export function arranged(messages: readonly Message[], runs: readonly Run[]): ConversationItem[] {
  const besides = Map.groupBy(
    runs.filter((run) => run.besideOf !== undefined),
    (run) => firstOf(run, runs),
  );
  if (besides.size === 0) return messages.map((message, at) => ({ type: 'message', message, next: messages[at + 1] }));
  const answersOf = (run: Run): RunAnswer => ({ run, messages: messages.filter(({ runId }) => runId === run.id) });
  const moved = new Set([...besides.values()].flat().map(({ id }) => id));
  const known = messages.filter(({ runId, role }) => role === 'user' || runId === null || !isMoved(runId));
  const placed = new Set<RunId>();
  return known.flatMap((message, at): ConversationItem[] => {
    const own = runs.find(({ id }) => message.role === 'assistant' && id === message.runId);
    const others = own && besides.get(own.id);
    if (!own || !others) return [{ type: 'message', message, next: known[at + 1] }];
    if (placed.has(own.id)) return [];
    placed.add(own.id);
    return [{ type: 'comparison', answers: [own, ...others].map(answersOf) }];
  });

  /** An answer whose first one is on an earlier page stays where it is. */
  function isMoved(runId: RunId): boolean {
    const run = runs.find(({ id }) => id === runId);
    return run !== undefined && moved.has(runId) && messages.some((message) => message.runId === firstOf(run, runs));
  }
}

/** The run that was asked first, of those beside each other. */
function firstOf(run: Run, runs: readonly Run[]): RunId {
  const before = runs.find(({ id }) => id === run.besideOf);
  return before ? firstOf(before, runs) : (run.besideOf ?? run.id);
}
