import { uptime } from 'node:os';
import type { Clock } from './ports';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: Date.now,
  // Unlike performance.now, it goes on while the machine sleeps.
  monotonic: () => uptime() * 1000,
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock whose dates go on from now by the time that passes, so that they are as far apart as what they are of. */
export function undisturbed(clock: Clock): Clock {
  const [date, mark] = [clock.now(), clock.monotonic()];
  return {
    now: () => date + clock.monotonic() - mark,
    monotonic: () => clock.monotonic(),
    after: (ms, run) => clock.after(ms, run),
  };
}

/** Unix seconds, as the protocol counts. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/** The same, for how something ends that began at `start`: never before it, whatever was done to the clock. */
export function secondsFrom(start: number, clock: Clock): number {
  return Math.max(start, seconds(clock));
}
