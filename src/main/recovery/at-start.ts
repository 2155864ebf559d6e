import type { DatabaseName } from '#contract';
import { inspectDatabase, newerData, readHoldings } from '../storage';
import { DATABASES, pathOf } from './databases';

/**
 * Called before anything is opened, so that nothing is changed in a data folder that a newer version has written, whichever
 * database it has got to. @throws AppError `data_newer`
 */
export function assertNotNewer(dataFolder: string): void {
  for (const database of Object.keys(DATABASES) as DatabaseName[]) {
    const { version } = inspectDatabase(pathOf(dataFolder, database));
    if (version > DATABASES[database].migrations.length) throw newerData();
  }
}

/** The databases that are not there, or empty, beside another that holds threads. Call before they are opened, and made. */
export function findMissing(dataFolder: string): DatabaseName[] {
  const isThere = (database: DatabaseName) => {
    const { state } = inspectDatabase(pathOf(dataFolder, database));
    return state === 'database' || state === 'other';
  };
  const holdsThreads = (database: DatabaseName) =>
    (readHoldings(pathOf(dataFolder, database), DATABASES[database].holdings)?.messages ?? 0) > 0;
  if (!isThere('library') && isThere('engine') && holdsThreads('engine')) return ['library'];
  if (!isThere('engine') && isThere('library') && holdsThreads('library')) return ['engine'];
  return [];
}
