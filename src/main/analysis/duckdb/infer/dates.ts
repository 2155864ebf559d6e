import type { ReadAs } from '#contract';
import { withoutRare } from './rare';
import type { InferredColumn } from './types';

type Order = 'ymd' | 'dmy' | 'mdy';

interface Shape {
  test: RegExp;
  /** strptime formats for the orders that the digits allow; one that names the month has only itself. */
  format(order: Order): string | null;
  numeric: boolean;
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

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const SHAPES: readonly Shape[] = [
  { test: new RegExp(`^\\d{4}-\\d{1,2}-\\d{1,2}${TIME}$`), format: () => '%Y-%m-%d', numeric: false },
  { test: new RegExp(`^\\d{4}/\\d{1,2}/\\d{1,2}${TIME}$`), format: () => '%Y/%m/%d', numeric: false },
  { test: new RegExp(`^\\d{4}\\.\\d{1,2}\\.\\d{1,2}${TIME}$`), format: () => '%Y.%m.%d', numeric: false },
  ...['/', '.', '-'].flatMap((mark) => [separated(mark, '%Y'), separated(mark, '%y')]),
  named(`\\d{1,2}-${MONTH}-\\d{4}`, '%d-%b-%Y'),
  named(`\\d{1,2}-${MONTH}-\\d{2}`, '%d-%b-%y'),
  named(`\\d{1,2} ${MONTH} \\d{4}`, '%d %b %Y'),
  named(`\\d{1,2} ${LONG} \\d{4}`, '%d %B %Y'),
  named(`${MONTH} \\d{1,2}, \\d{4}`, '%b %d, %Y'),
  named(`${LONG} \\d{1,2}, \\d{4}`, '%B %d, %Y'),
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
  return SHAPES.find((shape) => shape.test.test(plain)) ?? null;
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
  const zoned = plain.some((text) => /(Z|[+-]\d{2}:?\d{2})$/.test(text) && /T|:/.test(text));
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
  if (!timed)
    return {
      how: { as: 'date', formats: days.length > 0 ? days : ['%Y-%m-%d'] },
      unit: null,
      readAs,
      guessed: order.guessed,
    };
  const formats = onlyIso ? [] : days.flatMap((day) => [day, ...TIMES.map((time) => day + time)]);
  return { how: { as: 'timestamp', formats, zoned }, unit: null, readAs, guessed: order.guessed };
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
