const MINUTE_MS = 60_000;

export interface Allowance {
  allowed: boolean;
  /** Requests that may follow at once. */
  remaining: number;
  /** Until all of them are there again, and until the next one is; milliseconds. */
  resetMs: number;
  retryMs: number;
}

/** Requests a minute: a full minute's worth may come at once, and comes back evenly. */
export class Rate {
  readonly #now: () => number;
  #left = Number.POSITIVE_INFINITY;
  #at = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  take(perMinute: number): Allowance {
    const now = this.#now();
    const each = MINUTE_MS / perMinute;
    this.#left = Math.min(perMinute, this.#left + (now - this.#at) / each);
    this.#at = now;
    const allowed = this.#left >= 1;
    if (allowed) this.#left -= 1;
    return {
      allowed,
      remaining: Math.floor(this.#left),
      resetMs: Math.ceil((perMinute - this.#left) * each),
      retryMs: allowed ? 0 : Math.ceil((1 - this.#left) * each),
    };
  }
}

/** As upstream writes it: `20ms`, `1.5s`, `6m0s`. */
export function spanText(ms: number): string {
  if (ms < 1_000) return `${ms}ms`;
  if (ms < 59_500) return `${Math.round(ms / 100) / 10}s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
