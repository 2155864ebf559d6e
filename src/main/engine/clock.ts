import type { Clock } from './ports';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Unix seconds, as the protocol counts. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
