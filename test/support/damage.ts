import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const PAGE = 4096;

/** Runs statements that SQLite refuses to everybody who does not ask for it. */
export function execUndefended(path: string, sql: string): void {
  const db = new DatabaseSync(path, { defensive: false });
  db.exec(sql);
  db.close();
}

/** Overwrites part of the first page of a table or index, as a bad disk does. The database must be closed. */
export function damagePage(path: string, table: string, from = 8, to = 400): void {
  const db = new DatabaseSync(path);
  const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.rootpage);
  // No log is to put the page right again.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE');
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (root - 1) * PAGE + from, (root - 1) * PAGE + to);
  writeFileSync(path, bytes);
}

/** The ways in which an FTS5 table of this name has been seen, or can be imagined, to be damaged. */
export function indexDamages(table: string): [name: string, damage: (path: string) => void][] {
  const sql = (text: string) => (path: string) => execUndefended(path, text);
  return [
    ['blocks of zeros', sql(`UPDATE ${table}_data SET block = zeroblob(length(block)) WHERE id > 10`)],
    ['no blocks', sql(`DELETE FROM ${table}_data`)],
    ['no list of segments', sql(`DELETE FROM ${table}_data WHERE id = 10`)],
    ['no totals', sql(`DELETE FROM ${table}_data WHERE id = 1`)],
    ['no texts', sql(`DELETE FROM ${table}_content`)],
    ['half of the texts', sql(`DELETE FROM ${table}_content WHERE id % 2 = 0`)],
    ['no lengths', sql(`DELETE FROM ${table}_docsize`)],
    ['no version', sql(`DELETE FROM ${table}_config`)],
    ['no table of blocks', sql(`DROP TABLE ${table}_data`)],
    ['no table of texts', sql(`DROP TABLE ${table}_content`)],
    ['no table of settings', sql(`DROP TABLE ${table}_config`)],
    ['no table at all', sql(`DROP TABLE ${table}`)],
    ['bad bytes where its blocks are', (path) => damagePage(path, `${table}_data`)],
    ['bad bytes where its texts are', (path) => damagePage(path, `${table}_content`)],
  ];
}

/** The numbers of the pages that hold a table's rows, in their order. The database must be closed. */
export function leafPages(path: string, table: string): number[] {
  const db = new DatabaseSync(path);
  const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.rootpage);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE');
  db.close();
  const bytes = readFileSync(path);
  const leaves = (page: number): number[] => {
    const start = (page - 1) * PAGE;
    // Of a table's b-tree: 5 is a page of pages, 13 a page of rows.
    if (bytes[start] !== 5) return [page];
    const cells = bytes.readUInt16BE(start + 3);
    const children = Array.from({ length: cells }, (_, n) =>
      bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + 2 * n)),
    );
    return [...children, bytes.readUInt32BE(start + 8)].flatMap(leaves);
  };
  return leaves(root);
}

export function overwritePages(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xff, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}
