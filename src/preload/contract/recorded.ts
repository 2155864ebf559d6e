import type { AnswerFact } from './facts';
import type { Cell } from './tables';

/** What a run has done, to be done again without whoever decided on it. Never crosses to the window. */

/** The key of a run's metadata that names what it does again. */
export const RECORDED_KEY = 'assay_recorded';

export type RecordedStep =
  | {
      kind: 'function';
      name: string;
      arguments: Readonly<Record<string, unknown>>;
      /** The step of this run whose result it draws, in place of the `result_id` of its arguments. */
      draws: number | null;
      /** What it gave the first time, where later steps may rest on its values. */
      gave: { columns: readonly string[]; rows: readonly (readonly Cell[])[] } | null;
    }
  | { kind: 'search'; queries: string[] }
  | { kind: 'code'; code: string };

export interface RecordedRun {
  steps: readonly RecordedStep[];
  /** Whose words the answer was in; null for the built-in analyst, which words it anew. */
  model: string | null;
  /** How the question was read, as far as that is not in its query. */
  notes: readonly AnswerFact[];
}
