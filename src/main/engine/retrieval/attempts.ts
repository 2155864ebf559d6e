import type { Database } from '../../storage';
import { DocumentError } from './types';

const ATTEMPTS_AT_MOST = 2;
/** What ended the reader may have had nothing to do with the document: the next day it is tried again. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1_000;
const GAVE_UP =
  'Reading this document ended the reader twice, so it was given up. Split it, or save it in a simpler form; as it is, it can be tried again tomorrow.';

/**
 * Counts on disk how often reading begins, and forgets it when it ends well or with a reason: what is left are the documents
 * that took the reader, or the whole app, down with them.
 */
export class ReadingAttempts {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(db: Database, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Durable when it returns. @throws DocumentError when the document has been begun too often */
  begin(blobKey: string): void {
    const since = this.#now() - FORGOTTEN_AFTER_MS;
    this.#db.run('DELETE FROM reading_attempt WHERE begun_at < :since', { since });
    if (this.count(blobKey) >= ATTEMPTS_AT_MOST) throw new DocumentError('invalid_file', GAVE_UP, 'given_up');
    this.#db.run(
      `INSERT INTO reading_attempt (blob_key, count, begun_at) VALUES (:blobKey, 1, :now)
       ON CONFLICT (blob_key) DO UPDATE SET count = count + 1, begun_at = :now`,
      { blobKey, now: this.#now() },
    );
  }

  /** Reading ended, and the reader lives. */
  forget(blobKey: string): void {
    this.#db.run('DELETE FROM reading_attempt WHERE blob_key = :blobKey', { blobKey });
  }

  count(blobKey: string): number {
    const count = 'SELECT count FROM reading_attempt WHERE blob_key = :blobKey';
    return this.#db.get<{ count: number }>(count, { blobKey })?.count ?? 0;
  }
}
