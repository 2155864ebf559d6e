import type { CalendarPart, Grain } from '#contract/query';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const monthName = (number: number): string => MONTHS[number - 1] ?? String(number);

/** How an analyst writes the period that begins at `start`. */
export function periodLabel(start: string, grain: Grain): string {
  const [year = '', month = ''] = start.split('-');
  switch (grain) {
    case 'week':
      return `week of ${start.slice(0, 10)}`;
    case 'month':
      return `${monthName(Number(month))} ${year}`;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${year}`;
    case 'year':
      return year;
    case 'day':
      return start.slice(0, 10);
    default:
      return start.replace('T', ' ').slice(0, 16);
  }
}

/** What recurs, by its number. */
export function partLabel(number: number, part: CalendarPart): string {
  switch (part) {
    case 'weekday':
      return WEEKDAYS[number - 1] ?? String(number);
    case 'month_of_year':
      return monthName(number);
    case 'quarter_of_year':
      return `Q${number}`;
    case 'hour_of_day':
      return `${number}:00`;
    default:
      return String(number);
  }
}
