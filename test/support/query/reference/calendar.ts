import type { CalendarPart, Grain } from '../../../../src/preload/contract/query';

const utc = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

export function periodOf(iso: string, grain: Grain): string {
  const date = utc(iso);
  switch (grain) {
    case 'year':
      return `${iso.slice(0, 4)}-01-01`;
    case 'quarter':
      return `${iso.slice(0, 4)}-${String(Math.floor(date.getUTCMonth() / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'month':
      return `${iso.slice(0, 7)}-01`;
    case 'week':
      date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
      return isoDay(date);
    case 'day':
      return iso.slice(0, 10);
    case 'hour':
      return `${iso.slice(0, 13)}:00:00`;
    case 'minute':
      return `${iso.slice(0, 16)}:00`;
  }
}

/** The period before one. */
export function before(start: string, grain: Grain): string {
  const date = utc(start);
  date.setUTCDate(date.getUTCDate() - 1);
  return periodOf(isoDay(date), grain);
}

export function yearBefore(start: string, grain: Grain): string | null {
  if (grain === 'week') {
    const [year, week] = isoWeek(start);
    for (let date = utc(start); ; date.setUTCDate(date.getUTCDate() - 7)) {
      const [otherYear, otherWeek] = isoWeek(isoDay(date));
      if (otherYear === year - 1 && otherWeek === week) return isoDay(date);
      if (otherYear < year - 1) return null;
    }
  }
  const same = `${String(Number(start.slice(0, 4)) - 1)}${start.slice(4)}`;
  return Number.isNaN(utc(same).getTime()) || isoDay(utc(same)) !== same.slice(0, 10) ? null : same;
}

export function isoWeek(iso: string): [year: number, week: number] {
  const thursday = utc(periodOf(iso, 'week'));
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const year = thursday.getUTCFullYear();
  return [year, Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 604_800_000) + 1];
}

export function partOf(iso: string, part: CalendarPart): number {
  const date = utc(iso);
  switch (part) {
    case 'quarter_of_year':
      return Math.floor(date.getUTCMonth() / 3) + 1;
    case 'month_of_year':
      return date.getUTCMonth() + 1;
    case 'day_of_month':
      return date.getUTCDate();
    case 'weekday':
      return ((date.getUTCDay() + 6) % 7) + 1;
    case 'hour_of_day':
      return Number(iso.slice(11, 13));
  }
}
