import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeStage } from '#contract';
import { columnarSelect } from './columnar';
import { type DatabaseLimits, type MemoryDatabase, openMemory } from './connection';
import { isOutOfMemory } from './duckdb-errors';
import { EXPORT_OPTIONS, exportSelect } from './export';
import { takeIn } from './intake';
import { type LaneName, Lanes, type Wanted } from './lanes';
import type { DataRequest } from './protocol';
import { canBeRead, viewOf } from './query/views';
import { CACHE_NAME, TABLE_NAME } from './recipe';
import { isIntact, sealCopies } from './seals';
import { fileOf, rawTable } from './sql';
import { storeTable, writeParquet } from './store';

/** Files up to this size may be read beside another. */
const SMALL_FILE = 32 * 1024 * 1024;
/** Of a file up to this size DuckDB makes one piece, which a second thread would only wait for. */
const ONE_PIECE = 1024 * 1024;
/** What a small file has of the memory that a large one has. */
const SIDE_SHARE = 0.25;

type ReadAsk = Extract<DataRequest, { op: 'read' }>;

export interface ReadOptions {
  signal: AbortSignal;
  progress(share: number, doing: IntakeStage): void;
}

/**
 * Reads one large file at a time, and small ones beside it with less memory. A small one that this does not suffice for
 * is read again in its turn.
 */
export class FileReader {
  readonly #limits: DatabaseLimits;
  readonly #lanes = new Lanes();
  /** Instances that have read one piece: a new one takes longer for its first than for all others. */
  readonly #spare = new Map<LaneName, MemoryDatabase>();

  constructor(limits: DatabaseLimits) {
    this.#limits = limits;
  }

  async read(ask: ReadAsk, options: ReadOptions) {
    const file = await stat(ask.path).catch(() => null);
    const size = file?.size ?? 0;
    let wants: Wanted = size > SMALL_FILE ? 'main' : 'any';
    for (;;) {
      const lane = await this.#lanes.take(wants, options.signal);
      try {
        return await this.#readIn(lane.name, ask, { ...options, inOnePiece: size <= ONE_PIECE });
      } catch (error) {
        if (lane.name === 'main' || !isOutOfMemory(error)) throw error;
        wants = 'main';
      } finally {
        lane.release();
      }
    }
  }

  /** The columnar copy, from the file or its cleaned copy, which is not believed unless it is as it was written. */
  async restore(ask: Extract<DataRequest, { op: 'restore' }>, signal: AbortSignal): Promise<void> {
    if (!(await canBeRead(ask))) return;
    const lane = await this.#lanes.take('main', signal);
    try {
      const { connection, close } = await openMemory(this.#limits);
      const { select } = columnarSelect(rawTable(fileOf(ask, ask.recipe), ask.recipe), ask.recipe.columns);
      await storeTable(connection, ask, select).finally(close);
      await sealCopies(ask.folder, [CACHE_NAME]);
    } finally {
      lane.release();
    }
  }

  /** The rows as code reads them; at once where they have been written before. @throws AppError `unreadable_file` */
  async export(ask: Extract<DataRequest, { op: 'export' }>, signal: AbortSignal): Promise<void> {
    if (await isIntact(ask.folder, TABLE_NAME)) return;
    const lane = await this.#lanes.take('any', signal);
    try {
      const memoryMb = Math.floor(this.#limits.memoryMb * (lane.name === 'main' ? 1 : SIDE_SHARE));
      const { connection, close } = await openMemory({ ...this.#limits, memoryMb });
      const interrupt = () => connection.interrupt();
      signal.addEventListener('abort', interrupt);
      try {
        const { sql } = await viewOf({ ...ask, table: 'data' });
        const select = await exportSelect(connection, sql);
        signal.throwIfAborted();
        await writeParquet(connection, { path: join(ask.folder, TABLE_NAME), select, options: EXPORT_OPTIONS });
      } finally {
        signal.removeEventListener('abort', interrupt);
        close();
      }
      await sealCopies(ask.folder, [TABLE_NAME]);
    } finally {
      lane.release();
    }
  }

  async #readIn(lane: LaneName, ask: ReadAsk, { inOnePiece, ...options }: ReadOptions & { inOnePiece: boolean }) {
    const database = await this.#database(lane, inOnePiece);
    const { connection } = database;
    const interrupt = () => connection.interrupt();
    options.signal.addEventListener('abort', interrupt);
    let isSound = false;
    try {
      // With less memory than there is, it is not yet said that it does not suffice.
      const outcome = await takeIn(ask, { connection, ...options, copyOptional: lane === 'main' });
      await sealCopies(ask.folder);
      isSound = true;
      return outcome;
    } finally {
      options.signal.removeEventListener('abort', interrupt);
      if (isSound && inOnePiece) this.#spare.set(lane, await database.reconnect());
      else database.close();
    }
  }

  async #database(lane: LaneName, inOnePiece: boolean): Promise<MemoryDatabase> {
    const spare = inOnePiece ? this.#spare.get(lane) : undefined;
    this.#spare.delete(lane);
    if (spare) return spare;
    const memoryMb = Math.floor(this.#limits.memoryMb * (lane === 'main' ? 1 : SIDE_SHARE));
    return openMemory({ ...this.#limits, memoryMb, ...(inOnePiece ? { threads: 1 } : {}) });
  }
}
