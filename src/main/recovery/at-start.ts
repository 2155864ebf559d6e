import type { DatabaseName } from '#contract';
import { inspectDatabase, newerData } from '../storage';
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

/** Whether the engine's database is not there, or empty. Call before it is opened, and made. */
export function engineIsMissing(dataFolder: string): boolean {
  const { state } = inspectDatabase(pathOf(dataFolder, 'engine'));
  return state === 'missing' || state === 'empty';
}
