import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { IntakeStage } from '#contract';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import type { ForkProcess, NodeProcess, ProcessExit } from '../../processes';
import { type DataRequest, Say } from './protocol';
import { OutOfMemory } from './query/errors';
import { removeSpilled, sweepSpilled } from './spill';

/** After a stop is asked for, the process gets this long before it is ended. */
const STOP_MS = 1_000;

type Errand = DataRequest extends infer A
  ? A extends { op: 'stop' }
    ? never
    : A extends unknown
      ? Omit<A, 'id'>
      : never
  : never;

export interface RunOptions {
  signal?: AbortSignal | undefined;
  /** Called when work begins that may have waited for its turn, and again when it begins anew. */
  onStarted?: (() => void) | undefined;
  onProgress?: ((share: number, doing: IntakeStage) => void) | undefined;
}

interface Waiting extends Pick<RunOptions, 'onStarted' | 'onProgress'> {
  errand: Errand;
  started: boolean;
  stopped: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface ChildOptions {
  fork: ForkProcess;
  processPath: string;
  /** A folder for this process alone; what an earlier one has left there is removed. */
  tempFolder: string;
  memoryMb: number;
  log: Log;
}

/** One data process, started when it is first needed and again when it has died. */
export class DataProcess {
  readonly #options: ChildOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: NodeProcess | null = null;
  /** Settled when the process that runs now is gone. */
  #gone: Promise<void> = Promise.resolve();
  #next = 1;
  #closed = false;
  /** The process that was ended for another in its place. */
  #renewed: NodeProcess | null = null;
  /** The process that runs now took too much memory. */
  #exhausted = false;

  constructor(options: ChildOptions) {
    this.#options = options;
    sweepSpilled(options.tempFolder, options.log);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process if it is not running, so that the next errand need not wait for it. */
  warm(): void {
    if (!this.#child && !this.#closed) this.#start();
  }

  /** @throws AppError of the process's own, `cancelled`, `internal` when the process dies, `unavailable` once it is closed */
  async run(errand: Errand, options: RunOptions = {}): Promise<unknown> {
    options.signal?.throwIfAborted();
    if (this.#closed) throw new AppError('unavailable', 'The data was closed with the app.');
    const id = this.#next++;
    const child = this.#child ?? this.#start();
    const { promise: done, resolve, reject } = Promise.withResolvers<unknown>();
    const { onStarted, onProgress } = options;
    const waiting: Waiting = { errand, started: false, stopped: false, resolve, reject, onStarted, onProgress };
    this.#waiting.set(id, waiting);
    child.send({ ...errand, id });
    let ending: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      waiting.stopped = true;
      const running = this.#child;
      running?.send({ op: 'stop', id });
      ending = setTimeout(() => running?.kill(), STOP_MS);
    };
    options.signal?.addEventListener('abort', stop, { once: true });
    try {
      return await done;
    } finally {
      clearTimeout(ending);
      options.signal?.removeEventListener('abort', stop);
      this.#waiting.delete(id);
    }
  }

  /** Ends the process with all that it keeps in memory and has spilled to the disk; what it is computing begins anew. */
  async renew(): Promise<void> {
    const gone = this.#gone;
    this.#renewed = this.#child;
    this.#child?.kill();
    await gone;
  }

  /** Ends the process for good. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#child?.kill();
    await this.#gone;
  }

  #start(): NodeProcess {
    const { fork, processPath, memoryMb, log } = this.#options;
    const tempFolder = join(this.#options.tempFolder, randomUUID());
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const child = fork({
      entry: processPath,
      args: [tempFolder, String(memoryMb)],
      name: 'Assay data',
      tempFolder,
      onMessage: (raw) => this.#hear(child, raw),
      onStderr: (text) => log.warn({ stderr: text.slice(0, 500) }, 'the data process said'),
      onExit: (exit) => {
        this.#ended(child, exit);
        void removeSpilled(tempFolder, log).then(resolve);
      },
    });
    this.#child = child;
    this.#gone = gone;
    this.#exhausted = false;
    return child;
  }

  #ended(child: NodeProcess, { reason, killed }: ProcessExit): void {
    if (this.#child === child) this.#child = null;
    if (!killed) this.#options.log.error({ reason }, 'the data process ended');
    const all = [...this.#waiting];
    const exhausted = this.#exhausted && !this.#closed;
    // Where one errand had to be stopped by force, the others were only bystanders.
    const forced = !this.#closed && killed && (this.#renewed === child || all.some(([, { stopped }]) => stopped));
    for (const [id, waiting] of all) {
      if (exhausted && waiting.started && isAlone(waiting.errand)) waiting.reject(new OutOfMemory());
      else if ((exhausted || forced) && !waiting.stopped) this.#askAgain(id, waiting, exhausted);
      else waiting.reject(new AppError('internal', `The data process ended (${reason}). Try again; nothing was lost.`));
    }
  }

  /** Which of those that computed took the memory shows when each is asked with nothing beside it. */
  #askAgain(id: number, waiting: Waiting, exhausted: boolean): void {
    if (exhausted && waiting.started && 'alone' in waiting.errand) waiting.errand.alone = true;
    waiting.started = false;
    (this.#child ?? this.#start()).send({ ...waiting.errand, id });
  }

  #hear(child: NodeProcess, raw: unknown): void {
    const { data: message, error } = Say.safeParse(raw);
    if (!message) {
      this.#options.log.error({ err: error }, 'the data process said what it should not');
      return child.kill();
    }
    if (message.say === 'exhausted') {
      this.#options.log.warn('the data process took too much memory');
      this.#exhausted = true;
      return child.kill();
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.say === 'started') {
      waiting.started = true;
      waiting.onStarted?.();
    } else if (message.say === 'progress') waiting.onProgress?.(message.share, message.doing);
    else if (message.say === 'done') waiting.resolve(message.value);
    else waiting.reject(new AppError(message.code, message.message, { at: message.at, reason: message.reason }));
  }
}

const isAlone = (errand: Errand): boolean => 'alone' in errand && errand.alone;
