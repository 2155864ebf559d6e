import type { Dataset } from '#contract';
import { entryOf } from '#contract/entries';
import { ThreadId } from '#contract/ids';
import { AppError } from '#contract/result';
import type { CodeFile, CodeInput, CodeResult, CodeRunner, CodeTable } from '../../code-runner';
import type { Library, ThreadDataset } from '../../library';
import type { Log } from '../../log';
import type { Datasets } from '../datasets';
import type { Files } from '../files';
import { lastingWaits } from './lasting-waits';
import type { ShownTables } from './shown-tables';

/** Code that says neither word can have no use for rows that take seconds to be written. */
const USES_TABLES = /\bassay\b|parquet/i;
/** Of the file; of its values: rows that code reads are written without compression. */
const TABLE_BYTES = 2 * 1024 ** 3;
const TABLE_VALUES = 250_000_000;

export interface DataForCodeOptions {
  runner: CodeRunner;
  library: Library;
  /** There once the app is put together; code runs later. */
  data: Promise<{ datasets: Datasets; files: Files }>;
  shown: ShownTables;
  log: Log;
}

/**
 * Python that finds the data of its thread: every file, where it lies on this computer, and its tables for `assay.table`.
 * A session of code is the thread of the same id.
 */
export class DataForCode implements CodeRunner {
  readonly #options: DataForCodeOptions;

  constructor(options: DataForCodeOptions) {
    this.#options = options;
  }

  async run(session: string, input: CodeInput, signal?: AbortSignal): Promise<CodeResult> {
    const result = await this.#run(session, input, signal);
    const { library, shown } = this.#options;
    // Nobody takes what a script's run has shown: its steps do not arrive here.
    const isFollowed = library.runs.openOfThread(ThreadId.parse(session)) !== undefined;
    if (isFollowed && input.call !== undefined && result.shown) shown.add(input.call, result.shown);
    return result;
  }

  async #run(session: string, input: CodeInput, signal: AbortSignal | undefined): Promise<CodeResult> {
    const { runner, library, data } = this.#options;
    const entries = library.datasets.ofThread(ThreadId.parse(session));
    const { onWaiting, end } = lastingWaits((wait) => input.onWaiting?.(wait));
    try {
      if (entries.length === 0) return await runner.run(session, { ...input, onWaiting }, signal);
      const { datasets, files } = await data;
      if (USES_TABLES.test(input.code)) onWaiting({ code: 'writing_tables' });
      const tables = USES_TABLES.test(input.code) ? await this.#tables(datasets, entries, signal) : undefined;
      const given = { ...input, onWaiting, files: this.#withAll(files, entries, input.files), tables };
      return await runner.run(session, given, signal);
    } finally {
      end();
    }
  }

  end(session: string): void {
    this.#options.runner.end(session);
  }

  /** What was not sent to the server is on this computer all the same. */
  #withAll(files: Files, entries: readonly ThreadDataset[], given: readonly CodeFile[]): CodeFile[] {
    const { library } = this.#options;
    const ids = new Set(given.map(({ fileId }) => fileId));
    const others = entries.filter(({ names }) => names === undefined);
    const missing = [...new Set(others.map(({ dataset }) => dataset.fileId))].flatMap((id): CodeFile[] => {
      const file = library.files.get(id);
      const fileId = library.files.remoteId(id) ?? id;
      return file && !ids.has(fileId) ? [files.forCode(file, file.name, fileId)] : [];
    });
    return [...missing, ...entries.flatMap((entry) => this.#inPlaceOf(files, entry)), ...given];
  }

  /** The file that stands for another one, where code finds that. */
  #inPlaceOf(files: Files, { dataset, names }: ThreadDataset): CodeFile[] {
    const file = names && this.#options.library.files.get(dataset.fileId);
    return file ? [files.forCode(file, names.file, dataset.id)] : [];
  }

  async #tables(
    datasets: Datasets,
    entries: readonly ThreadDataset[],
    signal: AbortSignal | undefined,
  ): Promise<CodeTable[]> {
    await Promise.all(entries.map(({ dataset }) => datasets.settled(dataset.id, signal)));
    const tables: CodeTable[] = [];
    for (const { dataset, table: name, names } of entries) {
      const read = datasets.get({ datasetId: dataset.id });
      const columns = (read.profile?.columns ?? []).map((column) => ({
        name: (names && entryOf(names.columns, column.name)) ?? column.name,
        type: column.type,
      }));
      const at = await this.#rowsOf(datasets, read, signal);
      tables.push({ name, file: names?.file ?? read.name, rows: read.profile?.rows ?? 0, columns, at });
    }
    return tables;
  }

  async #rowsOf(datasets: Datasets, dataset: Dataset, signal: AbortSignal | undefined): Promise<CodeTable['at']> {
    const { profile } = dataset;
    if (!profile) return { problem: dataset.error?.message ?? 'the file was not read.' };
    if (dataset.bytes > TABLE_BYTES || profile.rows * profile.columns.length > TABLE_VALUES)
      return { problem: TOO_LARGE };
    try {
      return { path: await datasets.exportParquet(dataset, signal) };
    } catch (error) {
      if (signal?.aborted) throw error;
      this.#options.log.warn({ err: error }, 'a table could not be laid ready for code');
      return { problem: error instanceof AppError ? error.message : 'its rows could not be written for code.' };
    }
  }
}

const TOO_LARGE =
  'it is too large to be read whole by code. Ask for what is needed of it with SQL, or read its file under /mnt/data in pieces, for example with pandas.read_csv(…, chunksize=100_000).';
