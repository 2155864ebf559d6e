import type { ReadAs, Unit } from '#contract';
import type { How } from '../recipe';

/** What a column holds, as far as some of its values tell. */
export interface InferredColumn {
  how: How;
  unit: Unit | null;
  /** How the text was read, where that was a choice. */
  readAs: ReadAs[];
  guessed: boolean;
}

/** A column of a file on its way in. */
export interface IntakeColumn extends InferredColumn {
  name: string;
  /** Its name in the file as DuckDB is told it. */
  raw: string;
  /** How many different texts a sample of its rows has; null where there was none. */
  sampled: { distinct: number; rows: number } | null;
}

export const TEXT: InferredColumn = { how: { as: 'text' }, unit: null, readAs: [], guessed: false };
