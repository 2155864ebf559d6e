import { Worker } from 'node:worker_threads';
import { DocumentError } from '../types';
import type { Answer, Digest, Request } from './protocol';

const TIME_MS = 60_000;
const MEMORY_MB = 1_024;
const TOO_MUCH = 'Reading the document took more memory than there is for it. Split it, or save it in a simpler form.';
const tooLong = (ms: number): string =>
  `Reading the document took longer than ${ms / 1_000} s, so it was given up. Split it, or save it in a simpler form.`;

/**
 * Reads documents one after the other in a worker of bounded memory and time. A document that takes the worker down, or
 * keeps it busy for too long, is refused; the next one gets a new worker.
 */
export class DocumentReader {
  readonly #path: string;
  readonly #timeMs: number;
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(path: string, timeMs = TIME_MS) {
    this.#path = path;
    this.#timeMs = timeMs;
  }

  /** Takes the request's bytes for its own. @throws DocumentError, or the signal's reason */
  read(request: Request, signal?: AbortSignal): Promise<Digest> {
    const read = this.#queue.then(() => this.#readNow(request, signal));
    this.#queue = read.catch(() => undefined);
    return read;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #readNow(request: Request, signal?: AbortSignal): Promise<Digest> {
    signal?.throwIfAborted();
    const worker = this.#worker ?? this.#start();
    return new Promise<Digest>((resolve, reject) => {
      const finish = (settle: () => void, keep: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stopped);
        worker.off('message', heard);
        worker.off('error', died);
        worker.off('exit', died);
        if (!keep) this.#discard(worker);
        settle();
      };
      const refuse = (message: string) => finish(() => reject(new DocumentError('invalid_file', message)), false);
      const stopped = () => finish(() => reject(signal?.reason), false);
      const heard = (answer: Answer) => {
        if (answer.ok) finish(() => resolve(answer.digest), true);
        else finish(() => reject(new DocumentError(answer.code, answer.message)), true);
      };
      const died = () => refuse(TOO_MUCH);
      const timer = setTimeout(() => refuse(tooLong(this.#timeMs)), this.#timeMs);
      signal?.addEventListener('abort', stopped, { once: true });
      worker.on('message', heard);
      worker.on('error', died);
      worker.on('exit', died);
      // Handed over, as a copy of a large file would take as much memory again.
      worker.postMessage(request, [request.bytes.buffer]);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#path, { env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    // Heard at all times: it may die between two documents, and an error that nobody hears ends the app.
    worker.on('error', () => this.#discard(worker));
    worker.on('exit', () => this.#discard(worker));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #discard(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}
