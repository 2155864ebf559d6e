import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

const OTHERS = 0o077;

/**
 * Nobody but this user may read the file, whatever folder it is in; it is made, empty, where there is none. Windows keeps
 * who may read what with the folder instead, and a user's own folders are closed to others there.
 */
export function ensurePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  makePrivate(path);
}

/** The same for a file or folder that may not be there. */
export function makePrivate(path: string): void {
  if (process.platform === 'win32') return;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & OTHERS) !== 0) chmodSync(path, mode & 0o700);
}
