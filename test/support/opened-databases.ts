import { basename } from 'node:path';
import { vi } from 'vitest';
import { Database } from '../../src/main/storage';

/**
 * The databases that are opened from here on, by file name. The app locks its files, so what a test does to one of them
 * while the app runs goes through the app's own connection.
 */
export function openedDatabases(): (name: string) => Database {
  const open = vi.spyOn(Database, 'open');
  return (name) => {
    const opened = open.mock.results.map(({ value }) => value as Database);
    const found = opened.findLast((database) => basename(database.path) === name);
    if (!found) throw new Error(`${name} was not opened`);
    return found;
  };
}
