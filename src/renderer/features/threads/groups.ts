import type { Thread } from '#contract';
import { dateText, type Words } from '#words';

const DAY = 86_400_000;

export interface ThreadGroup {
  title: string;
  threads: Thread[];
}

type GroupWords = Words['ui']['threads'];

/** Threads under the headings an eye looks for: pinned, today, yesterday, the last week, then by month. */
export function groupThreads(threads: readonly Thread[], now: number, words: GroupWords): ThreadGroup[] {
  const groups = Map.groupBy(threads, (thread) =>
    thread.pinned ? words.pinned : dayName(thread.updatedAt, now, words),
  );
  return [...groups].map(([title, members]) => ({ title, threads: members }));
}

function dayName(at: number, now: number, words: GroupWords): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight) return words.today;
  if (at >= midnight - DAY) return words.yesterday;
  if (at >= midnight - 6 * DAY) return words.lastWeek;
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return dateText(date, sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' });
}
