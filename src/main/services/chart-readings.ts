import type { Chart, ChartReading } from '#contract';
import type { Definitions } from '#contract/definitions';
import type { Library, ThreadDataset } from '../library';
import type { Log } from '../log';
import { readingOf } from '../query/choices';

export interface ChartReadingsOptions {
  library: Library;
  /** What the columns of these tables mean. */
  define(tables: readonly ThreadDataset[]): Promise<Definitions[]>;
  log: Log;
}

/** Who calls charts by how their questions were read: models have titles of their own. */
const BY_READING: readonly string[] = ['built-in', 'explore'];

/** How the questions behind charts were read, by which their titles are said in any language. */
export class ChartReadings {
  readonly #options: ChartReadingsOptions;

  constructor(options: ChartReadingsOptions) {
    this.#options = options;
  }

  /** Null where the chart has a title of its own, or its data is not there any more. */
  async of({ runId, threadId, resultId }: Omit<Chart, 'id' | 'spec' | 'createdAt'>): Promise<ChartReading | null> {
    const { library, define, log } = this.#options;
    const model = library.runs.get(runId)?.model;
    const computed = library.results.get(resultId).query;
    if (!computed || model === undefined || !BY_READING.includes(model)) return null;
    try {
      const tables = library.datasets.ofThread(threadId).filter(({ dataset }) => dataset.status === 'ready');
      const { parts, names } = readingOf(computed.query, await define(tables));
      return { parts, names };
    } catch (error) {
      log.debug({ err: error }, 'the question behind a chart cannot be read any more');
      return null;
    }
  }
}
