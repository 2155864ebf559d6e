/** Screens a second: whoever goes faster does not read what passes. */
const FAST = 2;
/** So long after the last fast step, the reader is taken to have arrived. */
const REST_MS = 120;
/** Events that are further apart belong to two movements; milliseconds. */
const APART_MS = 200;

interface Pace {
  racing: boolean;
  waiting: Set<() => void>;
}

const paces = new WeakMap<Element, Pace>();

/**
 * Runs something at once, or when a scroller that is raced through comes to rest: drawing what only flies by would stop
 * the scrolling. Returns what withdraws it. A scroller is watched from the first time that it is asked about.
 */
export function whenCalm(scroller: Element | null, run: () => void): () => void {
  const pace = scroller && paceOf(scroller);
  if (!pace?.racing) {
    run();
    return () => undefined;
  }
  pace.waiting.add(run);
  return () => void pace.waiting.delete(run);
}

function paceOf(scroller: Element): Pace {
  const known = paces.get(scroller);
  if (known) return known;
  const pace: Pace = { racing: false, waiting: new Set() };
  paces.set(scroller, pace);
  let last = { top: scroller.scrollTop, at: -Infinity };
  let rest: ReturnType<typeof setTimeout> | undefined;
  const arrive = () => {
    pace.racing = false;
    const due = [...pace.waiting];
    pace.waiting.clear();
    for (const run of due) run();
  };
  scroller.addEventListener(
    'scroll',
    ({ timeStamp }) => {
      const [moved, took] = [Math.abs(scroller.scrollTop - last.top), timeStamp - last.at];
      last = { top: scroller.scrollTop, at: timeStamp };
      // A jump is one event, and what it leads to is wanted.
      if (took > APART_MS || moved / Math.max(took, 1) < (FAST * scroller.clientHeight) / 1000) return;
      pace.racing = true;
      clearTimeout(rest);
      rest = setTimeout(arrive, REST_MS);
    },
    { passive: true },
  );
  return pace;
}
