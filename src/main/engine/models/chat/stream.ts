import type { ModelFailure, ModelUsage } from '../../ports';
import { fieldsOf, type JsonFields } from '../json-fields';
import type { PlainEvent } from '../tools/plain';
import { errorBody, type RefusalBody } from '../upstream';
import { type CallableTool, TextCalls } from './text-calls';
import { endsUnopened, Thinking } from './thinking';
import { ToolCalls } from './tool-calls';
import { usageOf } from './usage';

type Reason = Extract<PlainEvent, { type: 'done' }>['reason'];

export interface ReadingOptions {
  tools: readonly CallableTool[];
  /**
   * `always`: the model is known to write calls into its text. `at_end`: a whole answer that ends with a call of one of the
   * tools, and makes no other, is a first sign of it, and is taken for what it is.
   */
  callsInText: 'always' | 'at_end' | 'never';
  /** The opening tag of what it thinks is missing. */
  thinksUnopened: boolean;
  /** An answer of more calls is not read on: small models write them without end. */
  mostCalls: number;
  /** What the answer has cost, where the server does not say. */
  estimate: (written: string) => ModelUsage;
  /** The failure for an error within the stream. */
  failed: (error: RefusalBody) => ModelFailure;
  /** The failure for a stream that ended before its answer did. */
  cutOff: () => ModelFailure;
}

/** What a server's ways showed in one answer. */
export interface Observed {
  usage: ModelUsage | null;
  endsUnopened: boolean;
  wroteCalls: boolean;
  /** The error that came within the stream. */
  failure: ModelFailure | null;
}

const REASONS = new Map<string, Reason>(
  Object.entries({
    stop: 'stop',
    eos: 'stop',
    end_turn: 'stop',
    stop_sequence: 'stop',
    tool_calls: 'calls',
    tool_use: 'calls',
    function_call: 'calls',
    length: 'max_completion_tokens',
    max_tokens: 'max_completion_tokens',
    model_length: 'max_completion_tokens',
    content_filter: 'content_filter',
    safety: 'content_filter',
  }),
);
/** Ends that are failures and have no error beside them. */
const FAILED_ENDS = new Map<string, string>(
  Object.entries({ error: 'server_error', insufficient_system_resource: 'overloaded' }),
);

/** Reads the chunks of one answer, or the one body of an answer that was not streamed. */
export class ChatReader {
  readonly #options: ReadingOptions;
  readonly #thinking: Thinking;
  readonly #written: TextCalls | null;
  readonly #calls = new ToolCalls();
  #usage: ModelUsage | null = null;
  #finish: string | null = null;
  #closed = false;
  /** All of the text, for whoever has to count or look at it. */
  #text = '';
  #output = '';
  #reasoning = '';
  #details: unknown[] = [];
  #stateGiven = false;
  #wroteCalls = false;
  #hasSpoken = false;
  #blank = '';
  #said = '';
  #failure: ModelFailure | null = null;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#thinking = new Thinking(options.thinksUnopened);
    this.#written = options.callsInText === 'always' ? new TextCalls(options.tools) : null;
  }

  /** Nothing that is still to come can matter. */
  get isOver(): boolean {
    return this.#closed;
  }

  get hasFinished(): boolean {
    return this.#finish !== null;
  }

  get observed(): Observed {
    const [usage, wroteCalls, failure] = [this.#usage, this.#wroteCalls, this.#failure];
    return { usage, endsUnopened: endsUnopened(this.#text), wroteCalls, failure };
  }

  /** @throws ModelFailure for an error in the stream */
  *take(event: { event: string | null; data: string }): Generator<PlainEvent> {
    const chunk = jsonOf(event.data);
    if (this.#closed || (chunk === null && event.event !== 'error')) return;
    const usage = usageOf(chunk?.usage ?? fieldsOf(chunk?.x_groq)?.usage);
    if (usage) {
      this.#usage = usage;
      yield { type: 'usage', usage };
    }
    const choices = Array.isArray(chunk?.choices) ? chunk.choices : [];
    const choice = choices.map(fieldsOf).find((choice) => (choice?.index ?? 0) === 0);
    // Once it has finished, a repetition of the answer is no answer.
    if (choice && this.#finish === null) yield* this.#choice(choice);
    this.#refuse(event, chunk, choice ?? null);
    if (this.#finish !== null && this.#usage !== null && (usage !== null || choices.length === 0)) this.#closed = true;
    if (choices.length === 0 && usage && (this.#output !== '' || this.#calls.count > 0)) this.#finish ??= 'stop';
  }

  /** The stream has ended. @throws ModelFailure where the answer has not */
  *end(): Generator<PlainEvent> {
    this.#closed = true;
    for (const piece of this.#thinking.end()) yield* this.#piece(piece);
    for (const written of this.#written?.end() ?? []) yield* this.#writtenPiece(written);
    if (this.#finish === null) throw this.#options.cutOff();
    yield* this.#callsAtEnd();
    const named = REASONS.get(this.#finish) ?? 'stop';
    const reason = named === 'stop' && this.#calls.count > 0 ? 'calls' : named;
    const usage = this.#usage ?? this.#options.estimate(this.#output);
    yield { type: 'done', reason: reason === 'calls' && this.#calls.count === 0 ? 'stop' : reason, usage };
  }

  *#choice(choice: JsonFields): Generator<PlainEvent> {
    const [delta, message] = [fieldsOf(choice.delta), fieldsOf(choice.message)];
    if (delta) yield* this.#delta(delta);
    // Without chat, text stands beside, not within.
    else if (!message && typeof choice.text === 'string') yield* this.#content(choice.text);
    const finish = typeof choice.finish_reason === 'string' ? choice.finish_reason : '';
    // A message is all of an answer; beside deltas it says nothing new, unless these were empty.
    if (message && (!delta || (finish !== '' && this.#output === '' && this.#calls.count === 0))) {
      yield* this.#delta(message);
      this.#finish = 'stop';
    }
    if (finish !== '') this.#finish = finish;
  }

  *#delta(delta: JsonFields): Generator<PlainEvent> {
    if (Array.isArray(delta.reasoning_details)) this.#details.push(...delta.reasoning_details);
    yield* this.#thought(textIn(delta.reasoning_content) || textIn(delta.reasoning) || textIn(delta.thinking));
    if (Array.isArray(delta.content)) for (const part of delta.content) yield* this.#part(part);
    else yield* this.#content(textIn(delta.content));
    if (typeof delta.refusal === 'string' && delta.refusal !== '') {
      this.#output += delta.refusal;
      yield { type: 'refusal', delta: delta.refusal };
    }
    const legacy = fieldsOf(delta.function_call);
    const entries = delta.tool_calls ?? (legacy ? [{ index: 0, function: legacy }] : []);
    yield* this.#called(
      this.#calls.take(entries, (index, extra) => ({ type: 'state', state: { chat: { extra, index } } })),
    );
  }

  *#part(part: unknown): Generator<PlainEvent> {
    const fields = fieldsOf(part);
    if (typeof part === 'string') yield* this.#content(part);
    else if (fields?.type === 'thinking') yield* this.#thought(textIn(fields.thinking));
    else if (typeof fields?.text === 'string') yield* this.#content(fields.text);
  }

  *#content(text: string): Generator<PlainEvent> {
    if (text === '') return;
    this.#text += text;
    for (const piece of this.#thinking.push(text)) yield* this.#piece(piece);
  }

  *#piece({ type, delta }: { type: 'text' | 'reasoning'; delta: string }): Generator<PlainEvent> {
    if (type === 'reasoning') yield* this.#thought(delta);
    else if (!this.#written) yield* this.#say(delta);
    else for (const written of this.#written.push(delta)) yield* this.#writtenPiece(written);
  }

  *#writtenPiece(written: ReturnType<TextCalls['end']>[number]): Generator<PlainEvent> {
    // Behind a call that it wrote, a model goes on as if it had been answered.
    if (written.type === 'text') {
      if (this.#calls.count === 0) yield* this.#say(written.delta);
      return;
    }
    this.#wroteCalls = true;
    yield* this.#called(this.#calls.add(written.call.name, written.call.arguments));
  }

  *#callsAtEnd(): Generator<PlainEvent> {
    const { callsInText, tools } = this.#options;
    if (callsInText !== 'at_end' || this.#calls.count > 0 || this.#finish !== 'stop') return;
    const reader = new TextCalls(tools);
    const written = [...reader.push(this.#said), ...reader.end()].filter(
      (piece) => piece.type === 'call' || piece.delta.trim() !== '',
    );
    if (written.at(-1)?.type !== 'call') return;
    for (const piece of written) if (piece.type === 'call') yield* this.#writtenPiece(piece);
  }

  *#say(delta: string): Generator<PlainEvent> {
    // Blank lines before anything was said, such as between thoughts and calls, are no message.
    const text = this.#hasSpoken ? delta : (this.#blank + delta).replace(/^\s*\n/, '');
    this.#hasSpoken ||= text.trim() !== '';
    this.#blank = this.#hasSpoken ? '' : text;
    if (!this.#hasSpoken || text === '') return;
    this.#output += text;
    this.#said += text;
    yield { type: 'text', delta: text };
  }

  *#thought(delta: string): Generator<PlainEvent> {
    if (delta === '') return;
    this.#reasoning += delta;
    this.#output += delta;
    yield { type: 'reasoning', delta };
  }

  /** What was thought before the first call may be wanted back with its output. */
  *#called(events: PlainEvent[]): Generator<PlainEvent> {
    if (events.some((event) => event.type === 'call') && !this.#stateGiven) {
      this.#stateGiven = true;
      const thought = {
        ...(this.#reasoning === '' ? {} : { reasoning: this.#reasoning }),
        ...(this.#details.length === 0 ? {} : { details: joinedDetails(this.#details) }),
      };
      if (Object.keys(thought).length > 0) yield { type: 'state', state: { chat: thought } };
    }
    for (const event of events) {
      if (event.type === 'call' && event.index >= this.#options.mostCalls) {
        this.#finish = 'tool_calls';
        this.#closed = true;
        return;
      }
      if (event.type === 'call_arguments') this.#output += event.delta;
      yield event;
    }
  }

  #refuse({ event }: { event: string | null }, chunk: JsonFields | null, choice: JsonFields | null): void {
    const error =
      chunk?.error || event === 'error'
        ? errorBody(chunk)
        : errorBody(fieldsOf(choice?.error) && { error: choice?.error });
    if (error) throw this.#failed(error);
    const code = this.#finish === null ? undefined : FAILED_ENDS.get(this.#finish);
    if (code !== undefined || event === 'error')
      throw this.#failed({ message: null, codes: [code ?? 'server_error'], parameter: null, status: null });
  }

  #failed(error: RefusalBody): ModelFailure {
    this.#failure = this.#options.failed(error);
    return this.#failure;
  }
}

/** Text, or a list of parts with text. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((part) => textIn(fieldsOf(part)?.text)).join('');
}

/** Pieces of one text are one detail again. */
function joinedDetails(details: readonly unknown[]): unknown[] {
  const joined: JsonFields[] = [];
  for (const detail of details.map(fieldsOf)) {
    if (!detail) continue;
    const last = joined.at(-1);
    const goesOn = last && last.type === detail.type && last.index === detail.index && typeof detail.text === 'string';
    if (goesOn && typeof last.text === 'string') Object.assign(last, detail, { text: last.text + detail.text });
    else joined.push({ ...detail });
  }
  return joined;
}

function jsonOf(text: string): JsonFields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}
