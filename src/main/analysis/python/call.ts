import type { Limits } from './limits';
import { safeName, safePath } from './names';
import type { Say } from './protocol';
import type { Ending, Sandbox } from './sandbox-process';
import type { CodeInput, CodeOutput, CodeResult } from './types';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const ENDED: Record<Ending, CodeResult['ended']> = {
  crashed: 'crashed',
  memory: 'memory',
  timeout: 'timeout',
  cancelled: 'cancelled',
  output_limit: 'output_limit',
  ended: 'cancelled',
};

type Outcome = Omit<CodeResult, 'fresh' | 'ms'>;

/** One cell on one sandbox: gathers what it says within limits, and ends it when it will not end. */
export class Call {
  readonly #sandbox: Sandbox;
  readonly #limits: Limits;
  readonly #onLogs: CodeInput['onLogs'];
  readonly #outputs: CodeOutput[] = [];
  readonly #files: CodeResult['files'] = [];
  readonly #text = new TextDecoder();
  #logged = 0;
  #cut = false;
  #images = 0;
  #fileBytes = 0;
  /** Set when the call was asked to stop, before the sandbox has. */
  #stopping: 'timeout' | 'cancelled' | null = null;
  #killing: ReturnType<typeof setTimeout> | undefined;

  constructor(sandbox: Sandbox, limits: Limits, onLogs: CodeInput['onLogs']) {
    this.#sandbox = sandbox;
    this.#limits = limits;
    this.#onLogs = onLogs;
  }

  async run(code: string, signal?: AbortSignal): Promise<Outcome> {
    const finished = new Promise<Extract<Say, { say: 'finished' }>>((resolve) => {
      this.#sandbox.listen((said, body) => {
        if (said.say === 'finished') resolve(said);
        else this.#hear(said, body);
      });
    });
    const cancel = () => this.#stop('cancelled');
    const late = setTimeout(() => this.#stop('timeout'), this.#limits.callMs);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      this.#sandbox.ask({ op: 'run', code }).catch(() => undefined);
      const end = await Promise.race([finished, this.#sandbox.gone]);
      return typeof end === 'string' ? this.#killed(end) : this.#ended(end);
    } finally {
      clearTimeout(late);
      clearTimeout(this.#killing);
      signal?.removeEventListener('abort', cancel);
      this.#sandbox.listen(() => undefined);
    }
  }

  /** Python is interrupted first: code that stops by itself keeps its session. */
  #stop(why: 'timeout' | 'cancelled'): void {
    if (this.#stopping) return;
    this.#stopping = why;
    this.#sandbox.ask({ op: 'interrupt' }).catch(() => undefined);
    this.#killing = setTimeout(() => this.#sandbox.kill(why), this.#limits.graceMs);
  }

  #hear(said: Say, body: Uint8Array): void {
    if (said.say === 'text') this.#hearText(body);
    else if (said.say === 'image') this.#hearImage(said.name, body);
    else if (said.say === 'file') this.#hearFile(said.path, body);
  }

  #hearText(body: Uint8Array): void {
    this.#logged += body.length;
    if (this.#logged > this.#limits.floodBytes) this.#sandbox.kill('output_limit');
    const over = Math.max(0, this.#logged - this.#limits.logBytes);
    const kept = body.subarray(0, Math.max(0, body.length - over));
    if (kept.length > 0) this.#log(this.#text.decode(kept, { stream: true }));
    if (over > 0 && !this.#cut) {
      this.#cut = true;
      this.#log(`\n[The output was cut here, after ${size(this.#limits.logBytes)}.]\n`);
    }
  }

  #hearImage(name: string, bytes: Uint8Array): void {
    this.#images += 1;
    const isPng = PNG.every((byte, at) => bytes[at] === byte);
    if (this.#images > this.#limits.images || bytes.length > this.#limits.imageBytes || !isPng) {
      if (this.#images <= this.#limits.images + 1)
        this.#log(`[A picture was left out: too many, too large or no PNG.]\n`);
      if (this.#images > this.#limits.images * 50) this.#sandbox.kill('output_limit');
      return;
    }
    this.#outputs.push({ type: 'image', name: safeName(name), bytes });
  }

  #hearFile(path: string, bytes: Uint8Array): void {
    this.#fileBytes += bytes.length;
    const { outputFiles, outputBytes, outputFileBytes } = this.#limits;
    if (this.#files.length >= outputFiles || this.#fileBytes > outputBytes || bytes.length > outputFileBytes)
      return this.#sandbox.kill('output_limit');
    this.#files.push({ name: safePath(path), bytes });
  }

  #log(text: string): void {
    if (!text) return;
    const last = this.#outputs.at(-1);
    if (last?.type === 'logs') last.text += text;
    else this.#outputs.push({ type: 'logs', text });
    this.#onLogs?.(text);
  }

  /** An output of its own, apart from what was printed before. */
  #say(text: string): void {
    this.#outputs.push({ type: 'logs', text });
    this.#onLogs?.(text);
  }

  #ended({ error, leftOut, spent }: Extract<Say, { say: 'finished' }>): Outcome {
    if (spent) this.#sandbox.kill('ended');
    if (leftOut > 0) this.#log(`[${leftOut} more changed files were not kept: too many or too large.]\n`);
    if (error) this.#say(error.traceback);
    const ended = this.#stopping ?? (error?.type === 'MemoryError' ? 'memory' : error ? 'error' : 'done');
    return { outputs: this.#outputs, files: this.#files, error, missing: error?.missing ?? null, ended };
  }

  #killed(why: Ending): Outcome {
    return { outputs: this.#outputs, files: [], error: null, missing: null, ended: ENDED[why] };
  }
}

const size = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`;
