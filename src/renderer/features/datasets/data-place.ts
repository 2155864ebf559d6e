import type { DatasetId } from '#contract';

/** What is pointed out about a dataset: the lines that are in no row, or a column. */
export interface DataPlace {
  datasetId: DatasetId;
  /** Null for the rejected lines. */
  column: string | null;
}
