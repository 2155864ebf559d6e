import type { LibraryFile } from '#contract';

/** Files of one name, the newest first. */
export interface FileGroup {
  newest: LibraryFile;
  versions: LibraryFile[];
}

/** `files` are newest first; upper and lower case make no other name, as on most disks. */
export function groupByName(files: readonly LibraryFile[], search: string): FileGroup[] {
  const sought = search.trim().toLowerCase();
  const named = files.filter(({ name }) => name.toLowerCase().includes(sought));
  return [...Map.groupBy(named, ({ name }) => name.toLowerCase()).values()].flatMap((versions) =>
    versions[0] ? [{ newest: versions[0], versions }] : [],
  );
}
