import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/result';
import type { IndexedPackage, PackageIndex } from '../protocol';
import { closure } from './lock';
import { checkPlace, type Source, sourceAt } from './source';

/** More than the largest package of the distribution by far. */
const FILE_AT_MOST = 256 * 1024 * 1024;

/** A partial file that was last written to longer ago is nobody's any more. */
const FETCHED_WITHIN_MS = 24 * 60 * 60 * 1000;

/** What analyses usually import; the names are keys of the index. */
const USUAL_PACKAGES = [
  'numpy',
  'pandas',
  'matplotlib',
  'pillow',
  'scipy',
  'scikit-learn',
  'statsmodels',
  'openpyxl',
  'seaborn',
];

export interface PackageState {
  name: string;
  version: string;
  /** It and all it needs are on this machine. */
  installed: boolean;
  /** Files to fetch before it can be imported. */
  missing: string[];
}

export interface InstallProgress {
  /** The package being fetched. */
  name: string;
  /** Files that are whole, of all to fetch. */
  files: number;
  allFiles: number;
  bytes: number;
  /** Of all files together; null while that is not known. */
  allBytes: number | null;
}

export interface PackagesOptions {
  index: PackageIndex;
  folder: string;
  /** A folder of files fetched beside the app, taken in when they are looked for. */
  besideFolder?: string | undefined;
  /** A base address or a folder; the CDN when left out. */
  place?: string | undefined;
  cdn: string;
}

/** The packages of this machine: one folder of verified files for all sessions. */
export class PythonPackages {
  readonly #index: PackageIndex;
  readonly #folder: string;
  readonly #beside: string | undefined;
  /** Where files come from unless said otherwise, and Pyodide's own place for them. */
  readonly place: string;
  readonly cdn: string;

  constructor(options: PackagesOptions) {
    this.#index = options.index;
    this.#folder = options.folder;
    this.#beside = options.besideFolder;
    this.cdn = options.cdn;
    this.place = options.place || options.cdn;
  }

  /**
   * Takes in what was fetched beside the app since. Files are checked when they are unpacked, as all are. What cannot be
   * taken in, as on a full disk, is missing, and an import says so.
   */
  adopt(): void {
    const beside = this.#beside;
    if (beside === undefined || !existsSync(beside)) return;
    const known = new Set(Object.values(this.#index.packages).map((entry) => entry.file));
    for (const file of readdirSync(beside)) {
      const to = join(this.#folder, file);
      if (known.has(file) && !existsSync(to)) takeIn(join(beside, file), to);
    }
  }

  /** @param names keys of the index; the usual ones when left out */
  list(names: readonly string[] = USUAL_PACKAGES): PackageState[] {
    this.adopt();
    return names.flatMap((key) => {
      const entry = this.#index.packages[key];
      if (!entry) return [];
      const missing = this.#missing([key]).map((one) => one.name);
      return [{ name: key, version: entry.version, installed: missing.length === 0, missing }];
    });
  }

  /** Every name there is. */
  names(): string[] {
    return Object.keys(this.#index.packages);
  }

  /** @throws AppError `invalid_input` for a place that files cannot come from */
  check(place: string): void {
    checkPlace(place);
  }

  /** What installing would fetch. `bytes` is null where the place does not say. */
  async plan(
    names: readonly string[],
    options: { place?: string; signal?: AbortSignal } = {},
  ): Promise<{ files: string[]; bytes: number | null }> {
    const wanted = this.#wanted(names);
    const source = sourceAt(options.place ?? this.place);
    const bytes = await totalSize(source, wanted, options.signal);
    return { files: wanted.map((entry) => entry.file), bytes };
  }

  /**
   * Fetches what is missing, each file checked against its known sum before it takes its name.
   * @throws AppError `not_found`, `unavailable`, `unreadable_file`, `no_space`, `cancelled`
   */
  async install(
    names: readonly string[],
    onProgress: (progress: InstallProgress) => void = () => undefined,
    options: { place?: string | undefined; signal?: AbortSignal | undefined } = {},
  ): Promise<void> {
    const { signal } = options;
    const wanted = this.#wanted(names);
    const source = sourceAt(options.place ?? this.place);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#sweep();
    const allBytes = await totalSize(source, wanted, signal);
    let bytes = 0;
    for (const [files, entry] of wanted.entries()) {
      const tell = () => onProgress({ name: entry.name, files, allFiles: wanted.length, bytes, allBytes });
      tell();
      await this.#fetch(source, entry, signal, (more) => {
        bytes += more;
        tell();
      });
    }
    const name = wanted.at(-1)?.name ?? '';
    onProgress({ name, files: wanted.length, allFiles: wanted.length, bytes, allBytes: bytes });
  }

  #wanted(names: readonly string[]): IndexedPackage[] {
    const unknown = names.filter((key) => !Object.hasOwn(this.#index.packages, key));
    if (unknown.length > 0)
      throw new AppError('not_found', `There is no package called ${unknown.join(', ')} for this Python.`);
    return this.#missing(names);
  }

  /** Removes what was half fetched when a process was ended. */
  #sweep(): void {
    for (const name of readdirSync(this.#folder).filter((one) => one.endsWith('.partial'))) {
      const path = join(this.#folder, name);
      const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
      if (since < Date.now() - FETCHED_WITHIN_MS) rmSync(path, { force: true });
    }
  }

  #missing(names: readonly string[]): IndexedPackage[] {
    return closure(this.#index, names).filter((entry) => !existsSync(join(this.#folder, entry.file)));
  }

  async #fetch(
    source: Source,
    entry: IndexedPackage,
    signal: AbortSignal | undefined,
    onBytes: (more: number) => void,
  ) {
    const path = join(this.#folder, entry.file);
    const partial = partialOf(path);
    try {
      const sum = await writeSummed(partial, source, entry, signal, onBytes);
      if (sum !== entry.sha256)
        throw new AppError(
          'unreadable_file',
          `The file fetched for ${entry.name} is not the one it should be (its SHA-256 differs). Nothing was installed from it.`,
        );
      await rename(partial, path);
    } catch (error) {
      throw explain(error, entry, signal);
    } finally {
      await rm(partial, { force: true });
    }
  }
}

function takeIn(from: string, to: string): void {
  const partial = partialOf(to);
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    try {
      linkSync(from, to);
    } catch {
      // Another disk: a copy under a name of its own until it is whole.
      copyFileSync(from, partial);
      renameSync(partial, to);
    }
  } catch {
    rmSync(partial, { force: true });
  }
}

const partialOf = (path: string): string => `${path}.${randomUUID()}.partial`;

/** Null where the source does not say it of all of them. */
async function totalSize(
  source: Source,
  entries: readonly IndexedPackage[],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const sizes = await Promise.all(entries.map((entry) => source.size(entry, signal).catch(() => null)));
  return sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
}

async function writeSummed(
  path: string,
  source: Source,
  entry: IndexedPackage,
  signal: AbortSignal | undefined,
  onBytes: (more: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  // First: what a source has opened and nobody reads would stay open.
  const file = await open(path, 'wx', 0o600);
  let total = 0;
  try {
    for await (const bytes of await source.open(entry, signal)) {
      signal?.throwIfAborted();
      total += bytes.length;
      if (total > FILE_AT_MOST) throw new Error('more bytes than any package has');
      hash.update(bytes);
      await file.writeFile(bytes);
      onBytes(bytes.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function explain(error: unknown, entry: IndexedPackage, signal: AbortSignal | undefined): AppError {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return new AppError('cancelled', 'Stopped. What was fetched whole is kept.');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new AppError('no_space', 'The disk is full. Free some space and try again.', { cause: error });
  return new AppError(
    'unavailable',
    `${entry.name} could not be fetched. Check the connection, or set a mirror or a folder of package files in Settings.`,
    { cause: error },
  );
}
