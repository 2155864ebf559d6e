import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import { isActive } from '../store/records';
import type { RunOutline } from '../store/runs';
import { type ConversationPart, earlierParts, messageItem } from './items';

/** Of JSON, for all threads together. */
const KEPT_CHARACTERS = 16_000_000;

interface Kept {
  parts: readonly ConversationPart[];
  characters: number;
}

const ofStores = new WeakMap<Store, EarlierParts>();

/**
 * What people have said, and what runs that are over have said and done, as later runs are given it: read once, not at each
 * turn of a long thread. What was asked for last is kept, up to a limit; what changes is read anew.
 */
export class EarlierParts {
  readonly #store: Store;
  /** By the run, or by the message that no run has written. */
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  private constructor(store: Store) {
    this.#store = store;
    store.messages.onChange(({ id, run_id }) => {
      this.#forget(id);
      if (run_id !== null) this.#forget(run_id);
    });
  }

  static of(store: Store): EarlierParts {
    const earlier = ofStores.get(store) ?? new EarlierParts(store);
    ofStores.set(store, earlier);
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

  #messagePart(id: string): ConversationPart[] {
    const message = this.#store.messages.get(id);
    const item = message && messageItem(this.#store, message);
    return item ? [{ messageId: id, items: [item] }] : [];
  }

  #parts(id: string, read: () => readonly ConversationPart[], isSettled: boolean): readonly ConversationPart[] {
    const kept = this.#kept.get(id);
    const parts = kept?.parts ?? read();
    this.#forget(id);
    if (isSettled && !parts.some(namesFiles)) this.#keep(id, parts, kept?.characters);
    return parts;
  }

  #keep(id: string, parts: readonly ConversationPart[], known?: number): void {
    const characters = known ?? JSON.stringify(parts).length;
    this.#kept.set(id, { parts, characters });
    this.#characters += characters;
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= KEPT_CHARACTERS) break;
      this.#forget(oldest);
    }
  }

  #forget(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#characters -= kept.characters;
    this.#kept.delete(id);
  }
}

/** Files are told by their names as long as they are there. */
const namesFiles = ({ items }: ConversationPart): boolean =>
  items.some((item) => item.type === 'message' && item.attachments !== undefined);
