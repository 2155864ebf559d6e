import type { DatabaseSync } from 'node:sqlite';

const PARTS = ['data', 'idx', 'content', 'docsize', 'config'];

/** An empty FTS5 table in place of one that may be too damaged to be dropped. */
export function recreateVirtualTable(db: DatabaseSync, table: string, create: string): void {
  try {
    db.exec(`DROP TABLE IF EXISTS ${table}`);
    db.exec(create);
  } catch {
    forgetTable(db, table);
    db.exec(create);
  }
}

/** Takes the table and its parts off the schema; the pages they had stay unused until the next VACUUM. */
function forgetTable(db: DatabaseSync, table: string): void {
  const names = [table, ...PARTS.map((part) => `${table}_${part}`)];
  // Not in every version of Node that the app runs on; those without it do not defend the schema by themselves.
  db.enableDefensive?.(false);
  try {
    db.exec('PRAGMA writable_schema=ON');
    db.exec(`DELETE FROM sqlite_schema WHERE name IN (${names.map((name) => `'${name}'`).join(', ')})`);
  } finally {
    db.exec('PRAGMA writable_schema=RESET');
    db.enableDefensive?.(true);
  }
}
