import type { Dataset, DatasetId, DatasetOrigin, FileId, Sample, StoredFile, Table, ThreadId } from '#contract';
import { sheetName } from '#contract/conventions';
import { DatasetId as DatasetIdSchema } from '#contract/ids';
import { AppError, failureOf } from '#contract/result';
import type { Library, SheetOf } from '../library';
import type { Log } from '../log';
import { newId } from '../new-id';
import { boundedTable, IN_WINDOW } from './bounded-table';
import { DatasetQueries, type DatasetQuery, type ResultLook } from './dataset-queries';
import { displayName, tableNameFrom } from './file-names';
import type { Files } from './files';
import type { Emit } from './hub';
import type { BlobFiles, DataEngine, DataSource } from './ports';

/** Progress is told at most this often. */
const PROGRESS_MS = 100;
const QUERY_TIME_MS = 30_000;

/** The sample files that come with the app. */
export interface Samples {
  list(): Sample[];
  open(name: string): AsyncIterable<Uint8Array> | null;
}

export interface DatasetsOptions {
  library: Library;
  engine: DataEngine;
  blobs: BlobFiles;
  files: Files;
  samples: Samples;
  /** Where a dataset may keep what it made of its file. */
  folderOf(id: DatasetId): string;
  emit: Emit;
  log: Log;
  now: () => number;
}

interface Work {
  fileId: FileId;
  controller: AbortController;
  done: Promise<void>;
  progress: Dataset['progress'];
}

/** Tabular files, read and profiled. */
export class Datasets {
  readonly #options: DatasetsOptions;
  readonly #work = new Map<DatasetId, Work>();
  readonly #closing = new AbortController();
  readonly #queries: DatasetQueries;

  constructor(options: DatasetsOptions) {
    this.#options = options;
    this.#queries = new DatasetQueries({
      engine: options.engine,
      sourceOf: (dataset) => this.#source(dataset),
      readAgain: (dataset) => this.#readAgain(dataset),
      settled: (id, signal) => this.settled(id, signal),
    });
  }

  list(): Dataset[] {
    return this.#options.library.datasets.list().map((dataset) => this.#withProgress(dataset));
  }

  get(input: { datasetId: DatasetId }): Dataset {
    return this.#find(input.datasetId);
  }

  ofThread(input: { threadId: ThreadId }): Dataset[] {
    return this.#options.library.datasets
      .ofThread(input.threadId)
      .map(({ dataset, table }) => this.#withProgress({ ...dataset, table }));
  }

  async add(input: { fileId: FileId; origin?: DatasetOrigin }): Promise<Dataset[]> {
    const { library, blobs, engine } = this.#options;
    const file = library.files.get(input.fileId);
    if (!file)
      throw new AppError('not_found', 'The file is no longer there. Drop it again.', { reason: { code: 'file_gone' } });
    const { signal } = this.#closing;
    const sheets = await engine.sheets({ path: blobs.path(file.blob) }, signal).catch((error: unknown) => {
      if (signal.aborted || (error instanceof AppError && error.code === 'timeout')) throw error;
      // What is wrong with a file is said where it is read.
      return [];
    });
    const added =
      sheets.length > 1
        ? library.transaction(() => sheets.map((sheet, n) => this.#add(file, { ...sheet, first: n === 0 })))
        : [this.#add(file, null, input.origin)];
    return added.map((dataset) => {
      this.#read(dataset);
      return this.#publishSaved(dataset.id);
    });
  }

  #add(file: StoredFile, sheet: SheetOf | null, origin?: DatasetOrigin): Dataset {
    const stem = file.name.replace(/\.[^.]*$/, '');
    const dataset: Dataset = {
      id: DatasetIdSchema.parse(newId('ds_')),
      fileId: file.id,
      name: sheet ? sheetName(file.name, displayName(sheet.name)) : file.name,
      sheet: sheet && displayName(sheet.name),
      table: tableNameFrom(sheet ? `${stem} ${sheet.name}` : file.name),
      bytes: file.bytes,
      ...(origin ? { origin } : {}),
      status: 'reading',
      progress: { share: 0, doing: { code: 'waiting' } },
      profile: null,
      error: null,
      createdAt: this.#options.now(),
    };
    this.#options.library.datasets.add(dataset, sheet && { ...sheet, name: displayName(sheet.name) });
    return dataset;
  }

  samples(): Sample[] {
    return this.#options.samples.list();
  }

  async addSample(input: { name: string }): Promise<Dataset[]> {
    const bytes = this.#options.samples.open(input.name);
    if (!bytes) throw new AppError('not_found', `There is no sample called ${input.name}.`);
    const file = await this.#options.files.add(input.name, bytes);
    return this.add({ fileId: file.id });
  }

  cancel(input: { datasetId: DatasetId }): Dataset {
    this.#find(input.datasetId);
    this.#work.get(input.datasetId)?.controller.abort();
    return this.#find(input.datasetId);
  }

  remove(input: { datasetId: DatasetId }): Record<string, never> {
    this.#find(input.datasetId);
    this.#work.get(input.datasetId)?.controller.abort();
    this.#options.library.datasets.remove(input.datasetId);
    this.#options.emit({ name: 'datasets.removed', data: { datasetId: input.datasetId } });
    return {};
  }

  /** Resolves when none of them is being read any more. */
  async stop(ids: readonly DatasetId[]): Promise<void> {
    const works = ids.flatMap((id) => this.#work.get(id) ?? []);
    for (const { controller } of works) controller.abort();
    await Promise.all(works.map(({ done }) => done));
  }

  async rows(input: { datasetId: DatasetId; offset: number; limit: number }): Promise<Table> {
    const dataset = this.#find(input.datasetId);
    if (dataset.status !== 'ready') throw new AppError('not_found', 'The file has not been read yet.');
    const { table } = await this.query({
      tables: [{ table: 'data', dataset }],
      sql: `SELECT * FROM data LIMIT ${input.limit} OFFSET ${input.offset}`,
      maxRows: input.limit,
      timeoutMs: QUERY_TIME_MS,
    });
    return boundedTable(table, IN_WINDOW);
  }

  /** @throws AppError as the data engine does */
  query(request: DatasetQuery, signal?: AbortSignal): ReturnType<DataEngine['query']> {
    return this.#queries.query(request, signal);
  }

  result(request: ResultLook, signal?: AbortSignal): ReturnType<DataEngine['result']> {
    return this.#queries.result(request, signal);
  }

  /** The rows of a dataset as a Parquet file, for code. @throws AppError as the data engine does */
  exportParquet(dataset: Dataset, signal?: AbortSignal): Promise<string> {
    return this.#queries.exportParquet(dataset, signal);
  }

  #readAgain(dataset: Dataset): void {
    if (this.#work.has(dataset.id)) return;
    this.#options.log.warn({ dataset: dataset.id }, 'what was kept of a file is damaged or gone, and it is read again');
    this.#options.library.datasets.markReading(dataset.id);
    this.#read(dataset);
    this.#publishSaved(dataset.id);
  }

  /** Where the data engine finds a dataset. */
  #source(dataset: Dataset): DataSource {
    const file = this.#options.library.files.get(dataset.fileId);
    if (!file)
      throw new AppError('not_found', `The file ${dataset.name} is no longer kept.`, { reason: { code: 'file_gone' } });
    return {
      path: this.#options.blobs.path(file.blob),
      folder: this.#options.folderOf(dataset.id),
      recipe: this.#options.library.datasets.recipe(dataset.id),
    };
  }

  /** Resolves when the dataset is being read no more, however that ended. Rejects with the signal's reason. */
  async settled(id: DatasetId, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { promise: aborted, resolve: stop } = Promise.withResolvers<void>();
    const onAbort = () => stop();
    signal?.addEventListener('abort', onAbort);
    await Promise.race([this.#work.get(id)?.done, aborted]);
    signal?.removeEventListener('abort', onAbort);
    signal?.throwIfAborted();
  }

  /** Takes up what an earlier process left half read. */
  resume(): void {
    for (const dataset of this.#options.library.datasets.unfinished()) this.#read(dataset);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const work of this.#work.values()) work.controller.abort();
    await Promise.allSettled([...this.#work.values()].map((work) => work.done));
  }

  #read(dataset: Dataset): void {
    const controller = new AbortController();
    const { fileId } = dataset;
    const work: Work = {
      fileId,
      controller,
      progress: { share: 0, doing: { code: 'waiting' } },
      done: Promise.resolve(),
    };
    this.#work.set(dataset.id, work);
    // The sheets of a workbook are read one after the other: each opens all of it.
    const before = [...this.#work.values()].filter((other) => other !== work && other.fileId === dataset.fileId);
    const stopped = new Promise<void>((resolve) =>
      controller.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    work.done = Promise.race([Promise.all(before.map(({ done }) => done)), stopped])
      .then(() => this.#readNow(dataset, work))
      .then(
        () => this.#finish(dataset.id, null),
        (error: unknown) => this.#finish(dataset.id, this.#failure(error)),
      );
  }

  /** `unsaved` is why the end of the reading could not be saved: it is told all the same, and read again at the next start. */
  #finish(id: DatasetId, unsaved: Dataset['error']): void {
    this.#work.delete(id);
    if (this.#closing.signal.aborted) return;
    if (unsaved === null) this.#publishSaved(id);
    else this.#publish({ ...this.#find(id), status: 'failed', progress: null, error: unsaved });
  }

  async #readNow(dataset: Dataset, work: Work): Promise<void> {
    const { library, engine } = this.#options;
    let publishedAt = 0;
    try {
      const { path, folder } = this.#source(dataset);
      const { profile, recipe } = await engine.read(
        { path, folder, name: dataset.name, sheet: library.datasets.sheet(dataset.id) },
        {
          signal: work.controller.signal,
          onProgress: (share, doing) => {
            work.progress = { share: Math.min(1, Math.max(0, share)), doing };
            if (performance.now() - publishedAt < PROGRESS_MS) return;
            publishedAt = performance.now();
            this.#publishSaved(dataset.id);
          },
        },
      );
      library.datasets.markReady(dataset.id, profile, recipe);
    } catch (error) {
      // A dataset whose reading the app's own end broke off is read again at the next start.
      if (this.#closing.signal.aborted) return;
      if (work.controller.signal.aborted) library.datasets.markEnded(dataset.id, 'cancelled', null);
      else library.datasets.markEnded(dataset.id, 'failed', this.#failure(error));
    }
  }

  #failure(error: unknown): NonNullable<Dataset['error']> {
    if (error instanceof AppError) return failureOf(error);
    this.#options.log.error({ err: error }, 'a file could not be read');
    return { code: 'internal', message: 'Something went wrong while reading the file. Try to drop it again.' };
  }

  #publishSaved(id: DatasetId): Dataset {
    return this.#publish(this.#find(id));
  }

  #publish(dataset: Dataset): Dataset {
    this.#options.emit({ name: 'datasets.changed', data: dataset });
    return dataset;
  }

  #find(id: DatasetId): Dataset {
    const dataset = this.#options.library.datasets.get(id);
    if (!dataset) throw new AppError('not_found', 'This file is no longer in the list.');
    return this.#withProgress(dataset);
  }

  #withProgress(dataset: Dataset): Dataset {
    const work = this.#work.get(dataset.id);
    return work && dataset.status === 'reading' ? { ...dataset, progress: work.progress } : dataset;
  }
}
