import type { Call, CallDifferences, CallId, RunId } from '#contract';
import { AppError } from '#contract/result';
import type { Library } from '../../library';
import { callDifferences } from './call-differences';

export interface RunComparison {
  calls: { before: CallId | null; after: CallId | null; differences: CallDifferences | null }[];
  money: { before: number | null; after: number | null };
  ms: { before: number | null; after: number | null };
}

/** The calls of two runs of one question: the first that does the same is the other's. */
export function compareRuns(library: Library, ids: { before: RunId; after: RunId }): RunComparison {
  const [old, now] = [callsOf(library, ids.before), callsOf(library, ids.after)];
  const unmatched = [...now];
  const calls: RunComparison['calls'] = old.map((before) => {
    const at = unmatched.findIndex(({ name }) => name === before.name);
    const [after] = at === -1 ? [] : unmatched.splice(at, 1);
    const differences = after ? callDifferences(library, { before: before.id, after: after.id }) : null;
    return { before: before.id, after: after?.id ?? null, differences };
  });
  const added = unmatched.map(({ id }) => ({ before: null, after: id, differences: null }));
  const of = <T>(value: (id: RunId) => T) => ({ before: value(ids.before), after: value(ids.after) });
  return {
    calls: [...calls, ...added],
    money: of((id) => library.usage.moneyOfRun(id)),
    ms: of((id) => tookMs(library, id)),
  };
}

const callsOf = (library: Library, id: RunId): Call[] =>
  library.steps
    .ofRun(id)
    .flatMap(({ calls }) => calls)
    .filter(({ localOf }) => localOf === null);

function tookMs(library: Library, id: RunId): number | null {
  const run = library.runs.get(id);
  if (!run) throw new AppError('not_found', 'This run is no longer kept.');
  return run.startedAt === null || run.finishedAt === null ? null : run.finishedAt - run.startedAt;
}
