import { isMonthEdge, isYear, type WrittenDate } from './dates';
import type { Figure, NumberFigure } from './figure';
import { fold } from './known-names';
import { withAsciiDigits } from './numerals';
import { figuresIn } from './read';
import { type FigureSource, KnownFigures } from './sources';
import { listedCounts } from './tables';

/** A figure as written; UTF-16 units of the text it stands in. */
export interface FigureWithoutSource {
  text: string;
  start: number;
  end: number;
}

/** More things than this nobody lists and counts in prose. */
const MOST_LISTED = 100;
const QUARTERS = 4;

const PLACE_BEFORE = /(?:rank|place|no\.|nr\.|platz|rang) ?$/i;
const PLACE_AFTER = /^\. (?:platz|rang|stelle|quartal|halbjahr)/i;

interface Answer {
  text: string;
  folded: string;
  listed: ReadonlySet<number>;
}

/**
 * The figures of an answer that are in nothing it may rest on, in their order. A figure is in a number that, rounded to the
 * digits written, is that figure; differences and rates that somebody only worked out in the head are in none.
 */
export function unsourcedFigures(text: string, sources: Iterable<FigureSource> | KnownFigures): FigureWithoutSource[] {
  const figures = figuresIn(text);
  if (figures.length === 0) return [];
  const known = sources instanceof KnownFigures ? sources : new KnownFigures(sources);
  const answer = { text, folded: fold(withAsciiDigits(text).text), listed: listedCounts(text) };
  return figures
    .filter((figure) => !isSourced(figure, known, answer))
    .map(({ text, start, end }) => ({ text, start, end }));
}

function isSourced(figure: Figure, known: KnownFigures, answer: Answer): boolean {
  if (known.names.cover(answer.folded, figure.start, figure.end)) return true;
  switch (figure.kind) {
    case 'date':
      return isDateSourced(figure.date, known);
    case 'fraction': {
      const { above, below } = figure;
      const share = { value: above / below, places: 2, as: 'share', digits: 2 } as const;
      return known.numbers.hold(share, null, null) || (known.numbers.has(above) && known.numbers.has(below));
    }
    case 'number':
      return isNumberSourced(figure, known, answer);
  }
}

function isNumberSourced(figure: NumberFigure, known: KnownFigures, answer: Answer): boolean {
  const { readings, sign, rough, parts } = figure;
  return (
    readings.some((reading) => known.numbers.hold(reading, sign, rough)) ||
    (figure.bare && readings.some(({ value }) => isCount(value, figure, known, answer))) ||
    isHour(figure, known, answer.text) ||
    (parts.length > 1 && parts.every((part) => isSourced(part, known, answer)))
  );
}

function isCount(
  value: number,
  { start, end, ordinal }: NumberFigure,
  known: KnownFigures,
  { text, listed }: Answer,
): boolean {
  if (isYear(value) && known.years.has(value)) return true;
  if (value <= MOST_LISTED && listed.has(value)) return true;
  const before = text.slice(Math.max(0, start - 10), start);
  if (/(?:KW|week|woche|wk\.?) ?$/i.test(before)) return known.weeks.has(value);
  const after = text.slice(end, end + 16);
  const isPlace = ordinal || PLACE_BEFORE.test(before) || PLACE_AFTER.test(after);
  if (!isPlace) return false;
  const isQuarter = /^\.? ?(?:quarter|quartal)/i.test(after);
  return value <= Math.max(known.mostRows, isQuarter ? QUARTERS : 0, ...listed);
}

function isHour({ readings, start, end }: NumberFigure, known: KnownFigures, text: string): boolean {
  const half = /^\d{1,2} ?(?:([ap])\.?m\b|Uhr\b|o.clock)/.exec(text.slice(start, end + 8));
  const value = readings[0]?.value;
  if (!half || value === undefined || value > 24) return false;
  const hour = half[1] === undefined ? value : (value % 12) + (half[1] === 'p' ? 12 : 0);
  return (
    known.numbers.has(hour) || [...known.times].some((time) => time.startsWith(`${String(hour).padStart(2, '0')}:`))
  );
}

function isDateSourced({ days, time, year, mayBeNumber }: WrittenDate, known: KnownFigures): boolean {
  if (year !== null) return known.years.has(year);
  if (time !== null && !known.times.has(time)) return false;
  return (
    days.length === 0 ||
    days.some(({ year, month, day }) => {
      if (known.days.has(year === null ? `${month}-${day}` : `${year}-${month}-${day}`)) return true;
      if (mayBeNumber && known.numbers.has(day)) return true;
      return year !== null && known.years.has(year) && isMonthEdge({ year, month, day });
    })
  );
}
