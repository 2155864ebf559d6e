import type { Call, Message, ResultId, RunWithSteps } from '#contract';
import type { AnswerFact } from '#contract/facts';
import type { RecordedRun, RecordedStep } from '#contract/recorded';
import type { Library } from '../../library';
import { newId } from '../../new-id';

/** Longer results are none that a later question is compared with. */
const GAVE_ROWS = 200;

/** What runs have done, while it is done again. */
export class Recordings {
  readonly #kept = new Map<string, RecordedRun>();

  get(key: string): RecordedRun | null {
    return this.#kept.get(key) ?? null;
  }

  /** @returns the key by which a run finds it */
  add(recorded: RecordedRun): string {
    const key = newId('rec_');
    this.#kept.set(key, recorded);
    return key;
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }
}

/** A run's calls that can be done again, each with its step; `recorded` null where the built-in analyst only read the question. */
export interface Recorded {
  recorded: RecordedRun | null;
  /** By the place of its step; null for a step that the run itself did not have. */
  calls: readonly (Call | null)[];
}

export interface RecordingOptions {
  library: Library;
  run: RunWithSteps;
  answer: Message | undefined;
  /** What has taken the place of results of earlier runs. */
  results: ReadonlyMap<ResultId, ResultId>;
  /** Currencies that are others now. */
  currencies: ReadonlyMap<string, string>;
}

const NOTES: ReadonlySet<AnswerFact['code']> = new Set(['other_readings', 'taken_for', 'unused_words', 'read_with']);

export function recordingOf(options: RecordingOptions): Recorded {
  const { run, answer } = options;
  const own = run.steps.flatMap(({ calls }) => calls).filter(({ localOf }) => localOf === null);
  const done = own.filter(({ status }) => status === 'completed');
  const byAnalyst = run.model === 'built-in';
  // What it only read, quoted or declined it does anew from the question.
  if (byAnalyst && !done.some(({ name, type }) => type === 'function' && name === 'analyze'))
    return { recorded: null, calls: done };
  const described = done.some(({ name }) => name === 'describe_data');
  const needed = !described && done.some(({ name }) => name === 'analyze');
  const calls = needed ? [null, ...done] : done;
  const notes = (answer?.facts ?? []).map(({ fact }) => fact).filter(({ code }) => NOTES.has(code));
  return {
    recorded: {
      steps: calls.map((call) => (call ? stepOf(call, calls, options) : DESCRIBE)),
      model: byAnalyst ? null : run.model,
      notes: byAnalyst ? notes : [],
    },
    calls,
  };
}

const DESCRIBE: RecordedStep = { kind: 'function', name: 'describe_data', arguments: {}, draws: null, gave: null };

function stepOf(
  call: Call,
  calls: readonly (Call | null)[],
  { library, results, currencies }: RecordingOptions,
): RecordedStep {
  if (call.type === 'code_interpreter') return { kind: 'code', code: call.code?.text ?? call.input };
  const given = objectOf(call.input);
  if (call.type === 'file_search') return { kind: 'search', queries: textsOf(given.queries) };
  const { result, name } = call;
  const drawn = typeof given.result_id === 'string' ? given.result_id : null;
  const of = drawn === null ? -1 : calls.findIndex((other) => other?.result?.id === drawn);
  const earlier = of === -1 && drawn !== null ? [...results].find(([before]) => before === drawn)?.[1] : undefined;
  const args = name === 'make_chart' ? withCurrencies(given, currencies) : given;
  return {
    ...{ kind: 'function', name, draws: of === -1 ? null : of },
    arguments: earlier ? { ...args, result_id: earlier } : args,
    gave:
      name === 'analyze' && result && result.rowCount <= GAVE_ROWS
        ? { columns: result.columns.map((column) => column.name), rows: library.results.table(result.id).rows }
        : null,
  };
}

/** A chart of dollars is one of euros where the column is. */
function withCurrencies(
  given: Record<string, unknown>,
  currencies: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return JSON.parse(JSON.stringify(given), (key, value: unknown) =>
    key === 'currency' && typeof value === 'string' ? (currencies.get(value) ?? value) : value,
  );
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
