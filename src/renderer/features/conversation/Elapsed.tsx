import { useEffect, useState } from 'react';
import type { Instant } from '#contract';
import { formatDuration } from '../../ui';

const TOLD_FROM_SECONDS = 3;

const secondsSince = (at: Instant): number => Math.floor((Date.now() - at) / 1000);

/** How long something has taken so far, once that is long. Seen only: nobody wants a number read out every second. */
export function Elapsed({ since }: { since: Instant }) {
  const [seconds, setSeconds] = useState(() => secondsSince(since));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsSince(since)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  if (seconds < TOLD_FROM_SECONDS) return null;
  return <span aria-hidden="true">· {seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000)}</span>;
}
