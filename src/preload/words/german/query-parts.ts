import { entryOf } from '#contract/entries';
import type { CalendarPart, Grain, Period, RowValue } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { capital, dayText, listed, number } from './grammar';
import { pluralOf } from './nouns';

export { pluralOf } from './nouns';

/** What fields, rows and periods of a query are called. Names of the data stand as they are: German has no other case for them. */

export const fieldTitle = (names: ReadingNames, field: string): string => entryOf(names.fields, field)?.title ?? field;

export const rowsTitle = (names: Pick<ReadingNames, 'entity'>): string =>
  names.entity === null ? 'Zeilen' : pluralOf(capital(names.entity));

export const ARITHMETIC = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

export const rowValue = (names: ReadingNames, value: RowValue): string =>
  typeof value === 'string'
    ? fieldTitle(names, value)
    : `${fieldTitle(names, value.left)} ${ARITHMETIC[value.calculate]} ${fieldTitle(names, value.right)}`;

export const PARTS: Record<CalendarPart, string> = {
  quarter_of_year: 'Quartal des Jahres',
  month_of_year: 'Monat des Jahres',
  day_of_month: 'Tag des Monats',
  weekday: 'Wochentag',
  hour_of_day: 'Stunde des Tages',
};

export const GRAINS: Record<Grain, string> = {
  year: 'Jahr',
  quarter: 'Quartal',
  month: 'Monat',
  week: 'Woche',
  day: 'Tag',
  hour: 'Stunde',
  minute: 'Minute',
};

export const GRAINS_MANY: Record<Grain, string> = {
  year: 'Jahre',
  quarter: 'Quartale',
  month: 'Monate',
  week: 'Wochen',
  day: 'Tage',
  hour: 'Stunden',
  minute: 'Minuten',
};

const LAST: Record<Grain, string> = {
  year: 'letztes Jahr',
  quarter: 'letztes Quartal',
  month: 'letzter Monat',
  week: 'letzte Woche',
  day: 'letzter Tag',
  hour: 'letzte Stunde',
  minute: 'letzte Minute',
};

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const WEEKDAYS = 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'.split(' ');

export const plainGrain = (grain: Grain, n: number): string =>
  n === 1 ? LAST[grain] : `letzte ${number(n)} ${GRAINS_MANY[grain]}`;

export function periodTitle(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'quarter':
      return `Q${period.quarter} ${period.year}`;
    case 'month':
      return `${MONTHS[period.month - 1]} ${period.year}`;
    case 'range':
      if (period.from === undefined) return `bis ${dayText(period.to ?? '')}`;
      return period.to === undefined
        ? `seit ${dayText(period.from)}`
        : `${dayText(period.from)} bis ${dayText(period.to)}`;
    case 'last':
      return plainGrain(period.unit, period.n);
    case 'part':
      return listed(
        period.values.map((value) => partValue(period.part, value)),
        'oder',
      );
  }
}

/** The period that begins on a day, or is a year. */
export function periodStarting(start: string, grain: Grain | undefined): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  if (grain === 'quarter') return periodTitle({ kind: 'quarter', year, quarter: Math.ceil(month / 3) });
  if (grain === 'month') return periodTitle({ kind: 'month', year, month });
  return grain === 'week' ? `Die Woche ab ${dayText(start)}` : dayText(start);
}

export function partValue(part: CalendarPart, value: number): string {
  switch (part) {
    case 'month_of_year':
      return MONTHS[value - 1] ?? String(value);
    case 'weekday':
      return WEEKDAYS[value - 1] ?? String(value);
    case 'quarter_of_year':
      return `Q${value}`;
    case 'hour_of_day':
      return `${String(value).padStart(2, '0')}:00`;
    case 'day_of_month':
      return ordinal(String(value));
  }
}

export const ordinal = (text: string): string => `${text.replace('.', ',')}.`;
