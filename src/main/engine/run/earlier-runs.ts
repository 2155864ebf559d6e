import type { Store } from '../store';
import { isActive } from '../store/records';
import type { RunOutline } from '../store/runs';
import { type ConversationPart, earlierParts } from './items';

/** Of JSON, for all threads together. */
const KEPT_CHARACTERS = 16_000_000;

interface Kept {
  parts: readonly ConversationPart[];
  characters: number;
}

const ofStores = new WeakMap<Store, EarlierRuns>();

/**
 * What runs that are over have said and done, as later runs are given it: read once, not at each turn of a long thread. What
 * was asked for last is kept, up to a limit; a run whose messages change is read anew.
 */
export class EarlierRuns {
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  private constructor(store: Store) {
    this.#store = store;
    store.messages.onChange((runId) => this.#forget(runId));
  }

  static of(store: Store): EarlierRuns {
    const earlier = ofStores.get(store) ?? new EarlierRuns(store);
    ofStores.set(store, earlier);
    return earlier;
  }

  /** Oldest first; not to be changed. */
  parts({ id, status }: RunOutline): readonly ConversationPart[] {
    const kept = this.#kept.get(id);
    const parts = kept?.parts ?? earlierParts(this.#store, id);
    this.#forget(id);
    if (!isActive(status) && !parts.some(namesFiles)) this.#keep(id, parts, kept?.characters);
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
