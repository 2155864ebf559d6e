import type { Call, CallId, CallOutput, Run, Step, StepId } from '#contract';
import type { RunUpdate, ServerCall, ServerStep } from '../../api';
import type { Library, SavedCall } from '../../library';
import type { Emit } from '../hub';
import type { RunDownloads } from './downloads';
import { keepShown } from './keep-shown';
import type { ShownTables } from './shown-tables';
import { stillPrinting } from './still-printing';

/** A call as the server tells it, with what it showed kept on this machine. */
type KeptCall = Omit<ServerCall, 'outputs'> & { outputs: CallOutput[]; ms: number | null };

/** A call while it arrives. */
interface StreamedCall {
  id: CallId;
  kind: Call['type'];
  name: string;
  text: string;
  printed: string;
  /** How much of what was printed has been saved. */
  printedSaved: number;
}

export interface StepRecorderOptions {
  library: Library;
  emit: Emit;
  now: () => number;
  downloads: RunDownloads;
  shown: ShownTables;
}

/** Writes down the steps of one run and their calls, as they are written and when they are done. */
export class StepRecorder {
  readonly #options: StepRecorderOptions;
  readonly #run: Pick<Run, 'id' | 'threadId'>;
  readonly #streamed = new Map<StepId, StreamedCall[]>();
  /** When steps began, by `performance.now`. */
  readonly #began = new Map<StepId, number>();

  constructor(run: Pick<Run, 'id' | 'threadId'>, options: StepRecorderOptions) {
    this.#run = run;
    this.#options = options;
  }

  async apply(server: ServerStep): Promise<void> {
    const outputs = await Promise.all(server.calls.map((call) => this.#options.downloads.outputsOf(call)));
    const known = this.#options.library.steps.get(server.id);
    const began = this.#began.get(server.id) ?? performance.now();
    this.#began.set(server.id, began);
    const open = server.status === 'in_progress';
    const took = open ? null : (known?.ms ?? performance.now() - began);
    this.#options.library.transaction(() => {
      this.#options.library.steps.save({
        id: server.id,
        runId: server.runId,
        threadId: server.threadId,
        type: server.type,
        status: server.status,
        messageId: server.messageId,
        ending: server.ending,
        ...(server.reasoning === undefined ? {} : { reasoning: server.reasoning }),
        ...(server.leftOut === undefined ? {} : { leftOut: server.leftOut }),
        startedAt: known?.startedAt ?? this.#options.now(),
        ms: took,
      });
      for (const [index, call] of server.calls.entries()) {
        // The server times no calls; one that has a step to itself took as long as that.
        const ms = call.type !== 'function' && server.calls.length === 1 ? took : null;
        this.#saveServerCall(server.id, { ...call, outputs: outputs[index] ?? [], ms }, server.status);
      }
    });
    if (!open) this.#streamed.delete(server.id);
    this.#publish(server.id);
  }

  /** Saves what this machine knows of a call it executes. */
  saveCall(call: SavedCall): void {
    this.#options.library.steps.saveCall(call);
    this.#publish(call.stepId);
  }

  /** Takes in what has come of a call; it is saved with the next {@link flush}. */
  addToCall(update: Extract<RunUpdate, { type: 'call_grew' }>): void {
    const calls = this.#streamed.get(update.stepId) ?? [];
    this.#streamed.set(update.stepId, calls);
    const known = calls[update.index];
    const { id, kind, name, text, printed } = update;
    if (known) {
      known.text += text;
      known.printed += printed;
    } else if (id) calls[update.index] = { id, kind, name, text, printed, printedSaved: 0 };
  }

  /** Saves and says what has come of calls since the last time. */
  flush(): void {
    for (const stepId of this.#streamed.keys()) this.#flushStep(stepId);
  }

  #flushStep(stepId: StepId): void {
    const calls = (this.#streamed.get(stepId) ?? []).filter((call) => call !== undefined);
    const fresh = calls.filter((call) => {
      const saved = this.#options.library.steps.call(call.id);
      return saved?.input !== call.text || call.printedSaved < call.printed.length;
    });
    if (fresh.length === 0 || !this.#options.library.steps.get(stepId)) return;
    this.#options.library.transaction(() => {
      for (const call of fresh) {
        const { id, kind: type, name, text: input } = call;
        const outputs = stillPrinting(call.printed);
        call.printedSaved = call.printed.length;
        const waitsFor = this.#options.library.steps.call(id)?.waitsFor ?? null;
        const unfinished = {
          id,
          type,
          name,
          input,
          output: null,
          outputs,
          ending: null,
          waitsFor,
          found: [],
          ms: null,
        };
        this.#saveServerCall(stepId, unfinished, 'in_progress');
      }
    });
    this.#publish(stepId);
  }

  #saveServerCall(stepId: StepId, call: KeptCall, stepStatus: Step['status']): void {
    const known = this.#options.library.steps.call(call.id);
    const done = known && known.status !== 'running' ? known : null;
    const { id: runId, threadId } = this.#run;
    this.#options.library.steps.saveCall({
      id: call.id,
      stepId,
      runId,
      threadId,
      type: call.type,
      name: call.name,
      status: done?.status ?? statusOf(call, stepStatus),
      input: call.input,
      output: call.type === 'function' ? (known?.output ?? call.output) : call.output,
      outputs: call.outputs,
      ending: call.ending,
      waitsFor: call.waitsFor,
      startedAt: known?.startedAt ?? this.#options.now(),
      ms: known?.ms ?? call.ms,
    });
    const shown = stepStatus === 'in_progress' ? undefined : this.#options.shown.take(call.id);
    if (shown) keepShown(this.#options, { id: call.id, threadId }, shown);
    if (call.found.length > 0) this.#options.library.passages.save({ id: call.id, threadId }, call.found);
  }

  #publish(id: StepId): void {
    const step = this.#options.library.steps.get(id);
    if (step) this.#options.emit({ name: 'steps.changed', data: step });
  }
}

/** A call of a step in that state; code that did not run to its end has failed. */
export function statusOf({ ending }: Pick<KeptCall, 'ending'>, step: Step['status']): Call['status'] {
  if (step === 'in_progress') return 'running';
  if (step === 'cancelled') return 'cancelled';
  return step === 'completed' && (ending?.ended ?? 'done') === 'done' ? 'completed' : 'failed';
}
