import type { ModelUsage } from '../../ports';
import type { PlainEvent } from '../tools/plain';
import { errorBody, type RefusalBody } from '../upstream';
import { isKept, type StateItem } from './states';
import type { CheckpointEvent, ResponseEvent } from './stream-events';
import { TextParts } from './text-parts';
import { listOf, textOf, usageOf, type Wire, wireOf } from './wire';

type Reason = Extract<PlainEvent, { type: 'done' }>['reason'];

/** How an answer ended. */
export interface StreamEnd {
  reason: Reason;
}

interface Call {
  index: number;
  /** Arguments that came before the name. */
  early: string;
}

/**
 * Reads the events of one response. What it does not know it leaves alone; what comes twice it takes once; items are told
 * apart by their place, as ids may change between events.
 */
export class ResponseReader {
  usage: ModelUsage | null = null;
  /** Null as long as the answer goes on: a stream that ends so was cut. */
  end: StreamEnd | null = null;
  /** It has failed; what it has cost is told a moment later, where it is told at all. */
  error: RefusalBody | null = null;
  /** Somebody has cancelled it at the server. */
  isCancelled = false;
  /** Files that the answer points to. */
  readonly citations: Wire[] = [];
  /** What was said, for counting it where the server does not. */
  written = '';
  readonly #seen = new Set<number>();
  /** The number of the event that is read; null where the server does not number them. */
  #number: number | null = null;
  /** Something was done at the server since the last checkpoint. */
  #hasActed = false;
  readonly #texts = new TextParts();
  readonly #calls = new Map<string, Call>();
  /** What the server does itself, in the order it begins. */
  readonly #hosted = new Map<string, number>();
  readonly #cited = new Set<string>();
  readonly #states = new Set<string>();
  readonly #answered = new Set<string>();
  #lastMessage: string | null = null;
  #lastThought: string | null = null;

  /** `json` is the data of one event, or a whole response that came without a stream. */
  *take(json: unknown): Generator<ResponseEvent> {
    const event = wireOf(json);
    if (this.end || this.#isRepeated(event)) return;
    const place = placeOf(event);
    switch (event.type) {
      case 'response.output_item.added':
        yield* this.#opened(place, wireOf(event.item));
        break;
      case 'response.output_item.done':
        yield* this.#itemDone(place, wireOf(event.item));
        break;
      case 'response.output_text.delta':
      case 'response.output_text.done':
      case 'response.refusal.delta':
      case 'response.refusal.done':
        yield* this.#said(place, event);
        break;
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_summary_text.done':
      case 'response.reasoning_text.delta':
      case 'response.reasoning_text.done':
        yield* this.#thought(place, event);
        break;
      case 'response.function_call_arguments.delta':
        yield* this.#argued(place, this.#texts.add(`arguments ${place}`, event.delta));
        break;
      case 'response.function_call_arguments.done':
        yield* this.#argued(place, this.#texts.close(`arguments ${place}`, event.arguments));
        break;
      case 'response.code_interpreter_call_code.delta':
        yield* this.#coded(place, this.#texts.add(`code ${place}`, event.delta));
        break;
      case 'response.code_interpreter_call_code.done':
        yield* this.#coded(place, this.#texts.close(`code ${place}`, event.code));
        break;
      case 'response.output_text.annotation.added':
        yield* this.#annotated(place, event.content_index, wireOf(event.annotation));
        break;
      case 'error':
        this.error ??= errorBody(event) ?? UNTOLD;
        break;
      default:
        yield* this.#ended(event);
    }
  }

  /** Events are numbered, except by the oldest servers: what comes twice counts once. */
  #isRepeated({ sequence_number: number }: Wire): boolean {
    this.#number = typeof number === 'number' ? number : null;
    if (typeof number !== 'number') return false;
    if (this.#seen.has(number)) return true;
    this.#seen.add(number);
    return false;
  }

  /** Pieces of code that the server ran, and searches that it made. */
  get hosted(): number {
    return this.#hosted.size;
  }

  *#opened(place: string, item: Wire): Generator<ResponseEvent> {
    if (item.type === 'function_call') yield* this.#called(place, item);
    if (item.type === 'code_interpreter_call') yield* this.#coded(place, '');
  }

  *#called(place: string, { name }: Wire): Generator<ResponseEvent> {
    const known = this.#calls.get(place);
    const named = textOf(name);
    if (!named || (known && known.index >= 0)) return;
    const call = { index: [...this.#calls.values()].filter(({ index }) => index >= 0).length, early: '' };
    this.#calls.set(place, call);
    this.#lastMessage = null;
    yield { type: 'call', index: call.index, name: named };
    if (known?.early) yield { type: 'call_arguments', index: call.index, delta: known.early };
  }

  *#argued(place: string, delta: string): Generator<ResponseEvent> {
    if (delta === '') return;
    this.written += delta;
    const call = this.#calls.get(place);
    if (call && call.index >= 0) yield { type: 'call_arguments', index: call.index, delta };
    else this.#calls.set(place, { index: -1, early: (call?.early ?? '') + delta });
  }

  *#coded(place: string, delta: string): Generator<ResponseEvent> {
    const index = this.#hosted.get(place) ?? this.#hosted.size;
    if (this.#hosted.has(place) && delta === '') return;
    this.#hosted.set(place, index);
    this.#hasActed = true;
    // What is said after it is a message of its own.
    this.#lastMessage = null;
    yield { type: 'hosted_code', index, delta };
  }

  *#said(place: string, event: Wire): Generator<ResponseEvent> {
    const type = String(event.type).startsWith('response.refusal') ? 'refusal' : 'text';
    const key = `${type} ${place} ${event.content_index ?? 0}`;
    const isDelta = String(event.type).endsWith('.delta');
    const delta = isDelta ? this.#texts.add(key, event.delta) : this.#texts.close(key, event.text ?? event.refusal);
    if (delta === '') return;
    yield* this.#checkpoint(place);
    // One response may hold several messages, such as a remark before the answer; here they are paragraphs of one.
    const apart = this.#lastMessage !== null && this.#lastMessage !== `${type} ${place}` ? '\n\n' : '';
    this.#lastMessage = `${type} ${place}`;
    this.written += delta;
    yield { type, delta: apart + delta };
  }

  *#checkpoint(place: string): Generator<CheckpointEvent> {
    const items = Number(place.slice(1));
    if (!this.#hasActed || this.#number === null || Number.isNaN(items)) return;
    this.#hasActed = false;
    yield { type: 'checkpoint', position: this.#number - 1, items };
  }

  *#thought(place: string, event: Wire): Generator<ResponseEvent> {
    const part = event.summary_index ?? event.content_index ?? 0;
    const kind = String(event.type).includes('summary') ? 'summary' : 'thinking';
    const key = `${kind} ${place} ${part}`;
    const isDelta = String(event.type).endsWith('.delta');
    const delta = isDelta ? this.#texts.add(key, event.delta) : this.#texts.close(key, event.text);
    if (delta === '') return;
    const apart = this.#lastThought !== null && this.#lastThought !== key ? '\n\n' : '';
    this.#lastThought = key;
    yield { type: 'reasoning', delta: apart + delta };
  }

  *#itemDone(place: string, item: Wire): Generator<ResponseEvent> {
    const { type, content } = item;
    this.#answered.add(place);
    if (type === 'message')
      for (const [index, part] of listOf(content).entries()) {
        yield* this.#annotatedText(place, index, part);
        const doneType = part.type === 'refusal' ? 'response.refusal.done' : 'response.output_text.done';
        yield* this.#said(place, { ...part, type: doneType, content_index: index });
      }
    if (type === 'function_call') {
      yield* this.#called(place, item);
      yield* this.#argued(place, this.#texts.close(`arguments ${place}`, item.arguments));
    }
    if (type === 'reasoning')
      for (const [index, part] of listOf(item.summary).entries())
        yield* this.#thought(place, { type: 'reasoning_summary_text.done', summary_index: index, text: part.text });
    if (type === 'file_search_call' && !this.#hosted.has(place)) {
      this.#hosted.set(place, this.#hosted.size);
      this.#hasActed = true;
      this.#lastMessage = null;
      yield { type: 'hosted_search', index: this.#hosted.get(place) ?? 0, item };
    }
    if (type === 'code_interpreter_call') yield* this.#codeDone(place, item as StateItem);
    if (typeof type === 'string' && isKept(item as StateItem) && !this.#states.has(place)) {
      this.#states.add(place);
      yield { type: 'state', state: item.type === 'code_interpreter_call' ? withoutPictures(item) : item };
    }
  }

  *#codeDone(place: string, item: StateItem): Generator<ResponseEvent> {
    if (this.#states.has(place)) return;
    yield* this.#coded(place, this.#texts.close(`code ${place}`, item.code));
    yield { type: 'hosted_code_done', index: this.#hosted.get(place) ?? 0, item };
  }

  *#annotated(place: string, part: unknown, annotation: Wire): Generator<ResponseEvent> {
    if (annotation.type === 'container_file_citation') this.citations.push(annotation);
    const { type, file_id: fileId, index } = annotation;
    const key = `${place} ${part ?? 0} ${index} ${fileId}`;
    if (type !== 'file_citation' || typeof fileId !== 'string' || this.#cited.has(key)) return;
    this.#cited.add(key);
    yield { type: 'citation', fileId, before: this.written.slice(-REMEMBERED) };
  }

  /** A text that comes as a whole, or whose rest does: citations stand at places of it. */
  *#annotatedText(place: string, part: number, { text, annotations }: Wire): Generator<ResponseEvent> {
    const ordered = listOf(annotations).toSorted((a, b) => Number(a.index ?? 0) - Number(b.index ?? 0));
    for (const annotation of ordered) {
      const until = annotation.type === 'file_citation' ? Number(annotation.index) : 0;
      const missing = String(text ?? '').slice(this.#texts.length(`text ${place} ${part}`), until);
      const delta = { type: 'response.output_text.delta', content_index: part, delta: missing };
      if (missing !== '') yield* this.#said(place, delta);
      yield* this.#annotated(place, part, annotation);
    }
  }

  *#ended(event: Wire): Generator<ResponseEvent> {
    if (event.type === undefined && event.object !== 'response' && event.error) {
      this.error ??= errorBody(event) ?? UNTOLD;
      return;
    }
    const response = event.object === 'response' ? event : wireOf(event.response);
    const status = event.object === 'response' ? event.status : ENDINGS.get(String(event.type));
    const usage = usageOf(response.usage);
    if (usage) {
      this.usage = usage;
      yield { type: 'usage', usage };
    }
    if (typeof status !== 'string' || !['completed', 'incomplete', 'failed', 'cancelled'].includes(status)) return;
    if (status === 'failed') {
      this.error ??= errorBody({ error: response.error }) ?? UNTOLD;
      this.end = FAILED;
      return;
    }
    this.isCancelled = status === 'cancelled';
    if (this.error || this.isCancelled) {
      this.end = FAILED;
      return;
    }
    yield* this.#unstreamed(listOf(response.output));
    if (status === 'completed') this.end = { reason: this.#calls.size > 0 ? 'calls' : 'stop' };
    else if (status === 'incomplete') this.end = { reason: reasonOf(wireOf(response.incomplete_details).reason) };
  }

  /** What stands in the whole response only, as in one that came without a stream. */
  *#unstreamed(output: readonly Wire[]): Generator<ResponseEvent> {
    if (this.#answered.size > 0 || this.#calls.size > 0 || this.written !== '') return;
    for (const [index, item] of output.entries()) yield* this.#itemDone(`#${index}`, item);
  }
}

/** Characters before a citation that may tell what it is for. */
const REMEMBERED = 600;

/** Pictures are kept as files; the server has its own. */
function withoutPictures(item: Wire): Wire {
  return { ...item, outputs: listOf(item.outputs).filter(({ type }) => type === 'logs') };
}

/** The reader's `error` says why. */
const FAILED: StreamEnd = { reason: 'stop' };
const UNTOLD: RefusalBody = { message: null, codes: [], parameter: null, status: null };

const ENDINGS = new Map<string, string>(
  Object.entries({
    'response.completed': 'completed',
    'response.done': 'completed',
    'response.incomplete': 'incomplete',
    'response.failed': 'failed',
    'response.cancelled': 'cancelled',
  }),
);

const reasonOf = (reason: unknown): Reason =>
  reason === 'content_filter' ? 'content_filter' : 'max_completion_tokens';

/** The item that an event is about: by its place, otherwise by its id. */
function placeOf({ output_index: index, item_id: id, item }: Wire): string {
  return typeof index === 'number' ? `#${index}` : String(id ?? wireOf(item).id ?? '');
}
