import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Takes files out of the way without losing a byte of them: they lie in `quarantine` beside the database from then on, in
 * a folder of their own. Nothing there is ever removed by the app. Returns the folder; null when no such file was there.
 */
export function quarantine(paths: readonly string[], reason: string): string | null {
  const present = paths.filter((path) => existsSync(path));
  const [first] = present;
  if (first === undefined) return null;
  const folder = freeFolder(join(dirname(first), 'quarantine'), `${timestamp()}-${reason}`);
  for (const path of present) renameSync(path, join(folder, basename(path)));
  return folder;
}

/** A database with what belongs to it. */
export const filesOf = (path: string): string[] => [path, `${path}-wal`, `${path}-shm`];

function freeFolder(parent: string, name: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (let n = 1; ; n += 1) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  }
}

/** `2026-11-29T18-04-09`, in UTC: a file name on every system. */
const timestamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-');
