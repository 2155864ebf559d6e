import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatabaseName, DataCopy, StorageSizes } from '#contract';
import { backupFolder } from '../recovery';
import type { ErasableFolder } from '../services/ports';
import { type DailyBackups, type Database, KEPT_DAYS, listBackups } from '../storage';
import { folderSize } from './about';

/** What lies in the data folder beside the bytes of files, for those who erase. */
export function dataFolderOf(parts: {
  dataFolder: string;
  databases: readonly Database[];
  backups: DailyBackups;
  datasetFolder: string;
  forgetResults(): Promise<void>;
}): ErasableFolder {
  const { dataFolder, databases, backups, datasetFolder } = parts;
  const quarantine = join(dataFolder, 'quarantine');
  const remove = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3 });
  const nameOf = (database: Database) => basename(database.path, '.db') as DatabaseName;
  return {
    removeDataset: (id) => remove(join(datasetFolder, id)),
    async removeDatasetsBut(isThere) {
      const names = await readdir(datasetFolder);
      for (const name of names) if (!isThere(name)) await remove(join(datasetFolder, name));
    },
    async scrub({ whole }) {
      await parts.forgetResults();
      for (const database of databases) await database.scrub({ whole });
    },
    async copies() {
      const copies = databases.flatMap((database) =>
        listBackups(backupFolder(dataFolder), nameOf(database)).map(
          ({ name, at, bytes }): DataCopy => ({
            name,
            bytes,
            database: nameOf(database),
            madeAt: at,
            kind: /-v\d+\.db$/.test(name) ? 'update' : 'day',
          }),
        ),
      );
      return { copies, daysKept: KEPT_DAYS, setAside: await filesIn(quarantine) };
    },
    async renewCopies({ setAside }) {
      await backups.renew();
      if (setAside) await remove(quarantine);
    },
  };
}

/** What takes the room of the data folder. */
export async function storageSizes(dataFolder: string): Promise<StorageSizes> {
  const sizeOf = (name: string) => folderSize(join(dataFolder, name));
  const fileSize = (name: string) =>
    stat(join(dataFolder, name)).then(
      ({ size }) => size,
      () => 0,
    );
  const databases = ['library.db', 'library.db-wal', 'engine.db', 'engine.db-wal'].map(fileSize);
  return {
    files: await sizeOf('blobs'),
    copies: await sizeOf('datasets'),
    engineFiles: await sizeOf('engine-blobs'),
    databases: (await Promise.all(databases)).reduce((sum, size) => sum + size, 0),
    backups: (await sizeOf('backups')) + (await sizeOf('quarantine')),
  };
}

async function filesIn(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return { files: entries.filter((entry) => entry.isFile()).length, bytes: await folderSize(folder) };
}
