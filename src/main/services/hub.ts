import type { AppEvent } from '#contract';
import type { Log } from '../log';

export type Emit = (event: AppEvent) => void;

/** Where services say what they have saved. A listener that throws does not stop the others, and hears no more. */
export class Hub {
  readonly #listeners = new Set<Emit>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  readonly emit: Emit = (event) => {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#listeners.delete(listener);
        this.#log.error({ err: error, event: event.name }, 'a listener failed and is told nothing more');
      }
    }
  };

  subscribe(listener: Emit): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
