/** What a loopback server takes from its clients. Times in milliseconds, sizes in bytes. */
export interface Patience {
  /** Connections at a time; more are closed as they come. */
  connections: number;
  /** As many of them may be open without having shown a token or key; the longest idle makes room for the next. */
  strangers: number;
  /** How long such a connection may lie idle. */
  strangerMs: number;
  /** From the connection, or the request's first byte, to the end of its headers. */
  headersMs: number;
  /** Between two requests of a connection. */
  idleMs: number;
  /** In any such time a body that is waited for must bring at least `bodyBytes`. */
  bodyMs: number;
  bodyBytes: number;
  /** The most a request may bring; what the engine and the window take of one is bounded besides. */
  largestBody: number;
  /** How long an answer may wait for a client that does not take it. */
  takeMs: number;
  /** How often all this is looked at. */
  checkMs: number;
}

export const usualPatience: Patience = {
  connections: 2_048,
  strangers: 256,
  strangerMs: 3_000,
  headersMs: 10_000,
  idleMs: 10_000,
  bodyMs: 20_000,
  bodyBytes: 16 * 1024,
  largestBody: Number.POSITIVE_INFINITY,
  takeMs: 60_000,
  checkMs: 5_000,
};

/** How far a request and its answer have come, in bytes of its connection. */
export interface Progress {
  /** The whole request has arrived. */
  complete: boolean;
  /** What has arrived waits for us, so the client cannot send more. */
  waitsForUs: boolean;
  read: number;
  written: number;
  /** Bytes of the answer that the client has not taken yet. */
  untaken: number;
}

export type Verdict = 'fine' | 'too_slow' | 'too_large' | 'not_taken';

/** Judges one request by what came of it from one look to the next. */
export class Pace {
  readonly #patience: Patience;
  readonly #readFirst: number;
  #body: { since: number; read: number };
  #answer: { since: number; written: number };
  #looked: number;

  constructor(patience: Patience, now: number, progress: Pick<Progress, 'read' | 'written'>) {
    this.#patience = patience;
    this.#readFirst = progress.read;
    this.#body = { since: now, read: progress.read };
    this.#answer = { since: now, written: progress.written };
    this.#looked = now;
  }

  look(now: number, { complete, waitsForUs, read, written, untaken }: Progress): Verdict {
    const { bodyMs, bodyBytes, largestBody, takeMs, checkMs } = this.#patience;
    // After the computer slept, or we were busy, nobody could have done better.
    const missed = now - this.#looked > 2 * checkMs + bodyMs;
    this.#looked = now;
    if (complete || waitsForUs || missed || read - this.#body.read >= bodyBytes) this.#body = { since: now, read };
    if (untaken === 0 || missed || written !== this.#answer.written) this.#answer = { since: now, written };
    if (!complete && read - this.#readFirst > largestBody) return 'too_large';
    if (now - this.#body.since >= bodyMs) return 'too_slow';
    if (now - this.#answer.since >= takeMs) return 'not_taken';
    return 'fine';
  }
}
