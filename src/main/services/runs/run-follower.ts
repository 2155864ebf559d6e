import type { CallId, StepId } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient, PendingCall, RunUpdate, ServerRun } from '../../api';
import type { Library } from '../../library';
import type { Log } from '../../log';
import type { DataTools } from '../data-tools';
import { hasEnded, type RunRecorder } from './run-recorder';

/** A stream that says nothing for this long is taken for dead, and the run is asked for instead. */
const SILENCE_MS = 60_000;
const PATIENCE_MS = 11 * 60_000;
const STREAMS_LOST_AT_MOST = 8;
const POLL_MS = { first: 100, longest: 3_000 };

export interface RunFollowerOptions {
  library: Library;
  client: () => Promise<AssistantsClient>;
  tools: DataTools;
  log: Log;
  now: () => number;
}

/** Stays with one run until it has ended: reads its stream, does the tool calls it waits for, catches up when the stream is lost. */
export class RunFollower {
  readonly #options: RunFollowerOptions;
  readonly #record: RunRecorder;
  /** Ends the reading, e.g. when the app closes; the run itself goes on. */
  readonly #detached = new AbortController();
  /** Ends the tool calls under way. */
  readonly #stop = new AbortController();
  #pending: PendingCall[] = [];
  #streamsLost = 0;

  constructor(record: RunRecorder, options: RunFollowerOptions) {
    this.#record = record;
    this.#options = options;
  }

  get record(): RunRecorder {
    return this.#record;
  }

  get detached(): AbortSignal {
    return this.#detached.signal;
  }

  detach(): void {
    this.#detached.abort();
    this.#stop.abort();
  }

  /** The analyst wants no more of it. */
  async cancel(): Promise<void> {
    this.#stop.abort();
    this.#applyRun(await (await this.#options.client()).cancel(this.#record.run));
  }

  /** Resolves when the run has ended, or when it is detached. Never rejects. */
  async follow(updates: AsyncIterable<RunUpdate> | null): Promise<void> {
    let stream = updates;
    try {
      while (!this.#finished) {
        const heard = stream ? await this.#readStream(stream) : false;
        if (this.#finished) return;
        if (!heard) await this.#poll();
        stream = this.#pending.length > 0 ? await this.#runTools() : null;
      }
    } catch (error) {
      if (this.#detached.signal.aborted) return;
      this.#options.log.error({ err: error, run: this.#record.run.id }, 'a run could not be followed');
      const message = error instanceof AppError ? error.message : null;
      this.#trySave(() => this.#record.end('failed', { code: 'unfollowed', message }));
    } finally {
      this.#trySave(() => this.#record.flush());
    }
  }

  /** A run whose end cannot be saved is still open at the next start, and is followed again. */
  #trySave(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error, run: this.#record.run.id }, 'what came of a run could not be saved');
    }
  }

  get #finished(): boolean {
    return hasEnded(this.#record.run.status) || this.#detached.signal.aborted;
  }

  /** True when the stream came to its proper end, which is the run's end or its wait for calls. */
  async #readStream(stream: AsyncIterable<RunUpdate>): Promise<boolean> {
    this.#pending = [];
    try {
      for await (const update of withoutSilence(stream, SILENCE_MS)) {
        if (update.type === 'run') this.#pending = update.run.pending;
        await this.#record.apply(update);
      }
    } catch (error) {
      this.#options.log.warn({ err: error, run: this.#record.run.id }, 'a stream was lost');
      this.#streamsLost += 1;
      if (this.#streamsLost > STREAMS_LOST_AT_MOST) throw error;
      return false;
    }
    return this.#pending.length > 0 || hasEnded(this.#record.run.status);
  }

  #applyRun(news: ServerRun): void {
    this.#record.applyRun(news);
    if (hasEnded(news.status)) this.#record.flush();
  }

  /** Asks for the run until there is something to do about it. */
  async #poll(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    await pause(this.#streamsLost * POLL_MS.first, this.#detached.signal);
    for (let wait = POLL_MS.first; !this.#detached.signal.aborted; wait = Math.min(wait * 2, POLL_MS.longest)) {
      if (await this.#readSnapshot(until)) return;
      await pause(wait, this.#detached.signal);
    }
  }

  async #readSnapshot(until: number): Promise<boolean> {
    try {
      const { run, steps, messages } = await (await this.#options.client()).snapshot(this.#record.run);
      // What steps found comes first: messages cite it.
      for (const step of steps) await this.#record.applyStep(step);
      for (const message of messages) await this.#record.applyMessage(message);
      this.#applyRun(run);
      this.#pending = run.pending;
      return (run.pending.length > 0 && !this.#stop.signal.aborted) || hasEnded(run.status);
    } catch (error) {
      const lost = error instanceof AppError && error.code === 'not_found';
      if (lost || performance.now() > until) {
        this.#record.end('failed', { code: 'lost' });
        return true;
      }
      return false;
    }
  }

  async #runTools(): Promise<AsyncIterable<RunUpdate> | null> {
    const outputs = await Promise.all(this.#pending.map((call) => this.#execute(call)));
    if (this.#stop.signal.aborted) return null;
    return (await this.#options.client()).submitOutputs(this.#record.run, outputs, this.#detached.signal);
  }

  /** Does a call once: what was answered before a crash is handed in again, not done again. */
  async #execute(call: PendingCall): Promise<{ callId: CallId; output: string }> {
    const known = this.#options.library.steps.call(call.id);
    if (known?.output) return { callId: call.id, output: known.output };
    const { id: runId, threadId } = this.#record.run;
    const saved = {
      id: call.id,
      stepId: known?.stepId ?? this.#lastStep(),
      runId,
      threadId,
      type: 'function' as const,
      name: call.name,
      input: call.arguments,
      title: this.#options.tools.title({ name: call.name, threadId }),
      startedAt: this.#options.now(),
    };
    this.#record.saveCall({ ...saved, status: 'running', output: null, ms: null });
    const began = performance.now();
    const done = await this.#options.tools.execute({ ...call, runId, threadId }, this.#stop.signal);
    const status = this.#stop.signal.aborted ? 'cancelled' : done.failed ? 'failed' : 'completed';
    this.#record.saveCall({
      ...saved,
      title: done.title ?? saved.title,
      status,
      output: done.output,
      ms: performance.now() - began,
    });
    return { callId: call.id, output: done.output };
  }

  #lastStep(): StepId {
    const step = this.#options.library.steps.ofRun(this.#record.run.id).findLast((one) => one.type === 'tool_calls');
    if (!step) throw new AppError('internal', 'The server waits for a call that belongs to no step.');
    return step.id;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

async function* withoutSilence<T>(source: AsyncIterable<T>, ms: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    while (true) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new AppError('timeout', 'The server fell silent.')), ms);
      });
      const next = await Promise.race([iterator.next(), silence]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    void iterator.return?.();
  }
}
