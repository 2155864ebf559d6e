import { randomInt } from 'node:crypto';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** What a look at every page of a database file found. */
export interface CheckResult {
  /** Tables with rows that cannot be trusted. */
  damaged: string[];
  /** Search indexes, which are derived from rows, that do not fit them. */
  damagedIndexes: string[];
}

/** A file of this size is looked through in less time than a thread takes to start. */
const SMALL_BYTES = 4 * 1024 * 1024;

/**
 * Looks at every page of a copy that nobody has open, and makes it a file without a log and with a number of its own.
 * Rejects when it could not be looked at.
 */
export async function checkCopy(path: string): Promise<CheckResult> {
  const number = randomInt(1, 2 ** 31);
  if (statSync(path).size <= SMALL_BYTES) return lookThrough(DatabaseSync, path, number);
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { eval: true, workerData: { path, number } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the copy could not be checked')));
  });
}

/** Also runs in a thread, as text: it must use nothing but what it is given. */
function lookThrough(Sqlite: typeof DatabaseSync, path: string, number: number): CheckResult {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const holds = (work: () => boolean): boolean => {
    try {
      return work();
    } catch {
      return false;
    }
  };
  const result: CheckResult = { damaged: [], damagedIndexes: [] };
  const db = new Sqlite(path);
  try {
    db.exec(`PRAGMA journal_mode=DELETE; PRAGMA application_id=${number}`);
    const tables = db.prepare(`SELECT name, type FROM pragma_table_list WHERE schema = 'main'`).all();
    for (const { name: given, type } of tables) {
      const name = String(given);
      const isSound = () => db.prepare(`PRAGMA integrity_check(${quoted(name)})`).get()?.integrity_check === 'ok';
      const fits = () => {
        db.exec(`INSERT INTO ${quoted(name)} (${quoted(name)}, rank) VALUES ('integrity-check', 0)`);
        return true;
      };
      if (type === 'table' && name !== 'sqlite_schema' && !holds(isSound)) result.damaged.push(name);
      if (type === 'virtual' && !holds(fits)) result.damagedIndexes.push(name);
    }
  } catch {
    result.damaged.push('*');
  } finally {
    db.close();
  }
  return result;
}

/** So that it needs no file of its own beside the app. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  parentPort.postMessage((${lookThrough})(DatabaseSync, workerData.path, workerData.number));
`;
