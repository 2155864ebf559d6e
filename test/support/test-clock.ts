import type { Clock } from '../../src/main/engine/ports';

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #now: number;
  #passed = 0;
  readonly #timers = new Set<{ at: number; run: () => void }>();

  constructor(now = Date.UTC(2026, 10, 21)) {
    this.#now = now;
  }

  now = (): number => this.#now;

  monotonic = (): number => this.#passed;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#passed + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  advance(ms: number): void {
    this.sleep(ms);
    for (const timer of [...this.#timers]) {
      if (timer.at > this.#passed) continue;
      this.#timers.delete(timer);
      timer.run();
    }
  }

  /** The machine slept: time has passed, but no timer has noticed. */
  sleep(ms: number): void {
    this.#now += ms;
    this.#passed += ms;
  }

  /** Somebody set the machine's clock by so much; no time has passed. */
  set(by: number): void {
    this.#now += by;
  }
}
