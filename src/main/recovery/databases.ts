import { join } from 'node:path';
import type { DatabaseName } from '#contract';
import { engineHoldings, engineMigrations } from '../engine';
import { libraryHoldings, libraryMigrations } from '../library';
import type { Migration } from '../storage';

interface KnownDatabase {
  /** In the data folder. */
  file: string;
  migrations: readonly Migration[];
  /** Counts what a copy holds. */
  holdings: string;
}

export const DATABASES: Record<DatabaseName, KnownDatabase> = {
  library: { file: 'library.db', migrations: libraryMigrations, holdings: libraryHoldings },
  engine: { file: 'engine.db', migrations: engineMigrations, holdings: engineHoldings },
};

export const pathOf = (dataFolder: string, database: DatabaseName): string =>
  join(dataFolder, DATABASES[database].file);
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');
