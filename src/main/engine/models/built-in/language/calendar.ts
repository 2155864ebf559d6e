import type { TimeGrain } from '#contract/charts';
import type { Span } from '../question/plan';

/** Dates are `YYYY-MM-DD` throughout, so that they compare as text and no time zone can shift them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const DAY_MS = 86_400_000;

export function toDate(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const parts = (date: string): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
};
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const yearOf = (date: string): number => parts(date)[0];
const monthOf = (date: string): number => parts(date)[1];
const quarterOf = (date: string): number => Math.ceil(monthOf(date) / 3);

export function addDays(date: string, days: number): string {
  return iso(utc(date) + days * DAY_MS);
}

/** The same day some months on, or the month's last day where there is no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return iso(Date.UTC(Math.floor(index / 12), index % 12, Math.min(day, last)));
}

export function daysBetween(from: string, until: string): number {
  return Math.round((utc(until) - utc(from)) / DAY_MS);
}

export function add(date: string, count: number, grain: TimeGrain): string {
  switch (grain) {
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, count * 7);
    case 'month':
      return addMonths(date, count);
    case 'quarter':
      return addMonths(date, count * 3);
    case 'year':
      return addMonths(date, count * 12);
  }
}

/** The first day of the day, ISO week, month, quarter or year that `date` is in. */
export function startOf(date: string, grain: TimeGrain): string {
  const [year, month] = parts(date);
  switch (grain) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, -((new Date(utc(date)).getUTCDay() + 6) % 7));
    case 'month':
      return iso(Date.UTC(year, month - 1, 1));
    case 'quarter':
      return iso(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1));
    case 'year':
      return iso(Date.UTC(year, 0, 1));
  }
}

export function spanOf(start: string, grain: TimeGrain): Span {
  return { from: start, until: add(start, 1, grain), label: labelOf(start, grain), unit: grain };
}

/** How an analyst writes the period that begins on `start`. */
export function labelOf(start: string, grain: TimeGrain): string {
  const [year, month] = parts(start);
  switch (grain) {
    case 'day':
      return start;
    case 'week':
      return `week of ${start}`;
    case 'month':
      return `${MONTHS[month - 1]} ${year}`;
    case 'quarter':
      return `Q${quarterOf(start)} ${year}`;
    case 'year':
      return String(year);
  }
}

/** Monday of the ISO week; null when the year has no such week. */
export function weekStart(year: number, week: number): string | null {
  const fourth = toDate(year, 1, 4);
  if (!fourth || week < 1 || week > 53) return null;
  const monday = addDays(startOf(fourth, 'week'), (week - 1) * 7);
  return yearOf(addDays(monday, 3)) === year ? monday : null;
}
