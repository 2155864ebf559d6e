import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/result';
import type { IndexedPackage, PackageIndex } from '../protocol';
import { fetchPackage, partialOf, totalSize } from './fetch';
import { InstalledFiles } from './installed-files';
import { closure } from './lock';
import { checkPlace, type Source, sourceAt } from './source';

/** A partial file that was last written to longer ago is nobody's any more. */
const FETCHED_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Damage that leaves no trace but the bytes themselves is found this long after the last look at the latest. */
const VERIFIED_FOR_MS = 30_000;

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
  /** Names of what to fetch before it can be imported. */
  missing: string[];
  /** Those of them whose file is here and is not what it should be, as far as files were checked. */
  damaged: string[];
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

export interface PythonPackagesOptions {
  index: PackageIndex;
  folder: string;
  /** Folders of files that come with the app or were fetched beside it; they are taken in when they are looked for. */
  besideFolders?: readonly string[] | undefined;
  /** A base address or a folder; the CDN when left out. */
  place?: string | undefined;
  cdn: string;
}

/** The packages of this machine: one folder of verified files for all sessions. */
export class PythonPackages {
  readonly #index: PackageIndex;
  readonly #folder: string;
  readonly #files: InstalledFiles;
  readonly #besideFolders: readonly string[];
  /** Where files come from unless said otherwise, and Pyodide's own place for them. */
  readonly place: string;
  readonly cdn: string;

  constructor(options: PythonPackagesOptions) {
    this.#index = options.index;
    this.#folder = options.folder;
    this.#files = new InstalledFiles(options.folder);
    this.#besideFolders = options.besideFolders ?? [];
    this.cdn = options.cdn;
    this.place = options.place || options.cdn;
  }

  /**
   * Takes in what came with the app, or was fetched beside it since. Files are checked when they are unpacked, as all are. What cannot be
   * taken in, as on a full disk, is missing, and an import says so.
   */
  adopt(): void {
    const known = new Set(Object.values(this.#index.packages).map((entry) => entry.file));
    for (const beside of this.#besideFolders.filter((folder) => existsSync(folder))) {
      for (const file of readdirSync(beside)) {
        const to = join(this.#folder, file);
        if (known.has(file) && !existsSync(to)) takeIn(join(beside, file), to);
      }
    }
  }

  /** @param names keys of the index; the usual ones when left out */
  list(names: readonly string[] = USUAL_PACKAGES): PackageState[] {
    this.adopt();
    return names.flatMap((key) => {
      const entry = this.#index.packages[key];
      if (!entry) return [];
      const needed = this.#toFetch([key]);
      const damaged = needed.filter((file) => this.#files.state(file) === 'damaged').map((file) => file.name);
      const missing = needed.map((file) => file.name);
      return [{ name: key, version: entry.version, installed: missing.length === 0, missing, damaged }];
    });
  }

  /**
   * Looks for damaged files, of which {@link list} tells from then on. Planning and installing look at those they are about
   * in any case.
   * @returns whether anything in the list has changed
   */
  verify(): Promise<boolean> {
    return this.#files.check(Object.values(this.#index.packages), VERIFIED_FOR_MS);
  }

  /** Every name there is. */
  names(): string[] {
    return Object.keys(this.#index.packages);
  }

  /** @throws AppError `invalid_input` for a place that files cannot come from */
  check(place: string): void {
    checkPlace(place);
  }

  /** What installing would fetch: files that are missing or damaged. `bytes` is null where the place does not say. */
  async plan(
    names: readonly string[],
    options: { place?: string; signal?: AbortSignal } = {},
  ): Promise<{ files: string[]; bytes: number | null }> {
    const wanted = await this.#wanted(names, options.signal);
    const source = sourceAt(options.place ?? this.place);
    const bytes = await totalSize(source, wanted, options.signal);
    return { files: wanted.map((entry) => entry.file), bytes };
  }

  /**
   * Fetches what is missing or damaged, each file checked against its known sum before it takes its name.
   * @throws AppError `not_found`, `unavailable`, `unreadable_file`, `no_space`, `cancelled`
   */
  async install(
    names: readonly string[],
    onProgress: (progress: InstallProgress) => void = () => undefined,
    options: { place?: string | undefined; signal?: AbortSignal | undefined } = {},
  ): Promise<void> {
    const { signal } = options;
    const wanted = await this.#wanted(names, signal);
    const source = sourceAt(options.place ?? this.place);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#sweep();
    const allBytes = await totalSize(source, wanted, signal);
    let bytes = 0;
    for (const [files, entry] of wanted.entries()) {
      const report = () => onProgress({ name: entry.name, files, allFiles: wanted.length, bytes, allBytes });
      report();
      await this.#fetch(source, entry, {
        signal,
        onBytes: (more) => {
          bytes += more;
          report();
        },
      });
    }
    const name = wanted.at(-1)?.name ?? '';
    onProgress({ name, files: wanted.length, allFiles: wanted.length, bytes, allBytes: bytes });
  }

  async #wanted(names: readonly string[], signal?: AbortSignal): Promise<IndexedPackage[]> {
    const unknown = names.filter((key) => !Object.hasOwn(this.#index.packages, key));
    if (unknown.length > 0)
      throw new AppError('not_found', `There is no package called ${unknown.join(', ')} for this Python.`);
    this.adopt();
    await this.#files.check(closure(this.#index, names), 0, signal);
    return this.#toFetch(names);
  }

  /** A whole file beside the app takes the place of a damaged one without a network. */
  async #fetch(source: Source, entry: IndexedPackage, options: Parameters<typeof fetchPackage>[3]): Promise<void> {
    const path = this.#files.pathOf(entry);
    for (const beside of this.#besideFolders.filter((folder) => existsSync(join(folder, entry.file)))) {
      const quietly = { ...options, onBytes: () => undefined };
      const taken = await fetchPackage(sourceAt(beside), entry, path, quietly).then(
        () => true,
        () => false,
      );
      if (taken) return;
    }
    await fetchPackage(source, entry, path, options);
  }

  /** Removes what was half fetched when a process was ended. */
  #sweep(): void {
    for (const name of readdirSync(this.#folder).filter((name) => name.endsWith('.partial'))) {
      const path = join(this.#folder, name);
      const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
      if (since < Date.now() - FETCHED_WITHIN_MS) rmSync(path, { force: true });
    }
  }

  #toFetch(names: readonly string[]): IndexedPackage[] {
    return closure(this.#index, names).filter((entry) => this.#files.state(entry) !== 'installed');
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
