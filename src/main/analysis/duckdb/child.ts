import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { endProcess } from '../end-process';
import { type Ask, Say } from './protocol';

/** After a stop is asked for, the process gets this long before it is ended. */
const STOP_MS = 1_000;

type Errand = Ask extends infer A
  ? A extends { op: 'stop' }
    ? never
    : A extends unknown
      ? Omit<A, 'id'>
      : never
  : never;

interface Waiting {
  errand: Errand;
  stopped: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress: ((share: number, doing: string) => void) | undefined;
}

export interface ChildOptions {
  processPath: string;
  tempFolder: string;
  memory: string;
  log: Log;
}

/** One data process, started when it is first needed and again when it has died. */
export class DataProcess {
  readonly #options: ChildOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #next = 1;
  #closed = false;

  constructor(options: ChildOptions) {
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process if it is not running, so that the next errand need not wait for it. */
  warm(): void {
    if (!this.#child && !this.#closed) this.#start();
  }

  /** @throws AppError of the process's own, `cancelled`, `internal` when the process dies, `unavailable` once it is closed */
  async run(
    errand: Errand,
    options: {
      signal?: AbortSignal | undefined;
      onProgress?: ((share: number, doing: string) => void) | undefined;
    } = {},
  ): Promise<unknown> {
    options.signal?.throwIfAborted();
    if (this.#closed) throw new AppError('unavailable', 'The data was closed with the app.');
    const id = this.#next++;
    const child = this.#child ?? this.#start();
    const { promise: done, resolve, reject } = Promise.withResolvers<unknown>();
    const waiting: Waiting = { errand, stopped: false, resolve, reject, onProgress: options.onProgress };
    this.#waiting.set(id, waiting);
    child.send({ ...errand, id });
    let ending: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      waiting.stopped = true;
      const running = this.#child;
      if (running?.connected) running.send({ op: 'stop', id });
      ending = setTimeout(() => running && endProcess(running), STOP_MS);
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

  /** Ends the process for good. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child?.pid === undefined) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    endProcess(child);
    await gone;
  }

  #start(): ChildProcess {
    const { processPath, tempFolder, memory, log } = this.#options;
    mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
    const child = fork(processPath, [tempFolder, memory], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      env: bareEnvironment(tempFolder),
    });
    child.stderr?.on('data', (chunk) => log.warn({ said: String(chunk).slice(0, 500) }, 'the data process said'));
    child.on('message', (raw) => this.#hear(child, raw));
    child.on('error', (error) => {
      log.error({ err: error }, 'the data process could not be started or reached');
      // What was never started does not exit either.
      if (child.pid === undefined) this.#ended(child, 'not started');
    });
    child.on('exit', (code, signal) => this.#ended(child, String(signal ?? code)));
    this.#child = child;
    return child;
  }

  #ended(child: ChildProcess, how: string): void {
    if (this.#child === child) this.#child = null;
    const all = [...this.#waiting];
    // Where one errand had to be stopped by force, the others were only bystanders.
    const forced = !this.#closed && how === 'SIGKILL' && all.some(([, { stopped }]) => stopped);
    for (const [id, waiting] of all) {
      if (forced && !waiting.stopped && this.#askAgain(id, waiting)) continue;
      this.#waiting.delete(id);
      waiting.reject(new AppError('internal', `The data process ended (${how}). Try again; nothing was lost.`));
    }
  }

  /** False when no process could be started; nobody else would hear that. */
  #askAgain(id: number, { errand }: Waiting): boolean {
    try {
      (this.#child ?? this.#start()).send({ ...errand, id });
      return true;
    } catch (error) {
      this.#options.log.error({ err: error }, 'the data process could not be started again');
      return false;
    }
  }

  #hear(child: ChildProcess, raw: unknown): void {
    const { data: message, error } = Say.safeParse(raw);
    if (!message) {
      this.#options.log.error({ err: error }, 'the data process said what it should not');
      return endProcess(child);
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.say === 'progress') waiting.onProgress?.(message.share, message.doing);
    else if (message.say === 'done') waiting.resolve(message.value);
    else waiting.reject(new AppError(message.code, message.message));
  }
}

/** Keys and tokens of the app's environment are none of the process's business. */
function bareEnvironment(temp: string): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'LANG', 'TZ'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : [],
  );
  return { ...Object.fromEntries(kept), TMPDIR: temp, TEMP: temp, ELECTRON_RUN_AS_NODE: '1' };
}
