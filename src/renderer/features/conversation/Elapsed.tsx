import { useEffect, useState } from 'react';
import type { Instant } from '#contract';
import { formatDuration } from '../../ui';

const TOLD_FROM_SECONDS = 3;

const msSince = (at: Instant): number => Math.max(0, Date.now() - at);

/** How long something has taken so far, once that is long. Seen only: nobody wants a number read out every second. */
export function Elapsed({ since }: { since: Instant }) {
  const [ms, setMs] = useState(() => msSince(since));
  useEffect(() => {
    // From here on only time that passes counts, whatever is done to the clock.
    const mark = performance.now() - msSince(since);
    const timer = setInterval(() => setMs(performance.now() - mark), 1000);
    return () => clearInterval(timer);
  }, [since]);
  const seconds = Math.floor(ms / 1000);
  if (seconds < TOLD_FROM_SECONDS) return null;
  return <span aria-hidden="true">· {seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000)}</span>;
}
