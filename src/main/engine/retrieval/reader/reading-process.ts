import type { Log } from '../../../log';
import { type ForkProcess, type NodeProcess, type WatchMemory, watchMemory } from '../../../processes';
import type { ReaderMessage, ReaderRequest } from './protocol';

/** Why a process is there no more: `crashed` where neither limit nor owner ended it. */
export type ReadingEnd = 'memory' | 'time' | 'stopped' | 'crashed';

/** The process went away while something was asked of it. */
export class ReadingEnded extends Error {
  readonly reason: ReadingEnd;

  constructor(reason: ReadingEnd) {
    super(`the reading process ended: ${reason}`);
    this.name = 'ReadingEnded';
    this.reason = reason;
  }
}

export interface ReadingProcessOptions {
  fork: ForkProcess;
  /** The built entry of the process. */
  entry: string;
  tempFolder: string;
  log: Log;
  /** MB of JavaScript's own memory at most. */
  heapMb: number;
  /** MB of all memory at most, buffers and native code included. */
  memoryMb: number;
  watch?: WatchMemory;
}

/** One process that reads documents, and what it says in its order. */
export class ReadingProcess {
  readonly #child: NodeProcess;
  readonly #messages: ReaderMessage[] = [];
  readonly #gone: Promise<void>;
  readonly #endWatch: () => void;
  #waiting: PromiseWithResolvers<ReaderMessage> | null = null;
  #end: ReadingEnd | null = null;

  constructor({ fork, entry, tempFolder, log, heapMb, memoryMb, watch = watchMemory }: ReadingProcessOptions) {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    this.#gone = gone;
    this.#child = fork({
      entry,
      args: [String(heapMb), String(memoryMb)],
      name: 'Assay documents',
      tempFolder,
      // What it is sent back is ours.
      onMessage: (raw) => this.#hear(raw as ReaderMessage),
      onStderr: (text) => log.warn({ stderr: text.slice(0, 200) }, 'the process that reads documents complained'),
      onExit: ({ reason }) => {
        if (this.#end === null) log.error({ reason }, 'the process that reads documents ended');
        void this.end('crashed');
        resolve();
      },
    });
    this.#endWatch = watch(
      () => this.#child.pid,
      memoryMb * 1024 ** 2,
      () => this.end('memory'),
    );
  }

  get isAlive(): boolean {
    return this.#end === null;
  }

  send(request: ReaderRequest): void {
    this.#child.send(request);
  }

  /** What it says next. @throws ReadingEnded */
  next(): Promise<ReaderMessage> {
    const message = this.#messages.shift();
    if (message) return Promise.resolve(message);
    if (this.#end) return Promise.reject(new ReadingEnded(this.#end));
    this.#waiting = Promise.withResolvers();
    return this.#waiting.promise;
  }

  /** Ends it at once; of several reasons the first holds. Resolves once it is gone. */
  end(reason: ReadingEnd): Promise<void> {
    this.#end ??= reason;
    this.#endWatch();
    this.#child.kill();
    this.#waiting?.reject(new ReadingEnded(this.#end));
    this.#waiting = null;
    return this.#gone;
  }

  #hear(message: ReaderMessage): void {
    if (message.say === 'too_much_memory') {
      void this.end('memory');
      return;
    }
    if (this.#waiting) this.#waiting.resolve(message);
    else this.#messages.push(message);
    this.#waiting = null;
  }
}
