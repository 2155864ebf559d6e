import type { Log } from '../../../log';
import type { ForkProcess, WatchMemory } from '../../../processes';
import { type Chunking, DocumentError } from '../types';
import type { Digest } from './protocol';
import { ReadingEnded, ReadingProcess } from './reading-process';

const TIME_MS = 60_000;
const HEAP_MB = 1_024;
const MEMORY_MB = 1_536;
/** A process that has grown so large gives nothing of it back. */
const KEPT_MB = 400;
const IDLE_MS = 60_000;
const TOO_MUCH = 'Reading the document took more memory than there is for it. Split it, or save it in a simpler form.';
const tooLong = (ms: number): string =>
  `Reading the document took longer than ${ms / 1_000} s, so it was given up. Split it, or save it in a simpler form.`;

export interface DocumentReaderOptions {
  fork: ForkProcess;
  /** The built entry of the process that reads. */
  entry: string;
  tempFolder: string;
  log: Log;
  limits?: { timeMs?: number; heapMb?: number; memoryMb?: number };
  watch?: WatchMemory;
}

export interface DocumentToRead {
  filename: string;
  size: number;
  bytes: AsyncIterable<Uint8Array>;
  chunking: Chunking;
}

/** The process that read a document died of it, or of something that nobody here knows. */
export class ReaderCrashed extends Error {
  constructor(options?: ErrorOptions) {
    super('the process that read the document died', options);
    this.name = 'ReaderCrashed';
  }
}

/**
 * Reads documents one after the other in a process of bounded memory and time. A document that takes too much of either is
 * refused; the next one gets a new process.
 */
export class DocumentReader {
  readonly #options: DocumentReaderOptions;
  #process: ReadingProcess | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DocumentReaderOptions) {
    this.#options = options;
  }

  /** @throws DocumentError, ReaderCrashed, or the signal's reason */
  read(document: DocumentToRead, signal?: AbortSignal): Promise<Digest> {
    const read = this.#queue.then(() => this.#readNow(document, signal));
    this.#queue = read.catch(() => undefined);
    return read;
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#process?.end('stopped');
    this.#process = null;
  }

  async #readNow(document: DocumentToRead, signal?: AbortSignal): Promise<Digest> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const { timeMs = TIME_MS } = this.#options.limits ?? {};
    const child = this.#running();
    const stop = () => void child.end('stopped');
    const late = setTimeout(() => void child.end('time'), timeMs);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await sendDocument(child, document);
      return await this.#digest(child);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof ReadingEnded)) throw error;
      if (error.reason === 'memory') throw new DocumentError('invalid_file', TOO_MUCH, 'memory', { cause: error });
      if (error.reason === 'time')
        throw new DocumentError(
          'invalid_file',
          tooLong(timeMs),
          { code: 'document_slow', seconds: timeMs / 1_000 },
          { cause: error },
        );
      throw new ReaderCrashed({ cause: error });
    } finally {
      clearTimeout(late);
      signal?.removeEventListener('abort', stop);
      this.#rest(child);
    }
  }

  async #digest(child: ReadingProcess): Promise<Digest> {
    const digest: Digest = { text: '', sections: [], passages: [] };
    for (;;) {
      const message = await child.next();
      if (message.say === 'text') digest.text += message.text;
      else if (message.say === 'sections') digest.sections = message.sections;
      else if (message.say === 'passages') digest.passages.push(...message.passages);
      else if (message.say === 'refused') throw new DocumentError(message.code, message.message, message.reason);
      else if (message.say === 'done') {
        if (message.rssBytes > KEPT_MB * 1024 ** 2) void child.end('stopped');
        return digest;
      }
    }
  }

  #running(): ReadingProcess {
    if (this.#process?.isAlive) return this.#process;
    const { limits, ...options } = this.#options;
    const { heapMb = HEAP_MB, memoryMb = MEMORY_MB } = limits ?? {};
    this.#process = new ReadingProcess({ ...options, heapMb, memoryMb });
    return this.#process;
  }

  /** Between documents it costs memory for nothing. */
  #rest(child: ReadingProcess): void {
    this.#idle = setTimeout(() => void child.end('stopped'), IDLE_MS);
    this.#idle.unref();
  }
}

/** A piece at a time, so that a large document is never whole in the app's own memory. */
async function sendDocument(child: ReadingProcess, { filename, size, bytes, chunking }: DocumentToRead): Promise<void> {
  child.send({ op: 'document', filename, size, chunking });
  await child.next();
  for await (const piece of bytes) {
    child.send({ op: 'bytes', bytes: Uint8Array.from(piece) });
    await child.next();
  }
  child.send({ op: 'read' });
}
