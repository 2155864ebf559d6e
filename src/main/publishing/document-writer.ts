import { Worker } from 'node:worker_threads';
import { AppError } from '#contract/result';
import type { Log } from '../log';
import { unlessAborted } from '../until-aborted';
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
   * The files of a publication in a format, the main one first. One that is stopped while it waits says so at once.
   * @throws AppError `timeout`, `cancelled`, `internal`
   */
  write(request: WriteRequest, signal?: AbortSignal): Promise<WrittenFile[]> {
    const written = this.#queue.then(() => this.#writeNow(request, signal));
    this.#queue = written.catch(() => undefined);
    if (!signal) return written;
    return unlessAborted(written, signal).catch((error: unknown) => {
      if (signal.aborted) throw stopped();
      throw error;
    });
  }

  async #writeNow(request: WriteRequest, signal?: AbortSignal): Promise<WrittenFile[]> {
    if (signal?.aborted) throw stopped();
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
    const worker = new Worker(this.#options.workerPath, { env: {}, resourceLimits });
    try {
      const outcome = await outcomeOf(worker, request, signal);
      if ('files' in outcome) return outcome.files;
      this.#options.log.error({ failure: outcome.error }, 'a document could not be written');
      throw new AppError('internal', 'The document could not be written.');
    } finally {
      await worker.terminate();
    }
  }
}

const stopped = () => new AppError('cancelled', 'Stopped.');

/** A worker that dies, as of want of memory, has an error for its outcome. */
function outcomeOf(worker: Worker, request: WriteRequest, signal?: AbortSignal): Promise<WriteOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<WriteOutcome>();
  const stop = () => reject(stopped());
  const timer = setTimeout(() => reject(new AppError('timeout', 'The document took too long to write.')), TIME_MS);
  signal?.addEventListener('abort', stop);
  worker.once('message', resolve);
  worker.once('error', (error) => resolve({ error: error.stack ?? error.message }));
  worker.once('exit', (code) => resolve({ error: `the worker ended with ${code}` }));
  worker.postMessage(request);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
