import { mkdirSync } from 'node:fs';
import { type UtilityProcess, utilityProcess } from 'electron';
import { bareEnvironment, type ForkProcess, type NodeProcess, type NodeProcessOptions } from '../../processes';

/** Starts a node process in Electron's program, which does not run as Node itself. Only once the app is ready. */
export const forkUtility: ForkProcess = (options) => new ForkedUtility(options);

class ForkedUtility implements NodeProcess {
  readonly #options: NodeProcessOptions;
  #child: UtilityProcess | null = null;
  #killed = false;
  #exited = false;

  constructor(options: NodeProcessOptions) {
    this.#options = options;
    try {
      this.#child = this.#start();
    } catch (error) {
      process.nextTick(() => this.#exit(String(error)));
    }
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  send(message: object): void {
    if (!this.#exited) this.#child?.postMessage(message);
  }

  kill(): void {
    this.#killed = true;
    const pid = this.#child?.pid;
    // Before it runs it has no number; it is ended once it does.
    if (pid === undefined) return;
    try {
      // Electron's own `kill` asks politely, and what hangs in native code does not hear that.
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }

  #start(): UtilityProcess {
    const { entry, args = [], name, tempFolder, heapMb, onMessage, onStderr } = this.#options;
    mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
    const child = utilityProcess.fork(entry, [...args], {
      serviceName: name,
      stdio: ['ignore', 'ignore', 'pipe'],
      execArgv: heapMb === undefined ? [] : [`--js-flags=--max-old-space-size=${heapMb}`],
      env: bareEnvironment(tempFolder),
    });
    child.stderr?.on('data', (bytes) => onStderr(String(bytes)));
    child.on('spawn', () => this.#killed && this.kill());
    child.on('message', (message) => !this.#exited && onMessage(message));
    child.on('exit', (code) => this.#exit(String(code)));
    return child;
  }

  #exit(reason: string): void {
    if (this.#exited) return;
    this.#exited = true;
    this.#options.onExit({ reason, killed: this.#killed });
  }
}
