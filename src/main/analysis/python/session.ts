import { AppError } from '#contract/result';
import type { PythonRunnerKind } from '../../code-runner';
import { Execution } from './execution';
import { freeName, safeName, safePath } from './file-names';
import type { Limits } from './limits';
import type { Sandbox } from './sandbox-process';
import type { CodeFile, CodeInput, PythonResult } from './types';

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
  /** Files laid already → the name they lie under. */
  #sentFiles = new Map<string, string>();
  #sentCount = 0;
  #sentBytes = 0;
  /** Paths of files that this Python has written itself: what lies there is newer than any copy of it. */
  #written = new Set<string>();
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
    try {
      sandbox = await this.#readySandbox(signal);
      await this.#sendFiles(sandbox, input.files);
    } catch (error) {
      if (this.#ended || signal?.aborted) return done(NOT_RUN);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    const { packages, ...outcome } = await new Execution(sandbox, this.#limits, input.onLogs).run(input.code, signal);
    for (const { name } of outcome.files) this.#written.add(name);
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
    this.#sentFiles = new Map();
    this.#sentCount = 0;
    this.#sentBytes = 0;
    this.#written = new Set();
    return this.#sandbox;
  }

  /** Each file once: what the code has made of it since is the session's own. */
  async #sendFiles(sandbox: Sandbox, files: CodeFile[]): Promise<void> {
    const isWritten = (file: CodeFile) => file.made === true && this.#written.has(safePath(file.name));
    const unsent = files.filter((file) => !this.#sentFiles.has(fileKey(file)));
    for (const file of unsent.filter(isWritten)) await this.#aliasWritten(sandbox, file);
    for (const file of this.#filesThatFit(unsent.filter((file) => !isWritten(file))))
      await this.#sendFile(sandbox, file);
  }

  /** What this Python has written is found by its id as well. */
  async #aliasWritten(sandbox: Sandbox, file: CodeFile): Promise<void> {
    const path = safePath(file.name);
    if (file.fileId !== undefined) await sandbox.send({ op: 'alias', path, alias: safeName(file.fileId) });
    this.#sentFiles.set(fileKey(file), path);
  }

  /** All that were given, and of those that earlier code made the newest, as long as there is room. */
  #filesThatFit(files: readonly CodeFile[]): CodeFile[] {
    const { inputFiles, inputBytes } = this.#limits;
    const given = files.filter((file) => !file.made);
    let count = this.#sentCount + given.length;
    let bytes = given.reduce((sum, file) => sum + file.size, this.#sentBytes);
    if (count > inputFiles) throw new AppError('too_large', `Python can be given ${inputFiles} files at most.`);
    if (bytes > inputBytes)
      throw new AppError('too_large', 'The files are too large together for Python. Give it fewer or smaller ones.');
    const omitted = new Set<CodeFile>();
    for (const file of files.filter(({ made }) => made).toReversed()) {
      if (count + 1 > inputFiles || bytes + file.size > inputBytes) omitted.add(file);
      else [count, bytes] = [count + 1, bytes + file.size];
    }
    return files.filter((file) => !omitted.has(file));
  }

  async #sendFile(sandbox: Sandbox, file: CodeFile): Promise<void> {
    const taken = new Set([...this.#sentFiles.values(), ...this.#written]);
    const name = file.made ? safePath(file.name) : freeName(safeName(file.name), taken);
    const alias = file.fileId === undefined ? null : safeName(file.fileId);
    const received = new Promise<void>((resolve) => {
      sandbox.listen((message) => {
        if (message.type === 'file_received') resolve();
      });
    });
    await sandbox.sendFile(name, alias === name ? null : alias, file.size, file.read());
    const end = await Promise.race([received, sandbox.exited]);
    if (end !== undefined) throw new AppError('unavailable', 'Python ended while it was given a file. Try again.');
    this.#sentFiles.set(fileKey(file), name);
    this.#sentCount += 1;
    this.#sentBytes += file.size;
  }
}

const fileKey = (file: CodeFile): string => file.fileId ?? `${file.size}:${file.name}`;
