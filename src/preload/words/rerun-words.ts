import type { NotRerun, RenameEvidence, ShapeFact } from '#contract/reruns';
import type { ByCode } from './by-code';

/** Work that is done once more on another file. */
export interface RerunWords {
  /** What the other file has otherwise, a sentence each, and what to do where something stops it. */
  fact: ByCode<ShapeFact>;
  /** By what a column is taken for another one, a word or two. */
  evidence: { [E in RenameEvidence]: () => string };
  /** Why something did not run. */
  why: ByCode<NotRerun>;
  /** How a rerun ended. */
  status: {
    [S in 'running' | 'completed' | 'incomplete' | 'cancelled' | 'failed' | 'stopped' | 'not_accepted']: () => string;
  };
  /** So many questions came out the same, otherwise, and not at all. */
  outcomes: (counts: { same: number; changed: number; notRun: number }) => string;
  /** Of the rows of a result. */
  rows: (counts: { same: number; changed: number; gone: number; new: number }) => string;
}
