import type { Dataset, DatasetProfile } from '#contract';
import { entryOf } from '#contract/entries';

/** What a thread calls a dataset that has taken the place of another one. */
export interface DatasetNames {
  /** Under which code finds its file. */
  file: string;
  /** By the column's own name. */
  columns: Readonly<Record<string, string>>;
}

/** A dataset whose columns are called as the thread calls them. */
export function underNames(dataset: Dataset, { columns }: DatasetNames): Dataset {
  return dataset.profile && Object.keys(columns).length > 0
    ? { ...dataset, profile: renamed(dataset.profile, columns) }
    : dataset;
}

function renamed(profile: DatasetProfile, columns: DatasetNames['columns']): DatasetProfile {
  const called = (name: string) => entryOf(columns, name) ?? name;
  return {
    ...profile,
    columns: profile.columns.map((column) => ({ ...column, name: called(column.name) })),
    ...(profile.repeatedKeys
      ? {
          repeatedKeys: profile.repeatedKeys.map(({ column, same, once }) => ({
            column: called(column),
            same: same.map(called),
            once: once.map(called),
          })),
        }
      : {}),
  };
}
