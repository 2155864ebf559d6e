import type { Thread } from '#contract';
import { dateText, type Words } from '#words';

const DAY = 86_400_000;

export interface ThreadGroup {
  key: string;
  title: string;
  threads: Thread[];
}

type GroupWords = Words['ui']['threads'];

/** Threads under the headings an eye looks for: pinned, today, yesterday, the last week, then by month. */
export function groupThreads(threads: readonly Thread[], now: number, words: GroupWords): ThreadGroup[] {
  const groups = Map.groupBy(threads, (thread) => (thread.pinned ? 'pinned' : periodOf(thread.updatedAt, now)));
  return [...groups].map(([key, members]) => ({
    key,
    title: titleOf(key, members[0]?.updatedAt ?? now, now, words),
    threads: members,
  }));
}

type Period = 'today' | 'yesterday' | 'lastWeek' | `${number}-${number}`;

function periodOf(at: number, now: number): Period {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight) return 'today';
  if (at >= midnight - DAY) return 'yesterday';
  if (at >= midnight - 6 * DAY) return 'lastWeek';
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}`;
}

function titleOf(key: Period | 'pinned', at: number, now: number, words: GroupWords): string {
  if (key === 'pinned' || key === 'today' || key === 'yesterday' || key === 'lastWeek') return words[key];
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return dateText(date, sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' });
}
