import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { endProcess } from './end-process';
import { bareEnvironment } from './environment';
import type { ForkProcess, NodeProcess, NodeProcessOptions } from './types';

/** Starts a node process where the app itself runs in Node. */
export const forkProcess: ForkProcess = (options) => new ForkedProcess(options);

class ForkedProcess implements NodeProcess {
  readonly #options: NodeProcessOptions;
  #child: ChildProcess | null = null;
  #killed = false;
  #exited = false;

  constructor(options: NodeProcessOptions) {
    this.#options = options;
    try {
      this.#child = this.#start();
    } catch (error) {
      // Heard of later, as of one that fails a moment after.
      process.nextTick(() => this.#exit(String(error)));
    }
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  send(message: object): void {
    // A process that goes while it is sent something is heard of when it exits.
    if (this.#child?.connected) this.#child.send(message, () => undefined);
  }

  kill(): void {
    this.#killed = true;
    if (this.#child) endProcess(this.#child);
  }

  #start(): ChildProcess {
    const { entry, args = [], tempFolder, heapMb, onStderr } = this.#options;
    mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
    const child = fork(entry, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
      env: bareEnvironment(tempFolder),
    });
    child.stderr?.on('data', (bytes) => onStderr(String(bytes)));
    child.on('message', (message) => this.#options.onMessage(message));
    child.on('error', (error) => {
      // What was never started does not exit either.
      if (child.pid === undefined) this.#exit(String(error));
    });
    // Not `exit`: what it said last is heard after that.
    child.on('close', (code, signal) => this.#exit(String(signal ?? code)));
    return child;
  }

  #exit(reason: string): void {
    if (this.#exited) return;
    this.#exited = true;
    this.#options.onExit({ reason, killed: this.#killed });
  }
}
