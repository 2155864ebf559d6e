import { existsSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Backup, DatabaseName, DataProblem, Holdings } from '#contract';
import { AppError } from '#contract/result';
import type { Log } from '../log';
import {
  copyDurably,
  type Database,
  filesOf,
  inspectDatabase,
  listBackups,
  quarantine,
  readHoldings,
  salvage,
} from '../storage';
import { backupFolder, DATABASES, pathOf } from './databases';

export { assertNotNewer, engineIsMissing } from './at-start';
export { backupFolder, pathOf } from './databases';

export interface RecoveryOptions {
  dataFolder: string;
  log: Log;
  /** Called when there is something new to tell. */
  changed(): void;
}

type Problem = Omit<DataProblem, 'backups' | 'savedAt'> & { salvaged: string | null };

/**
 * Databases that are damaged or missing, and what can be done about each. What was there is only ever moved to quarantine.
 * Files are exchanged here; whoever calls closes the app before, and opens it anew after.
 */
export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #problems = new Map<DatabaseName, Problem>();

  constructor(options: RecoveryOptions) {
    this.#options = options;
    // What a kill on the way has left.
    for (const name of Object.keys(DATABASES) as DatabaseName[])
      for (const suffix of ['.salvaged', '.restored', '.salvaged.partial', '.restored.partial', '.partial'])
        rmSync(`${pathOf(options.dataFolder, name)}${suffix}`, { force: true });
  }

  list(): DataProblem[] {
    const { dataFolder } = this.#options;
    return [...this.#problems.values()].map(({ salvaged: _, ...problem }) => ({
      ...problem,
      savedAt: savedAt(pathOf(dataFolder, problem.database)),
      backups: this.#backups(problem.database),
    }));
  }

  /** Notes damage that an open database comes upon, with what of it can still be counted. */
  watch(name: DatabaseName, database: Database): void {
    database.onDamage(() => {
      if (this.#problems.has(name)) return;
      this.note(name, 'damaged');
      this.#change(name, { readable: holdingsIn(database, DATABASES[name].holdings) });
    });
  }

  note(database: DatabaseName, kind: DataProblem['kind']): void {
    if (this.#problems.get(database)?.kind === kind) return;
    this.#problems.set(database, { database, kind, readable: null, rebuilt: null, salvaged: null });
    this.#options.log.error({ database, kind }, 'a database of the data folder needs to be restored');
    this.#options.changed();
  }

  /** How far the missing one has been brought back from the other. */
  noteRebuilt(database: DatabaseName, rebuilt: DataProblem['rebuilt']): void {
    this.#change(database, { rebuilt });
  }

  forget(database: DatabaseName): void {
    const salvaged = this.#problems.get(database)?.salvaged;
    if (salvaged) rmSync(salvaged, { force: true });
    if (this.#problems.delete(database)) this.#options.changed();
  }

  /** Copies what can be read of a damaged database that nobody has open, so that it can be told before it is chosen. Never rejects. */
  async lookInto(database: DatabaseName): Promise<void> {
    const { dataFolder, log } = this.#options;
    const path = pathOf(dataFolder, database);
    const target = `${path}.salvaged`;
    try {
      const rows = await salvage(path, target, DATABASES[database].migrations);
      if (rows === 0 || !this.#problems.has(database)) return rmSync(target, { force: true });
      const readable = readHoldings(target, DATABASES[database].holdings);
      this.#change(database, { readable, salvaged: target });
    } catch (error) {
      log.warn({ err: error, database }, 'nothing can be read of a damaged database');
    }
  }

  /**
   * Puts a backup in the database's place. Returns when the newest message in it came: what came later is lost with it.
   * @throws AppError `not_found`, `no_space`
   */
  restore(database: DatabaseName, name: string): number {
    const { dataFolder } = this.#options;
    const path = pathOf(dataFolder, database);
    const backup = listBackups(backupFolder(dataFolder), basename(path, '.db')).find((backup) => backup.name === name);
    if (!backup) throw new AppError('not_found', 'This backup is no longer there. Choose another one.');
    // The copy first: on a full disk everything stays as it is.
    const copy = `${path}.restored`;
    copyDurably(backup.path, copy);
    const latest = readHoldings(copy, DATABASES[database].holdings)?.latest ?? 0;
    this.#replace(path, copy);
    this.forget(database);
    return latest;
  }

  /** Puts a database of what can be read in the place of the damaged one. @throws AppError `data_damaged` when nothing can be read, `no_space` */
  async repair(database: DatabaseName): Promise<void> {
    const path = pathOf(this.#options.dataFolder, database);
    if (!this.#problems.get(database)?.salvaged) await this.lookInto(database);
    const salvaged = this.#problems.get(database)?.salvaged;
    if (!salvaged || !existsSync(salvaged))
      throw new AppError('data_damaged', 'Nothing can be read of the damaged file. Restore a backup instead.');
    this.#replace(path, salvaged);
    this.forget(database);
  }

  #replace(path: string, copy: string): void {
    quarantine(filesOf(path), 'replaced');
    copyDurably(copy, path);
    rmSync(copy, { force: true });
  }

  #backups(database: DatabaseName): Backup[] {
    const { file, holdings, migrations } = DATABASES[database];
    return listBackups(backupFolder(this.#options.dataFolder), basename(file, '.db'))
      .filter(({ path }) => inspectDatabase(path).version <= migrations.length)
      .map(({ name, path, at }) => ({ name, madeAt: at, holdings: readHoldings(path, holdings) }));
  }

  #change(database: DatabaseName, change: Partial<Problem>): void {
    const problem = this.#problems.get(database);
    if (!problem) return;
    this.#problems.set(database, { ...problem, ...change });
    this.#options.changed();
  }
}

/** Null when not even that can be read. */
function holdingsIn(database: Database, sql: string): Holdings | null {
  try {
    return database.withIndex(() => database.get<Holdings>(sql)) ?? null;
  } catch {
    return null;
  }
}

function savedAt(path: string): number | null {
  const times = filesOf(path).flatMap((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? []);
  return times.length === 0 ? null : Math.round(Math.max(...times));
}
