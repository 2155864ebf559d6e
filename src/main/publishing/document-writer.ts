import { Worker } from 'node:worker_threads';
import { AppError } from '#contract/result';
import type { Log } from '../log';
import type { WriteOutcome, WriteRequest, WrittenFile } from './protocol';

const TIME_MS = 120_000;
const MEMORY_MB = 1_536;

export interface DocumentWriterOptions {
  /** The built entry of the writing worker. */
  workerPath: string;
  log: Log;
}

/** Writes publications beside the app, which goes on meanwhile; what was taken for a document is given back after it. */
export class DocumentWriter {
  readonly #options: DocumentWriterOptions;
  /** One at a time: each may take much memory. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: DocumentWriterOptions) {
    this.#options = options;
  }

  /**
   * The files of a publication in a format, the main one first.
   * @throws AppError `timeout`, `cancelled`, `internal`
   */
  write(request: WriteRequest, signal?: AbortSignal): Promise<WrittenFile[]> {
    const written = this.#queue.then(() => this.#writeNow(request, signal));
    this.#queue = written.catch(() => undefined);
    return written;
  }

  async #writeNow(request: WriteRequest, signal?: AbortSignal): Promise<WrittenFile[]> {
    if (signal?.aborted) throw new AppError('cancelled', 'Stopped.');
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
    const worker = new Worker(this.#options.workerPath, { env: {}, resourceLimits });
    try {
      const answer = await answerOf(worker, request, signal);
      if ('files' in answer) return answer.files;
      this.#options.log.error({ failure: answer.error }, 'a document could not be written');
      throw new AppError('internal', 'The document could not be written.');
    } finally {
      await worker.terminate();
    }
  }
}

function answerOf(worker: Worker, request: WriteRequest, signal?: AbortSignal): Promise<WriteOutcome> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new AppError('timeout', 'The document took too long to write.'));
    const stopped = () => reject(new AppError('cancelled', 'Stopped.'));
    const timer = setTimeout(late, TIME_MS);
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stopped);
    };
    signal?.addEventListener('abort', stopped);
    worker.once('message', (answer: WriteOutcome) => {
      finish();
      resolve(answer);
    });
    worker.once('error', (error) => {
      finish();
      reject(error);
    });
    worker.once('exit', () => {
      finish();
      reject(new AppError('internal', 'The document could not be written.'));
    });
    worker.postMessage(request);
  });
}
