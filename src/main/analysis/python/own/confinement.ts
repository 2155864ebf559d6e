import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, realpathSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { startProgram } from '../../../processes';
import { removeFolder, removeLeftovers } from '../leftovers';
import type { StartedSandbox } from '../sandbox-process';
import { bubblewrapArguments, type Command, LINKED } from './bubblewrap';
import type { InterpreterFiles } from './interpreter-files';
import { seatbeltProfile } from './seatbelt';
import { seccompFilter } from './seccomp';
import { watchConfined } from './watch';

export interface ConfinementOptions {
  /** For what one start needs and leaves. */
  tempFolder: string;
  diskBytes: number;
  rssBytes: number;
  diskFiles: number;
  /** Where bubblewrap may be. */
  bubblewrapPaths?: readonly string[] | undefined;
  platform?: NodeJS.Platform;
}

export type ConfinementProblem = 'unsupported_system' | 'no_bubblewrap';

/** A confined process, and where it finds what lies under /mnt/data. */
export interface Confined extends StartedSandbox {
  dataFolder: string;
  /** Where it sees what lies in the linked folder. */
  linkedAt: string;
}

/** Only where the system or its administrator puts programs: what a person's PATH names could be anything. */
const BUBBLEWRAP = ['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap', '/run/current-system/sw/bin/bwrap'];
const SANDBOX_EXEC = '/usr/bin/sandbox-exec';
const DATA = '/mnt/data';
/** A library for each processor starts threads for all of them; more than a few are of no use. */
const LIBRARY_THREADS = 8;

/** Starts interpreters so that they can reach nothing but what they are made of, and one folder; or not at all. */
export class Confinement {
  readonly #options: ConfinementOptions;
  readonly #platform: NodeJS.Platform;

  constructor(options: ConfinementOptions) {
    this.#options = options;
    this.#platform = options.platform ?? process.platform;
    removeLeftovers(options.tempFolder, /^data-(\d+)-\w+$/);
  }

  /** What is missing for it on this system, as far as can be seen without trying. */
  problem(): ConfinementProblem | null {
    if (this.#platform === 'darwin') return existsSync(SANDBOX_EXEC) ? null : 'unsupported_system';
    if (this.#platform !== 'linux' || seccompFilter() === null) return 'unsupported_system';
    return this.#bubblewrap() ? null : 'no_bubblewrap';
  }

  /**
   * Starts an interpreter with code of ours.
   * @param more folders it may read besides its own
   * @param linkedFolder one that it may read too, and into which files are put while it runs
   * @throws where it cannot be confined; nothing runs then
   */
  start(files: InterpreterFiles, code: string, more: readonly string[] = [], linkedFolder?: string): Confined {
    const readable = [...files.readable, ...more];
    // Neither the person's environment nor their folder of modules; texts are UTF-8; nothing is compiled beside sources.
    const args = ['-I', '-B', '-X', 'utf8', '-c', code];
    return this.#platform === 'darwin'
      ? this.#startInSeatbelt(files, [...readable, ...(linkedFolder ? [linkedFolder] : [])], args, linkedFolder)
      : this.#startInBubblewrap({ program: files.path, args, readable, env: environment('/tmp'), linkedFolder });
  }

  /** Starts a program that needs nothing but the system's libraries; whether it runs tells whether confining works. */
  startProbe(program: string): Confined {
    return this.#startInBubblewrap({ program, args: [], readable: [program], env: {} });
  }

  #startInBubblewrap(command: Command): Confined {
    const path = this.#bubblewrap();
    const filter = seccompFilter();
    if (this.#platform !== 'linux' || !path || !filter) throw new Error('code cannot be confined here');
    const { tempFolder, diskBytes, rssBytes: bytes, diskFiles: files } = this.#options;
    mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
    const filterPath = join(tempFolder, 'calls.bpf');
    writeFileSync(filterPath, filter, { mode: 0o600 });
    const filterFile = openSync(filterPath, 'r');
    try {
      const args = bubblewrapArguments(command, diskBytes);
      const child = startProgram({ path, args, folder: tempFolder, descriptors: [filterFile, 'pipe'] });
      const info = child.stdio[4] as Readable | null;
      return { child, dataFolder: DATA, linkedAt: LINKED, watch: (on) => watchConfined(info, { bytes, files }, on) };
    } finally {
      closeSync(filterFile);
    }
  }

  #startInSeatbelt(
    files: InterpreterFiles,
    readable: readonly string[],
    args: readonly string[],
    linkedFolder = '',
  ): Confined {
    const { tempFolder, rssBytes: bytes, diskFiles } = this.#options;
    mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
    const folder = realpathSync(mkdtempSync(join(tempFolder, `data-${process.pid}-`)));
    const real = [
      ...new Set(readable.filter((path) => existsSync(path)).flatMap((path) => [path, realpathSync(path)])),
    ];
    const profile = seatbeltProfile({ programs: [files.path, realpathSync(files.path)], readable: real, folder });
    const child = startProgram({
      path: SANDBOX_EXEC,
      args: ['-p', profile, files.path, ...args],
      folder,
      env: environment(folder),
    });
    return {
      child,
      dataFolder: folder,
      linkedAt: linkedFolder,
      watch: (on) => watchConfined(child.pid, { bytes, files: diskFiles }, on),
      cleanUp: () => removeFolder(folder),
    };
  }

  #bubblewrap(): string | undefined {
    return (this.#options.bubblewrapPaths ?? BUBBLEWRAP).find((path) => existsSync(path));
  }
}

function environment(temporary: string): Record<string, string> {
  const threads = String(Math.min(LIBRARY_THREADS, availableParallelism()));
  const { TZ } = process.env;
  return {
    HOME: temporary,
    TMPDIR: temporary,
    LANG: 'C.UTF-8',
    MPLBACKEND: 'agg',
    MPLCONFIGDIR: join(temporary, 'matplotlib'),
    OPENBLAS_NUM_THREADS: threads,
    OMP_NUM_THREADS: threads,
    ...(TZ ? { TZ } : {}),
  };
}
