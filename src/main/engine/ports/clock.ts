/** Dates for what is stored, time that passes for what lasts. Tests move both. */
export interface Clock {
  /** Milliseconds since the Unix epoch. May jump either way when somebody sets the machine's clock. */
  now(): number;
  /** Milliseconds since some moment, those included that the machine slept. Never goes back, whatever is done to the clock. */
  monotonic(): number;
  /** Calls `run` once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}
