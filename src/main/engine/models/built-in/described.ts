import type { DescribeDataOutput } from '#contract/data-tools';
import type { Definitions } from '#contract/definitions';
import { derive } from '../../../query';

export type DescribedDataset = DescribeDataOutput['datasets'][number];

/** What the columns of each described dataset mean. */
export const definitionsOf = (datasets: readonly DescribedDataset[]): Definitions[] =>
  datasets.map((dataset) => {
    const { definitions } = dataset;
    return definitions ?? derive({ profile: profileOf(dataset), table: dataset.table, source: dataset.name });
  });

const profileOf = ({ records, rows, rejected, duplicates, columns }: DescribedDataset) => ({
  format: 'csv' as const,
  encoding: null,
  delimiter: null,
  records,
  rows,
  rejected,
  rejects: [],
  duplicates,
  columns,
  notes: [],
});
