import type { CodeWait } from '#contract';

/** Waits shorter than this are over before anybody has read of them. */
const SHOWN_AFTER_MS = 400;

/** What code waits for, told once that takes a moment; and that it goes on, where it was told to wait. */
export function lastingWaits(onWaiting: (wait: CodeWait | null) => void): {
  onWaiting(wait: CodeWait | null): void;
  end(): void;
} {
  let isShown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (wait: CodeWait | null) => {
    clearTimeout(timer);
    if (wait === null && !isShown) return;
    const now = () => {
      isShown = wait !== null;
      onWaiting(wait);
    };
    // A place in line is told at once: who waits for others may wait for long.
    if (wait === null || wait.code === 'queued') now();
    else timer = setTimeout(now, SHOWN_AFTER_MS);
  };
  return { onWaiting: change, end: () => change(null) };
}
