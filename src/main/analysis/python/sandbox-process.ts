import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { endProcess } from '../../processes';
import { FrameReader, frameHead } from './frames';
import type { Limits } from './limits';
import type { LinkedFiles } from './linked-files';
import { SandboxMessage, type SandboxRequest } from './protocol';

/** Why a sandbox is no more; `crashed` when nobody asked for it. */
export type SandboxEnd = 'crashed' | 'memory' | 'timeout' | 'cancelled' | 'output_limit' | 'ended';
export type MessageListener = (message: SandboxMessage, body: Uint8Array) => void;

/** A process that speaks the protocol, as whoever confines it has started it. */
export interface StartedSandbox {
  child: ChildProcessWithoutNullStreams;
  /**
   * Watches it from outside, where it does not watch itself; returns what ends that. `exceeded` is called once, when it
   * takes more than it may.
   */
  watch?: ((on: { usage(rss: number): void; exceeded(): void }) => () => void) | undefined;
  /** Takes away what was made for it, once it is gone. */
  cleanUp?: (() => void) | undefined;
}

export interface SandboxOptions {
  /** May throw. */
  start: () => StartedSandbox;
  /** Files that it reads where they lie, and where it sees them. */
  linked?: { files: LinkedFiles; seenAt: string } | undefined;
  /** There was nothing yet that makes its start quick. */
  isFirst?: boolean | undefined;
  /** The first that it is told. */
  boot: Extract<SandboxRequest, { op: 'boot' }>;
  limits: Limits;
  log: Log;
}

export interface SandboxReady {
  /** From a memory image. */
  restored: boolean;
  /** Python's own version. */
  python: string;
}

/** Bytes of one frame's body at most: a snapshot of the runtime, or the largest file. */
const MAX_SNAPSHOT_BYTES = 96 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** V8 and WebAssembly have no code for it: what they write as they end is all there is. */
const endOf = (written: string): SandboxEnd => (/out of memory/i.test(written) ? 'memory' : 'crashed');

/** One confined process with one Python in it. */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #child: ChildProcessWithoutNullStreams;
  #listener: MessageListener = () => undefined;
  #end: SandboxEnd | null = null;
  #stderr = '';
  #started = false;
  rssBytes = 0;
  /** Resolves once Python can run code. @throws AppError `unavailable` when it never could */
  readonly ready: Promise<SandboxReady>;
  /** Resolves once the process is gone. */
  readonly exited: Promise<SandboxEnd>;

  constructor(options: SandboxOptions, listener?: MessageListener) {
    this.#options = options;
    if (listener) this.#listener = listener;
    const started = options.start();
    this.#child = started.child;
    this.exited = this.#watchProcess(started);
    this.ready = this.#awaitReady();
    this.ready.catch(() => undefined);
    this.send(options.boot).catch(() => undefined);
  }

  get isAlive(): boolean {
    return this.#end === null;
  }

  get isFirst(): boolean {
    return this.#options.isFirst === true;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Replaces the listener: it gets the messages from now on. */
  listen(listener: MessageListener): void {
    this.#listener = listener;
  }

  /** Resolves when the pipe has taken it. */
  send(request: SandboxRequest, body: Uint8Array = new Uint8Array()): Promise<void> {
    const { stdin } = this.#child;
    return new Promise((resolve, reject) => {
      stdin.write(frameHead(request, body.length));
      stdin.write(body, (error) => (error ? reject(error) : resolve()));
    });
  }

  async sendFile(path: string, alias: string | null, size: number, source: AsyncIterable<Uint8Array>): Promise<void> {
    await this.send({ op: 'file', path, alias, size });
    let sentBytes = 0;
    for await (const bytes of source) {
      sentBytes += bytes.length;
      if (sentBytes > size) break;
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
        await this.send({ op: 'bytes' }, bytes.subarray(from, from + CHUNK_BYTES));
      }
    }
    if (sentBytes !== size) {
      this.kill('ended');
      throw new AppError('unreadable_file', 'A file changed while it was read. Try again.');
    }
  }

  /**
   * Shows it a file that stays where it is.
   * @returns where it sees it; null for a sandbox that is shown none
   * @throws AppError `unreadable_file` where the file is gone
   */
  async linkFile(path: string): Promise<string | null> {
    const { linked } = this.#options;
    if (!linked) return null;
    try {
      return `${linked.seenAt}/${await linked.files.add(path)}`;
    } catch (cause) {
      throw new AppError('unreadable_file', 'A file that code was to read is gone. Attach it again.', { cause });
    }
  }

  /** At once and for good: code that catches everything cannot catch this. */
  kill(end: SandboxEnd): void {
    this.#end ??= end;
    endProcess(this.#child);
  }

  #watchProcess({ watch, cleanUp }: StartedSandbox): Promise<SandboxEnd> {
    const endWatch = watch?.({
      usage: (rss) => {
        this.rssBytes = rss;
      },
      exceeded: () => this.kill('memory'),
    });
    const { stdout, stderr, stdin } = this.#child;
    const frames = new FrameReader(Math.max(MAX_SNAPSHOT_BYTES, this.#options.limits.outputFileBytes));
    stdin.on('error', () => undefined);
    stderr.on('data', (bytes) => this.#recordStderr(String(bytes)));
    stdout.on('data', (bytes: Uint8Array) => {
      try {
        // What it sent before it was told to end may still lie here, such as that it had finished.
        for (const { header, body } of frames.push(bytes)) {
          if (!this.isAlive) return;
          this.#receive(SandboxMessage.parse(header), body);
        }
      } catch (error) {
        this.#options.log.warn({ err: error }, 'a Python sandbox sent what it should not');
        this.kill('crashed');
      }
    });
    return new Promise((resolve) => {
      const finish = () => {
        this.#end ??= endOf(this.#stderr);
        endWatch?.();
        cleanUp?.();
        this.#options.linked?.files.remove();
        resolve(this.#end);
      };
      this.#child.once('close', finish);
      this.#child.once('error', (error) => {
        this.#options.log.error({ err: error }, 'a Python sandbox could not be started');
        finish();
      });
    });
  }

  #receive(message: SandboxMessage, body: Uint8Array): void {
    if (message.type === 'memory_usage') this.rssBytes = message.rss;
    else if (message.type === 'memory_exceeded') this.kill('memory');
    else if (message.type === 'failed') {
      this.#recordStderr(message.reason);
      this.#options.log.warn({ kind: message.reason.slice(0, 40) }, 'a Python sandbox failed');
      this.kill(endOf(message.reason));
    } else this.#listener(message, body);
  }

  #awaitReady(): Promise<SandboxReady> {
    const listener = this.#listener;
    return new Promise((resolve, reject) => {
      const startTimeout = setTimeout(() => this.kill('ended'), this.#options.limits.startMs);
      startTimeout.unref();
      this.#listener = (message, body) => {
        if (message.type === 'ready') {
          this.#started = true;
          clearTimeout(startTimeout);
          resolve({ restored: message.restored, python: message.python });
        } else listener(message, body);
      };
      void this.exited.then(() => {
        clearTimeout(startTimeout);
        reject(new AppError('unavailable', 'Python could not be started. Try again, or restart Assay.'));
      });
    });
  }

  /** Once code runs, what Deno complains about may quote it: that is read, and kept out of the log. */
  #recordStderr(text: string): void {
    this.#stderr = (this.#stderr + text).slice(-4_000);
    if (!this.#started) this.#options.log.warn({ stderr: text.slice(0, 500) }, 'a Python sandbox did not start well');
  }
}
