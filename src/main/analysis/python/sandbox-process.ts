import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { endProcess } from '../../processes';
import { spawnDeno } from './deno-command';
import { FrameReader, frameHead } from './frames';
import type { Limits } from './limits';
import { type Ask, type Boot, Say } from './protocol';

/** Why a sandbox is no more; `crashed` when nobody asked for it. */
export type Ending = 'crashed' | 'memory' | 'timeout' | 'cancelled' | 'output_limit' | 'ended';
export type Hear = (said: Say, body: Uint8Array) => void;

export interface SandboxOptions {
  denoPath: string;
  runnerPath: string;
  tempFolder: string;
  boot: Boot;
  limits: Limits;
  log: Log;
}

/** Bytes of one frame's body at most: a snapshot of the runtime, or the largest file. */
const SNAPSHOT_AT_MOST = 96 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** One Deno process with one Python in it, which may read its runtime, the packages and nothing else. */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #child: ChildProcessWithoutNullStreams;
  #hear: Hear = () => undefined;
  #why: Ending | null = null;
  #said = '';
  #started = false;
  rssBytes = 0;
  /** Resolves once Python can run code. @throws AppError `unavailable` when it never could */
  readonly ready: Promise<{ restored: boolean }>;
  /** Resolves once the process is gone. */
  readonly gone: Promise<Ending>;

  constructor(options: SandboxOptions, hear?: Hear) {
    this.#options = options;
    if (hear) this.#hear = hear;
    this.#child = startDeno(options);
    this.gone = this.#watch();
    this.ready = this.#awaitReady();
    this.ready.catch(() => undefined);
    this.ask({ op: 'boot', boot: options.boot }).catch(() => undefined);
  }

  get alive(): boolean {
    return this.#why === null;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Who hears what the sandbox says from now on. */
  listen(hear: Hear): void {
    this.#hear = hear;
  }

  /** Resolves when the pipe has taken it. */
  ask(ask: Ask, body: Uint8Array = new Uint8Array()): Promise<void> {
    const { stdin } = this.#child;
    return new Promise((resolve, reject) => {
      stdin.write(frameHead(ask, body.length));
      stdin.write(body, (error) => (error ? reject(error) : resolve()));
    });
  }

  async layFile(path: string, alias: string | null, size: number, source: AsyncIterable<Uint8Array>): Promise<void> {
    await this.ask({ op: 'file', path, alias, size });
    let sent = 0;
    for await (const bytes of source) {
      sent += bytes.length;
      if (sent > size) break;
      for (let from = 0; from < bytes.length; from += PIECE) {
        await this.ask({ op: 'bytes' }, bytes.subarray(from, from + PIECE));
      }
    }
    if (sent !== size) {
      this.kill('ended');
      throw new AppError('unreadable_file', 'A file changed while it was read. Try again.');
    }
  }

  /** At once and for good: code that catches everything cannot catch this. */
  kill(why: Ending): void {
    this.#why ??= why;
    endProcess(this.#child);
  }

  #watch(): Promise<Ending> {
    const { stdout, stderr, stdin } = this.#child;
    const frames = new FrameReader(Math.max(SNAPSHOT_AT_MOST, this.#options.limits.outputFileBytes));
    stdin.on('error', () => undefined);
    stderr.on('data', (bytes) => this.#note(String(bytes)));
    stdout.on('data', (bytes: Uint8Array) => {
      if (!this.alive) return;
      try {
        for (const { header, body } of frames.push(bytes)) this.#heard(Say.parse(header), body);
      } catch (error) {
        this.#options.log.warn({ err: error }, 'a Python sandbox said what it should not');
        this.kill('crashed');
      }
    });
    return new Promise((resolve) => {
      const end = () => {
        this.#why ??= /out of memory/i.test(this.#said) ? 'memory' : 'crashed';
        resolve(this.#why);
      };
      this.#child.once('close', end);
      this.#child.once('error', (error) => {
        this.#options.log.error({ err: error }, 'a Python sandbox could not be started');
        end();
      });
    });
  }

  #heard(said: Say, body: Uint8Array): void {
    if (said.say === 'pulse') this.rssBytes = said.rss;
    else if (said.say === 'memory') this.kill('memory');
    else if (said.say === 'failed') {
      this.#note(said.why);
      this.#options.log.warn({ kind: said.why.slice(0, 40) }, 'a Python sandbox failed');
      this.kill(/out of memory/i.test(said.why) ? 'memory' : 'crashed');
    } else this.#hear(said, body);
  }

  #awaitReady(): Promise<{ restored: boolean }> {
    const then = this.#hear;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.kill('ended'), this.#options.limits.startMs);
      late.unref();
      this.#hear = (said, body) => {
        if (said.say === 'ready') {
          this.#started = true;
          clearTimeout(late);
          resolve({ restored: said.restored });
        } else then(said, body);
      };
      void this.gone.then(() => {
        clearTimeout(late);
        reject(new AppError('unavailable', 'Python could not be started. Try again, or restart Assay.'));
      });
    });
  }

  /** Once code runs, what Deno complains about may quote it: that is read, and kept out of the log. */
  #note(text: string): void {
    this.#said = (this.#said + text).slice(-4_000);
    if (!this.#started) this.#options.log.warn({ said: text.slice(0, 500) }, 'a Python sandbox did not start well');
  }
}

function startDeno({ denoPath, runnerPath, tempFolder, boot, limits }: SandboxOptions): ChildProcessWithoutNullStreams {
  const readable = [runnerPath, boot.runtimeFolder, boot.packagesFolder];
  if (boot.snapshot && boot.snapshot !== 'make') readable.push(boot.snapshot.load);
  return spawnDeno({
    denoPath,
    scriptPath: runnerPath,
    folder: join(tempFolder, 'deno'),
    readable,
    heapBytes: limits.heapBytes,
  });
}
