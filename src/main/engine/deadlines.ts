import type { Clock } from './ports';

/** Dates in Unix seconds. */
interface Limited {
  id: string;
  created_at: number;
  expires_at: number;
}

/**
 * When the time of something is over. What this process began or took up is measured by the clock that nobody sets; dates
 * only decide about what an earlier process left.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #due = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until its time is over; none, or less, afterwards. Counts from the first call for it. */
  remaining(limited: Limited): number {
    const now = this.#clock.monotonic();
    const due = this.#due.get(limited.id) ?? now + this.#leftByDate(limited);
    this.#due.set(limited.id, due);
    return due - now;
  }

  /** Call once it has ended. */
  forget(id: string): void {
    this.#due.delete(id);
  }

  /** A date made while the clock was ahead gives nothing more time than it had at first. */
  #leftByDate({ created_at, expires_at }: Limited): number {
    return Math.min(expires_at * 1000 - this.#clock.now(), (expires_at - created_at) * 1000);
  }
}
