import type { CallId, Chart, Dataset, ResultId, ResultPage, ResultView, Run, RunId } from '#contract';
import { AppError } from '#contract/result';
import type { Words } from '#words';
import type { Library } from '../../library';
import type { Charts } from '../charts';
import type { Datasets } from '../datasets';
import { fileNameFrom } from '../file-names';
import type { Files } from '../files';
import type { Emit } from '../hub';
import { dataFileOf } from './as-data';
import { chartOfTable } from './chart-of-table';

export interface ResultUsesOptions {
  library: Library;
  datasets: Datasets;
  charts: Charts;
  files: Pick<Files, 'add'>;
  words: Words;
  emit: Emit;
}

type PageOf = (view: ResultView & { offset: number; limit: number }) => Promise<ResultPage>;

/** What is made of a result: a chart, data of its thread, the answer. */
export class ResultUses {
  readonly #options: ResultUsesOptions;
  readonly #page: PageOf;

  constructor(options: ResultUsesOptions, page: PageOf) {
    this.#options = options;
    this.#page = page;
  }

  async chart(resultId: ResultId): Promise<Chart> {
    const { library, charts, words, emit } = this.#options;
    this.#assertWhole(resultId);
    const { callId, threadId } = library.results.get(resultId);
    const call = library.steps.call(callId);
    if (!call) throw new AppError('not_found', 'This step is no longer kept.');
    if (call.chartId) return charts.get({ chartId: call.chartId }).chart;
    const spec = chartOfTable(library.results.table(resultId), words);
    if (!spec) throw new AppError('invalid_input', words.work.nothingToDraw(), { reason: { code: 'nothing_to_draw' } });
    const { runId, stepId } = call;
    const { chart } = await charts.make({ threadId, runId, callId, resultId, spec }, new AbortController().signal);
    const step = library.steps.get(stepId);
    if (step) emit({ name: 'steps.changed', data: step });
    return chart;
  }

  /** All rows of the query, as far as they can be had, as a file of the thread. */
  async data(resultId: ResultId, name: string): Promise<Dataset> {
    const { library, datasets, files } = this.#options;
    this.#assertWhole(resultId);
    const { threadId, callId, sql } = library.results.get(resultId);
    const view = { resultId, sort: [], filters: [], whole: true };
    const file = await files.add(
      `${fileNameFrom(name)}.csv`,
      dataFileOf((offset, limit) => this.#page({ ...view, offset, limit })),
    );
    const [dataset] = await datasets.add({ fileId: file.id, origin: { threadId, callId, resultId, sql } });
    if (!dataset) throw new Error('a file gave no dataset');
    library.datasets.attach(threadId, dataset.id);
    const attached = library.datasets.ofThread(threadId).find((entry) => entry.dataset.id === dataset.id);
    return { ...dataset, table: attached?.table ?? dataset.table };
  }

  /** Of a table that code has shown, what is not kept cannot be had again. */
  #assertWhole(resultId: ResultId): void {
    const { truncated, sql } = this.#options.library.results.get(resultId);
    if (truncated && sql === null)
      throw new AppError('too_large', this.#options.words.code.onlyFirstRows(), {
        reason: { code: 'only_first_rows' },
      });
  }

  /** What a local run came to stands in the place of the answer of its run, which stays; null goes back to that. */
  makeAnswer(runId: RunId, callId: CallId | null): Run {
    const { library, emit } = this.#options;
    const call = callId === null ? null : library.steps.call(callId);
    if (call !== null && (call?.runId !== runId || call.status !== 'completed'))
      throw new AppError('invalid_input', 'Only what came of code of this answer can stand in its place.');
    library.runs.adopt(runId, callId);
    const run = library.runs.get(runId);
    if (!run) throw new AppError('not_found', 'This run is no longer kept.');
    emit({ name: 'runs.changed', data: run });
    return run;
  }
}
