import type { Thread } from '#contract';

const DAY = 86_400_000;

export interface ThreadGroup {
  title: string;
  threads: Thread[];
}

/** Threads under the headings an eye looks for: pinned, today, yesterday, the last week, then by month. */
export function groupThreads(threads: readonly Thread[], now: number): ThreadGroup[] {
  const groups = Map.groupBy(threads, (thread) => (thread.pinned ? 'Pinned' : dayName(thread.updatedAt, now)));
  return [...groups].map(([title, members]) => ({ title, threads: members }));
}

function dayName(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight) return 'Today';
  if (at >= midnight - DAY) return 'Yesterday';
  if (at >= midnight - 6 * DAY) return 'Last 7 days';
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString('en-US', sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' });
}
