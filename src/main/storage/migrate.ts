import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/result';
import { replaceDurably } from './durable';
import { storageError } from './errors';
import { ensurePrivateFolder } from './folder';
import { ensurePrivateFile } from './private-file';

/** One numbered step of a schema, never changed once released. Step n takes the file from version n-1 to n. */
export interface Migration {
  name: string;
  sql: string;
}

/**
 * Brings an open database to the newest schema, each step in a transaction of its own together with the version number, so
 * that a kill leaves the old schema or the new one. A file that holds something is copied to `backupFolder` first.
 */
export function migrate(db: DatabaseSync, path: string, migrations: readonly Migration[], backupFolder: string): void {
  const before = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (before >= migrations.length) return;
  if (before > 0) backUp(db, path, before, backupFolder);
  applySteps(db, migrations, before);
}

/** Takes a database from one version to the last of the steps. */
export function applySteps(db: DatabaseSync, migrations: readonly Migration[], before = 0): void {
  for (const [index, migration] of migrations.entries()) if (index >= before) applyStep(db, migration, index + 1);
}

function applyStep(db: DatabaseSync, migration: Migration, version: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(migration.sql);
    db.exec(`PRAGMA user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    const known = storageError(error);
    if (known instanceof AppError) throw known;
    throw new AppError(
      'data_damaged',
      `The data could not be brought to this version (${migration.name}). It is unchanged.`,
      {
        cause: error,
      },
    );
  }
}

/** The first backup of a version is the good one: a step that keeps failing must not overwrite it. */
function backUp(db: DatabaseSync, path: string, version: number, folder: string): void {
  ensurePrivateFolder(folder);
  const target = join(folder, `${basename(path, '.db')}-v${version}.db`);
  if (existsSync(target)) return;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    ensurePrivateFile(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    replaceDurably(partial, target);
  } finally {
    // On a full disk it would only take more room.
    rmSync(partial, { force: true });
  }
}
