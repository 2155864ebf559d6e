import type { Dataset, DatasetId } from '#contract';
import { AppError } from '#contract/result';
import type { ThreadDataset } from '../library';
import type { DataEngine, DataSource, Looked, LookedAt } from './ports';

export interface DatasetQuery {
  /** Datasets that have been read, under the names that the query has for them. */
  tables: readonly Pick<ThreadDataset, 'table' | 'dataset' | 'names'>[];
  sql: string;
  maxRows: number;
  timeoutMs: number;
}

/** Rows of a result; `tables` are those of the query that gives them, none where they are kept. */
export type ResultLook = Omit<LookedAt, 'sources'> & Pick<DatasetQuery, 'tables'>;

export interface DatasetQueriesOptions {
  engine: DataEngine;
  sourceOf(dataset: Dataset): DataSource;
  /** Begins to read a file once more, unless that is under way. */
  readAgain(dataset: Dataset): void;
  /** Resolves when a dataset is being read no more. */
  settled(id: DatasetId, signal?: AbortSignal): Promise<void>;
}

/** SQL over datasets. Where what was kept of a file is damaged or gone, the file is read again first. */
export class DatasetQueries {
  readonly #options: DatasetQueriesOptions;

  constructor(options: DatasetQueriesOptions) {
    this.#options = options;
  }

  /** @throws AppError as the data engine does */
  async query(request: DatasetQuery, signal?: AbortSignal): ReturnType<DataEngine['query']> {
    const { tables, ...rest } = request;
    const ask = () => {
      const sources = tables.map((entry) => this.#sourceOf(entry));
      return this.#options.engine.query({ sources, ...rest }, signal);
    };
    return this.#readingAgain(
      tables.map(({ dataset }) => dataset),
      ask,
      signal,
    );
  }

  /** Rows of a result as they are looked at. @throws AppError as the data engine does */
  result({ tables, ...rest }: ResultLook, signal?: AbortSignal): Promise<Looked> {
    const ask = () => {
      const sources = tables.map((entry) => this.#sourceOf(entry));
      return this.#options.engine.result({ sources, ...rest }, signal);
    };
    return this.#readingAgain(
      tables.map(({ dataset }) => dataset),
      ask,
      signal,
    );
  }

  /** The rows of a dataset that has been read, as a Parquet file. @throws AppError as the data engine does */
  exportParquet(dataset: Dataset, signal?: AbortSignal): Promise<string> {
    const ask = () => this.#options.engine.exportParquet(this.#options.sourceOf(dataset), signal);
    return this.#readingAgain([dataset], ask, signal);
  }

  #sourceOf({ table, dataset, names }: DatasetQuery['tables'][number]) {
    return { table, ...this.#options.sourceOf(dataset), columns: names?.columns };
  }

  async #readingAgain<T>(datasets: readonly Dataset[], ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unreadable_file') throw error;
      const damaged = await this.#damaged(datasets);
      if (damaged.length === 0) throw error;
      for (const dataset of damaged) this.#options.readAgain(dataset);
      await Promise.all(damaged.map(({ id }) => this.#options.settled(id, signal)));
      return ask();
    }
  }

  async #damaged(datasets: readonly Dataset[]): Promise<Dataset[]> {
    const { engine, sourceOf } = this.#options;
    const usable = await Promise.all(datasets.map((dataset) => engine.canBeQueried(sourceOf(dataset))));
    return datasets.filter((_, index) => !usable[index]);
  }
}
