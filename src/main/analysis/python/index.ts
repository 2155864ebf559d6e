import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { LIMITS, type Limits } from './limits';
import { PythonPackages } from './packages';
import { readIndex } from './packages/lock';
import { cdnOf } from './packages/source';
import { SandboxPool } from './pool';
import { NOT_RUN, type Session } from './session';
import { Sessions } from './sessions';
import type { CodeInput, PythonResult } from './types';

export type { Limits } from './limits';
export { locatePython, type PythonLocation } from './locate';
export { type InstallProgress, type PackageState, PythonPackages } from './packages';
export type { CodeFile, CodeInput, CodeOutput, PythonResult } from './types';

export interface PythonRunnerOptions {
  denoPath: string;
  /** The folder of pyodide's own files. */
  runtimeFolder: string;
  /** The built entry that runs inside Deno. */
  runnerPath: string;
  /** Where installed packages are kept; shared by all sessions. */
  packagesFolder: string;
  /** Where memory images and Deno's own folder go. */
  tempFolder: string;
  /** Package files that come with the app or were fetched beside it; they are taken into the folder above when needed. */
  besideFolders?: readonly string[] | undefined;
  /** Where packages are fetched from: a base address or a folder; Pyodide's CDN when left out. */
  packagesPlace?: string | undefined;
  log: Log;
  limits?: Partial<Limits>;
}

/** The packages of a folder, for whoever fetches them without running anything. */
export function openPackages(
  options: Pick<PythonRunnerOptions, 'runtimeFolder' | 'packagesFolder' | 'besideFolders' | 'packagesPlace'>,
  index = readIndex(options.runtimeFolder),
): PythonPackages {
  const { version } = JSON.parse(readFileSync(join(options.runtimeFolder, 'package.json'), 'utf8'));
  const { packagesFolder: folder, besideFolders, packagesPlace: place } = options;
  return new PythonPackages({ index, folder, besideFolders, place, cdn: cdnOf(version) });
}

const SPARE_AFTER_MS = 1_500;

/** Runs Python for many sessions, each in a process that can reach nothing but its own memory. */
export class PythonRunner {
  readonly #limits: Limits;
  readonly #pool: SandboxPool;
  readonly #packages: PythonPackages;
  readonly #sessions: Sessions;
  #sweeping: ReturnType<typeof setInterval> | null = null;
  #closed = false;

  constructor(options: PythonRunnerOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
    const index = readIndex(options.runtimeFolder);
    this.#pool = new SandboxPool({ ...options, limits: this.#limits, index });
    this.#packages = openPackages(options, index);
    this.#sessions = new Sessions(this.#limits, () => this.#pool.take());
  }

  /**
   * Does what takes seconds once on a machine, so that a session starts in a fraction of one; a spare, and its memory,
   * comes with the first call. Never rejects.
   */
  prepare(): Promise<void> {
    return this.#pool.prepare();
  }

  /** Starts a spare, so that the first call need not wait. Never rejects. */
  warm(): Promise<void> {
    return this.#closed ? Promise.resolve() : this.#pool.warm();
  }

  /**
   * Runs a cell. Calls of one session run one after another; calls of different sessions at once, as many as there may be
   * sessions: more wait in line. What Python does is in the result, whatever it does.
   * @throws AppError `invalid_input`, `too_large`, `unreadable_file`, `unavailable`, `busy`
   */
  async run(session: string, input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    if (this.#closed) throw new AppError('unavailable', 'Python was closed with the app.');
    if (Buffer.byteLength(input.code) > this.#limits.codeBytes)
      throw new AppError('too_large', 'The code is too long to run.');
    this.#packages.adopt();
    this.#sweeping ??= setInterval(() => this.#sweep(), Math.min(60_000, this.#limits.idleMs)).unref();
    const onQueued = (place: number | null) => input.onQueued?.(place);
    const result = await this.#sessions.use(session, (taken) => this.#runIn(taken, input, signal), {
      signal,
      onQueued,
    });
    return result ?? NOT_RUN;
  }

  /** Ends a session and forgets its state. */
  end(session: string): void {
    this.#sessions.end(session);
  }

  /** Sessions that hold a state, whether a spare waits, and what all of it takes. */
  status(): { sessions: number; warm: boolean; rssBytes: number } {
    const { alive } = this.#sessions;
    const rssBytes = alive.reduce((sum, session) => sum + session.rssBytes, this.#pool.rssBytes);
    return { sessions: alive.length, warm: this.#pool.isWarm, rssBytes };
  }

  packages(): PythonPackages {
    return this.#packages;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#sweeping) clearInterval(this.#sweeping);
    this.#sessions.endAll();
    await this.#pool.close();
  }

  async #runIn(session: Session, input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    // The next spare waits a moment, so that it does not take the processor from the call that took the last.
    const warmSoon = setTimeout(() => void this.warm(), SPARE_AFTER_MS);
    try {
      return await session.run(input, signal);
    } finally {
      clearTimeout(warmSoon);
      void this.warm();
    }
  }

  #sweep(): void {
    this.#sessions.endIdle();
    if (this.#sessions.size === 0) this.#pool.releaseSpare();
  }
}
