import type { ColumnType } from '#contract';

/** A table that code can ask for, as far as an editor completes it. */
export interface CompletedTable {
  name: string;
  columns: readonly { name: string; type: ColumnType }[];
}
