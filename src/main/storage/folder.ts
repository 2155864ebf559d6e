import { mkdirSync } from 'node:fs';
import { storageError } from './errors';

/**
 * The folder, which is made where there is none; nobody else may read it.
 * @throws AppError `read_only`, `no_space`
 */
export function ensureFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw storageError(error);
  }
}
