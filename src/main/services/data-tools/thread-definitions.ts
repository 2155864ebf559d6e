import type { Definitions } from '#contract/definitions';
import type { ThreadDataset } from '../../library';
import { derive } from '../../query';

/** What the columns of a thread's tables mean, of those that have been read. */
export function threadDefinitions(datasets: readonly ThreadDataset[]): Definitions[] {
  return datasets.flatMap(({ dataset, table }) =>
    dataset.profile ? [derive({ profile: dataset.profile, table, source: dataset.name })] : [],
  );
}
