import { uptime } from 'node:os';
import type { Clock } from './ports';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Between two looks at the machine's uptime, each of which may be a look into a file. */
const UPTIME_EVERY_MS = 1_000;

/** The machine's own. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: Date.now,
  monotonic: untilNow(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Unlike `performance.now`, a machine's uptime goes on while it sleeps; it is told less finely. */
function untilNow(): () => number {
  let [lookedAt, ahead, last] = [Number.NEGATIVE_INFINITY, 0, 0];
  return () => {
    const passed = performance.now();
    if (passed - lookedAt > UPTIME_EVERY_MS) [lookedAt, ahead] = [passed, uptime() * 1000 - passed];
    last = Math.max(last, passed + ahead);
    return last;
  };
}

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
