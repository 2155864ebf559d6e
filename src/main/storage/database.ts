import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { AppError } from '#contract/result';
import { newerData, storageError } from './errors';
import { ensureFolder } from './folder';
import { CommitLog } from './log-file';
import { type Migration, migrate } from './migrate';
import { ensurePrivateFile, makePrivate } from './private-file';
import { filesOf, quarantine } from './quarantine';
import { recreateVirtualTable } from './virtual-table';
import { inspectDatabase } from './wal';

export type Parameters = Record<string, SQLInputValue>;

/** What a search index, which is derived from rows, has done to itself. */
export interface IndexInDatabase {
  /** Begins it anew. */
  rebuild(): void;
  /** Resolves when all changes are in it, and nothing of what was deleted is. */
  compact(): Promise<void>;
}

/** How long another process's lock is waited for while nothing else can go on. */
const LOCKED_MS = 50;
/** Pages that a copy takes at a time. */
const COPY_PAGES = 100;
/** How often a copy is begun when each time something is just being saved. */
const COPY_ATTEMPTS = 100;
const WRITES = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i;

/**
 * One SQLite file in WAL mode with `synchronous=FULL`: when a write returns, it survives a power cut. The file is locked
 * for as long as it is open, so no other program can make a write wait. Rows come back as the caller's type `R`, which must
 * name the columns of the query; the schema is ours, so this is not checked again.
 */
export class Database {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #log: CommitLog;
  readonly #statements = new Map<string, StatementSync>();
  /** What is to be done once the transaction under way is on its way to the disk. */
  readonly #afterCommit = new Set<() => void>();
  readonly #indexes = new Map<string, IndexInDatabase>();
  readonly #listeners = new Set<(error: AppError) => void>();
  #depth = 0;
  #derived = 0;

  /**
   * @throws AppError `data_newer` when a later version of the app wrote it, `data_damaged`, `read_only`, `no_space`,
   * `data_in_use` when another program has it open
   */
  static open(path: string, migrations: readonly Migration[], backupFolder: string): Database {
    try {
      ensureFolder(dirname(path));
      const { version, foreignLog } = inspectDatabase(path);
      if (version > migrations.length) throw newerData();
      if (foreignLog) quarantine(filesOf(path).slice(1), 'foreign-log');
      ensurePrivateFile(path);
      for (const file of [...filesOf(path), backupFolder]) makePrivate(file);
      return new Database(path, migrations, backupFolder);
    } catch (error) {
      throw openError(storageError(error), path);
    }
  }

  private constructor(path: string, migrations: readonly Migration[], backupFolder: string) {
    this.path = path;
    this.#db = new DatabaseSync(path, { timeout: LOCKED_MS, enableForeignKeyConstraints: true });
    try {
      this.#db.exec(
        `PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;
         PRAGMA secure_delete=ON; PRAGMA cache_size=-16000; BEGIN IMMEDIATE; COMMIT`,
      );
      migrate(this.#db, path, migrations, backupFolder);
      this.#log = new CommitLog(this.#db, path);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  all<R>(sql: string, parameters: Parameters = {}): R[] {
    return this.#execute(sql, (statement) => statement.all(parameters) as R[]);
  }

  get<R>(sql: string, parameters: Parameters = {}): R | undefined {
    return this.#execute(sql, (statement) => statement.get(parameters) as R | undefined);
  }

  /** Returns how many rows changed. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.#execute(sql, (statement) => Number(statement.run(parameters).changes));
  }

  /**
   * All of `work` or nothing of it. Inside another transaction it simply joins that one.
   * @throws AppError `data_missing` when the file is no longer there, so that nothing was saved; `no_space`, `data_damaged`
   */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    const value = this.#commit(work);
    this.#log.afterDurableCommit();
    this.#followUp();
    return value;
  }

  /**
   * A transaction that does not wait for the disk: for what can be told again by whoever said it. It survives a kill of
   * the process; a power cut may undo it (never tear it), unless a `transaction` came after.
   */
  relaxedTransaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    let value: T;
    this.#db.exec('PRAGMA synchronous=NORMAL');
    try {
      value = this.#commit(work);
      this.#log.afterRelaxedCommit();
    } finally {
      this.#db.exec('PRAGMA synchronous=FULL');
    }
    this.#followUp();
    return value;
  }

  /** Has `work` done when the transaction under way is committed, once however often it is asked for; not when it fails. */
  afterCommit(work: () => void): void {
    this.#afterCommit.add(work);
    if (this.#depth === 0) this.#followUp();
  }

  #followUp(): void {
    const works = [...this.#afterCommit];
    this.#afterCommit.clear();
    for (const work of works) work();
  }

  #commit<T>(work: () => T): T {
    return this.#guard(() => {
      this.#db.exec('BEGIN IMMEDIATE');
      this.#depth += 1;
      try {
        const value = work();
        this.#db.exec('COMMIT');
        return value;
      } catch (error) {
        this.#afterCommit.clear();
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      } finally {
        this.#depth -= 1;
      }
    });
  }

  /** An empty FTS5 table in place of one that may be too damaged to be dropped. */
  recreateVirtualTable(table: string, create: string): void {
    this.#guard(() => recreateVirtualTable(this.#db, table, create));
  }

  /** Damage that `work` meets is told to its caller alone: of an index that is derived from rows nothing is lost. */
  withIndex<T>(work: () => T): T {
    this.#derived += 1;
    try {
      return work();
    } finally {
      this.#derived -= 1;
    }
  }

  /** Has `listener` told when the file proves damaged, each time it does. */
  onDamage(listener: (error: AppError) => void): void {
    this.#listeners.add(listener);
  }

  /** When, in milliseconds since the epoch, the files were last written to, and how large they are together. */
  lastSaved(): { mtimeMs: number; size: number } {
    const stats = filesOf(this.path).flatMap((path) => statSync(path, { throwIfNoEntry: false }) ?? []);
    return {
      mtimeMs: Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs)),
      size: stats.reduce((sum, { size }) => sum + size, 0),
    };
  }

  /** Copies what is committed to a file that is there and empty, in steps between which everything else goes on. */
  async copyTo(path: string, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await backup(this.#db, path, { rate: COPY_PAGES, progress: () => signal.throwIfAborted() });
        return;
      } catch (error) {
        if (!metWriter(error) || attempt === COPY_ATTEMPTS) throw storageError(error);
      }
    }
  }

  /** A search index takes part in its rebuilding, and in {@link scrub}, by name. */
  addIndex(table: string, index: IndexInDatabase): void {
    this.#indexes.set(table, index);
  }

  rebuildIndex(table: string): void {
    this.#indexes.get(table)?.rebuild();
  }

  /**
   * Leaves nothing of deleted rows in the files: search indexes keep words of theirs until their parts are merged, and the log
   * until it is emptied. `whole` also writes the file anew, for what was deleted before rows were overwritten as they go.
   */
  async scrub({ whole }: { whole: boolean }): Promise<void> {
    for (const index of this.#indexes.values()) await index.compact();
    this.#guard(() => {
      if (whole) this.#db.exec('PRAGMA temp_store=FILE; VACUUM; PRAGMA temp_store=MEMORY');
      this.#log.empty();
    });
  }

  /** What was found out about the file by other means than by reading from it here. */
  reportDamage(what: string): void {
    for (const listener of this.#listeners) listener(new AppError('data_damaged', what));
  }

  /** `ok`, or what is wrong with the file. */
  integrity(): string {
    return this.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check ?? 'unreadable';
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #execute<T>(sql: string, use: (statement: StatementSync) => T): T {
    const value = this.#guard(() => use(this.#prepare(sql)));
    if (this.#depth === 0 && WRITES.test(sql)) this.#log.afterDurableCommit();
    return value;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const known = storageError(error);
      if (known instanceof AppError && known.code === 'data_damaged' && this.#derived === 0)
        for (const listener of this.#listeners) listener(known);
      throw known;
    }
  }
}

/** Later steps of a copy wait for a transaction to end; for the first one Node gives up, with an error that names none. */
const metWriter = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 0;

function openError(error: unknown, path: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'data_in_use') return error;
  return new AppError(
    'data_in_use',
    `Another program has ${basename(path)} of the data folder open. Close that program, then start Assay again.`,
    { cause: error },
  );
}
