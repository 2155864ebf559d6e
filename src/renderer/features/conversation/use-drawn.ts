import { useEffect, useLayoutEffect, useState } from 'react';

/** These fill the window; those above them are drawn when it has time. */
const AT_FIRST = 4;
/** So many at a time take no longer than a few frames. */
const STEP = 6;
const LATEST_MS = 250;

/**
 * The items of a list that are drawn: the newest at once, those above them a few at a time, so that a long list neither
 * opens late nor holds up what the reader does. `all` has them drawn without delay.
 */
export function useDrawn<T>(items: readonly T[], keyOf: (item: T) => string, all: boolean): readonly T[] {
  const [first, setFirst] = useState<string | null>(null);
  const known = items.findIndex((item) => keyOf(item) === first);
  const from = all ? 0 : known === -1 ? Math.max(0, items.length - AT_FIRST) : known;
  useLayoutEffect(() => {
    const oldest = items[0];
    if (all && oldest !== undefined) setFirst(keyOf(oldest));
  }, [all, items, keyOf]);
  useEffect(() => {
    const next = items[Math.max(0, from - STEP)];
    if (from === 0 || next === undefined) return;
    // After the charts of those that are seen.
    return whenIdle(() => setFirst(keyOf(next)));
  }, [items, from, keyOf]);
  return from === 0 ? items : items.slice(from);
}

/** Runs something when the window has time, or after a while; not every browser tells. Returns what withdraws it. */
function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(run, { timeout: LATEST_MS });
  return () => cancelIdleCallback(waiting);
}
