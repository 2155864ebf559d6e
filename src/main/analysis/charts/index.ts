import { Worker } from 'node:worker_threads';
import type { ChartSpec, Table } from '#contract';
import { AppError } from '#contract/result';
import { ENGLISH, type Locale } from '#words';
import type { Log } from '../../log';
import { Drawn, type DrawRequest } from './protocol';

const TIME_MS = 60_000;
/** A picture of more rows than this shows no more than one of these. */
const ROWS_AT_MOST = 5_000;
const WIDTH = 720;
const SCALE = 2;

export interface ChartPainterOptions {
  /** The built entry of the drawing worker. */
  workerPath: string;
  log: Log;
}

export interface DrawInput {
  spec: ChartSpec;
  table: Table;
  theme: 'light' | 'dark';
  /** How words and figures are written; as in English if none is given. */
  locale?: Locale;
  /** Pixels before scaling. */
  width?: number;
  height?: number;
}

/** Draws charts to SVG and PNG in a worker, with the component the window draws them with. */
export class WorkerChartPainter {
  readonly #options: ChartPainterOptions;
  #worker: Worker | null = null;
  /** One at a time: the worker has one document. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: ChartPainterOptions) {
    this.#options = options;
  }

  /** @throws AppError `timeout`, `cancelled`, `internal` */
  draw(input: DrawInput, signal?: AbortSignal): Promise<{ svg: string; png: Uint8Array }> {
    const drawn = this.#queue.then(() => this.#drawNow(input, signal));
    this.#queue = drawn.catch(() => undefined);
    return drawn;
  }

  /** Gets ready for a chart that is likely to be drawn soon. */
  warm(): void {
    if (!this.#worker) this.#start();
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #drawNow(input: DrawInput, signal?: AbortSignal): Promise<{ svg: string; png: Uint8Array }> {
    if (signal?.aborted) throw new AppError('cancelled', 'Stopped.');
    const worker = this.#worker ?? this.#start();
    const { spec, table, theme, locale = ENGLISH, width = WIDTH, height } = input;
    const request: DrawRequest = {
      spec,
      table: { columns: table.columns, rows: table.rows.slice(0, ROWS_AT_MOST + 1) },
      theme,
      locale,
      width,
      scale: SCALE,
      ...(height === undefined ? {} : { height }),
    };
    const answer = await this.#ask(worker, request);
    if ('error' in answer) {
      this.#options.log.error({ failure: answer.error }, 'a chart could not be drawn');
      throw new AppError('internal', 'The chart could not be drawn.');
    }
    return answer;
  }

  #ask(worker: Worker, request: DrawRequest): Promise<Drawn> {
    return new Promise<Drawn>((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        worker.off('message', heard);
        worker.off('error', died);
        worker.off('exit', died);
        settle();
      };
      const heard = (message: unknown) => finish(() => resolve(Drawn.parse(message)));
      const giveUp = (error: AppError) =>
        finish(() => {
          this.#discard(worker);
          reject(error);
        });
      const died = () => giveUp(new AppError('internal', 'The chart could not be drawn.'));
      const late = () => giveUp(new AppError('timeout', 'The chart took too long to draw.'));
      const timer = setTimeout(late, TIME_MS);
      worker.on('message', heard);
      worker.on('error', died);
      worker.on('exit', died);
      worker.postMessage(request);
    });
  }

  /** A worker that hangs or has died is not asked again. */
  #discard(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerPath, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    worker.unref();
    worker.on('error', (error) => this.#options.log.error({ err: error }, 'the drawing worker failed'));
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}
