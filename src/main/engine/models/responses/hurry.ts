/** What comes behind a failure is waited for no longer than this. */
const LAST_WORD_MS = 1_000;

/** A signal that aborts with another one, or a moment after it was said that there is no more to wait for. */
export class Hurry {
  readonly #last = new AbortController();
  readonly signal: AbortSignal;
  #timer: NodeJS.Timeout | null = null;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#last.signal]);
  }

  begin(): void {
    this.#timer ??= setTimeout(() => this.#last.abort(), LAST_WORD_MS);
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
