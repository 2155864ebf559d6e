import type { Failure, PackageDownload, PackagesState } from '#contract';
import { AppError, failureOf } from '#contract/result';
import type { InstallProgress, PythonPackages } from '../analysis/python';
import type { Library } from '../library';
import type { Log } from '../log';
import type { Emit } from './hub';

const SOURCE = 'python.packages.source';
/** Progress is told at most this often. */
const PROGRESS_MS = 100;

export interface PackagesOptions {
  library: Library;
  /** What there is to fetch; or why there is no Python here. */
  packages: PythonPackages | { missing: string };
  emit: Emit;
  log: Log;
}

/** Packages for Python: which are here, and bringing more of them here once. */
export class Packages {
  readonly #options: PackagesOptions;
  #told = 0;
  #download: { told: PackageDownload; stop: AbortController; done: Promise<void> } | null = null;
  #problem: Failure | null = null;
  #unverified = false;
  #verifying: Promise<void> | null = null;
  #closed = false;

  constructor(options: PackagesOptions) {
    this.#options = options;
  }

  state(): PackagesState {
    const { packages } = this.#options;
    const place = this.#place();
    if ('missing' in packages)
      return {
        packages: [],
        source: { kind: 'cdn', place: '', chosen: false },
        download: null,
        problem: notHere(packages.missing),
      };
    this.#verify(packages);
    const at = place ?? packages.place;
    return {
      packages: packages.list(),
      source: { kind: kindOf(at, packages.cdn), place: at, chosen: place !== undefined },
      download: this.#download?.told ?? null,
      problem: this.#problem,
    };
  }

  plan(input: { names: string[] }): Promise<{ files: string[]; bytes: number | null }> {
    return this.#packages().plan(input.names, this.#from());
  }

  download(input: { names: string[] }): PackagesState {
    const packages = this.#packages();
    if (this.#download) throw new AppError('busy', 'Packages are being downloaded. Wait for that, or stop it.');
    const stop = new AbortController();
    const state = { names: input.names, doing: '', files: 0, allFiles: 0, bytes: 0, allBytes: null };
    this.#problem = null;
    const install = packages.install(input.names, (progress) => this.#progress(progress), {
      ...this.#from(),
      signal: stop.signal,
    });
    const done = install
      .catch((error: unknown) => this.#failed(error, stop.signal))
      .finally(() => {
        this.#download = null;
        this.#emit();
      });
    this.#download = { told: state, stop, done };
    return this.#emit();
  }

  stop(): PackagesState {
    this.#download?.stop.abort();
    return this.state();
  }

  setSource(input: { place: string | null }): PackagesState {
    const packages = this.#packages();
    if (input.place !== null) packages.check(input.place);
    this.#options.library.notes.setValue(SOURCE, input.place ?? '');
    this.#problem = null;
    return this.#emit();
  }

  /** Resolves when nothing is being downloaded. */
  async settled(): Promise<void> {
    await this.#download?.done;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#download?.stop.abort();
    await this.settled();
    await this.#verifying;
  }

  #progress({ name, files, allFiles, bytes, allBytes }: InstallProgress): void {
    if (!this.#download) return;
    this.#download.told = { ...this.#download.told, doing: name, files, allFiles, bytes, allBytes };
    if (performance.now() - this.#told < PROGRESS_MS) return;
    this.#told = performance.now();
    this.#emit();
  }

  #failed(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#options.log.warn({ err: error }, 'packages could not be downloaded');
    this.#problem =
      error instanceof AppError
        ? failureOf(error)
        : { code: 'internal', message: 'Something went wrong in Assay. Try again.' };
  }

  /** Files are looked at where nobody waits for it; what is damaged is told when it is found. */
  #verify(packages: PythonPackages): void {
    this.#unverified = true;
    this.#verifying ??= this.#verifyAll(packages);
  }

  /** Never rejects. Asked for while it looks, it looks once more: what it has passed may have changed. */
  async #verifyAll(packages: PythonPackages): Promise<void> {
    try {
      while (this.#unverified && !this.#closed) {
        this.#unverified = false;
        if ((await packages.verify()) && !this.#closed) this.#emit();
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, 'packages could not be verified');
    } finally {
      this.#verifying = null;
    }
  }

  #packages(): PythonPackages {
    const { packages } = this.#options;
    if ('missing' in packages) throw AppError.from(notHere(packages.missing));
    return packages;
  }

  #place(): string | undefined {
    return this.#options.library.notes.getValue(SOURCE) || undefined;
  }

  #from(): { place?: string } {
    const place = this.#place();
    return place === undefined ? {} : { place };
  }

  #emit(): PackagesState {
    const state = this.state();
    this.#options.emit({ name: 'packages.changed', data: state });
    return state;
  }
}

function kindOf(place: string, cdn: string): PackagesState['source']['kind'] {
  if (place === cdn) return 'cdn';
  return /^https?:/i.test(place) ? 'mirror' : 'folder';
}

const notHere = (message: string): Failure => ({ code: 'unavailable', message, reason: { code: 'python_not_here' } });
