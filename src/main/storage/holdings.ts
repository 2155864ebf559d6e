import { DatabaseSync } from 'node:sqlite';
import type { Holdings } from '#contract';

/**
 * Counts what can be read of a file that nobody has open. `sql` gives one row with the columns of {@link Holdings}. Null
 * when it cannot be read.
 */
export function readHoldings(path: string, sql: string): Holdings | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    const row = db.prepare(sql).get();
    return row
      ? {
          threads: Number(row.threads),
          messages: Number(row.messages),
          latest: row.latest === null ? null : Number(row.latest),
        }
      : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
