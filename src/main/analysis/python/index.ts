import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { LIMITS, type Limits } from './limits';
import { openLinksFolder } from './linked-files';
import { PythonPackages } from './packages';
import { readIndex } from './packages/lock';
import { cdnOf } from './packages/source';
import { SandboxPool } from './pool';
import type { Session } from './session';
import { SessionRunner } from './session-runner';
import type { CodeInput, PythonResult } from './types';

export { ChosenRunner } from './chosen-runner';
export type { Limits } from './limits';
export { locatePython, type PythonLocation } from './locate';
export { OWN_LIMITS, OwnPython, type OwnPythonOptions } from './own';
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
  /** For links to files that code reads where they lie, on their disk; beside what is temporary when left out. */
  linksFolder?: string | undefined;
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
  readonly #runner: SessionRunner;
  #closed = false;

  constructor(options: PythonRunnerOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
    const index = readIndex(options.runtimeFolder);
    const linksFolder = openLinksFolder(options);
    this.#pool = new SandboxPool({ ...options, linksFolder, limits: this.#limits, index });
    this.#packages = openPackages(options, index);
    this.#runner = new SessionRunner(
      'built_in',
      this.#limits,
      () => this.#pool.take(),
      () => {
        if (this.#runner.idleMs >= this.#limits.spareIdleMs) this.#pool.releaseSpare();
      },
    );
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

  /** @throws AppError as {@link SessionRunner.run} */
  async run(session: string, input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    if (this.#closed) throw new AppError('unavailable', 'Python was closed with the app.');
    this.#packages.adopt();
    return this.#runner.run(session, input, signal, (taken) => this.#runIn(taken, input, signal));
  }

  /** Ends a session and forgets its state. */
  end(session: string): void {
    this.#runner.end(session);
  }

  /** Sessions that hold a state, whether a spare waits, and what all of it takes. */
  status(): { sessions: number; warm: boolean; rssBytes: number } {
    const { sessions, rssBytes } = this.#runner.status();
    return { sessions, warm: this.#pool.isWarm, rssBytes: rssBytes + this.#pool.rssBytes };
  }

  packages(): PythonPackages {
    return this.#packages;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#runner.endAll();
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
}
