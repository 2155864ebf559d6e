import type { AppEvent } from '#contract';

export type Emit = (event: AppEvent) => void;

/** Where services say what they have saved. Listeners are the shells; one that throws does not stop the others. */
export class Hub {
  readonly #listeners = new Set<Emit>();

  readonly emit: Emit = (event) => {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch {
        this.#listeners.delete(listener);
      }
    }
  };

  subscribe(listener: Emit): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
