import type { ReadAs } from '#contract';
import { QUARTER } from '../typed-value';
import { withoutRare } from './rare';
import { type InferredColumn, TEXT } from './types';

type Order = 'ymd' | 'dmy' | 'mdy';

interface Shape {
  test: RegExp;
  /** strptime formats for the orders that the digits allow; one that names the month has only itself. */
  format(order: Order): string | null;
  numeric: boolean;
  /** Written with a month of any length in words, or without a day. */
  words?: boolean;
  monthly?: boolean;
}

const TIME = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:[AaPp][Mm])?)?`;
const separated = (mark: string, years: '%Y' | '%y'): Shape => ({
  test: new RegExp(`^\\d{1,2}\\${mark}\\d{1,2}\\${mark}\\d{${years === '%Y' ? 4 : 2}}${TIME}$`),
  format: (order) =>
    order === 'ymd' ? null : order === 'dmy' ? `%d${mark}%m${mark}${years}` : `%m${mark}%d${mark}${years}`,
  numeric: true,
});
const named = (test: string, format: string): Shape => ({
  test: new RegExp(`^${test}${TIME}$`),
  format: () => format,
  numeric: false,
});
const MONTH = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;
const LONG = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`;

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/;
const SHAPES: readonly Shape[] = [
  { test: new RegExp(`^\\d{4}-\\d{1,2}-\\d{1,2}${TIME}$`), format: () => '%Y-%m-%d', numeric: false },
  { test: new RegExp(`^\\d{4}/\\d{1,2}/\\d{1,2}${TIME}$`), format: () => '%Y/%m/%d', numeric: false },
  { test: new RegExp(`^\\d{4}\\.\\d{1,2}\\.\\d{1,2}${TIME}$`), format: () => '%Y.%m.%d', numeric: false },
  // Midnights of the short form, as registers export days.
  {
    test: /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T000000$/,
    format: () => '%Y%m%dT000000',
    numeric: false,
  },
  ...['/', '.', '-'].flatMap((mark) => [separated(mark, '%Y'), separated(mark, '%y')]),
  named(`\\d{1,2}-${MONTH}-\\d{4}`, '%d-%b-%Y'),
  named(`\\d{1,2}-${MONTH}-\\d{2}`, '%d-%b-%y'),
  named(`\\d{1,2}/${MONTH}/\\d{4}`, '%d/%b/%Y'),
  named(`\\d{1,2}/${MONTH}/\\d{2}`, '%d/%b/%y'),
  named(`\\d{1,2} ${MONTH} \\d{4}`, '%d %b %Y'),
  named(`\\d{1,2} ${LONG} \\d{4}`, '%d %B %Y'),
  named(`${MONTH} \\d{1,2}, \\d{4}`, '%b %d, %Y'),
  named(`${LONG} \\d{1,2}, \\d{4}`, '%B %d, %Y'),
];
const WORD =
  '(?:jan(?:uary|uar)?|jän(?:ner)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?)\\.?';
const worded = (test: string, format: string, monthly = false): Shape => ({
  test: new RegExp(`^${test}$`, 'i'),
  format: () => format,
  numeric: false,
  words: true,
  monthly,
});
const monthly = (test: string, format: string): Shape => ({
  test: new RegExp(`^${test}$`),
  format: () => format,
  numeric: false,
  monthly: true,
});
/** Tried last: months in words, English or German, and months without a day. */
const OTHER_SHAPES: readonly Shape[] = [
  worded(`\\d{1,2}\\.? ?${WORD},? \\d{4}`, '%d %b %Y'),
  worded(`${WORD} \\d{1,2}(?:,|\\.)? \\d{4}`, '%b %d %Y'),
  worded(`\\d{4} ${WORD} \\d{1,2}`, '%Y %b %d'),
  worded(`\\d{1,2}-${WORD}-\\d{4}`, '%d-%b-%Y'),
  worded(`\\d{1,2}-${WORD}-\\d{2}`, '%d-%b-%y'),
  worded(`${WORD}-\\d{4}`, '%b-%Y', true),
  worded(`${WORD}-\\d{2}`, '%b-%y', true),
  worded(`${WORD},? \\d{4}`, '%b %Y', true),
  worded(`${WORD} ?['’]\\d{2}`, "%b '%y", true),
  worded(`\\d{4} ${WORD}`, '%Y %b', true),
  worded(`\\d{4}-${WORD}`, '%Y-%b', true),
  monthly('\\d{4}-(?:0[1-9]|1[0-2])', '%Y-%m'),
  monthly('\\d{4}/(?:0[1-9]|1[0-2])', '%Y/%m'),
  monthly('\\d{4}M(?:0[1-9]|1[0-2])', '%YM%m'),
  monthly('(?:0?[1-9]|1[0-2])/\\d{4}', '%m/%Y'),
];
const COMPACT: Shape = {
  test: /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  format: () => '%Y%m%d',
  numeric: false,
};
const TIMES = [' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];

const CALENDAR_NAME = /(^|[^a-z])(date|day|datum|tag|on|at|time|timestamp)([^a-z]|$)|date$/i;

function shapeOf(text: string, columnName: string): Shape | null {
  const plain = text.trim();
  if (COMPACT.test.test(plain) && CALENDAR_NAME.test(columnName)) return COMPACT;
  const isFit = ({ test }: Shape): boolean => test.test(plain);
  return SHAPES.find(isFit) ?? OTHER_SHAPES.find(isFit) ?? null;
}

export function isDateLike(text: string, columnName: string): boolean {
  return ISO.test(text.trim()) || shapeOf(text, columnName) !== null;
}

const hasTime = (text: string): boolean => /\d:\d{2}/.test(text);

/** How the dates of a column are written; `dayFirst` is what the rest of the file suggests. Values may mix formats. */
export function inferDates(texts: readonly string[], columnName: string, dayFirst: boolean): InferredColumn {
  // A few times among many days are odd.
  const plain = withoutRare(
    texts.map((text) => text.trim()),
    hasTime,
  );
  const timed = plain.some(hasTime);
  const zoned = plain.some((text) => /(Z|UTC|[+-]\d{2}:?\d{2})$/.test(text) && text.includes(':'));
  const shapes = [...new Set(plain.map((text) => shapeOf(text, columnName)).filter((shape) => shape !== null))];
  const onlyIso = plain.every((text) => ISO.test(text));
  const order = orderOf(
    plain.filter((text) => shapeOf(text, columnName)?.numeric),
    dayFirst,
  );
  const days = onlyIso ? ['%Y-%m-%d'] : [...new Set(shapes.flatMap((shape) => shape.format(order.order) ?? []))];
  const readAs: ReadAs[] = [];
  if (shapes.some((shape) => shape.numeric)) readAs.push({ code: order.order === 'dmy' ? 'day_first' : 'month_first' });
  if (days.length > 1) readAs.push({ code: 'date_formats', count: days.length });
  if (zoned) readAs.push({ code: 'converted_to_utc' });
  if (shapes.some((shape) => shape.monthly)) readAs.push({ code: 'month_as_first_day' });
  const years = days.some((day) => day.endsWith('%y')) ? lastYearOf(plain) : null;
  if (years) readAs.push({ code: 'two_digit_years', ...years });
  const words = shapes.some((shape) => shape.words);
  if (!timed)
    return {
      how: {
        as: 'date',
        formats: words ? days.map(inShortWords) : days.length > 0 ? days : ['%Y-%m-%d'],
        ...(words ? { words } : {}),
        ...(years ? { lastYear: years.to } : {}),
      },
      unit: null,
      readAs,
      guessed: order.guessed,
    };
  const formats = onlyIso ? [] : days.flatMap((day) => [day, ...TIMES.map((time) => day + time)]);
  return { how: { as: 'timestamp', formats, zoned }, unit: null, readAs, guessed: order.guessed };
}

/** What a format is for text whose months are three letters and whose commas and dots are blanks. */
const inShortWords = (format: string): string =>
  format.replace('%B', '%b').replaceAll(/[.,]+/g, ' ').replaceAll(/ +/g, ' ');

/**
 * The hundred years that years of two digits are of: those that are there lie side by side, and not far in the future. Null
 * where that is how they are taken anyhow, 69 for 1969 and 68 for 2068.
 */
function lastYearOf(texts: readonly string[]): { from: number; to: number } | null {
  const days = texts.map((text) => text.replace(/[T\s]+\d{1,2}:\d{2}.*$/, ''));
  const years = [...new Set(days.flatMap((day) => /\D(\d{2})$/.exec(day)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  // The largest gap, around the end of the century as well, is where the years begin.
  const gaps = years.map((year, at) => ({ year, gap: (year - (years[at - 1] ?? last - 100) + 100) % 100 || 100 }));
  const start = gaps.reduce((widest, next) => (next.gap > widest.gap ? next : widest));
  const end = years[(years.indexOf(start.year) + years.length - 1) % years.length] ?? last;
  const century = end <= LAST_OF_THIS_CENTURY ? 2000 : 1900;
  const to = century + end + Math.floor((start.gap - 1) / 2);
  return to === 2068 ? null : { from: to - 99, to };
}

/** Of two digits, more are of the last century: 63 was, and 24 is not. */
const LAST_OF_THIS_CENTURY = 45;

/** `2020Q1`, `Q1 2020`. */
export function inferQuarters(texts: readonly string[]): InferredColumn | null {
  const quarter = new RegExp(`^\\s*(?:${QUARTER})\\s*$`);
  const quarters = texts.filter((text) => quarter.test(text));
  if (quarters.length < texts.length * 0.9) return null;
  return { ...TEXT, how: { as: 'quarter' }, readAs: [{ code: 'quarter_as_first_day' }] };
}

/** A number over 12 can only be a day. Without one the order is a guess. */
function orderOf(texts: readonly string[], dayFirst: boolean): { order: Order; guessed: boolean } {
  let first = 0;
  let second = 0;
  for (const text of texts) {
    const [a = 0, b = 0] = text.split(/[^\d]+/).map(Number);
    if (a > 12) first += 1;
    if (b > 12) second += 1;
  }
  if (first !== second) return { order: first > second ? 'dmy' : 'mdy', guessed: false };
  // Dots between numbers are written where the day comes first.
  const dotted = texts.some((text) => /^\d{1,2}\.\d{1,2}\./.test(text));
  return { order: dayFirst || dotted ? 'dmy' : 'mdy', guessed: texts.length > 0 && !dotted };
}
