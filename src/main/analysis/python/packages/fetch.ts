import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '#contract/result';
import type { IndexedPackage } from '../protocol';
import type { Source } from './source';

/** More than the largest package of the distribution by far. */
const FILE_AT_MOST = 256 * 1024 * 1024;

export const partialOf = (path: string): string => `${path}.${randomUUID()}.partial`;

/**
 * Fetches one file, which takes its name once its sum is what it should be: what lay there before is replaced, or stays.
 * @throws AppError `unavailable`, `unreadable_file`, `no_space`, `cancelled`, `invalid_input`
 */
export async function fetchPackage(
  source: Source,
  entry: IndexedPackage,
  path: string,
  options: { signal: AbortSignal | undefined; onBytes(more: number): void },
): Promise<void> {
  const { signal, onBytes } = options;
  const partial = partialOf(path);
  try {
    const sum = await writeSummed(partial, source, entry, signal, onBytes);
    if (sum !== entry.sha256)
      throw new AppError(
        'unreadable_file',
        `The file fetched for ${entry.name} is not the one it should be (its SHA-256 differs). Nothing was installed from it.`,
      );
    await rename(partial, path);
  } catch (error) {
    throw explain(error, entry, signal);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Null where the source does not say it of all of them. */
export async function totalSize(
  source: Source,
  entries: readonly IndexedPackage[],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const sizes = await Promise.all(entries.map((entry) => source.size(entry, signal).catch(() => null)));
  return sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
}

async function writeSummed(
  path: string,
  source: Source,
  entry: IndexedPackage,
  signal: AbortSignal | undefined,
  onBytes: (more: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  // First: what a source has opened and nobody reads would stay open.
  const file = await open(path, 'wx', 0o600);
  let total = 0;
  try {
    for await (const bytes of await source.open(entry, signal)) {
      signal?.throwIfAborted();
      total += bytes.length;
      if (total > FILE_AT_MOST) throw new Error('more bytes than any package has');
      hash.update(bytes);
      await file.writeFile(bytes);
      onBytes(bytes.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function explain(error: unknown, entry: IndexedPackage, signal: AbortSignal | undefined): AppError {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return new AppError('cancelled', 'Stopped. What was fetched whole is kept.');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new AppError('no_space', 'The disk is full. Free some space and try again.', {
      reason: { code: 'disk_full' },
      cause: error,
    });
  if (code === 'EIO')
    return new AppError('no_space', 'The disk could not be written. Check that it is connected, and try again.', {
      cause: error,
    });
  return new AppError(
    'unavailable',
    `${entry.name} could not be fetched. Check the connection, or set a mirror or a folder of package files in Settings.`,
    { reason: { code: 'package_not_fetched', package: entry.name }, cause: error },
  );
}
