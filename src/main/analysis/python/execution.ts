import type { CodeWait, RanPython } from '#contract';
import { safeName, safePath } from './file-names';
import type { Limits } from './limits';
import type { SandboxMessage, TableAtHand } from './protocol';
import type { Sandbox, SandboxEnd } from './sandbox-process';
import { shownTable } from './shown-table';
import type { CodeInput, CodeOutput, PythonResult } from './types';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const ENDED: Record<SandboxEnd, PythonResult['ended']> = {
  crashed: 'crashed',
  memory: 'memory',
  timeout: 'timeout',
  cancelled: 'cancelled',
  output_limit: 'output_limit',
  ended: 'cancelled',
};

type Outcome = Omit<PythonResult, 'fresh' | 'ms' | 'python'> & Pick<RanPython, 'packages'>;

/** One cell on one sandbox: gathers what it says within limits, and ends it when it will not end. */
export class Execution {
  readonly #sandbox: Sandbox;
  readonly #limits: Limits;
  readonly #onLogs: CodeInput['onLogs'];
  readonly #onWaiting: CodeInput['onWaiting'];
  readonly #outputs: CodeOutput[] = [];
  readonly #files: PythonResult['files'] = [];
  readonly #text = new TextDecoder();
  /** Of the table that was shown last, as it came: it is read once, when the call is over. */
  #tableBody: Uint8Array | null = null;
  #tableCount = 0;
  #loggedBytes = 0;
  #isCut = false;
  #imageCount = 0;
  #fileBytes = 0;
  /** Set when the call was asked to stop, before the sandbox has. */
  #stopping: 'timeout' | 'cancelled' | null = null;
  #killTimeout: ReturnType<typeof setTimeout> | undefined;

  constructor(sandbox: Sandbox, limits: Limits, { onLogs, onWaiting }: Pick<CodeInput, 'onLogs' | 'onWaiting'>) {
    this.#sandbox = sandbox;
    this.#limits = limits;
    this.#onLogs = onLogs;
    this.#onWaiting = onWaiting;
  }

  async run(
    { code, tables }: { code: string; tables: readonly TableAtHand[] | null },
    signal?: AbortSignal,
  ): Promise<Outcome> {
    const finished = new Promise<Extract<SandboxMessage, { type: 'finished' }>>((resolve) => {
      this.#sandbox.listen((message, body) => {
        if (message.type === 'finished') resolve(message);
        else this.#receive(message, body);
      });
    });
    const cancel = () => this.#stop('cancelled');
    const timeout = setTimeout(() => this.#stop('timeout'), this.#limits.callMs);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      this.#sandbox.send({ op: 'run', code, tables }).catch(() => undefined);
      const end = await Promise.race([finished, this.#sandbox.exited]);
      return typeof end === 'string' ? this.#killedOutcome(end) : this.#finishedOutcome(end);
    } finally {
      clearTimeout(timeout);
      clearTimeout(this.#killTimeout);
      signal?.removeEventListener('abort', cancel);
      this.#sandbox.listen(() => undefined);
    }
  }

  /** Python is interrupted first: code that stops by itself keeps its session. */
  #stop(reason: 'timeout' | 'cancelled'): void {
    if (this.#stopping) return;
    this.#stopping = reason;
    this.#sandbox.send({ op: 'interrupt' }).catch(() => undefined);
    this.#killTimeout = setTimeout(() => this.#sandbox.kill(reason), this.#limits.graceMs);
  }

  #receive(message: SandboxMessage, body: Uint8Array): void {
    if (message.type === 'text') this.#receiveText(body);
    else if (message.type === 'image') this.#receiveImage(message.name, body);
    else if (message.type === 'table') this.#receiveTable(body);
    else if (message.type === 'file') this.#receiveFile(message.path, body);
    else if (message.type === 'loading') this.#onWaiting?.(loading(message.packages));
  }

  #receiveText(body: Uint8Array): void {
    this.#loggedBytes += body.length;
    if (this.#loggedBytes > this.#limits.floodBytes) this.#sandbox.kill('output_limit');
    const over = Math.max(0, this.#loggedBytes - this.#limits.logBytes);
    const kept = body.subarray(0, Math.max(0, body.length - over));
    if (kept.length > 0) this.#appendLog(this.#text.decode(kept, { stream: true }));
    if (over > 0 && !this.#isCut) {
      this.#isCut = true;
      this.#appendLog(`\n[The output was cut here, after ${size(this.#limits.logBytes)}.]\n`);
    }
  }

  #receiveImage(name: string, bytes: Uint8Array): void {
    this.#imageCount += 1;
    const isPng = PNG.every((byte, at) => bytes[at] === byte);
    if (this.#imageCount > this.#limits.images || bytes.length > this.#limits.imageBytes || !isPng) {
      if (this.#imageCount <= this.#limits.images + 1)
        this.#appendLog(`[A picture was left out: too many, too large or no PNG.]\n`);
      if (this.#imageCount > this.#limits.images * 50) this.#sandbox.kill('output_limit');
      return;
    }
    this.#outputs.push({ type: 'image', name: safeName(name), bytes });
  }

  #receiveTable(body: Uint8Array): void {
    this.#tableCount += 1;
    if (this.#tableCount > this.#limits.tables) this.#sandbox.kill('output_limit');
    this.#tableBody = body.length <= this.#limits.tableBytes ? body : null;
  }

  #receiveFile(path: string, bytes: Uint8Array): void {
    this.#fileBytes += bytes.length;
    const { outputFiles, outputBytes, outputFileBytes } = this.#limits;
    if (this.#files.length >= outputFiles || this.#fileBytes > outputBytes || bytes.length > outputFileBytes)
      return this.#sandbox.kill('output_limit');
    this.#files.push({ name: safePath(path), bytes });
  }

  #appendLog(text: string): void {
    if (!text) return;
    const last = this.#outputs.at(-1);
    if (last?.type === 'logs') last.text += text;
    else this.#outputs.push({ type: 'logs', text });
    this.#onLogs?.(text);
  }

  /** An output of its own, apart from what was printed before. */
  #addOutput(text: string): void {
    this.#outputs.push({ type: 'logs', text });
    this.#onLogs?.(text);
  }

  #finishedOutcome(finished: Extract<SandboxMessage, { type: 'finished' }>): Outcome {
    const { error, omitted, broken, packages, missingGlyphs } = finished;
    if (broken) this.#sandbox.kill('ended');
    if (omitted > 0) this.#appendLog(`[${omitted} more changed files were not kept: too many or too large.]\n`);
    if (error) this.#addOutput(error.traceback);
    const ended = this.#stopping ?? (error?.type === 'MemoryError' ? 'memory' : error ? 'error' : 'done');
    const missing = error?.missing ?? null;
    const glyphs = missingGlyphs === '' ? {} : { missingGlyphs };
    const raised = error && { type: error.type, message: error.message, ...(error.at ? { at: error.at } : {}) };
    const table = this.#tableBody && shownTable(this.#tableBody);
    const shown = table ? { shown: table } : {};
    return { outputs: this.#outputs, files: this.#files, error: raised, missing, ended, packages, ...glyphs, ...shown };
  }

  #killedOutcome(end: SandboxEnd): Outcome {
    // What code does to its Python when it is stopped is a way to stop.
    const ended = end === 'crashed' && this.#stopping ? this.#stopping : ENDED[end];
    return { outputs: this.#outputs, files: [], error: null, missing: null, ended, packages: [] };
  }
}

const loading = (packages: readonly string[]): CodeWait | null =>
  packages.length === 0 ? null : { code: 'loading_packages', packages: packages.slice(0, 10) };

const size = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`;
