import { AppError } from '#contract/result';
import { Call } from './call';
import type { Limits } from './limits';
import { freeName, safeName, safePath } from './names';
import type { Sandbox } from './sandbox-process';
import type { CodeFile, CodeInput, CodeResult } from './types';

/** What a call is that was cancelled before its code began. */
export const NOT_RUN: CodeResult = {
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
  readonly #take: () => Sandbox;
  #sandbox: Sandbox | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** Files laid already → the name they lie under. */
  #laid = new Map<string, string>();
  #laidCount = 0;
  #laidBytes = 0;
  /** Paths of files that this Python has written itself: what lies there is newer than any copy of it. */
  #written = new Set<string>();
  #over = false;
  /** Calls that run in it or are about to; kept by whoever hands it out, as `lastUsed` is. */
  users = 0;
  /** On the clock of `performance.now`. */
  lastUsed = performance.now();

  constructor(limits: Limits, take: () => Sandbox) {
    this.#limits = limits;
    this.#take = take;
  }

  get rssBytes(): number {
    return this.#sandbox?.rssBytes ?? 0;
  }

  get sandbox(): Sandbox | null {
    return this.#sandbox;
  }

  run(input: CodeInput, signal?: AbortSignal): Promise<CodeResult> {
    const result = this.#queue.then(() => this.#runNow(input, signal));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** For good: calls that still wait are not run. */
  end(): void {
    this.#over = true;
    this.#sandbox?.kill('ended');
  }

  async #runNow(input: CodeInput, signal?: AbortSignal): Promise<CodeResult> {
    if (this.#over || signal?.aborted) return NOT_RUN;
    const from = performance.now();
    const fresh = !this.#sandbox?.alive;
    if (fresh) this.#renew();
    const stop = () => this.#sandbox?.kill('cancelled');
    const done = (result: Omit<CodeResult, 'fresh' | 'ms'>): CodeResult => ({
      ...result,
      fresh,
      ms: Math.round(performance.now() - from),
    });
    signal?.addEventListener('abort', stop, { once: true });
    let sandbox: Sandbox;
    try {
      sandbox = await this.#started(signal);
      await this.#lay(sandbox, input.files);
    } catch (error) {
      if (this.#over || signal?.aborted) return done(NOT_RUN);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    const result = await new Call(sandbox, this.#limits, input.onLogs).run(input.code, signal);
    for (const { name } of result.files) this.#written.add(name);
    return done(result);
  }

  /** A spare may have ended without anybody having noticed yet: one more is tried before that is said. */
  async #started(signal?: AbortSignal): Promise<Sandbox> {
    const first = this.#sandbox ?? this.#renew();
    try {
      await first.ready;
      return first;
    } catch (error) {
      if (this.#over || signal?.aborted) throw error;
      const second = this.#renew();
      await second.ready;
      return second;
    }
  }

  #renew(): Sandbox {
    this.#sandbox = this.#take();
    this.#laid = new Map();
    this.#laidCount = 0;
    this.#laidBytes = 0;
    this.#written = new Set();
    return this.#sandbox;
  }

  /** Each file once: what the code has made of it since is the session's own. */
  async #lay(sandbox: Sandbox, files: CodeFile[]): Promise<void> {
    const there = (file: CodeFile) => file.made === true && this.#written.has(safePath(file.name));
    const unknown = files.filter((file) => !this.#laid.has(keyOf(file)));
    for (const file of unknown.filter(there)) await this.#nameAgain(sandbox, file);
    for (const file of this.#withRoom(unknown.filter((one) => !there(one)))) await this.#layOne(sandbox, file);
  }

  /** What this Python has written is found by its id as well. */
  async #nameAgain(sandbox: Sandbox, file: CodeFile): Promise<void> {
    const path = safePath(file.name);
    if (file.fileId !== undefined) await sandbox.ask({ op: 'alias', path, alias: safeName(file.fileId) });
    this.#laid.set(keyOf(file), path);
  }

  /** All that were given, and of those that earlier code made the newest, as long as there is room. */
  #withRoom(files: readonly CodeFile[]): CodeFile[] {
    const { inputFiles, inputBytes } = this.#limits;
    const given = files.filter((file) => !file.made);
    let count = this.#laidCount + given.length;
    let bytes = given.reduce((sum, file) => sum + file.size, this.#laidBytes);
    if (count > inputFiles) throw new AppError('too_large', `Python can be given ${inputFiles} files at most.`);
    if (bytes > inputBytes)
      throw new AppError('too_large', 'The files are too large together for Python. Give it fewer or smaller ones.');
    const left = new Set<CodeFile>();
    for (const file of files.filter((one) => one.made).toReversed()) {
      if (count + 1 > inputFiles || bytes + file.size > inputBytes) left.add(file);
      else [count, bytes] = [count + 1, bytes + file.size];
    }
    return files.filter((file) => !left.has(file));
  }

  async #layOne(sandbox: Sandbox, file: CodeFile): Promise<void> {
    const taken = new Set([...this.#laid.values(), ...this.#written]);
    const name = file.made ? safePath(file.name) : freeName(safeName(file.name), taken);
    const alias = file.fileId === undefined ? null : safeName(file.fileId);
    const laid = new Promise<void>((resolve) => {
      sandbox.listen((said) => {
        if (said.say === 'laid') resolve();
      });
    });
    await sandbox.layFile(name, alias === name ? null : alias, file.size, file.read());
    const end = await Promise.race([laid, sandbox.gone]);
    if (end !== undefined) throw new AppError('unavailable', 'Python ended while it was given a file. Try again.');
    this.#laid.set(keyOf(file), name);
    this.#laidCount += 1;
    this.#laidBytes += file.size;
  }
}

const keyOf = (file: CodeFile): string => file.fileId ?? `${file.size}:${file.name}`;
