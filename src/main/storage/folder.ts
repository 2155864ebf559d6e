import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#contract/result';
import { syncFolder } from './durable';
import { READ_ONLY, storageError } from './errors';
import { makePrivate } from './private-file';

/**
 * A folder of the app's own: nobody else may read it, also one that an earlier version made open to all.
 * @throws AppError `read_only`, `no_space`
 */
export function ensurePrivateFolder(folder: string): string {
  ensureFolder(folder);
  makePrivate(folder);
  return folder;
}

/**
 * The folder, which is made where there is none; nobody else may read one that is made.
 * @throws AppError `read_only`, `no_space`
 */
export function ensureFolder(folder: string): string {
  try {
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What is kept in a new folder is as durable as the folder's own name.
    if (first !== undefined)
      for (let made = resolve(folder); made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
    return folder;
  } catch (error) {
    // Node says ENOENT, not EROFS, of folders that a read-only disk, or one that is gone, has no place for.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new AppError('read_only', READ_ONLY, { cause: error });
    throw storageError(error);
  }
}
