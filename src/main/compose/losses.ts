import type { DatabaseName, ThreadId } from '#contract';
import { isOwnThread } from '../api';
import type { Engine } from '../engine';
import type { Library } from '../library';
import type { Log } from '../log';
import type { Recovery } from '../recovery';
import type { Rebuilt, Runs } from '../services/runs';

export interface LossesOptions {
  library: Library;
  engine: Engine | null;
  runs: Runs;
  recovery: Recovery;
  log: Log;
}

/** What the library remembers of a loss until the analyst has read of it, and until all is brought back that can be. */
const NOTICE = (database: DatabaseName) => `lost ${database}`;
const REBUILD = 'to be rebuilt since';
/** The engine's clock counts seconds, and what is asked first is saved last. */
const MARGIN_MS = 60_000;

/** Notices that one database has been lost beside the other, and brings back into the library what the engine keeps of it. */
export class Losses {
  readonly #options: LossesOptions;
  #work: Promise<void> = Promise.resolve();

  constructor(options: LossesOptions) {
    this.#options = options;
    const { library, engine } = options;
    if (engine && library.isNew() && this.#ownThreads().length > 0) {
      this.#remember('library');
      this.rebuildSince(0);
    }
    options.recovery.watch('library', library.database);
    for (const database of ['library', 'engine'] as const)
      if (library.notes.getValue(NOTICE(database))) options.recovery.note(database, 'missing');
  }

  /** The engine's database was not there when it was to be opened. */
  noteLostEngine(): void {
    const { library } = this.#options;
    if (library.isNew()) return;
    this.#remember('engine');
    this.#options.recovery.note('engine', 'missing');
  }

  /** Threads and messages of the engine that are newer than this are to be brought back, now or at the next start. */
  rebuildSince(at: number): void {
    this.#options.library.notes.setValue(REBUILD, String(Math.max(0, at - MARGIN_MS)));
  }

  /** Brings back what is to be. Never rejects. */
  resume(): Promise<void> {
    this.#work = this.#rebuild().catch((error: unknown) =>
      this.#options.log.error({ err: error }, 'what was lost could not be brought back'),
    );
    return this.#work;
  }

  dismiss(database: DatabaseName): void {
    this.#options.library.notes.setValue(NOTICE(database), '');
  }

  /** Call once runs are told to end. */
  close(): Promise<void> {
    return this.#work;
  }

  async #rebuild(): Promise<void> {
    const { library, engine, runs, recovery } = this.#options;
    const since = library.notes.getValue(REBUILD);
    if (!since || !engine) return;
    const threads = this.#ownThreads().filter(
      ({ id, createdAt }) => createdAt >= Number(since) || library.threads.get(id),
    );
    const report = ({ threads, messages }: Rebuilt, done: boolean) =>
      recovery.noteRebuilt('library', { threads, messages, done });
    let last: Rebuilt = { threads: 0, messages: 0 };
    const whole = await runs.rebuild(
      threads.map(({ id }) => id),
      (rebuilt) => {
        last = { ...rebuilt };
        report(last, false);
      },
    );
    if (!whole) return;
    library.notes.setValue(REBUILD, '');
    report(last, true);
  }

  #remember(database: DatabaseName): void {
    this.#options.library.notes.setValue(NOTICE(database), 'missing');
  }

  #ownThreads(): { id: ThreadId; createdAt: number }[] {
    return (this.#options.engine?.threads() ?? []).flatMap((thread) =>
      isOwnThread(thread) ? [{ id: thread.id, createdAt: thread.createdAt }] : [],
    );
  }
}
