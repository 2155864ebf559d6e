import type { CallId, RunEnding, StepId } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient, PendingCall, RunUpdate } from '../../api';
import type { Library } from '../../library';
import type { Log } from '../../log';
import type { DataTools } from '../data-tools';
import { pause, polledUpdates, RunLost } from './polled-updates';
import { hasEnded, type RunRecorder } from './run-recorder';

const FAILURES_AT_MOST = 8;
const PAUSE_MS = 100;

export interface RunFollowerOptions {
  library: Library;
  client: () => Promise<AssistantsClient>;
  tools: DataTools;
  log: Log;
  now: () => number;
}

/** Stays with one run until it has ended: takes in its updates and does the tool calls it waits for. */
export class RunFollower {
  readonly #options: RunFollowerOptions;
  readonly #record: RunRecorder;
  /** Ends the reading, e.g. when the app closes; the run itself goes on. */
  readonly #detached = new AbortController();
  /** Ends the tool calls under way. */
  readonly #stop = new AbortController();
  #pending: PendingCall[] = [];
  #failures = 0;

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
    const run = await (await this.#options.client()).cancel(this.#record.run);
    this.#record.applyRun(run);
    if (hasEnded(run.status)) this.#record.flush();
  }

  /** Resolves when the run has ended, or when it is detached. Never rejects. `stream` is null for one taken up again. */
  async follow(stream: AsyncIterable<RunUpdate> | null): Promise<void> {
    let updates = stream ?? this.#polled();
    try {
      while (!this.#finished) {
        await this.#apply(updates);
        if (this.#finished) return;
        updates = this.#isWaiting(this.#pending) ? await this.#runTools() : this.#polled();
      }
    } catch (error) {
      if (this.#detached.signal.aborted) return;
      this.#options.log.error({ err: error, run: this.#record.run.id }, 'a run could not be followed');
      this.#trySave(() => this.#record.end('failed', endingOf(error)));
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

  /** Calls are waited for, and have not been stopped. */
  #isWaiting = (pending: readonly PendingCall[]): boolean => pending.length > 0 && !this.#stop.signal.aborted;

  /** Takes in what comes. What could not be saved, or broke off, the server still has: it is asked for a moment later. */
  async #apply(updates: AsyncIterable<RunUpdate>): Promise<void> {
    this.#pending = [];
    try {
      for await (const update of updates) {
        if (update.type === 'run') this.#pending = update.run.pending;
        await this.#record.apply(update);
      }
    } catch (error) {
      this.#failures += 1;
      if (error instanceof RunLost || this.#failures > FAILURES_AT_MOST) throw error;
      this.#options.log.warn({ err: error, run: this.#record.run.id }, 'what came of a run was lost on the way');
      this.#pending = [];
      await pause(this.#failures * PAUSE_MS, this.#detached.signal);
    }
  }

  #polled(): AsyncIterable<RunUpdate> {
    return polledUpdates(this.#options.client, this.#record.run, {
      isWaiting: ({ pending }) => this.#isWaiting(pending),
      signal: this.#detached.signal,
    });
  }

  async #runTools(): Promise<AsyncIterable<RunUpdate>> {
    const outputs = await Promise.all(this.#pending.map((call) => this.#execute(call)));
    if (this.#stop.signal.aborted) return this.#polled();
    return (await this.#options.client()).submitOutputs(this.#record.run, outputs, this.#detached.signal);
  }

  /** Does a call once: what was answered before a crash is handed in again, not done again. */
  async #execute(call: PendingCall): Promise<{ callId: CallId; output: string }> {
    const known = this.#options.library.steps.call(call.id);
    if (known && known.output !== null) return { callId: call.id, output: known.output };
    const { id: runId, threadId } = this.#record.run;
    const saved = {
      id: call.id,
      stepId: known?.stepId ?? this.#lastStep(),
      runId,
      threadId,
      type: 'function' as const,
      name: call.name,
      input: call.arguments,
      startedAt: this.#options.now(),
    };
    this.#record.saveCall({ ...saved, status: 'running', output: null, ms: null });
    const began = performance.now();
    const done = await this.#options.tools.execute({ ...call, runId, threadId }, this.#stop.signal);
    const status = this.#stop.signal.aborted ? 'cancelled' : done.failed ? 'failed' : 'completed';
    this.#record.saveCall({
      ...saved,
      status,
      output: done.output,
      ms: performance.now() - began,
    });
    return { callId: call.id, output: done.output };
  }

  #lastStep(): StepId {
    const step = this.#options.library.steps.ofRun(this.#record.run.id).findLast((step) => step.type === 'tool_calls');
    if (!step) throw new AppError('internal', 'The server waits for a call that belongs to no step.');
    return step.id;
  }
}

function endingOf(error: unknown): RunEnding {
  if (error instanceof RunLost) return { code: 'lost' };
  return { code: 'unfollowed', message: error instanceof AppError ? error.message : null };
}
