import type { CalendarPart, Period } from '#contract/query';
import type { PlainConditionPart } from '#contract/query-parts';
import { listed, number, short } from './grammar';

const VALUES_NAMED = 3;

const MONTHS = [
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
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Departure delay` within a sentence; abbreviations stay as they are. */
export const lower = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title;

/** A number as it is written for people; what is none stays as it is. */
export const operand = (value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const [, sign = '', whole = '', rest = ''] = /^([+-]?)(\d{4,15})((?:\.\d+)?)$/.exec(value) ?? [];
  return whole === '' ? short(value) : `${sign}${number(Number(whole))}${rest}`;
};

const day = (iso: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year === undefined
    ? iso
    : `${Number(date)} ${MONTHS[Number(month) - 1]?.slice(0, 3)} ${year}${iso.length > 10 ? ` ${iso.slice(11, 16)}` : ''}`;
};

function partValue(part: CalendarPart, value: number): string {
  switch (part) {
    case 'month_of_year':
      return MONTHS[value - 1] ?? String(value);
    case 'weekday':
      return `${WEEKDAYS[value - 1] ?? value}s`;
    case 'quarter_of_year':
      return `Q${value}`;
    case 'hour_of_day':
      return `${String(value).padStart(2, '0')}:00`;
    case 'day_of_month':
      return `day ${value}`;
  }
}

export function period(value: Period): string {
  switch (value.kind) {
    case 'year':
      return String(value.year);
    case 'quarter':
      return `Q${value.quarter} ${value.year}`;
    case 'month':
      return `${MONTHS[value.month - 1]} ${value.year}`;
    case 'range':
      if (value.from === undefined) return value.to === undefined ? 'any time' : `until ${day(value.to)}`;
      if (value.to === undefined) return `from ${day(value.from)}`;
      return value.from === value.to ? day(value.from) : `${day(value.from)} to ${day(value.to)}`;
    case 'last':
      return value.n === 1 ? `the last ${value.unit}` : `the last ${number(value.n)} ${value.unit}s`;
    case 'part':
      return listed(
        value.values.map((item) => partValue(value.part, item)),
        'and',
      );
  }
}

function values(items: readonly (string | boolean)[]): string {
  const shown = items.slice(0, VALUES_NAMED).map(operand);
  const more = items.length - shown.length;
  return more > 0 ? `${shown.join(', ')} or ${number(more)} more` : listed(shown, 'or');
}

export const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** A condition on single rows. */
export function conditionText(part: PlainConditionPart): string {
  switch (part.op) {
    case 'is':
    case 'is_not': {
      const title = short(part.title);
      const [only] = part.values;
      if (part.flag && part.values.length === 1) {
        const yes = (only === true || only === 'true') === (part.op === 'is');
        return yes ? lower(title) : `not ${lower(title)}`;
      }
      return `${title}${part.op === 'is' ? ':' : ' not'} ${values(part.values)}`;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${short(part.title)} ${SIGNS[part.op]} ${operand(part.value)}`;
    case 'between':
      return `${short(part.title)} ${operand(part.from)} to ${operand(part.to)}`;
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with':
      return `${short(part.title)} ${TEXT_DEEDS[part.op]} “${operand(part.text)}”`;
    case 'missing':
      return `without ${lower(short(part.title))}`;
    case 'present':
      return `with ${lower(short(part.title))}`;
    case 'outlier':
      return `outliers in ${lower(short(part.title))}`;
    case 'during':
    case 'not_during': {
      const time = `${part.op === 'during' ? '' : 'not '}${period(part.period)}`;
      return part.title === null ? time : `${short(part.title)}: ${time}`;
    }
    case 'compare':
      return `${short(part.left)} ${SIGNS[part.comparison]} ${lower(short(part.right))}`;
    case 'repeated':
      return part.titles.length > 3
        ? 'repeated rows'
        : `repeated ${listed(
            part.titles.map((title) => lower(short(title))),
            'and',
          )}`;
    case 'own':
      return lower(short(part.title));
    case 'not_own':
      return `not ${lower(short(part.title))}`;
  }
}

const TEXT_DEEDS = {
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'begins with',
  ends_with: 'ends with',
} as const;
