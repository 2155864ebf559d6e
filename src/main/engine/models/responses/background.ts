import { ModelFailure, type ModelProblemCode, TurnSuspended } from '../../ports';
import {
  endingOf,
  events,
  json,
  NO_BYTES,
  type Upstream,
  type UpstreamEvent,
  type UpstreamRequest,
  wait,
} from '../upstream';
import { answerGone } from './gone';
import { listOf, textOf, type Wire, wireOf } from './wire';

/** In a run's metadata: its answers go on at the server when the connection breaks. */
const BACKGROUND_KEY = 'assay_background';

/** The server keeps such an answer until it has been fetched, so it is for runs that ask for it. */
export const runsInBackground = (metadata: Readonly<Record<string, string>>): boolean =>
  metadata[BACKGROUND_KEY] === 'yes';

/** Times that an answer is taken up again without anything new having come. */
const MOST_IN_VAIN = 5;
const PAUSE_MS = 2_000;
const BREAKS: ModelProblemCode[] = ['cut_off', 'timeout', 'unreachable'];
/** What a server answers that has the answer, but no stream of it any more. */
const NO_STREAM: ModelProblemCode[] = ['invalid_request', 'unsupported'];
const GONE = [404, 410];
const LAST_WORDS_MS = 10_000;
/** The server forgets an answer by itself after so long. */
const KEPT_MS = 30 * 86_400_000;
const UNDER_WAY = ['queued', 'in_progress'];

/** Told of an answer that the server keeps, so that it is deleted there whatever becomes of this program. */
export interface KeptAnswer {
  begun(id: string, keptMs: number): void;
  deleted(id: string): void;
}

/** Where an answer of the server goes on: behind the event of that number, and behind so many items. */
export interface AnswerPosition {
  id: string;
  position: number;
  items: number;
}

/** An answer that the server goes on with by itself, however often the connection breaks. */
export class BackgroundAnswer {
  readonly #upstream: Upstream;
  readonly #request: UpstreamRequest;
  readonly #kept: KeptAnswer;
  /** Items that are not read again. */
  readonly #items: number;
  #id: string | null;
  #first: number | null = null;
  #last: number;
  #inVain = 0;
  #isPolled = false;

  /** `from`: it has been asked for before, and is taken up there. */
  constructor(upstream: Upstream, request: UpstreamRequest, kept: KeptAnswer, from: AnswerPosition | null) {
    this.#upstream = upstream;
    this.#request = request;
    this.#kept = kept;
    this.#id = from?.id ?? null;
    this.#items = from?.items ?? 0;
    this.#last = from?.position ?? -1;
  }

  /** Its beginning; null until the server has said that it keeps it. */
  get beginning(): AnswerPosition | null {
    return this.#id === null ? null : { id: this.#id, position: this.#first ?? 0, items: 0 };
  }

  /** Its events: where the connection breaks they go on behind the last one that came. */
  async *events(isOver: () => boolean, signal: AbortSignal): AsyncGenerator<readonly UpstreamEvent[]> {
    for (;;) {
      const before = this.#id === null ? null : this.#last;
      try {
        if (this.#isPolled) await this.#untilOver(signal);
        for await (const arrived of events(this.#upstream, this.#next(), signal)) {
          const known = arrived.flatMap((event) => this.#noted(event));
          if (known.length > 0) yield known;
          if (isOver()) return;
        }
      } catch (error) {
        this.#lookInto(error);
      }
      if (this.#id === null || this.#inVain >= MOST_IN_VAIN) return;
      this.#inVain += 1;
      // A stream that says nothing new may be all that there will ever be.
      if (this.#last === before && (await this.#isOverThere(signal))) this.#isPolled = true;
      else await wait(this.#upstream, PAUSE_MS, signal);
    }
  }

  /** Cancels it where it is not over, and deletes it there; unless it is to go on without us. */
  async leave(isOver: boolean, signal: AbortSignal): Promise<void> {
    const id = this.#id;
    if (id === null || (signal.aborted && signal.reason instanceof TurnSuspended)) return;
    const late = AbortSignal.timeout(LAST_WORDS_MS);
    try {
      if (!isOver) await json(this.#upstream, { method: 'POST', path: `/responses/${id}/cancel`, body: {} }, late);
      await json(this.#upstream, { method: 'DELETE', path: `/responses/${id}` }, late);
      this.#kept.deleted(id);
    } catch (error) {
      if (GONE.includes(endingOf(error)?.status ?? 0)) this.#kept.deleted(id);
      else this.#upstream.log?.warn({ connection: this.#upstream.connection }, 'an answer stays at the server');
    }
  }

  #next(): UpstreamRequest {
    if (this.#id === null) return this.#request;
    const query = this.#isPolled ? '' : `?stream=true&starting_after=${Math.max(this.#last, 0)}`;
    const path = `${this.#request.path}/${this.#id}${query}`;
    const { text: _, ...rest } = this.#request;
    return { ...rest, method: 'GET', path, body: {}, bytes: { ...NO_BYTES }, expected: { input: 0, output: 0 } };
  }

  /** Throws what cannot be helped by asking again. */
  #lookInto(error: unknown): void {
    if (this.#id === null || !(error instanceof ModelFailure)) throw error;
    if (GONE.includes(endingOf(error)?.status ?? 0)) throw answerGone(this.#upstream, 'deleted', error);
    if (NO_STREAM.includes(error.code) && !this.#isPolled) this.#isPolled = true;
    else if (!BREAKS.includes(error.code) || this.#inVain >= MOST_IN_VAIN) throw error;
  }

  /** What the event is to the reader; a whole answer, which servers send that have no stream of it, is the events of its items. */
  #noted(event: UpstreamEvent): UpstreamEvent[] {
    const json = wireOf(parsed(event.data));
    const { response, sequence_number: number } = json;
    if (this.#id === null) {
      this.#id = textOf(json.object === 'response' ? json.id : wireOf(response).id);
      this.#first = typeof number === 'number' ? number : null;
      if (this.#id !== null) this.#kept.begun(this.#id, KEPT_MS);
    }
    if (typeof number === 'number' && number > this.#last) [this.#last, this.#inVain] = [number, 0];
    if (json.object !== 'response') return [event];
    this.#isPolled = UNDER_WAY.includes(String(json.status));
    return this.#isPolled ? [] : eventsOf(json, this.#items);
  }

  async #untilOver(signal: AbortSignal): Promise<void> {
    while (UNDER_WAY.includes(await this.#status(signal))) {
      this.#inVain = 0;
      await wait(this.#upstream, PAUSE_MS, signal);
    }
  }

  async #isOverThere(signal: AbortSignal): Promise<boolean> {
    try {
      return !UNDER_WAY.includes(await this.#status(signal));
    } catch (error) {
      signal.throwIfAborted();
      this.#lookInto(error);
      return false;
    }
  }

  async #status(signal: AbortSignal): Promise<string> {
    const request = { method: 'GET', path: `${this.#request.path}/${this.#id}` } as const;
    return String(wireOf(await json(this.#upstream, request, signal)).status);
  }
}

function eventsOf(response: Wire, from: number): UpstreamEvent[] {
  const items = listOf(response.output).map((item, index) => ({
    type: 'response.output_item.done',
    output_index: index,
    item,
  }));
  const end = { type: `response.${response.status}`, response };
  return [...items.slice(from), end].map((event) => ({ event: null, data: JSON.stringify(event) }));
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
