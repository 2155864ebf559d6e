/** Where work is done that takes much memory: one at a time in each. */
export type LaneName = 'main' | 'side';
/** `both`: in the main lane, with nothing beside it. */
export type Wanted = LaneName | 'any' | 'both';

export interface Lane {
  name: LaneName;
  release(): void;
}

interface Waiting {
  wants: Wanted;
  start(lane: Lane): void;
}

/** Who may work now, in the order they asked. One that wants both lanes has nobody overtake it. */
export class Lanes {
  readonly #free = new Set<LaneName>(['main', 'side']);
  #waiting: Waiting[] = [];

  /** Rejects with the signal's reason when it is aborted before there is a lane. */
  take(wants: Wanted, signal: AbortSignal): Promise<Lane> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason);
        this.#startWaiting();
      };
      const waiting: Waiting = {
        wants,
        start: (lane) => {
          signal.removeEventListener('abort', giveUp);
          resolve(lane);
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(waiting);
      this.#startWaiting();
    });
  }

  #startWaiting(): void {
    for (const waiting of [...this.#waiting]) {
      const names = this.#namesFor(waiting.wants);
      if (names) {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        waiting.start(this.#occupy(names));
      } else if (waiting.wants === 'both') {
        return;
      }
    }
  }

  /** The lanes to take, the one to compute in first; null while they are not free. */
  #namesFor(wants: Wanted): readonly LaneName[] | null {
    if (wants === 'both') return this.#free.size === 2 ? ['main', 'side'] : null;
    const name = (['main', 'side'] as const).find(
      (each) => this.#free.has(each) && (wants === 'any' || wants === each),
    );
    return name ? [name] : null;
  }

  #occupy(names: readonly LaneName[]): Lane {
    for (const name of names) this.#free.delete(name);
    const release = () => {
      for (const name of names) this.#free.add(name);
      this.#startWaiting();
    };
    return { name: names[0] ?? 'main', release };
  }
}
