import type { Grain } from '#contract/query';
import { dayText } from './locale';

/** What a language says of periods; days and years are written alike. */
export interface PeriodPhrases {
  /** By the day it begins on, as it is written. */
  week: (day: string) => string;
  month: (year: number, month: number) => string;
}

/** The period of that grain that begins at an ISO moment (`2025-03-01`, or with a time); null for hours and what is no moment. */
export function periodFrom(start: string, grain: Grain | undefined, phrases: PeriodPhrases): string | null {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})/.exec(start) ?? [];
  if (year === '') return null;
  switch (grain) {
    case 'year':
      return year;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${year}`;
    case 'month':
      return phrases.month(Number(year), Number(month));
    case 'week':
      return phrases.week(dayText(start.slice(0, 10)));
    case 'day':
      return dayText(start.slice(0, 10));
    default:
      return null;
  }
}
