import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Interpreter, InterpreterProblem } from '#contract';
import { AppError } from '#contract/result';
import type { Log } from '../../../log';
import { LIMITS, type Limits } from '../limits';
import { LinkedFiles, openLinksFolder } from '../linked-files';
import type { OwnBoot } from '../protocol';
import { Sandbox } from '../sandbox-process';
import { SessionRunner } from '../session-runner';
import type { CodeInput, PythonResult } from '../types';
import { Confinement } from './confinement';
import { sessionCode } from './harness';
import { inspectInterpreter, type KnownInterpreter } from './inspect';
import { findInterpreters } from './interpreter-files';
import { PROBLEMS } from './problems';

const GB = 1024 ** 3;
/** Of the memory of a machine, so that the app and the rest of it go on. */
const heapBytes = Math.min(8 * GB, Math.max(GB, totalmem() / 4));

/** A process of the analyst's own may take more than one on WebAssembly can; there are fewer of them. */
export const OWN_LIMITS: Limits = {
  ...LIMITS,
  sessions: 4,
  spares: 0,
  heapBytes,
  rssBytes: heapBytes + GB / 2,
};

export interface OwnPythonOptions {
  tempFolder: string;
  /** As the other Python's. */
  linksFolder?: string | undefined;
  log: Log;
  limits?: Partial<Limits>;
  /** Where bubblewrap may be; where it usually is when left out. */
  bubblewrapPaths?: readonly string[] | undefined;
  platform?: NodeJS.Platform;
}

/** Runs code in a Python of this computer that the analyst has chosen, confined by the system; refused where that cannot be. */
export class OwnPython {
  readonly #options: OwnPythonOptions;
  readonly #limits: Limits;
  readonly #confinement: Confinement;
  readonly #runner: SessionRunner;
  readonly #linksFolder: string;
  readonly #sandboxes = new Set<Sandbox>();
  #path: string | null = null;
  #inspection: ReturnType<typeof inspectInterpreter> | null = null;
  #known: KnownInterpreter | null = null;
  #closed = false;

  constructor(options: OwnPythonOptions) {
    this.#options = options;
    this.#limits = { ...OWN_LIMITS, ...options.limits };
    const { diskBytes, diskFiles, rssBytes } = this.#limits;
    const { bubblewrapPaths, platform } = options;
    this.#confinement = new Confinement({
      ...{ tempFolder: join(options.tempFolder, 'own'), diskBytes, diskFiles, rssBytes, bubblewrapPaths },
      ...(platform ? { platform } : {}),
    });
    this.#linksFolder = openLinksFolder(options);
    this.#runner = new SessionRunner('own', this.#limits, () => this.#start());
  }

  /** Whether any can be used here, and why not. */
  get problem(): InterpreterProblem | null {
    return this.#confinement.problem();
  }

  explain(problem: InterpreterProblem): string {
    return PROBLEMS[problem];
  }

  find(): string[] {
    return this.problem === null ? findInterpreters() : [];
  }

  async inspect(path: string): Promise<Interpreter> {
    const inspected = await inspectInterpreter(path, this.#confinement);
    if ('problem' in inspected) return { path, version: null, packages: [], problem: problemOf(inspected.problem) };
    const { version, packages } = inspected;
    return { path, version, packages, problem: null };
  }

  /** Sessions of another one that was chosen before are ended. */
  choose(path: string | null): void {
    if (path !== this.#path) this.#runner.endAll();
    this.#path = path;
    this.#inspection = null;
  }

  /** @throws AppError as {@link SessionRunner.run}, and `unavailable` where none is chosen or it cannot be confined */
  async run(session: string, input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    if (this.#closed) throw new AppError('unavailable', 'Python was closed with the app.');
    if (this.#path === null)
      throw new AppError(
        'unavailable',
        'This assistant uses your own Python, and none is chosen. Choose one in Settings, Python, or let the assistant use Assay’s.',
      );
    this.#inspection ??= inspectInterpreter(this.#path, this.#confinement);
    if (!this.#known) input.onWaiting?.({ code: 'starting_python', first: false });
    const inspected = await this.#inspection;
    if ('problem' in inspected) {
      this.#inspection = null; // What was in the way may be gone next time.
      throw new AppError('unavailable', PROBLEMS[inspected.problem]);
    }
    this.#known = inspected;
    return this.#runner.run(session, input, signal);
  }

  end(session: string): void {
    this.#runner.end(session);
  }

  status(): { sessions: number; rssBytes: number } {
    return this.#runner.status();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#runner.endAll();
    await Promise.all(
      [...this.#sandboxes].map((sandbox) => {
        sandbox.kill('ended');
        return sandbox.exited;
      }),
    );
  }

  #start(): Sandbox {
    const known = this.#known;
    if (!known) throw new AppError('unavailable', 'No Python is chosen.');
    const { callMs, diskBytes, outputFiles, outputFileBytes, outputBytes } = this.#limits;
    const files = new LinkedFiles(this.#linksFolder);
    const confined = this.#confinement.start(known.files, sessionCode(), known.sitePaths, files.folder);
    const boot: OwnBoot = {
      ...{ dataFolder: confined.dataFolder, sitePaths: known.sitePaths, callMs, heapBytes: this.#limits.heapBytes },
      ...{ diskBytes, outputFiles, outputFileBytes, outputBytes },
    };
    const { log } = this.#options;
    const linked = { files, seenAt: confined.linkedAt };
    const sandbox = new Sandbox({
      start: () => confined,
      linked,
      boot: { op: 'boot', boot },
      limits: this.#limits,
      log,
    });
    this.#sandboxes.add(sandbox);
    void sandbox.exited.then(() => this.#sandboxes.delete(sandbox));
    return sandbox;
  }
}

const problemOf = (code: InterpreterProblem) => ({ code, message: PROBLEMS[code] });
