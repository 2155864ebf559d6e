import { rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AppError } from '#contract/result';
import { replaceDurably } from './durable';
import { applySteps, type Migration } from './migrate';
import { ensurePrivateFile } from './private-file';
import { inspectDatabase } from './wal';

/** Row numbers are taken to lie below this where the table cannot say. */
const HIGHEST_ROW = 2n ** 40n;
/** A table whose every page is out of reach is given up after this; one that still gives rows is gone through. */
const FAILURES_AT_MOST = 2_000;
const FAILURES_PER_ROW = 4;
/** Milliseconds of copying before others get their turn. */
const SLICE_MS = 15;

/**
 * Makes a database of all rows that can be read of a damaged one, of the same version; search indexes are left empty, to be
 * filled when it is opened. Returns how many rows that was.
 * @throws AppError `data_damaged` when not even the tables can be found, `no_space`
 */
export async function salvage(damaged: string, target: string, migrations: readonly Migration[]): Promise<number> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  ensurePrivateFile(partial);
  const from = new DatabaseSync(damaged, { readOnly: true });
  const to = new DatabaseSync(partial, { enableForeignKeyConstraints: false });
  try {
    const { version } = inspectDatabase(damaged);
    applySteps(to, migrations.slice(0, version > 0 ? version : migrations.length));
    // The file is nobody's yet, and is written to the disk once it is whole.
    to.exec('PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN');
    const copy = new Copy(from, to);
    for (const table of tablesOf(to)) await copy.table(table);
    to.exec('COMMIT');
    to.close();
    replaceDurably(partial, target);
    return copy.rows;
  } finally {
    from.close();
    if (to.isOpen) to.close();
    rmSync(partial, { force: true });
  }
}

interface Table {
  name: string;
  withoutRowid: boolean;
}

function tablesOf(db: DatabaseSync): Table[] {
  const rows = db.prepare(`SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'`).all();
  return rows
    .filter(({ name, type }) => type === 'table' && !String(name).startsWith('sqlite_'))
    .map(({ name, wr }) => ({ name: String(name), withoutRowid: wr === 1 }));
}

/** Copies table by table, around what cannot be read. */
class Copy {
  readonly #from: DatabaseSync;
  readonly #to: DatabaseSync;
  rows = 0;
  #turn = performance.now();

  constructor(from: DatabaseSync, to: DatabaseSync) {
    this.#from = from;
    this.#to = to;
  }

  async table({ name, withoutRowid }: Table): Promise<void> {
    const columns = this.#commonColumns(name);
    if (columns.length === 0) return;
    const listed = columns.map((column) => `"${column}"`).join(', ');
    const insert = this.#to.prepare(
      `INSERT OR IGNORE INTO "${name}" (${listed}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const write = (row: Record<string, unknown>) => {
      insert.run(...columns.map((column) => row[column] as never));
      this.rows += 1;
    };
    if (withoutRowid) return this.#fromBothEnds(name, listed, write);
    const select = this.#prepare(
      `SELECT rowid AS "rowid of it", ${listed} FROM "${name}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
    );
    const highest = this.#attempt(() => this.#prepare(`SELECT max(rowid) AS n FROM "${name}"`)?.get()?.n);
    if (select) await this.#range(select, 0n, typeof highest === 'bigint' ? highest : HIGHEST_ROW, write);
  }

  /** Rows from `low` to `high`; where one of them cannot be read, both halves of what comes behind it, down to single rows. */
  async #range(
    select: StatementSync,
    low: bigint,
    high: bigint,
    write: (row: Record<string, unknown>) => void,
  ): Promise<void> {
    const ranges: [bigint, bigint][] = [[low, high]];
    const before = this.rows;
    let failures = 0;
    for (let range = ranges.pop(); range; range = ranges.pop()) {
      let [next] = range;
      const [, last] = range;
      const whole = this.#attempt(() => {
        for (const row of select.iterate(next, last)) {
          write(row);
          next = (row['rowid of it'] as bigint) + 1n;
        }
        return true;
      });
      await this.#pause();
      if (whole || next >= last) continue;
      failures += 1;
      if (failures > FAILURES_AT_MOST + FAILURES_PER_ROW * (this.rows - before)) return;
      const middle = next + (last - next) / 2n;
      ranges.push([middle + 1n, last], [next, middle]);
    }
  }

  /** Of a table without row numbers, what comes before the first row that cannot be read and behind the last. */
  #fromBothEnds(name: string, listed: string, write: (row: Record<string, unknown>) => void): void {
    const key = this.#to
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .all(name)
      .map((row) => `"${row.name}"`);
    for (const direction of ['ASC', 'DESC']) {
      const order = key.map((column) => `${column} ${direction}`).join(', ');
      const select = this.#prepare(`SELECT ${listed} FROM "${name}" ORDER BY ${order}`);
      const whole = this.#attempt(() => {
        for (const row of select?.iterate() ?? []) write(row);
        return true;
      });
      if (whole) return;
    }
  }

  #commonColumns(name: string): string[] {
    const columnsOf = (db: DatabaseSync) =>
      this.#attempt(() => db.prepare('SELECT name FROM pragma_table_info(?)').all(name)) ?? [];
    const there = new Set(columnsOf(this.#from).map((row) => row.name));
    return columnsOf(this.#to).flatMap((row) => (there.has(row.name) ? [String(row.name)] : []));
  }

  /** Null when the table is damaged beyond being asked. */
  #prepare(sql: string): StatementSync | null {
    return (
      this.#attempt(() => {
        const statement = this.#from.prepare(sql);
        statement.setReadBigInts(true);
        return statement;
      }) ?? null
    );
  }

  /** What reading fails with is damage, and no reason to give up; a disk that takes nothing more is. */
  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && 'errcode' in error && error.errcode === 13)
        throw new AppError('no_space', 'The disk is full. Free some space and try again; nothing was lost.', {
          cause: error,
        });
      return undefined;
    }
  }

  async #pause(): Promise<void> {
    if (performance.now() - this.#turn < SLICE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#turn = performance.now();
  }
}
