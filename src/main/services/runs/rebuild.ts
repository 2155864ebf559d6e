import type { Message, Run, RunId, ThreadId } from '#contract';
import type { AssistantsClient, ServerHistory, ServerMessage } from '../../api';
import type { Library } from '../../library';
import type { Log } from '../../log';
import { hasEnded, type RunRecorder } from './run-recorder';
import { toMessage } from './streamed-message';
import { titleFrom } from './title';

export interface RebuildOptions {
  library: Library;
  client: () => Promise<AssistantsClient>;
  recorderFor(run: Run, now: () => number): RunRecorder;
  log: Log;
  /** Aborts when the app is told to end. */
  signal: AbortSignal;
}

export interface Rebuilt {
  threads: number;
  messages: number;
}

/**
 * Brings threads back into a library that has lost them, or their end, from what the server keeps. Queries' tables, datasets
 * and drafts were never there, and do not come back. What the library has stays as it is; doing it twice changes nothing.
 */
export class Rebuild {
  readonly #options: RebuildOptions;

  constructor(options: RebuildOptions) {
    this.#options = options;
  }

  /** One thread after the other, so that an app that is told to end stops in between. Never rejects. */
  async run(threads: readonly ThreadId[], onProgress: (rebuilt: Rebuilt) => void): Promise<boolean> {
    const rebuilt: Rebuilt = { threads: 0, messages: 0 };
    let whole = true;
    for (const id of threads) {
      if (this.#options.signal.aborted) return false;
      try {
        const messages = await this.#thread(id);
        if (messages > 0) rebuilt.threads += 1;
        rebuilt.messages += messages;
        onProgress(rebuilt);
      } catch (error) {
        whole = false;
        this.#options.log.warn({ err: error, thread: id }, 'a thread could not be brought back');
      }
    }
    return whole;
  }

  /** Returns how many messages the library did not have. */
  async #thread(threadId: ThreadId): Promise<number> {
    const { library, client } = this.#options;
    const history = await (await client()).history(threadId);
    const lost = history.messages.filter(({ message }) => !library.messages.get(message.id));
    const [first] = history.messages;
    if (lost.length === 0 || !first) return 0;
    library.threads.add({ id: threadId, title: titleFrom(textOf(first.message)), at: first.at });
    const recorders = await this.#runs(history);
    for (const { message, at } of lost) {
      const recorder = message.runId && recorders.get(message.runId);
      if (recorder) await recorder.applyMessage(message);
      else library.messages.save(messageOf(message, at));
    }
    library.threads.touch(threadId, history.messages.at(-1)?.at ?? first.at);
    return lost.length;
  }

  /** Saves the runs the library lacks with their steps, and gives what writes down the rest of each. */
  async #runs({ runs }: ServerHistory): Promise<Map<RunId, RunRecorder>> {
    const { library, recorderFor } = this.#options;
    const recorders = new Map<RunId, RunRecorder>();
    for (const { run, createdAt, startedAt, endedAt, steps } of runs) {
      if (library.runs.get(run.id)) continue;
      const { id, threadId, status, model, origin, ending, usage } = run;
      const finishedAt = hasEnded(status) ? (endedAt ?? startedAt ?? createdAt) : null;
      const kept: Run = { id, threadId, status, model, ...origin, ending, usage, createdAt, startedAt, finishedAt };
      library.runs.save(kept);
      const recorder = recorderFor(kept, () => finishedAt ?? createdAt);
      recorders.set(id, recorder);
      for (const { step, at, ms } of steps) {
        // With its times, which only the server can tell.
        library.steps.save({ ...step, startedAt: at, ms });
        await recorder.apply({ type: 'step', step });
      }
    }
    return recorders;
  }
}

/** What the analyst said, and what was said by nobody's run. */
function messageOf(message: ServerMessage, at: number): Message {
  return toMessage(message, undefined, { get: () => undefined }, at);
}

const textOf = ({ parts }: ServerMessage): string =>
  parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
