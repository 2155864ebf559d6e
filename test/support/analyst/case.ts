import type { Cell } from './truth';
import type { World } from './worlds';

/** A question with the rows its answer must have. */
export interface Case {
  world: World<unknown>;
  question: string;
  rows: Cell[][];
  /** Rows must come in this order. */
  ordered?: boolean;
  /** The columns of the answer to look at, by place; negative ones count from the end. */
  columns?: number[];
  /** Must stand in the answer. */
  says?: string[];
  /** What is compared may stand one below the other. */
  below?: boolean;
}

export const about =
  (world: World<unknown>) =>
  (question: string, rows: Cell[][], more: Partial<Case> = {}): Case => ({ world, question, rows, ...more });
