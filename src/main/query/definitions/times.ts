import type { Cell, ColumnProfile } from '#contract';
import type { FieldDefinition } from '#contract/definitions';
import { plainWords } from './abbreviations';

type Grain = FieldDefinition['grain'];

const MONTHS =
  /^(jan(uary|uar)?|jän(ner)?|feb(ruary|ruar)?|mar(ch)?|mär(z)?|mrz|apr(il)?|may|mai|june?|juni?|july?|juli?|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)\.?$/i;
const WEEKDAYS =
  /^(mon(day)?|tue?s?(day)?|wed(nesday|s)?|thu(rs?)?(day)?|fri(day)?|sat(urday)?|sun(day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)\.?$/i;

/** The step that a column's values make in time; null for a column that tells none. */
export function grainOf(column: ColumnProfile): Grain {
  switch (column.type) {
    case 'date':
      return grainOfDates(known(column).map((value) => value.slice(0, 10)));
    case 'timestamp':
      return grainOfStamps(known(column));
    case 'integer':
      return grainOfNumbers(column);
    case 'text':
      return grainOfTexts(column);
    default:
      return null;
  }
}

const known = ({ min, max, top }: ColumnProfile): string[] =>
  [...new Set([min, max, ...top.map(({ value }) => value)])].filter((value) => typeof value === 'string').toSorted();

export function grainOfDates(days: readonly string[]): Grain {
  if (days.length < 2) return 'day';
  const every = (holds: (day: string) => boolean) => days.every(holds);
  const ends = every((day) => nextDay(day).endsWith('-01'));
  if (every((day) => day.endsWith('-01')) || ends) {
    if (every((day) => day.slice(5, 7) === (ends ? '12' : '01'))) return 'year';
    return every((day) => Number(day.slice(5, 7)) % 3 === (ends ? 0 : 1)) && days.length > 2 ? 'quarter' : 'month';
  }
  const weekly = days.length > 3 && new Set(days.map((day) => new Date(day).getUTCDay())).size === 1;
  return weekly ? 'week' : 'day';
}

function grainOfStamps(stamps: readonly string[]): Grain {
  if (stamps.every((stamp) => /T00:00(:00(\.0+)?)?$/.test(stamp)))
    return grainOfDates(stamps.map((stamp) => stamp.slice(0, 10)));
  return stamps.every((stamp) => /T\d\d:00(:00(\.0+)?)?$/.test(stamp)) ? 'hour' : 'minute';
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const within = (column: ColumnProfile, from: number, to: number): boolean =>
  column.min !== null && Number(column.min) >= from && Number(column.max) <= to;

function grainOfNumbers(column: ColumnProfile): Grain {
  const words = plainWords(column.name);
  const named = (...names: string[]) => words.some((word) => names.includes(word));
  if (named('year', 'yr', 'jahr') && within(column, 1000, 2999)) return 'year';
  if (
    named('season', 'vintage', 'jahrgang', 'period', 'edition', 'born', 'founded', 'built', 'date', 'datum') &&
    within(column, 1700, 2100)
  )
    return 'year';
  if (words.length === 1 && named('month', 'monat', 'mon') && within(column, 1, 12)) return 'month_of_year';
  if (named('hour', 'hr', 'stunde') && within(column, 0, 23) && !named('per')) return 'hour_of_day';
  if (named('weekday', 'wochentag', 'dow') && within(column, 1, 7)) return 'weekday';
  return null;
}

const texts = (cells: readonly { value: Cell }[]): string[] => cells.map(({ value }) => String(value ?? '').trim());

function grainOfTexts(column: ColumnProfile): Grain {
  const values = texts(column.top);
  if (values.length === 0 || column.distinct > 60) return null;
  if (column.distinct > 1 || /month|day|tag|monat/i.test(column.name)) {
    if (values.every((value) => MONTHS.test(value))) return 'month_of_year';
    if (values.every((value) => WEEKDAYS.test(value))) return 'weekday';
  }
  if (values.every((value) => /^\d{4}[\s-]?Q[1-4]$|^Q[1-4][\s-]?\d{4}$/i.test(value))) return 'quarter';
  return null;
}
