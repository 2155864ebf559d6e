import type { ColumnMapping, ColumnProfile, DatasetProfile, FindingWeight, ShapeFact, ShapeFinding } from '#contract';
import type { Definitions } from '#contract/definitions';
import { probableRenames, type Rename, splitOf } from './renames';

/** One side of a comparison: a file as it was read, and what its columns mean. */
export interface ComparedFile {
  profile: DatasetProfile;
  definitions: Definitions;
}

export const finding = (weight: FindingWeight, fact: ShapeFact): ShapeFinding => ({ weight, fact });

/** Which column of the other file stands for which of the earlier candidate: by its name, as given, or as proposed. */
export interface Mapped {
  pairs: { column: ColumnProfile; now: ColumnProfile }[];
  renames: (Rename & { given: boolean })[];
  gone: ColumnProfile[];
  /** Of the other file, what stands for nothing. */
  free: ColumnProfile[];
}

export function mapped(before: DatasetProfile, now: DatasetProfile, given: readonly ColumnMapping[]): Mapped {
  const named = (name: string | null) => now.columns.find((column) => column.name === name);
  const settled = new Map(given.map(({ column, now: other }) => [column, other]));
  const taken = new Set(given.flatMap(({ now: other }) => other ?? []));
  const proposed = probableRenames(before.columns, now.columns).filter(
    ({ column, now: other }) => !settled.has(column) && !taken.has(other) && !isSplit(column, before, now),
  );
  const renames = [
    ...given.flatMap(({ column, now: other }) => (other === null || other === column ? [] : [{ column, now: other }])),
  ]
    .filter(({ column, now: other }) => !named(column) && named(other))
    .map((rename) => ({ ...rename, by: [], given: true }));
  const all = [...renames, ...proposed.map((rename) => ({ ...rename, given: false }))];
  const nowOf = (column: ColumnProfile) =>
    named(column.name) ?? named(all.find((rename) => rename.column === column.name)?.now ?? null);
  const pairs = before.columns.flatMap((column) => {
    const other = nowOf(column);
    return other ? [{ column, now: other }] : [];
  });
  return {
    pairs,
    renames: all,
    gone: before.columns.filter((column) => !nowOf(column)),
    free: now.columns.filter((column) => !pairs.some((pair) => pair.now === column)),
  };
}

/** Which of its parts could stand for it is the analyst's to say. */
function isSplit(name: string, before: DatasetProfile, now: DatasetProfile): boolean {
  const column = before.columns.find((candidate) => candidate.name === name);
  const free = now.columns.filter((candidate) => !before.columns.some((other) => other.name === candidate.name));
  return column !== undefined && splitOf(column, free) !== null;
}
