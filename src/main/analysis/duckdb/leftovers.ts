import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_NAME, COPY_NAME, SEALS_NAME, TABLE_NAME } from './recipe';

/** Text made of something else, and what a compressed file holds, while they are needed. */
export const TEXT_PARTIAL = 'text.partial';
export const UNPACKED_PARTIAL = 'unpacked.partial';

/** DuckDB itself writes under a name with `tmp_` where there is a file already. */
const OURS = [CACHE_NAME, COPY_NAME, TABLE_NAME].flatMap((name) => [name, `${name}.partial`, `tmp_${name}.partial`]);

/** Removes what a reading has written into a dataset's folder, by name, so that nothing else there can be lost. */
export async function removeWritten(folder: string): Promise<void> {
  const seals = [SEALS_NAME, `${SEALS_NAME}.partial`];
  const names = [...OURS, ...seals, TEXT_PARTIAL, `tmp_${TEXT_PARTIAL}`, UNPACKED_PARTIAL];
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}
