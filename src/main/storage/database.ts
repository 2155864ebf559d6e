import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storageError } from './errors';
import { type Migration, migrate } from './migrate';

export type Parameters = Record<string, SQLInputValue>;

/**
 * One SQLite file in WAL mode with `synchronous=FULL`: when a write returns, it survives a power cut. Rows come back
 * as the caller's type `R`, which must name the columns of the query; the schema is ours, so this is not checked again.
 */
export class Database {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /**
   * @throws AppError `data_newer` when a later version of the app wrote it, `data_damaged`, `read_only`, `data_in_use`.
   */
  static open(path: string, migrations: readonly Migration[], backupFolder: string): Database {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      migrate(path, migrations, backupFolder);
      return new Database(path);
    } catch (error) {
      throw storageError(error);
    }
  }

  private constructor(path: string) {
    this.path = path;
    this.#db = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
    this.#db.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000',
    );
  }

  all<R>(sql: string, parameters: Parameters = {}): R[] {
    return this.#guard(() => this.#prepare(sql).all(parameters) as R[]);
  }

  get<R>(sql: string, parameters: Parameters = {}): R | undefined {
    return this.#guard(() => this.#prepare(sql).get(parameters) as R | undefined);
  }

  /** Returns how many rows changed. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.#guard(() => Number(this.#prepare(sql).run(parameters).changes));
  }

  /** All of `work` or nothing of it. Inside another transaction it simply joins that one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    return this.#commit(work);
  }

  /**
   * A transaction that does not wait for the disk: for what can be told again by whoever said it. It survives a kill of
   * the process; a power cut may undo it (never tear it), unless a `transaction` came after.
   */
  relaxedTransaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#db.exec('PRAGMA synchronous=NORMAL');
    try {
      return this.#commit(work);
    } finally {
      this.#db.exec('PRAGMA synchronous=FULL');
    }
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
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      } finally {
        this.#depth -= 1;
      }
    });
  }

  /** `ok`, or what is wrong with the file. */
  integrity(): string {
    return this.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check ?? 'unreadable';
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
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
      throw storageError(error);
    }
  }
}
