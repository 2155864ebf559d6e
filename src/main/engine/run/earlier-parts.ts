import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import { isActive } from '../store/records';
import type { RunOutline } from '../store/runs';
import { ConversationOrder } from './conversation-order';
import { type ConversationPart, earlierParts, messageItem } from './items';
import { Outlines } from './outlines';

/** Threads that were asked in last: a client that makes one for each question never comes back to the others. */
const KEPT_THREADS = 16;
/** Of JSON, for all threads together. */
const KEPT_CHARACTERS = 16_000_000;

interface Kept {
  parts: readonly ConversationPart[];
  characters: number;
}

const ofStores = new WeakMap<Store, Map<string, EarlierParts>>();

/**
 * What people have said in a thread, and what runs that are over have said and done, as later runs are given it: read once,
 * not at each turn of a long thread, and so is in which order it was. Threads that were asked in last are kept, up to a limit; what changes is read anew.
 */
export class EarlierParts {
  readonly messages: Outlines<MessageOutline>;
  readonly runs: Outlines<RunOutline>;
  readonly order = new ConversationOrder();
  readonly #store: Store;
  readonly #threads: ReadonlyMap<string, EarlierParts>;
  /** By the run, or by the message that no run has written; what was read first comes first. */
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  private constructor(store: Store, threadId: string, threads: ReadonlyMap<string, EarlierParts>) {
    this.#store = store;
    this.#threads = threads;
    this.messages = new Outlines(outlinesOf(store.messages, threadId));
    this.runs = new Outlines(outlinesOf(store.runs, threadId));
  }

  static of(store: Store, threadId: string): EarlierParts {
    const threads = ofStores.get(store) ?? threadsOf(store);
    const earlier = threads.get(threadId) ?? new EarlierParts(store, threadId, threads);
    threads.delete(threadId);
    threads.set(threadId, earlier);
    const [oldest] = threads.keys();
    if (oldest !== undefined && threads.size > KEPT_THREADS) threads.delete(oldest);
    return earlier;
  }

  /** Oldest first; not to be changed. */
  ofRun({ id, status }: RunOutline): readonly ConversationPart[] {
    return this.#parts(id, () => earlierParts(this.#store, id), !isActive(status));
  }

  /** One, or none where nothing can be read in it; not to be changed. */
  ofMessage({ id }: MessageOutline): readonly ConversationPart[] {
    return this.#parts(id, () => this.#messagePart(id), true);
  }

  /** Of a run or a message. */
  forget(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#characters -= kept.characters;
    this.#kept.delete(id);
  }

  #messagePart(id: string): ConversationPart[] {
    const message = this.#store.messages.get(id);
    const item = message && messageItem(this.#store, message);
    return item ? [{ messageId: id, items: [item] }] : [];
  }

  #parts(id: string, read: () => readonly ConversationPart[], isSettled: boolean): readonly ConversationPart[] {
    const kept = this.#kept.get(id);
    if (kept) return kept.parts;
    const parts = read();
    if (isSettled && !parts.some(namesFiles)) this.#keep(id, parts);
    return parts;
  }

  #keep(id: string, parts: readonly ConversationPart[]): void {
    const characters = JSON.stringify(parts).length;
    this.#kept.set(id, { parts, characters });
    this.#characters += characters;
    this.#makeRoom();
  }

  /** What was read first, of the thread asked in longest ago, goes first. */
  #makeRoom(): void {
    const threads = [...this.#threads.values()];
    let excess = threads.reduce((sum, thread) => sum + thread.#characters, -KEPT_CHARACTERS);
    for (const thread of threads)
      for (const [id, { characters }] of thread.#kept) {
        if (excess <= 0) return;
        thread.forget(id);
        excess -= characters;
      }
  }
}

function threadsOf(store: Store): Map<string, EarlierParts> {
  const threads = new Map<string, EarlierParts>();
  ofStores.set(store, threads);
  store.threads.onDelete((threadId) => threads.delete(threadId));
  store.runs.onChange(({ id, thread_id }) => {
    const earlier = threads.get(thread_id);
    earlier?.runs.change(id);
    // The newest is under way, and no part of what came before it.
    if (earlier?.runs.isOlder(id)) earlier.order.clear();
  });
  store.messages.onChange(({ id, thread_id, run_id }, isRemoved) => {
    const earlier = threads.get(thread_id);
    earlier?.forget(id);
    if (run_id !== null) earlier?.forget(run_id);
    if (!isRemoved) return;
    earlier?.messages.clear();
    earlier?.order.clear();
  });
  return threads;
}

interface OutlineTable<T> {
  outlinesBefore(threadId: string, before: number | null, limit: number): T[];
  outlinesAfter(threadId: string, after: number): T[];
  outline(id: string): T | undefined;
}

const outlinesOf = <T extends { id: string; seq: number }>(table: OutlineTable<T>, threadId: string) => ({
  before: (before: number | null, limit: number) => table.outlinesBefore(threadId, before, limit),
  after: (after: number) => table.outlinesAfter(threadId, after),
  get: (id: string) => table.outline(id),
});

/** Files are told by their names as long as they are there. */
const namesFiles = ({ items }: ConversationPart): boolean =>
  items.some((item) => item.type === 'message' && item.attachments !== undefined);
