import { readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#contract/result';
import type { Log } from '../log';
import { checkCopy } from './check';
import type { Database } from './database';
import { replaceDurably } from './durable';
import { ensurePrivateFolder } from './folder';
import { ensurePrivateFile, makePrivate } from './private-file';

export interface BackupFile {
  /** Of the file in the folder of backups. */
  name: string;
  path: string;
  /** When it was made, in milliseconds since the epoch. */
  at: number;
  bytes: number;
}

export interface DailyBackupsOptions {
  folder: string;
  /** Those that are open now. */
  databases: () => Database[];
  log: Log;
  now: () => number;
}

/** For each database. */
export const KEPT_DAYS = 7;
/** After the start, so that the first minute is the analyst's. */
const FIRST_MS = 30_000;
const LOOK_EVERY_MS = 3_600_000;
/** The day's backup is made anew when there is this much more to lose, unless the file is large. */
const RENEW_MS = 10 * 60_000;
const RENEW_AT_MOST_BYTES = 256 * 1024 ** 2;
/** A backup is not worth the last of the disk. */
const ROOM_LEFT_BYTES = 200 * 1024 ** 2;
const NO_ROOM = 'There is too little room on the disk for a copy. Free some space and try again.';

/** A copy of each database a day, kept for a week, each looked through before it takes its place. */
export class DailyBackups {
  readonly #options: DailyBackupsOptions;
  readonly #stop = new AbortController();
  readonly #timers: ReturnType<typeof setTimeout>[];
  #turn: Promise<void> = Promise.resolve();

  constructor(options: DailyBackupsOptions) {
    this.#options = options;
    ensurePrivateFolder(options.folder);
    for (const name of readdirSync(options.folder)) {
      if (name.includes('.partial')) rmSync(join(options.folder, name), { force: true });
      else makePrivate(join(options.folder, name));
    }
    this.#timers = [setTimeout(() => void this.run(), FIRST_MS), setInterval(() => void this.run(), LOOK_EVERY_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  /** Makes those that are due, one after the other. Never rejects. */
  run(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      for (const database of this.#options.databases())
        if (!this.#stop.signal.aborted && this.#isDue(database)) await this.#make(database);
    });
    return this.#turn;
  }

  /** Copies the databases as they are now, and then deletes all earlier copies. @throws AppError `no_space`, `data_damaged` */
  renew(): Promise<void> {
    const renewed = this.#turn.then(async () => {
      const names = this.#options.databases().map((database) => basename(this.#targetOf(database)));
      for (const database of this.#options.databases()) await this.#copy(database);
      for (const name of readdirSync(this.#options.folder))
        if (name.endsWith('.db') && !names.includes(name)) rmSync(join(this.#options.folder, name), { force: true });
    });
    this.#turn = renewed.catch(() => undefined);
    return renewed;
  }

  /** Makes those that are due and small enough to wait for. Call before the databases are closed. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    const late = setTimeout(() => this.#stop.abort(), FIRST_MS);
    await this.run();
    clearTimeout(late);
    this.#stop.abort();
  }

  #isDue(database: Database): boolean {
    const target = this.#targetOf(database);
    const made = statSync(target, { throwIfNoEntry: false });
    if (!made) return true;
    const { mtimeMs, size } = database.lastSaved();
    return mtimeMs > made.mtimeMs && size <= RENEW_AT_MOST_BYTES && this.#options.now() - made.mtimeMs > RENEW_MS;
  }

  async #make(database: Database): Promise<void> {
    try {
      await this.#copy(database);
    } catch (error) {
      const { log } = this.#options;
      if (!this.#stop.signal.aborted) log.warn({ err: error, database: basename(database.path) }, 'no backup was made');
    }
  }

  /** @throws AppError `no_space`, `data_damaged`; the earlier copy then stays */
  async #copy(database: Database): Promise<void> {
    const { folder } = this.#options;
    const target = this.#targetOf(database);
    const partial = `${target}.partial`;
    try {
      const { bavail, bsize } = statfsSync(folder);
      if (bavail * bsize < database.lastSaved().size + ROOM_LEFT_BYTES) throw new AppError('no_space', NO_ROOM);
      rmSync(partial, { force: true });
      ensurePrivateFile(partial);
      await database.copyTo(partial, this.#stop.signal);
      const { damaged, damagedIndexes } = await checkCopy(partial);
      for (const index of damagedIndexes) database.rebuildIndex(index);
      if (damaged.length > 0) {
        const what = `damaged tables: ${damaged.join(', ')}`;
        database.reportDamage(what);
        throw new AppError('data_damaged', what);
      }
      replaceDurably(partial, target);
      this.#prune(database);
    } finally {
      for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
    }
  }

  /** By the days in their names, so that a clock that was set back does not cost the backup that was just made. */
  #prune(database: Database): void {
    const target = this.#targetOf(database);
    const others = listBackups(this.#options.folder, nameOf(database))
      .filter(({ name, path }) => DAILY.test(name) && path !== target)
      .toSorted((a, b) => b.name.localeCompare(a.name, 'en'));
    for (const { path } of others.slice(KEPT_DAYS - 1)) rmSync(path, { force: true });
  }

  #targetOf(database: Database): string {
    return join(this.#options.folder, `${nameOf(database)}-${dayOf(this.#options.now())}.db`);
  }
}

const DAILY = /-\d{4}-\d{2}-\d{2}\.db$/;
const nameOf = (database: Database): string => basename(database.path, '.db');

/** The analyst's own day. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The copies of one database, the daily ones and those from before a change of its schema; newest first. */
export function listBackups(folder: string, database: string): BackupFile[] {
  const mine = new RegExp(`^${database}-(?:\\d{4}-\\d{2}-\\d{2}|v\\d+)\\.db$`);
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && mine.test(entry.name) ? [entry.name] : [],
  );
  return names
    .map((name) => {
      const path = join(folder, name);
      const { mtimeMs, size } = statSync(path);
      return { name, path, at: Math.round(mtimeMs), bytes: size };
    })
    .toSorted((a, b) => b.at - a.at);
}
