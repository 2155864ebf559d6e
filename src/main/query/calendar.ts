import type { FieldDefinition } from '#contract/definitions';
import type { Grain, Period } from '#contract/query';

/** From the first moment to the one before which it ends, as ISO text; open where null. */
export interface Span {
  from: string | null;
  until: string | null;
}

/** How a field tells times: `year`, and the parts, where numbers or names stand for them. */
export type TimeKind = 'date' | 'timestamp' | 'year' | 'month_of_year' | 'weekday' | 'hour_of_day';

export function timeKind({ type, grain, role }: FieldDefinition): TimeKind | null {
  if (type === 'date' || type === 'timestamp') return type;
  if (grain === 'year' && type === 'integer') return 'year';
  if (type === 'integer' || type === 'text') {
    if (grain === 'month_of_year' || grain === 'weekday') return grain;
    if (grain === 'hour_of_day' && type === 'integer') return grain;
  }
  return role === 'time' && type === 'integer' && grain === null ? 'year' : null;
}

const DAY_MS = 86_400_000;
const [EARLIEST, LATEST] = ['0001-01-01', '9999-12-31'];

/** Beyond four digits of a year there is nothing to compare with. */
function day(date: Date): string {
  const year = date.getUTCFullYear();
  if (year > 9_999) return LATEST;
  return year >= 1 ? date.toISOString().slice(0, 10) : EARLIEST;
}

export const dateOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

export function addDays(iso: string, days: number): string {
  return day(new Date(dateOf(iso).getTime() + days * DAY_MS));
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);

/** Months after the first day of a month. */
const monthStart = (year: number, month: number): string => {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year + Math.floor((month - 1) / 12), (((month - 1) % 12) + 12) % 12, 1);
  return day(date);
};

/** The first day, or moment, of the period that a moment lies in. Weeks begin on Monday. */
export function startOf(iso: string, grain: Grain): string {
  const date = dateOf(iso);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (grain) {
    case 'year':
      return monthStart(year, 1);
    case 'quarter':
      return monthStart(year, Math.floor(month / 3) * 3 + 1);
    case 'month':
      return monthStart(year, month + 1);
    case 'week':
      return addDays(iso, -((date.getUTCDay() + 6) % 7));
    case 'day':
      return iso.slice(0, 10);
    case 'hour':
      return `${moment(iso).slice(0, 13)}:00:00`;
    case 'minute':
      return `${moment(iso).slice(0, 16)}:00`;
  }
}

/** So many periods later, of a period's start. */
export function addPeriods(start: string, n: number, grain: Grain): string {
  const date = dateOf(start);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  switch (grain) {
    case 'year':
      return monthStart(year + n, month);
    case 'quarter':
      return monthStart(year, month + 3 * n);
    case 'month':
      return monthStart(year, month + n);
    case 'week':
      return addDays(start, 7 * n);
    case 'day':
      return addDays(start, n);
    case 'hour':
    case 'minute': {
      const time = new Date(`${moment(start)}Z`).getTime() + n * (grain === 'hour' ? 3_600_000 : 60_000);
      return `${day(new Date(time))}${new Date(time).toISOString().slice(-14, -5)}`;
    }
  }
}

const moment = (iso: string): string =>
  iso.length > 10 ? iso.slice(0, 19).replace(' ', 'T') : `${iso.slice(0, 10)}T00:00:00`;

/** The span of a period; `last` is the last moment of the data. Null for parts, and where there is no last moment. */
export function spanOf(period: Period, last: string | null): Span | null {
  switch (period.kind) {
    case 'year':
      return { from: monthStart(period.year, 1), until: monthStart(period.year + 1, 1) };
    case 'quarter':
      return {
        from: monthStart(period.year, period.quarter * 3 - 2),
        until: monthStart(period.year, period.quarter * 3 + 1),
      };
    case 'month':
      return { from: monthStart(period.year, period.month), until: monthStart(period.year, period.month + 1) };
    case 'range':
      return { from: period.from ?? null, until: period.to === undefined ? null : after(period.to) };
    case 'last':
      return last === null
        ? null
        : { from: addPeriods(startOf(last, period.unit), 1 - period.n, period.unit), until: null };
    case 'part':
      return null;
  }
}

/** The first moment after a day, or after a second: both ends of a range belong to it. */
function after(iso: string): string {
  if (iso.length <= 10) return addDays(iso, 1);
  return new Date(new Date(`${moment(iso)}Z`).getTime() + 1_000).toISOString().slice(0, 19);
}

/** A day that is written as one, and that there is. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && day(dateOf(text)) === text;

export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)?$/.test(text) &&
  isDay(text.slice(0, 10));
