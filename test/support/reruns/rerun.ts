import type { App } from '../../../src/main/compose';
import type {
  Api,
  Call,
  CallId,
  DatasetId,
  Rerun,
  RerunGate,
  ShapeFinding,
  TableDifferences,
  ThreadId,
} from '../../../src/preload/contract';

/** The service as a window has it: through the gate of requests. */
async function dispatched<T>(app: App, name: string, input: unknown): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw Object.assign(new Error(result.error.message), { code: result.error.code });
  return result.value as T;
}

type Input<V extends keyof Api['reruns']> = Parameters<Api['reruns'][V]>[0];

export const checkOn = (app: App, input: Input<'check'>): Promise<RerunGate> =>
  dispatched<RerunGate>(app, 'reruns.check', input);

/** Runs a thread again and waits for its end. */
export async function rerunOn(app: App, input: Input<'start'>): Promise<Rerun> {
  const { id } = await dispatched<Rerun>(app, 'reruns.start', input);
  await app.services.reruns.finished(id);
  return dispatched<Rerun>(app, 'reruns.get', { rerunId: id });
}

export const inPlaceOf = (
  datasetId: DatasetId,
  by: DatasetId,
  columns: { column: string; now: string | null }[] = [],
) => [{ datasetId, by, columns }];

export const findingsOf = (gate: RerunGate): ShapeFinding[] => gate.replacements.flatMap(({ findings }) => findings);

export const callsOf = (app: App, threadId: ThreadId): Call[] =>
  app.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));

/** What differs in the rows of each call of some name, in order. */
export function tablesOf(app: App, rerun: Rerun, name: string): TableDifferences[] {
  const pairs = rerun.questions.flatMap(({ calls }) => calls).filter((call) => call.name === name);
  return pairs.flatMap(({ before, after }) => {
    const { table } = app.services.reruns.compareCalls({ before, after: after as CallId });
    return table ? [table] : [];
  });
}

/** Every result of a thread as it is kept, without ids. */
export const resultsOf = (app: App, threadId: ThreadId): string[] =>
  callsOf(app, threadId).flatMap(({ result }) =>
    result ? [JSON.stringify(app.services.runs.result({ resultId: result.id, offset: 0, limit: 1_000 }))] : [],
  );
