import { AppError } from '#contract/result';
import type { Database, Parameters } from './database';

export interface SearchIndexOptions {
  /** An FTS5 table. What is yet to be indexed waits in `<table>_queue`, a table with an `id`. */
  table: string;
  /** The statement that creates it. */
  create: string;
  columns: readonly string[];
  /** SQL for the id of every row that belongs in the index. */
  ids: string;
  /** What is indexed for an id; null when nothing is. */
  columnsOf(id: number): Parameters | null;
  /** Told why the index is built anew, or could not be written. */
  onFault(error: unknown): void;
}

/** Milliseconds that are spent on the index before others get their turn. */
const SLICE_MS = 15;
/** What a search that finds the index damaged spends on it at once; a small index is whole again by then. */
const REPAIR_MS = 200;
const BATCH = 50;
/** Of an index, that one step of merging writes at most. */
const MERGE_PAGES = 64;
/** A disk that damages it again and again is no reason to build it for ever. */
const REBUILDS_AT_MOST = 3;
const SQLITE_ERROR = 1;
const SQLITE_CONSTRAINT = 19;

/**
 * An index that is derived from rows, kept so that it can never cost one: a change notes in its own transaction which row
 * is to be indexed, and the index is written after the commit, in slices. An index that proves damaged is built anew the
 * same way, while everything else goes on; a kill on the way only leaves more to be done at the next start.
 */
export class SearchIndex {
  readonly #db: Database;
  readonly #options: SearchIndexOptions;
  readonly #queue: string;
  /** What the caller knew of rows that wait, which need not be read again. */
  readonly #known = new Map<number, Parameters>();
  #slices: Promise<void> | null = null;
  #rebuilds = 0;
  #closed = false;

  constructor(db: Database, options: SearchIndexOptions) {
    this.#db = db;
    this.#options = options;
    this.#queue = `${options.table}_queue`;
    db.addIndex(options.table, {
      rebuild: () => this.#recover(new Misfit('it does not fit the rows')),
      compact: () => this.#compact(),
    });
    this.#probe();
    this.#work();
  }

  /** Call in the transaction that changes the row. `columns` is what {@link SearchIndexOptions.columnsOf} would give. */
  changed(id: number, columns?: Parameters): void {
    if (columns) this.#known.set(id, columns);
    this.changedWhere('VALUES (:id)', { id });
  }

  /** The same for the ids that a query gives. */
  changedWhere(ids: string, parameters: Parameters): void {
    this.#db.run(`INSERT OR IGNORE INTO ${this.#queue} (id) ${ids}`, parameters);
    this.#db.afterCommit(this.#work);
  }

  /** Reads from the index; from what there is of it so far when it had to be begun anew. */
  query<T>(read: () => T): T {
    try {
      return this.#db.withIndex(read);
    } catch (error) {
      if (!isFault(error)) throw error;
      this.rebuild(error);
      this.#slice(REPAIR_MS);
      return this.#db.withIndex(read);
    }
  }

  /** Something that was saved is not in the index yet. */
  get rebuilding(): boolean {
    return this.#slices !== null;
  }

  /** Resolves when all that was changed is indexed. Never rejects. */
  async settled(): Promise<void> {
    while (this.#slices !== null) await this.#slices;
  }

  /** Begins the index anew from the rows. @throws what it was found damaged by, when that has happened too often */
  rebuild(cause: unknown): void {
    const { table, create, ids, onFault } = this.#options;
    if (this.#rebuilds >= REBUILDS_AT_MOST) throw cause;
    this.#rebuilds += 1;
    onFault(cause);
    // First what is to be done, then the empty index: so that a kill in between leaves no index without its rows.
    this.#db.run(`INSERT OR IGNORE INTO ${this.#queue} (id) ${ids}`);
    this.#db.recreateVirtualTable(table, create);
    this.#schedule();
  }

  close(): void {
    this.#closed = true;
  }

  /** FTS5 only notes that a row is gone; its words go when the parts of the index that hold them are merged. */
  async #compact(): Promise<void> {
    await this.settled();
    const { table } = this.#options;
    const merge = (pages: number): number =>
      this.#db.withIndex(() =>
        this.#db.relaxedTransaction(() => {
          const changes = () => this.#db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
          const before = changes();
          this.#db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', :pages)`, { pages });
          return changes() - before;
        }),
      );
    // A negative number begins with all parts; each step says by its changes whether there was anything left to do.
    for (let pages = -MERGE_PAGES; !this.#closed && merge(pages) > 1; pages = MERGE_PAGES)
      await new Promise((resolve) => setImmediate(resolve));
  }

  #probe(): void {
    const { table, ids } = this.#options;
    try {
      this.#db.withIndex(() => {
        this.#db.get(`SELECT rowid FROM ${table} WHERE ${table} MATCH '"a"*' LIMIT 1`);
        const empty = !this.#db.get(`SELECT rowid FROM ${table} LIMIT 1`);
        // As in a database that was put together from what could be read of another.
        if (empty && this.#db.get(`SELECT 1 FROM (${ids}) LIMIT 1`))
          this.#db.run(`INSERT OR IGNORE INTO ${this.#queue} (id) ${ids}`);
      });
    } catch (error) {
      if (!isFault(error)) throw error;
      this.rebuild(error);
    }
  }

  readonly #work = (): void => {
    if (this.#slices === null && !this.#slice(SLICE_MS)) this.#schedule();
  };

  #schedule(): void {
    this.#slices ??= this.#finish().finally(() => {
      this.#slices = null;
    });
  }

  async #finish(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (!this.#slice(SLICE_MS));
  }

  /** True when nothing is left to be done, or nothing can be. */
  #slice(ms: number): boolean {
    const until = performance.now() + ms;
    try {
      while (!this.#closed && performance.now() < until)
        if (this.#db.withIndex(() => this.#db.relaxedTransaction(() => this.#batch()))) return true;
      return this.#closed;
    } catch (error) {
      return !this.#recover(error);
    }
  }

  /** Whether it is worth going on. What could not be written waits for the next change, or the next start. */
  #recover(error: unknown): boolean {
    try {
      if (!isFault(error) && !(error instanceof Misfit)) throw error;
      this.rebuild(error);
      return true;
    } catch (again) {
      this.#options.onFault(again);
      return false;
    }
  }

  #batch(): boolean {
    const { table, columns } = this.#options;
    const waiting = this.#db.all<{ id: number }>(`SELECT id FROM ${this.#queue} ORDER BY id LIMIT ${BATCH}`);
    for (const { id } of waiting) {
      const values = this.#known.get(id) ?? this.#read(id);
      this.#db.run(`DELETE FROM ${table} WHERE rowid = :id`, { id });
      if (values)
        this.#db.run(
          `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (:id, ${columns.map((column) => `:${column}`).join(', ')})`,
          { id, ...values },
        );
      this.#db.run(`DELETE FROM ${this.#queue} WHERE id = :id`, { id });
    }
    for (const { id } of waiting) this.#known.delete(id);
    return waiting.length < BATCH;
  }

  /** A row that cannot be read is not found by its words; that is no fault of the index. */
  #read(id: number): Parameters | null {
    try {
      return this.#options.columnsOf(id);
    } catch (error) {
      this.#options.onFault(error);
      return null;
    }
  }
}

/** An index that can be read, and was found to lack rows or to have others. */
class Misfit extends Error {}

/** Damage shows as such, as a table that cannot be opened or has lost a part of itself, or as a row that is there already. */
function isFault(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'data_damaged';
  const code = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
  return code !== null && [SQLITE_ERROR, SQLITE_CONSTRAINT].includes(code & 0xff);
}
