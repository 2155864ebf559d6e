import { NO_USAGE } from '../objects';
import { type ModelEvent, ModelFailure } from '../ports';
import { newId } from '../store/ids';
import type { FunctionToolCall, MessageContent, RunRecord, StreamEvent, TokenUsage } from '../store/records';
import { type Cut, MessageWriter, type Review, type Spoken, type WriterTools } from './message-writer';
import { ToolStep } from './tool-step';

/** Far beyond any real answer; what a broken or hostile server sends must not fill memory or disk. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CALLS = 128;

/**
 * What one turn of the model has produced so far. A stream may have only one step open, so there is an order: text and
 * pictures at once, as a message; then the engine's own tools, at once as well; then what is said after those, held
 * back until they are done; functions last.
 */
export class Answer {
  readonly #tools: WriterTools;
  readonly #run: RunRecord;
  readonly #functions = new Map<number, FunctionToolCall>();
  readonly #later: Spoken[] = [];
  #message: MessageWriter;
  #closed = false;
  #length = 0;
  readonly step: ToolStep;

  constructor(tools: WriterTools, run: RunRecord) {
    this.#tools = tools;
    this.#run = run;
    this.#message = new MessageWriter(tools, run);
    this.step = new ToolStep(tools, run);
  }

  get functions(): FunctionToolCall[] {
    return [...this.#functions.values()];
  }

  /** A message that was begun and not closed yet. */
  get speaking(): boolean {
    return this.#message.begun && !this.#closed;
  }

  /** @throws ModelFailure when the model sends what nothing can be made of. */
  take(event: ModelEvent): void {
    this.#grow(sizeOf(event));
    switch (event.type) {
      case 'text':
      case 'refusal':
      case 'image':
        if (this.step.begun) this.#later.push(event);
        else this.#message.take(event);
        break;
      case 'call':
        this.#call(event.index, event.name);
        break;
      case 'call_arguments':
        this.#arguments(event.index, event.delta);
        break;
      case 'file_search':
        this.#beforeTools();
        this.step.search(event.index, event.queries);
        break;
      case 'code':
        this.#beforeTools();
        this.step.code(event.index, event.delta);
        break;
      case 'done':
        this.#message.end();
        break;
      case 'reasoning':
      case 'state':
      case 'usage':
      case 'code_done':
        break;
    }
  }

  /** The run is being wound up: writes down what has come, held back or not. */
  save(): void {
    if (this.speaking) {
      this.#message.end();
      this.#message.save();
    }
    if (this.step.begun) this.step.save();
  }

  /** The tools are done: says what the model had said after asking for them. */
  sayLater(): void {
    if (this.#later.length === 0) return;
    this.#message = new MessageWriter(this.#tools, this.#run);
    this.#closed = false;
    for (const event of this.#later.splice(0)) this.#message.take(event);
    this.#message.end();
  }

  /** What the message says. */
  get content(): readonly MessageContent[] {
    return this.#message.content;
  }

  /** Call inside a transaction. */
  closeMessage(cut: Cut | null, usage: TokenUsage, review?: Review): StreamEvent[] {
    if (!this.speaking) return [];
    this.#closed = true;
    return this.#message.close(cut, usage, review);
  }

  /** A tool step is about to open, so the message before it must be over; what the turn cost is counted later. */
  #beforeTools(): void {
    if (!this.speaking) return;
    this.#message.end();
    const events = this.#tools.store.transaction(() => this.closeMessage(null, NO_USAGE));
    this.#tools.say(events);
  }

  #call(index: number, name: string): void {
    if (this.#functions.has(index)) return;
    const call: FunctionToolCall = {
      id: newId('call_'),
      type: 'function',
      function: { name, arguments: '', output: null },
    };
    this.#functions.set(index, call);
  }

  #arguments(index: number, delta: string): void {
    const call = this.#functions.get(index);
    if (!call) throw new ModelFailure('server_error', 'The model sent arguments for a call it had not made.');
    call.function.arguments += delta;
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > LONGEST_ANSWER)
      throw new ModelFailure('server_error', 'The model sent more than an answer can hold.');
    if (this.#functions.size + this.step.size > MOST_CALLS)
      throw new ModelFailure('server_error', 'The model made too many calls at once.');
  }
}

function sizeOf(event: ModelEvent): number {
  switch (event.type) {
    case 'image':
      return event.fileId.length;
    case 'call':
      return event.name.length;
    case 'file_search':
      return event.queries.reduce((sum, query) => sum + query.length, 0);
    case 'done':
    case 'usage':
    case 'state':
    case 'code_done':
      return 0;
    default:
      return event.delta.length;
  }
}
