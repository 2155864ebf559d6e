import { join } from 'node:path';
import duckdb from '@duckdb/node-api/package.json' with { type: 'json' };
import { z } from 'zod';
import type { DatasetProfile, IntakeStage, Table } from '#contract';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import type { ForkProcess } from '../../processes';
import { DataProcess } from './child';
import { removeWritten } from './leftovers';
import { QueryAnswer, ReadAnswer, ResultAnswer, type ResultOrigin, type ResultRequest, SheetsAnswer } from './protocol';
import { Recipe, TABLE_NAME } from './recipe';
import { rawTable } from './sql';
import { typedSelect } from './typed-value';

/** As it is installed: `1.5.5`; what is written behind it is the version of its client. */
export const DUCKDB_VERSION = duckdb.version.replace(/-.*$/, '');

export interface DataEngineOptions {
  fork: ForkProcess;
  /** The built entry of the data process. */
  processPath: string;
  /** Where queries may spill to disk: a folder for nothing else, as what is in it is removed. */
  tempFolder: string;
  /** What DuckDB may use in each of the two processes. */
  memoryMb?: number;
  /** How long finding the sheets of a workbook may take. */
  listMs?: number;
  log: Log;
}

const LIST_MS = 120_000;

/** `recipe` is this room's own note of how a file is read: kept by the caller and given back unchanged. */
interface Source {
  path: string;
  folder: string;
  recipe: unknown;
  /** Under which names its columns are queried, by their own. */
  columns?: Readonly<Record<string, string>> | undefined;
}

/**
 * Tabular files, read and queried by DuckDB in processes of their own: one that only runs our SQL over files, one that
 * runs the SQL of models and analysts, locked down. All methods throw AppErrors.
 */
export class DuckDbEngine {
  readonly #intake: DataProcess;
  readonly #query: DataProcess;
  readonly #listMs: number;
  readonly #log: Log;
  /** Columnar copies that are being made again, or could not be, by their folders. */
  readonly #restored = new Map<string, Promise<void>>();
  /** Rows that are being written for code, by their folders. */
  readonly #exports = new Map<string, Promise<unknown>>();

  constructor(options: DataEngineOptions) {
    const { fork, processPath, log, memoryMb = 512 } = options;
    this.#listMs = options.listMs ?? LIST_MS;
    this.#log = log;
    const child = (role: string) =>
      new DataProcess({ fork, processPath, log, memoryMb, tempFolder: join(options.tempFolder, role) });
    this.#intake = child('intake');
    this.#query = child('query');
  }

  /** Process ids, for tests that take one away. */
  get processes(): { intake: number | undefined; query: number | undefined } {
    return { intake: this.#intake.pid, query: this.#query.pid };
  }

  /**
   * The sheets of a workbook that hold tables, by their places; none for a file of another kind.
   * @throws AppError as {@link read}, `timeout`
   */
  async sheets(source: { path: string }, signal?: AbortSignal): Promise<{ at: number; name: string }[]> {
    const late = AbortSignal.timeout(this.#listMs);
    try {
      const stop = signal ? AbortSignal.any([signal, late]) : late;
      return SheetsAnswer.parse(await this.#intake.run({ op: 'sheets', path: source.path }, { signal: stop }));
    } catch (error) {
      if (signal?.aborted) throw new AppError('cancelled', 'Opening the workbook was stopped.', { cause: error });
      if (late.aborted)
        throw new AppError(
          'timeout',
          'The workbook took too long to be opened. Save the sheets you need as a workbook of their own, or as CSV.',
          { reason: { code: 'workbook_slow' } },
        );
      throw error;
    }
  }

  /**
   * Reads and profiles `path`; copies that make queries quick are written into `folder`, which belongs to the dataset.
   * Of a workbook it is the sheet at `sheet`, else its one table; the file's first dataset says what none of them holds.
   * @throws AppError `unsupported_file`, `unreadable_file`, `too_large`, `no_space`, `cancelled`
   */
  async read(
    source: { path: string; name: string; folder: string; sheet?: { at: number; first: boolean } | null },
    options: { signal?: AbortSignal; onProgress?(share: number, doing: IntakeStage): void } = {},
  ): Promise<{ profile: DatasetProfile; recipe: Recipe }> {
    const { path, name, folder, sheet } = source;
    const which = { sheet: sheet?.at ?? null, lead: sheet?.first ?? true };
    await this.#restored.get(folder);
    try {
      return ReadAnswer.parse(await this.#intake.run({ op: 'read', path, name, folder, ...which }, options));
    } catch (error) {
      // A process that is ended in the middle leaves what it wrote, which may be as large as the file.
      await removeWritten(folder);
      if (options.signal?.aborted) throw new AppError('cancelled', 'Stopped.', { cause: error });
      throw error;
    }
  }

  /** Gets ready for a query that is likely to come soon. */
  warm(): void {
    this.#query.warm();
  }

  /**
   * One read-only SELECT over the named tables. `timeoutMs` is what it may compute; waiting for its turn is not counted.
   * `ms` is the time it took, with the start of the process where it was needed.
   * @throws AppError `query_refused`, `query_failed`, `timeout`, `cancelled`, `too_large`, `no_space`; `unreadable_file`
   * where a file has to be read again first
   */
  async query(
    request: { sources: (Source & { table: string })[]; sql: string; maxRows: number; timeoutMs: number },
    signal?: AbortSignal,
  ): Promise<{ table: Table; truncated: boolean; ms: number }> {
    const sources = parsedSources(request.sources);
    const { sql, maxRows, timeoutMs } = request;
    const began = performance.now();
    const answer = await this.#timed(timeoutMs, signal, (options) =>
      this.#query.run({ op: 'query', sources, sql, maxRows, alone: false }, options),
    );
    const { table, truncated, withoutCopy } = QueryAnswer.parse(answer);
    for (const source of sources) if (withoutCopy.includes(source.folder)) this.#restore(source);
    return { table, truncated, ms: performance.now() - began };
  }

  /**
   * Rows of a result as they are looked at: sorted and filtered, or what is in one of their columns. `origin` says where they
   * come from; it is asked for only where they are not there from the last time.
   * @throws AppError as {@link query}
   */
  async result(
    request: Omit<ResultRequest, 'origin'> & {
      sources: (Source & { table: string })[];
      origin(): ResultOrigin;
      timeoutMs: number;
    },
    signal?: AbortSignal,
  ): Promise<Exclude<ResultAnswer, { type: 'unknown' }>> {
    const { sources: given, origin, timeoutMs, ...rest } = request;
    const sources = parsedSources(given);
    const ask = async (from: ResultOrigin | null) =>
      ResultAnswer.parse(
        await this.#timed(timeoutMs, signal, (options) =>
          this.#query.run({ op: 'result', sources, request: { ...rest, origin: from }, alone: false }, options),
        ),
      );
    const known = await ask(null);
    const answer = known.type === 'unknown' ? await ask(origin()) : known;
    if (answer.type === 'unknown') throw new Error('the data process has not taken the rows it was given');
    return answer;
  }

  /** What `ask` computes may take so long; waiting for its turn is not counted. */
  async #timed<T>(
    timeoutMs: number,
    signal: AbortSignal | undefined,
    ask: (options: { signal: AbortSignal; onStarted(): void }) => Promise<T>,
  ): Promise<T> {
    const late = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onStarted = () => {
      clearTimeout(timer);
      timer = setTimeout(() => late.abort(), timeoutMs);
    };
    try {
      return await ask({ signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal, onStarted });
    } catch (error) {
      if (signal?.aborted) throw new AppError('cancelled', 'The query was stopped.', { cause: error });
      if (late.signal.aborted)
        throw new AppError(
          'timeout',
          `The query took longer than ${Math.round(timeoutMs / 1000)} seconds and was stopped. Ask for less of the data.`,
          { reason: { code: 'query_slow', seconds: Math.round(timeoutMs / 1000) } },
        );
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** False where what was kept of a file when it was read is damaged or gone, so that it has to be read again. */
  async canBeQueried({ path, folder, recipe }: Source): Promise<boolean> {
    return z.boolean().parse(await this.#query.run({ op: 'check', path, folder, recipe: Recipe.parse(recipe) }));
  }

  /** What reads a file as it was read here; null where what was read is a copy that was put right. */
  portableSelect(given: unknown, path: string): string | null {
    const recipe = Recipe.parse(given);
    return recipe.file === 'copy' ? null : typedSelect(rawTable(path, recipe), recipe.columns);
  }

  /**
   * The rows as code reads them, written once for each reading of the file; see {@link EXPORT_OPTIONS}.
   * @returns the path of the Parquet file
   * @throws AppError `unreadable_file` where a file has to be read again first; `no_space`, `too_large`, `cancelled`
   */
  async exportParquet({ path, folder, recipe }: Source, signal?: AbortSignal): Promise<string> {
    // Who was first may stop; whoever waits with it then does it.
    for (let other = this.#exports.get(folder); other; other = this.#exports.get(folder))
      await other.catch(() => undefined);
    const exported = this.#intake.run({ op: 'export', path, folder, recipe: Recipe.parse(recipe) }, { signal });
    this.#exports.set(folder, exported);
    try {
      await exported;
    } catch (error) {
      if (signal?.aborted) throw new AppError('cancelled', 'Stopped.', { cause: error });
      throw error;
    } finally {
      if (this.#exports.get(folder) === exported) this.#exports.delete(folder);
    }
    return join(folder, TABLE_NAME);
  }

  /** Makes a columnar copy anew while questions are answered without it; once, as what fails now fails again. */
  #restore({ path, folder, recipe }: Source & { recipe: Recipe }): void {
    if (this.#restored.has(folder)) return;
    this.#log.info('a columnar copy is damaged or gone, and is made again');
    const restored = this.#intake.run({ op: 'restore', path, folder, recipe }).then(
      () => void this.#restored.delete(folder),
      (error: unknown) => this.#log.warn({ err: error }, 'a columnar copy could not be made again'),
    );
    this.#restored.set(folder, restored);
  }

  /** Forgets rows of results that were looked at. */
  forgetResults(): Promise<void> {
    return this.#query.renew();
  }

  async close(): Promise<void> {
    await Promise.all([this.#intake.close(), this.#query.close()]);
  }
}

const parsedSources = (sources: readonly (Source & { table: string })[]) =>
  sources.map(({ table, path, folder, recipe, columns }) => ({
    ...{ table, path, folder, recipe: Recipe.parse(recipe) },
    ...(columns ? { columns } : {}),
  }));
