import type { Store } from '../store';
import { newId } from '../store/ids';
import type { MessageRecord, RunRecord, StepRecord, ToolCall } from '../store/records';

/** A message that was begun, and its step. */
interface BegunMessage {
  step: StepRecord;
  message: MessageRecord;
}

/**
 * What a turn had begun to write before the process ended. Taken up again, the turn writes it anew, under the same ids, so that
 * nobody sees anything of it twice.
 */
export class Leftovers {
  /** Steps that the turn makes again. */
  readonly stepIds: ReadonlySet<string>;
  readonly #messages: BegunMessage[] = [];
  readonly #steps: StepRecord[] = [];
  readonly #callIds = new Map<ToolCall['type'], string[]>();

  private constructor(store: Store, steps: readonly StepRecord[]) {
    this.stepIds = new Set(steps.map(({ id }) => id));
    for (const step of steps) {
      const details = step.step_details;
      if (details.type === 'tool_calls') this.#addCalls(step, details.tool_calls);
      else {
        const message = store.messages.get(details.message_creation.message_id);
        if (message) this.#messages.push({ step, message });
      }
    }
  }

  /** Of a turn that begins. */
  static none(store: Store): Leftovers {
    return new Leftovers(store, []);
  }

  /** Of a turn that made the run's steps behind `lastStep`. Their results are taken back. Call inside a transaction. */
  static behind(store: Store, run: RunRecord, lastStep: string | null): Leftovers {
    const steps = store.steps.ofRun(run.id);
    const rest = steps.slice(steps.findIndex(({ id }) => id === lastStep) + 1);
    for (const { step_details: details } of rest)
      for (const { id } of details.type === 'tool_calls' ? details.tool_calls : []) takeBack(store, id);
    return new Leftovers(store, rest);
  }

  message(): BegunMessage | null {
    return this.#messages.shift() ?? null;
  }

  step(): StepRecord | null {
    return this.#steps.shift() ?? null;
  }

  callId(type: ToolCall['type']): string {
    return this.#callIds.get(type)?.shift() ?? newId('call_');
  }

  /** Removes what has not been written again. Call inside a transaction, once the turn is over. */
  drop(store: Store): void {
    for (const { step, message } of this.#messages.splice(0)) {
      store.messages.delete(message.id);
      store.steps.delete(step.id);
    }
    for (const { id } of this.#steps.splice(0)) store.steps.delete(id);
  }

  #addCalls(step: StepRecord, calls: readonly ToolCall[]): void {
    this.#steps.push(step);
    for (const { id, type } of calls) this.#callIds.set(type, [...(this.#callIds.get(type) ?? []), id]);
  }
}

/** What a call came to, which comes again. */
function takeBack(store: Store, callId: string): void {
  for (const { fileId } of store.toolResults.codeCall(callId)?.files ?? []) store.files.delete(fileId);
  store.toolResults.delete(callId);
}
