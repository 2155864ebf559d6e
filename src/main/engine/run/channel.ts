import type { ErrorBody } from '../errors';
import type { Clock } from '../ports';
import type { StreamEvent } from '../store/records';

type Item = StreamEvent | { event: 'error'; data: ErrorBody & { error: ErrorBody } };

/** Past this many unread events, further text joins the last one: a slow reader costs no more than the text itself. */
const MERGE_FROM = 256;
const EVENTS_PER_CHUNK = 128;
/** Silence longer than this makes proxies and HTTP clients give up. */
const PING_MS = 15_000;

const encoder = new TextEncoder();

/** What one client reads of a run: everything said, in order, whether it reads fast, slowly or not at all. */
export class EventChannel {
  readonly body: ReadableStream<Uint8Array>;
  readonly #clock: Clock;
  readonly #show: (event: StreamEvent) => StreamEvent;
  readonly #shape: (data: object) => object;
  #queue: Item[] = [];
  #state: 'open' | 'ended' | 'closed' = 'open';
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #wake: (() => void) | null = null;
  #waking = false;
  #stopPing: () => void = () => {};

  /**
   * `signal` is the reader's: when it aborts, the reader is gone, and nobody else notices. `show` makes of each event
   * what this reader asked to see, `shape` of its data what this reader understands.
   */
  constructor(
    clock: Clock,
    signal: AbortSignal,
    show: (event: StreamEvent) => StreamEvent = (event) => event,
    shape: (data: object) => object = (data) => data,
  ) {
    this.#clock = clock;
    this.#show = show;
    this.#shape = shape;
    const onAbort = () => this.#fail(signal.reason);
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#pull(),
        cancel: () => this.#close(),
      },
      { highWaterMark: 0 },
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  }

  push(...events: Item[]): void {
    if (this.#state !== 'open') return;
    for (const given of events) {
      const event = given.event === 'error' ? given : this.#show(given);
      const last = this.#queue.at(-1);
      const merged = last && this.#queue.length >= MERGE_FROM ? joined(last, event) : null;
      if (merged) this.#queue[this.#queue.length - 1] = merged;
      else this.#queue.push(event);
    }
    this.#wakeSoon();
  }

  /** What is said in one go leaves in one go: a chunk for each token costs more than the token. */
  #wakeSoon(): void {
    if (!this.#wake || this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      this.#wake?.();
    });
  }

  /** For what broke outside the run itself. SDKs read either the outer or the inner form. */
  error(body: ErrorBody): void {
    this.push({ event: 'error', data: { ...body, error: body } });
  }

  /** The rest is still read; then the stream is done. */
  end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ended';
    this.#wake?.();
  }

  #pull(): Promise<void> | void {
    if (this.#flush()) return;
    return new Promise((resolve) => {
      this.#wake = () => {
        if (this.#flush()) this.#rest(resolve);
      };
      this.#ping(resolve);
    });
  }

  #ping(resolve: () => void): void {
    this.#stopPing = this.#clock.after(PING_MS, () => {
      this.#controller?.enqueue(encoder.encode(': ping\n\n'));
      this.#rest(resolve);
    });
  }

  #rest(resolve: () => void): void {
    this.#stopPing();
    this.#wake = null;
    resolve();
  }

  /** False when there is nothing to hand over yet. */
  #flush(): boolean {
    if (this.#state === 'closed') return true;
    if (this.#queue.length > 0) {
      const text = this.#queue
        .splice(0, EVENTS_PER_CHUNK)
        .map((item) => frame(item, this.#shape))
        .join('');
      this.#controller?.enqueue(encoder.encode(text));
      return true;
    }
    if (this.#state === 'open') return false;
    this.#controller?.enqueue(encoder.encode('event: done\ndata: [DONE]\n\n'));
    this.#controller?.close();
    this.#close();
    return true;
  }

  #fail(reason: unknown): void {
    if (this.#state === 'closed') return;
    this.#controller?.error(reason);
    this.#close();
  }

  #close(): void {
    this.#state = 'closed';
    this.#queue = [];
    this.#stopPing();
    this.#wake?.();
  }
}

function frame(item: Item, shape: (data: object) => object): string {
  return `event: ${item.event}\ndata: ${JSON.stringify(shape(item.data))}\n\n`;
}

/** Two deltas of the same text as one, or null when they are not that. */
function joined(a: Item, b: Item): Item | null {
  if (a.event !== 'thread.message.delta' || b.event !== 'thread.message.delta' || a.data.id !== b.data.id) return null;
  const [firstPart, ...moreLeft] = a.data.delta.content ?? [];
  const [right, ...moreRight] = b.data.delta.content ?? [];
  if (firstPart?.type !== 'text' || right?.type !== 'text' || firstPart.index !== right.index) return null;
  if (moreLeft.length > 0 || moreRight.length > 0 || right.text?.annotations?.length) return null;
  const text = { ...firstPart.text, value: (firstPart.text?.value ?? '') + (right.text?.value ?? '') };
  return { event: a.event, data: { ...a.data, delta: { content: [{ ...firstPart, text }] } } };
}
