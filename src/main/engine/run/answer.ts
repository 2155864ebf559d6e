import { NO_USAGE } from '../objects';
import { type HostedCode, type HostedSearch, type ModelEvent, ModelFailure } from '../ports';
import type { FunctionToolCall, HeldEvent, MessageContent, RunRecord, StreamEvent, TokenUsage } from '../store/records';
import { type Cut, MessageWriter, type Review, type Spoken, type WriterTools } from './message-writer';
import { ToolStep } from './tool-step';
import { TurnStates } from './turn-states';

/** Far beyond any real answer; what a broken or hostile server sends must not fill memory or disk. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CALLS = 128;

export const isSpoken = (event: ModelEvent): event is Spoken =>
  event.type === 'text' || event.type === 'refusal' || event.type === 'image';

/**
 * What one turn of the model has produced so far. A stream may have only one step open: text and pictures at once, as a
 * message; then calls, at once as well, in a step; what is said after those is held back until they are done. Functions
 * that come after searches or code have a step of their own, as theirs stays open until the client has answered.
 */
export class Answer {
  readonly #tools: WriterTools;
  readonly #run: RunRecord;
  readonly #states = new TurnStates();
  readonly #functions = new Map<number, FunctionToolCall>();
  /** Functions whose step cannot be opened yet. */
  #waiting: [number, FunctionToolCall][] = [];
  readonly #held: HeldEvent[] = [];
  #message: MessageWriter;
  #step: ToolStep;
  #closed = false;
  #length = 0;
  #calls = 0;

  constructor(tools: WriterTools, run: RunRecord) {
    this.#tools = tools;
    this.#run = run;
    this.#message = new MessageWriter(tools, run);
    this.#step = new ToolStep(tools, run);
  }

  /** The calls that are open, or were last. */
  get step(): ToolStep {
    return this.#step;
  }

  get callsFunctions(): boolean {
    return this.#functions.size > 0;
  }

  /** A message that was begun and not closed yet. */
  get speaking(): boolean {
    return this.#message.begun && !this.#closed;
  }

  /** What the last message says. */
  get content(): readonly MessageContent[] {
    return this.#message.content;
  }

  /** Nothing has come since the turn began, or was continued. */
  get isEmpty(): boolean {
    return !this.#message.begun && !this.#step.begun && this.#held.length === 0 && this.#waiting.length === 0;
  }

  /** Nothing stands between what the model's server has done by itself and what it says of it. */
  get canContinue(): boolean {
    return this.#step.isHosted && this.#waiting.length === 0;
  }

  /** What has been said behind functions that the client has to answer first. */
  get held(): HeldEvent[] {
    return [...this.#held];
  }

  /** @throws ModelFailure when the model sends what nothing can be made of. */
  take(event: ModelEvent): void {
    this.#grow(sizeOf(event));
    switch (event.type) {
      case 'text':
      case 'refusal':
      case 'image':
        return this.#speak(event);
      case 'call':
        return this.#call(event.index, event.name);
      case 'call_arguments':
        return this.#arguments(event.index, event.delta);
      case 'file_search':
        this.#beforeTools(event.index);
        return this.#states.reach(this.#step.search(event.index, event.queries));
      case 'code':
        this.#beforeTools(event.index);
        return this.#states.reach(this.#step.code(event.index, event.delta));
      case 'code_done':
        return this.#step.codeDone(event.index, event.result);
      case 'search_done':
        return this.#step.searchDone(event.index, event.result);
      case 'reasoning':
        return this.#tools.notes.addReasoning(event.delta);
      case 'state':
        return this.#states.add({ state: event.state, ...(event.standsForBefore ? { standsForBefore: true } : {}) });
      case 'done':
        this.#message.end();
        return this.#step.endArguments();
      case 'usage':
      case 'ongoing':
        return;
    }
  }

  /** The run is being wound up: writes down what has come, held back or not. */
  save(): void {
    if (this.speaking) {
      this.#message.end();
      this.#message.save();
    }
    this.#step.save();
  }

  /** Call inside a transaction, once the turn is over, or up to here. */
  saveStates(): void {
    this.#states.save(this.#tools.store, this.#run);
    this.#tools.leftovers.drop(this.#tools.store);
  }

  /** What was held back as the beginning of a marker is text after all. */
  endText(): void {
    if (this.speaking) this.#message.end();
  }

  /** The calls of the step are done and it is closed: what comes now is a new message or a new step. */
  continue(): void {
    this.#step = new ToolStep(this.#tools, this.#run);
    this.#message = new MessageWriter(this.#tools, this.#run);
    this.#closed = false;
  }

  /** The step is closed: says what was held back, then tells of the functions that were. */
  release(held: readonly HeldEvent[] = this.#held.splice(0)): void {
    for (const event of held) {
      if (event.type === 'state') this.#states.add({ state: event.state });
      else this.#speak(event);
    }
    this.#message.end();
    const functions = this.#waiting.splice(0);
    if (functions.length > 0) this.#closeBeforeTools();
    for (const [index, call] of functions) this.#step.function(index, call);
    this.#step.endArguments();
  }

  /** Call inside a transaction. */
  closeMessage(cut: Cut | null, usage: TokenUsage, review?: Review): StreamEvent[] {
    if (!this.speaking) return [];
    this.#closed = true;
    return this.#message.close(cut, usage, review);
  }

  #speak(event: Spoken): void {
    if (this.#step.begun) {
      this.#held.push(...this.#states.take().map((state): HeldEvent => ({ type: 'state', state })), event);
      return;
    }
    this.#message.take(event);
    if (this.#message.id) this.#states.reach(this.#message.id);
  }

  #beforeTools(index: number): void {
    if (this.#step.has(index)) return;
    this.#calls += 1;
    this.#closeBeforeTools();
  }

  /** A tool step is about to open, so the message before it must be over; what the turn cost is counted later. */
  #closeBeforeTools(): void {
    if (!this.speaking) return;
    this.#message.end();
    const events = this.#tools.store.transaction(() => this.closeMessage(null, NO_USAGE));
    this.#tools.say(events);
  }

  #call(index: number, name: string): void {
    if (this.#functions.has(index)) return;
    const call: FunctionToolCall = {
      id: this.#tools.leftovers.callId('function'),
      type: 'function',
      function: { name, arguments: '', output: null },
    };
    this.#functions.set(index, call);
    this.#calls += 1;
    this.#states.reach(call.id);
    if (this.#step.begun && this.#step.functions.length === 0) {
      this.#waiting.push([index, call]);
      return;
    }
    this.#closeBeforeTools();
    this.#step.function(index, call);
  }

  #arguments(index: number, delta: string): void {
    const call = this.#functions.get(index);
    if (!call) throw new ModelFailure('server_error', 'The model sent arguments for a call it had not made.');
    call.function.arguments += delta;
    this.#step.arguments(call, delta);
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > LONGEST_ANSWER)
      throw new ModelFailure('server_error', 'The model sent more than an answer can hold.');
    if (this.#calls > MOST_CALLS) throw new ModelFailure('server_error', 'The model made too many calls at once.');
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
    case 'state':
      return JSON.stringify(event.state).length;
    case 'code_done':
      return printedBy(event.result);
    case 'search_done':
      return foundBy(event.result);
    case 'done':
    case 'usage':
    case 'ongoing':
      return 0;
    default:
      return event.delta.length;
  }
}

const foundBy = ({ passages }: HostedSearch): number => passages.reduce((sum, { text }) => sum + text.length, 0);

const printedBy = ({ outputs }: HostedCode): number =>
  outputs.reduce((sum, output) => sum + (output.type === 'logs' ? output.text.length : 0), 0);
