import type { PythonRunnerKind } from '../../code-runner';
import { Execution } from './execution';
import type { Limits } from './limits';
import type { TableAtHand } from './protocol';
import type { Sandbox } from './sandbox-process';
import { SessionFiles } from './session-files';
import type { CodeInput, PythonResult } from './types';

/** What a call is that was cancelled before its code began. */
export const NOT_RUN: PythonResult = {
  outputs: [],
  files: [],
  error: null,
  missing: null,
  ended: 'cancelled',
  fresh: false,
  ms: 0,
};

/** One Python with a memory, and the calls on it one after another. */
export class Session {
  readonly #limits: Limits;
  readonly #takeSandbox: () => Sandbox;
  #sandbox: Sandbox | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #files: SessionFiles;
  #ended = false;
  /** Calls that run in it or are about to; kept by whoever hands it out, as `lastUsed` is. */
  users = 0;
  /** On the clock of `performance.now`. */
  lastUsed = performance.now();

  readonly #kind: PythonRunnerKind;

  constructor(kind: PythonRunnerKind, limits: Limits, takeSandbox: () => Sandbox) {
    this.#kind = kind;
    this.#limits = limits;
    this.#takeSandbox = takeSandbox;
    this.#files = new SessionFiles(limits);
  }

  get rssBytes(): number {
    return this.#sandbox?.rssBytes ?? 0;
  }

  get sandbox(): Sandbox | null {
    return this.#sandbox;
  }

  run(input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    const result = this.#queue.then(() => this.#runNow(input, signal));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** For good: calls that still wait are not run. */
  end(): void {
    this.#ended = true;
    this.#sandbox?.kill('ended');
  }

  async #runNow(input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    if (this.#ended || signal?.aborted) return NOT_RUN;
    const from = performance.now();
    const fresh = !this.#sandbox?.isAlive;
    if (fresh) this.#startSandbox();
    const stop = () => this.#sandbox?.kill('cancelled');
    const done = (result: Omit<PythonResult, 'fresh' | 'ms'>): PythonResult => ({
      ...result,
      fresh,
      ms: Math.round(performance.now() - from),
    });
    signal?.addEventListener('abort', stop, { once: true });
    let sandbox: Sandbox;
    let tables: TableAtHand[] | null;
    try {
      if (fresh && this.#sandbox) input.onWaiting?.({ code: 'starting_python', first: this.#sandbox.isFirst });
      sandbox = await this.#readySandbox(signal);
      if (fresh) input.onWaiting?.(null);
      await this.#files.send(sandbox, input.files);
      tables = input.tables ? await this.#files.sendTables(sandbox, input.tables) : null;
    } catch (error) {
      if (this.#ended || signal?.aborted) return done(NOT_RUN);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    const { packages, ...outcome } = await new Execution(sandbox, this.#limits, input).run(
      { code: input.code, tables },
      signal,
    );
    this.#files.noteWritten(outcome.files);
    const { python: version } = await sandbox.ready;
    return done({ ...outcome, python: { runner: this.#kind, version, packages } });
  }

  /** A spare may have ended without anybody having noticed yet: one more is tried before that is told. */
  async #readySandbox(signal?: AbortSignal): Promise<Sandbox> {
    const first = this.#sandbox ?? this.#startSandbox();
    try {
      await first.ready;
      return first;
    } catch (error) {
      if (this.#ended || signal?.aborted) throw error;
      const second = this.#startSandbox();
      await second.ready;
      return second;
    }
  }

  #startSandbox(): Sandbox {
    this.#sandbox = this.#takeSandbox();
    this.#files = new SessionFiles(this.#limits);
    return this.#sandbox;
  }
}
