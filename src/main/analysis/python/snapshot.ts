import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log';
import { type DenoSandboxOptions, denoSandbox } from './deno-sandbox';
import { removeLeftovers } from './leftovers';
import type { Boot } from './protocol';
import { Sandbox } from './sandbox-process';

/**
 * A memory image of the booted runtime, so that a session starts in a fraction of the time. It is made once, in a
 * sandbox that runs nobody's code, and named after all it was made from; without one, Python starts slowly and works.
 */
export class Snapshot {
  readonly #folder: string;
  readonly #log: Log;
  #making: Promise<void> | null = null;
  #path: string | null = null;

  constructor(folder: string, log: Log) {
    this.#folder = folder;
    this.#log = log;
    removeLeftovers(folder, /^python-\w+\.snapshot\.(\d+)\.partial$/);
  }

  /** The image's file if there is one. */
  find(options: DenoSandboxOptions): { load: string } | null {
    try {
      this.#path ??= join(this.#folder, `python-${fingerprint(options)}.snapshot`);
    } catch {
      return null; // Something Python is made of is missing; starting it will say so.
    }
    return existsSync(this.#path) ? { load: this.#path } : null;
  }

  /** Never rejects. */
  make(options: DenoSandboxOptions, started: (sandbox: Sandbox) => void): Promise<void> {
    this.#making ??= this.#make(options, started).catch((error) => {
      this.#log.warn({ err: error }, 'no memory image of Python could be made; sessions start slowly');
    });
    return this.#making;
  }

  /** An image that could not be started from is not tried again. */
  discard(): void {
    if (this.#path) rmSync(this.#path, { force: true });
  }

  async #make(options: DenoSandboxOptions, started: (sandbox: Sandbox) => void): Promise<void> {
    if (this.find(options)) return;
    const path = this.#path;
    if (!path) return;
    const partial = `${path}.${process.pid}.partial`;
    let image: Uint8Array | null = null;
    const boot: Boot = { ...options.boot, snapshot: 'make' };
    const sandbox = new Sandbox(denoSandbox({ ...options, boot }), (message, body) => {
      if (message.type === 'snapshot') image = body;
    });
    started(sandbox);
    try {
      await sandbox.ready;
      if (!image) return;
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      for (const old of readdirSync(this.#folder).filter((name) => /^python-\w+\.snapshot$/.test(name)))
        rmSync(join(this.#folder, old), { force: true });
      await writeFile(partial, image, { mode: 0o600, flush: true });
      await rename(partial, path);
    } finally {
      sandbox.kill('ended');
      rmSync(partial, { force: true });
    }
  }
}

/** What an image depends on: the runtime, Deno, our own part, and the limits that were set when it was made. */
function fingerprint({ denoPath, runnerPath, boot }: DenoSandboxOptions): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(boot.runtimeFolder, 'package.json')));
  hash.update(readFileSync(runnerPath));
  const { size, mtimeMs } = statSync(denoPath);
  hash.update(`${size}:${mtimeMs}:${JSON.stringify(boot.index)}`);
  return hash.digest('hex').slice(0, 16);
}
