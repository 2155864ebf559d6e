import type { QueryPlace, ThreadId } from '#contract';
import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import { AppError } from '#contract/result';
import type { Library, ThreadDataset } from '../../library';
import { fieldOf } from '../../query/choices';
import type { Datasets } from '../datasets';

const ROWS_KEPT = 100_000;
const QUERY_TIME_MS = 120_000;
const VALUES_AT_MOST = 100;

export interface QueryDataOptions {
  library: Library;
  datasets: Datasets;
  /** What the columns of these tables mean. */
  define(tables: readonly ThreadDataset[]): Promise<Definitions[]> | Definitions[];
}

/** The tables that a query can speak of: a thread's, and those attached to its draft. */
export class QueryTables {
  readonly #options: QueryDataOptions;

  constructor(options: QueryDataOptions) {
    this.#options = options;
  }

  /** Those that have been read; the others are waited for. */
  async tables({ threadId, datasetIds }: QueryPlace, signal?: AbortSignal): Promise<ThreadDataset[]> {
    const { library, datasets } = this.#options;
    const all = () => library.datasets.ofThreadWith(threadId ?? NO_THREAD, datasetIds);
    await Promise.all(all().map(({ dataset }) => datasets.settled(dataset.id, signal)));
    const ready = all().filter(({ dataset }) => dataset.status === 'ready');
    if (ready.length === 0)
      throw new AppError('not_found', 'There is no data here yet. Attach a file first.', {
        reason: { code: 'no_data' },
      });
    return ready;
  }

  async definitions(place: QueryPlace): Promise<Definitions[]> {
    return this.#options.define(await this.tables(place));
  }

  async run(place: QueryPlace, sql: string, signal?: AbortSignal) {
    const tables = await this.tables(place, signal);
    return this.#options.datasets.query({ tables, sql, maxRows: ROWS_KEPT, timeoutMs: QUERY_TIME_MS }, signal);
  }

  /** The values of a field that hold what was written, the most frequent first; null where all are known already. */
  async values(place: QueryPlace, query: Query, name: string, search: string, definitions: readonly Definitions[]) {
    const field = fieldOf(name, query, definitions);
    if (field?.type !== 'text' || field.values.complete) return null;
    const table = name === field.id ? query.from.table : name.slice(0, name.length - field.id.length - 1);
    const column = quoted(field.column);
    const wanted = search.trim() === '' ? '' : ` WHERE contains(lower(${column}), lower(${text(search.trim())}))`;
    const { table: counts } = await this.run(
      place,
      `SELECT ${column} AS value, count(*) AS rows FROM ${quoted(table)}${wanted} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES_AT_MOST}`,
    );
    return counts.rows.map(([value = null, count]) => ({ value, count: Number(count) }));
  }
}

const NO_THREAD = '' as ThreadId;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
