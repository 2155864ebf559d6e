import childProcess, { type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import type * as Electron from 'electron';

/** What Electron's program does for a process before its script runs, in Node's words; threads of it have no port. */
const PREPARE = `
import { EventEmitter } from 'node:events';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) {
  const port = new EventEmitter();
  const send = process.send.bind(process);
  port.postMessage = (message) => void send(message);
  port.on('newListener', (name) => {
    if (name === 'message' && port.listenerCount('message') === 0)
      process.on('message', (data) => port.emit('message', { data, ports: [] }));
  });
  process.on('disconnect', () => process.exit(0));
  process.send = undefined;
  Object.defineProperty(process, 'parentPort', { value: port, enumerable: true });
}`;

/**
 * `utilityProcess` as Electron's sources and types describe it, on Node's own processes: no number before `spawn` and after
 * `exit`, messages by structured clone that wait for a listener, an exit code and no signal, `kill` by SIGTERM.
 */
class FakeUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #pid: number | undefined;
  #killed = false;
  #exited = false;
  stdout: PassThrough | null;
  stderr: PassThrough | null;

  constructor(modulePath: string, args: string[], options: Electron.ForkOptions) {
    super();
    const [stdin, stdout, stderr] = stdioOf(options);
    if (stdin !== 'ignore') throw new Error('stdin value other than ignore is not supported.');
    this.stdout = stdout === 'pipe' ? new PassThrough() : null;
    this.stderr = stderr === 'pipe' ? new PassThrough() : null;
    this.#child = fork(modulePath, args, {
      serialization: 'advanced',
      stdio: ['ignore', stdout, stderr, 'ipc'],
      env: { ...(options.env ?? process.env) },
      cwd: options.cwd,
      execArgv: [
        '--unhandled-rejections=warn-with-error-code',
        `--import=data:text/javascript,${encodeURIComponent(PREPARE)}`,
        ...(options.execArgv ?? []).map((flag) => flag.replace(/^--js-flags=/, '')),
      ],
    });
    if (this.stdout) this.#child.stdout?.pipe(this.stdout);
    if (this.stderr) this.#child.stderr?.pipe(this.stderr);
    this.#child.once('spawn', () => {
      this.#pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => !this.#exited && this.emit('message', message));
    this.#child.once('exit', (code, signal) => this.#exit(code ?? constants.signals[signal ?? 'SIGKILL']));
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  postMessage(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    if (this.#pid === undefined) return false;
    this.#killed = this.#child.kill('SIGTERM');
    return this.#killed;
  }

  #exit(code: number): void {
    this.#exited = true;
    const { SIGTERM, SIGKILL } = constants.signals;
    this.emit('exit', this.#killed && (code === SIGTERM || code === SIGKILL) ? 0 : code);
    this.#pid = undefined;
    this.stdout = null;
    this.stderr = null;
  }
}

/** Kept from before a stand-in for the program takes it away. */
const { fork } = childProcess;

type Stdio = 'pipe' | 'ignore' | 'inherit';

function stdioOf({ stdio = 'inherit' }: Electron.ForkOptions): [Stdio, Stdio, Stdio] {
  if (typeof stdio === 'string') return ['ignore', stdio as Stdio, stdio as Stdio];
  const [stdin, stdout, stderr] = stdio;
  if (!stdin || !stdout || !stderr) throw new Error('configuration missing for stdin, stdout or stderr.');
  return [stdin, stdout, stderr];
}

/** @param isReady whether the app has said that it is ready */
export const fakeUtilityProcess = (isReady: () => boolean) => ({
  fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}): FakeUtilityProcess {
    if (!isReady()) throw new TypeError('utilityProcess cannot be created before app is ready.');
    return new FakeUtilityProcess(modulePath, args, options);
  },
});
