import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/result';
import { storageError } from './errors';
import { FileIdentity } from './identity';

/** Beyond this the log is brought into the file, as SQLite does by itself at 1,000 pages. */
const CHECKPOINT_BYTES = 4 * 1024 * 1024;
/** Commits that nobody waits for are looked after now and then. */
const RELAXED_COMMITS = 32;

/**
 * The write-ahead log of an open database: notices when the files are gone, and keeps the log short. Each log opens with
 * a first page that carries the number the file had when the log was begun, and the file gets a new number each time; so a
 * log that is found beside another file, or beside an older copy of the same, is told apart by {@link inspectDatabase}.
 */
export class CommitLog {
  readonly #db: DatabaseSync;
  readonly #file: FileIdentity;
  readonly #log: FileIdentity;
  #checkpointAt = CHECKPOINT_BYTES;
  #relaxed = 0;

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#db.exec('PRAGMA wal_autocheckpoint=0');
    this.#open();
    this.#file = new FileIdentity(path);
    this.#log = new FileIdentity(`${path}-wal`);
  }

  /** @throws AppError `data_missing` */
  afterDurableCommit(): void {
    this.#file.size();
    if (this.#log.size() >= this.#checkpointAt) this.#checkpoint();
  }

  /** @throws AppError `data_missing` */
  afterRelaxedCommit(): void {
    this.#relaxed += 1;
    if (this.#relaxed % RELAXED_COMMITS === 0) this.afterDurableCommit();
  }

  /** Brings all of the log into the file, so that no earlier content of a page is left in it. @throws as SQLite where it cannot */
  empty(): void {
    this.#begin();
    this.#checkpointAt = CHECKPOINT_BYTES;
  }

  /** A full disk can still be read from: the log then goes on without a number, and fits any file. */
  #open(): void {
    try {
      const { application_id: current } = this.#db.prepare('PRAGMA application_id').get() ?? {};
      this.#db.exec(`PRAGMA application_id=${Number(current)}`);
      this.#begin();
    } catch (error) {
      const known = storageError(error);
      if (!(known instanceof AppError) || known.code !== 'no_space') throw error;
    }
  }

  /** What was committed is safe in the log, so a disk that has no room for more of the file now is no failure. */
  #checkpoint(): void {
    try {
      this.#begin();
      this.#checkpointAt = CHECKPOINT_BYTES;
    } catch {
      this.#checkpointAt = this.#log.size() + CHECKPOINT_BYTES;
    }
  }

  /**
   * The log, which begins with the file's number, gets a new one; both go into the file; and the log, now empty, begins with
   * that. So a log fits its file wherever this is interrupted.
   */
  #begin(): void {
    const number = randomInt(1, 2 ** 31);
    this.#db.exec(`PRAGMA application_id=${number}`);
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#db.exec(`PRAGMA application_id=${number}`);
  }
}
