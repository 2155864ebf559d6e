import { english, type Words } from '#words';
import type { ThreadExport } from '../exchange';
import type { Log } from '../log';
import type { Database } from '../storage';
import { type AdoptedFile, type AdoptedThread, adoptFile, adoptThread, differsFromKept } from './adopt';
import { seconds, systemClock } from './clock';
import { Deadlines } from './deadlines';
import { ApiError } from './errors';
import { Indexer } from './indexer';
import type { Blobs, Clock, CodeRunner, Embedder, Models } from './ports';
import { type ReaderOptions, Retrieval } from './retrieval';
import { createApp } from './routes/app';
import type { Context } from './routes/context';
import { deleteFile } from './routes/files';
import { forsakenParts, releaseParts } from './routes/uploads';
import { Runner } from './run/runner';
import { openStore } from './store';
import { FileBytes } from './store/file-bytes';

export { type AdoptedThread, IdTaken } from './adopt';
export { engineHoldings } from './store/holdings';
export { engineMigrations } from './store/migrations';

const SWEEP_EVERY_MS = 60 * 60 * 1000;

export interface EngineOptions {
  /** Opened with `engineMigrations`. It is the engine's from here on and is closed with it. */
  database: Database;
  /** The engine's alone: bytes that none of its files refers to are removed at start. */
  blobs: Blobs;
  /** Who answers. */
  models: Models;
  /** How documents are read: by the built entry of a process of its own. */
  reader: ReaderOptions;
  /** Lets file search rank by meaning as well as by words. */
  embedder?: Embedder;
  /** Runs what the code interpreter is given to do; without one it says that it cannot. The caller closes it. */
  codeRunner?: CodeRunner;
  /** What the engine itself says in steps. */
  words?: Words;
  clock?: Clock;
  log: Log;
}

/** An Assistants v2 server as a function: give `fetch` to an OpenAI client, or put a socket in front of it. */
export interface Engine {
  /**
   * Rejects only with the reason of an abort, which ends streams, in and out, not the work begun. Any origin does; the path
   * starts with `/v1`.
   */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** Call once before the first request: takes up what the last process left. */
  start(): Promise<void>;
  /** Every thread there is, oldest first: what no request of the protocol tells, for an app that has lost its own list. */
  threads(): { id: string; createdAt: number; metadata: Record<string, string> }[];
  /** Takes in a thread, and files of its, that were written elsewhere, under their own ids. @throws IdTaken */
  adopt(exported: ThreadExport): AdoptedThread;
  adoptFile(file: AdoptedFile, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Whether a file of this id is here that holds other bytes. */
  differsFromKept(id: string, content: AsyncIterable<Uint8Array>): Promise<boolean>;
  /** Ends what is in progress and closes the database. Runs that wait, for their turn or for tool outputs, go on waiting. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { clock = systemClock, log, models } = options;
  const store = openStore(options.database);
  const bytes = new FileBytes(options.blobs, [store.files, store.uploadParts]);
  const retrieval = new Retrieval({
    database: options.database,
    blobs: options.blobs,
    reader: options.reader,
    embedder: options.embedder ?? null,
    now: () => clock.now(),
    log,
  });
  const deadlines = new Deadlines(clock);
  const indexer = new Indexer({ store, retrieval, clock, log });
  const runner = new Runner({
    store,
    clock,
    deadlines,
    models,
    bytes,
    retrieval,
    indexer,
    codeRunner: options.codeRunner ?? null,
    words: options.words ?? english,
    log,
  });
  const context: Context = {
    store,
    runner,
    bytes,
    retrieval,
    indexer,
    clock,
    deadlines,
    log,
    models,
  };
  const app = createApp(context);
  let stopSweeping = () => {};
  let closing: Promise<void> | null = null;

  const removeExpired = async () => {
    for (const file of store.files.expired(seconds(clock))) {
      deleteFile(context, file);
      await bytes.release(file.blob_key);
    }
    await releaseParts(context, forsakenParts(context));
  };
  const sweep = async () => {
    stopSweeping = clock.after(SWEEP_EVERY_MS, () => void sweep());
    await removeExpired().catch((error: unknown) => log.error({ err: error }, 'expired files could not be removed'));
  };
  const end = async () => {
    stopSweeping();
    const ends = await Promise.allSettled([runner.close(), indexer.close()]);
    store.close();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };

  return {
    async fetch(input, init) {
      // Bodies that stream need `duplex`, which not every caller knows.
      const options = init && { duplex: 'half' as const, ...init };
      const request = input instanceof Request && !options ? input : new Request(input, options);
      if (closing !== null) return Response.json({ error: CLOSED }, { status: 503 });
      return app(request);
    },
    async start() {
      runner.recover();
      indexer.wake();
      await sweep();
      await bytes.sweep();
    },
    threads() {
      return store.threads
        .select('TRUE', {})
        .map(({ id, created_at, metadata }) => ({ id, createdAt: created_at * 1_000, metadata }));
    },
    adopt: (exported) => adoptThread(context, exported),
    adoptFile: (file, content) => adoptFile(context, file, content),
    differsFromKept: (id, content) => differsFromKept(context, id, content),
    close() {
      closing ??= end();
      return closing;
    },
  };
}

const CLOSED = new ApiError(503, 'The engine is closed.').body;
