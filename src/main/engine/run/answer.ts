import { type Clock, type ModelEvent, ModelFailure } from '../ports';
import type { Store } from '../store';
import { newId } from '../store/ids';
import type {
  FunctionToolCall,
  MessageContent,
  MessageRecord,
  RunRecord,
  StepRecord,
  StreamEvent,
} from '../store/records';
import { newMessage, newStep } from './drafts';
import { messageCreated, stepCreated } from './said';

/** Far beyond any real answer; what a broken or hostile server sends must not fill memory or disk. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CALLS = 128;
const SAVE_AFTER_MS = 1_000;
const SAVE_AFTER_CHARS = 32 * 1024;

type Said = (events: StreamEvent[]) => void;

/**
 * What one turn of the model has produced so far. Text and pictures become a message at once; calls wait, because a
 * stream may have only one step open and the message's comes first.
 */
export class Answer {
  readonly #store: Store;
  readonly #run: RunRecord;
  readonly #clock: Clock;
  readonly #say: Said;
  readonly #parts: MessageContent[] = [];
  readonly #calls = new Map<number, FunctionToolCall>();
  #message: MessageRecord | null = null;
  #step: StepRecord | null = null;
  #length = 0;
  #savedLength = 0;
  #savedAt = 0;

  constructor(store: Store, run: RunRecord, clock: Clock, say: Said) {
    this.#store = store;
    this.#run = run;
    this.#clock = clock;
    this.#say = say;
  }

  /** The message being written and its step, once there is something in it. */
  get open(): { messageId: string; stepId: string } | null {
    return this.#message && this.#step ? { messageId: this.#message.id, stepId: this.#step.id } : null;
  }

  get calls(): FunctionToolCall[] {
    return [...this.#calls.values()];
  }

  /** @throws ModelFailure when the model sends what nothing can be made of. */
  take(event: ModelEvent): void {
    switch (event.type) {
      case 'text':
        this.#text(event.delta);
        break;
      case 'refusal':
        this.#refusal(event.delta);
        break;
      case 'image':
        this.#image(event.fileId);
        break;
      case 'call':
        this.#call(event.index, event.name);
        break;
      case 'call_arguments':
        this.#arguments(event.index, event.delta);
        break;
      case 'file_search':
      case 'code':
      case 'done':
        break;
    }
  }

  /** Writes down what has come since the last time. */
  save(): void {
    if (!this.#message || this.#savedLength === this.#length) return;
    this.#store.messages.update(this.#message.id, { content: structuredClone(this.#parts) });
    this.#savedLength = this.#length;
    this.#savedAt = this.#clock.now();
  }

  #text(delta: string): void {
    if (delta === '') return;
    this.#grow(delta.length);
    const last = this.#parts.at(-1);
    if (last?.type === 'text') {
      last.text.value += delta;
      this.#delta({ index: this.#parts.length - 1, type: 'text', text: { value: delta } });
    } else {
      this.#parts.push({ type: 'text', text: { value: delta, annotations: [] } });
      this.#delta({ index: this.#parts.length - 1, type: 'text', text: { value: delta, annotations: [] } });
    }
    this.#saveNowAndThen();
  }

  #refusal(delta: string): void {
    if (delta === '') return;
    this.#grow(delta.length);
    const last = this.#parts.at(-1);
    if (last?.type === 'refusal') last.refusal += delta;
    else this.#parts.push({ type: 'refusal', refusal: delta });
    this.#delta({ index: this.#parts.length - 1, type: 'refusal', refusal: delta });
    this.#saveNowAndThen();
  }

  #image(fileId: string): void {
    this.#grow(fileId.length);
    this.#parts.push({ type: 'image_file', image_file: { file_id: fileId, detail: 'auto' } });
    this.#delta({
      index: this.#parts.length - 1,
      type: 'image_file',
      image_file: { file_id: fileId, detail: 'auto' },
    });
    this.#saveNowAndThen();
  }

  #call(index: number, name: string): void {
    if (this.#calls.has(index)) return;
    this.#grow(name.length);
    if (this.#calls.size >= MOST_CALLS)
      throw new ModelFailure('server_error', 'The model made too many calls at once.');
    this.#calls.set(index, { id: newId('call_'), type: 'function', function: { name, arguments: '', output: null } });
  }

  #arguments(index: number, delta: string): void {
    this.#grow(delta.length);
    const call = this.#calls.get(index);
    if (!call) throw new ModelFailure('server_error', 'The model sent arguments for a call it had not made.');
    call.function.arguments += delta;
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > LONGEST_ANSWER)
      throw new ModelFailure('server_error', 'The model sent more than an answer can hold.');
  }

  #delta(
    content: NonNullable<Extract<StreamEvent, { event: 'thread.message.delta' }>['data']['delta']['content']>[number],
  ): void {
    const message = this.#message ?? this.#begin();
    this.#say([
      {
        event: 'thread.message.delta',
        data: { id: message.id, object: 'thread.message.delta', delta: { content: [content] } },
      },
    ]);
  }

  #begin(): MessageRecord {
    const message = newMessage(this.#run, this.#clock);
    const details = { type: 'message_creation' as const, message_creation: { message_id: message.id } };
    const step = newStep(this.#run, details, this.#clock);
    this.#store.soon(() => {
      this.#store.steps.insert(step);
      this.#store.messages.insert(message);
    });
    this.#message = message;
    this.#step = step;
    this.#savedAt = this.#clock.now();
    this.#say([...stepCreated(step, this.#run), ...messageCreated(message)]);
    return message;
  }

  #saveNowAndThen(): void {
    const grown = this.#length - this.#savedLength;
    // A share of what is there already, so that a long answer is not rewritten over and over.
    const enough = grown > SAVE_AFTER_CHARS + this.#savedLength / 4;
    if (enough || this.#clock.now() - this.#savedAt > SAVE_AFTER_MS) this.#store.soon(() => this.save());
  }
}
