import type { Log } from '../../log';
import { fontsOfSystem } from '../../processes';
import { type DenoSandboxOptions, denoSandbox } from './deno-sandbox';
import type { Limits } from './limits';
import { LinkedFiles } from './linked-files';
import type { Boot, PackageIndex } from './protocol';
import { Sandbox } from './sandbox-process';
import { Snapshot } from './snapshot';

export interface PoolOptions {
  denoPath: string;
  runtimeFolder: string;
  runnerPath: string;
  packagesFolder: string;
  tempFolder: string;
  linksFolder: string;
  limits: Limits;
  index: PackageIndex;
  log: Log;
}

/** Sandboxes for sessions to take: one waits ready, started from a memory image where there is one. */
export class SandboxPool {
  readonly #options: PoolOptions;
  readonly #snapshot: Snapshot;
  readonly #sandboxes = new Set<Sandbox>();
  #spare: Sandbox | null = null;
  #warming: Promise<void> | null = null;
  #isReady = false;
  #failures = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#snapshot = new Snapshot(options.tempFolder, options.log);
  }

  get isWarm(): boolean {
    return this.#isReady && this.#spare?.isAlive === true;
  }

  get rssBytes(): number {
    return this.#spare?.rssBytes ?? 0;
  }

  /** The spare, or one that is being started. */
  take(): Sandbox {
    const spare = this.#spare;
    this.#spare = null;
    this.#isReady = false;
    return spare?.isAlive ? spare : this.#start();
  }

  /** Makes the memory image if there is none. Never rejects. */
  async prepare(): Promise<void> {
    if (!this.#closed) await this.#snapshot.make(this.#sandboxOptions(null), (sandbox) => this.#track(sandbox));
  }

  /** Makes the memory image if there is none, and a spare. Never rejects. */
  warm(): Promise<void> {
    this.#warming ??= this.#warmUp()
      .catch((error) => {
        if (!this.#closed) this.#options.log.warn({ err: error }, 'no spare Python could be started');
      })
      .finally(() => {
        this.#warming = null;
      });
    return this.#warming;
  }

  /** Lets the spare go, once it has started; the next call starts one. */
  releaseSpare(): void {
    if (!this.#isReady) return;
    this.#spare?.kill('ended');
    this.#spare = null;
    this.#isReady = false;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(
      [...this.#sandboxes].map((sandbox) => {
        sandbox.kill('ended');
        return sandbox.exited;
      }),
    );
    await this.#warming;
  }

  async #warmUp(): Promise<void> {
    await this.prepare();
    if (this.#closed || this.#options.limits.spares === 0 || this.#spare?.isAlive) return;
    const spare = this.#start();
    this.#spare = spare;
    try {
      await spare.ready;
      this.#isReady = this.#spare === spare;
      this.#failures = 0;
    } catch (error) {
      if (this.#spare === spare) this.#spare = null;
      this.#failures += 1;
      // An image that Python does not start from is worse than none; one that was killed meanwhile proves nothing.
      if (!this.#closed && this.#failures > 1) this.#snapshot.discard();
      throw error;
    }
  }

  #start(): Sandbox {
    const image = this.#snapshot.find(this.#sandboxOptions(null));
    const sandbox = this.#track(
      new Sandbox(denoSandbox({ ...this.#sandboxOptions(image), linked: new LinkedFiles(this.#options.linksFolder) })),
    );
    sandbox.ready.then(
      ({ restored }) => {
        if (!image || restored) return;
        this.#options.log.warn('the memory image of Python could not be used; another is made at the next start');
        this.#snapshot.discard();
      },
      () => undefined, // Whoever waits for it hears of it.
    );
    return sandbox;
  }

  #track(sandbox: Sandbox): Sandbox {
    this.#sandboxes.add(sandbox);
    void sandbox.exited.then(() => this.#sandboxes.delete(sandbox));
    if (this.#closed) sandbox.kill('ended');
    return sandbox;
  }

  #sandboxOptions(snapshot: Boot['snapshot']): DenoSandboxOptions {
    const { denoPath, runnerPath, tempFolder, limits, log, runtimeFolder, packagesFolder, index } = this.#options;
    const { heapBytes, rssBytes, diskBytes, diskFiles, outputFiles, outputFileBytes, outputBytes } = limits;
    const boot: Boot = {
      ...{ runtimeFolder, packagesFolder, index, snapshot, linkedFolder: null, fontFiles: fontsOfSystem() },
      ...{ heapBytes, rssBytes, diskBytes, diskFiles, outputFiles, outputFileBytes, outputBytes },
    };
    return { denoPath, runnerPath, tempFolder, boot, limits, log };
  }
}
