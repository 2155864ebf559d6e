import type { ChartId, FileId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import type { Words } from '#words';
import type { Library } from '../../library';
import type { Charts } from '../charts';
import type { Files } from '../files';
import type { DataEngine } from '../ports';
import type { Notebook } from './format';
import { PATH } from './loading-cell';
import { notebookOf, ROWS_SHOWN } from './notebook-of';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export interface NotebooksOptions {
  library: Library;
  files: Files;
  charts: Charts;
  data: Pick<DataEngine, 'portableSelect'>;
  words: Words;
}

/** Threads as Jupyter notebooks, made of what is saved: no engine and no network is needed. */
export class Notebooks {
  readonly #options: NotebooksOptions;

  constructor(options: NotebooksOptions) {
    this.#options = options;
  }

  /** @throws AppError `not_found` */
  async of(threadId: ThreadId): Promise<Notebook> {
    const { library, data } = this.#options;
    const thread = library.threads.get(threadId);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    const messages = library.messages.page(threadId, { limit: Number.MAX_SAFE_INTEGER });
    const runs = library.runs.ofThread(threadId).map((run) => ({ ...run, steps: library.steps.ofRun(run.id) }));
    const calls = runs
      .flatMap((run) => run.steps.flatMap((step) => step.calls))
      .filter((call) => call.localOf === null);
    const pictures = new Map<FileId | ChartId, string>();
    for (const part of [...messages.flatMap((message) => message.parts), ...calls.flatMap((call) => call.outputs)]) {
      if (part.type === 'image') await this.#keep(pictures, part.fileId, this.#options.files.bytes(part.fileId));
      if (part.type === 'chart') await this.#keep(pictures, part.chartId, this.#options.charts.png(part.chartId));
    }
    return notebookOf({
      thread,
      messages,
      runs,
      tables: library.datasets.ofThread(threadId).map(({ dataset, table }) => ({
        name: table,
        file: dataset.name,
        select: dataset.status === 'ready' ? data.portableSelect(library.datasets.recipe(dataset.id), PATH) : null,
      })),
      pictureOf: (id) => pictures.get(id),
      words: this.#options.words,
      rowsOf: (id) => library.results.table(id, { offset: 0, limit: ROWS_SHOWN }),
    });
  }

  /** A picture that is no longer there is left out, and the rest of the thread saved all the same. */
  async #keep<I>(pictures: Map<I, string>, id: I, reading: Promise<Uint8Array>): Promise<void> {
    try {
      pictures.set(id, base64(await reading));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
