import type { Span } from '../question/plan';
import { labelOf, MONTHS, spanOf, toDate, weekStart } from './calendar';
import { ordinal, wholeNumber } from './numerals';
import type { Token } from './tokens';

/** A period as it was written; without a year it fits several. */
export type Period = { span: Span } | { part: PeriodPart };

export interface PeriodPart {
  unit: 'month' | 'quarter' | 'half' | 'day';
  /** 1 to 12, 4 or 2; for a day the month. */
  index: number;
  day: number;
}

export interface Found<T> {
  value: T;
  length: number;
}

/** Everything after a period's first words that belongs to it: "of", "in", a comma. */
const JOINERS = new Set(['of', 'in', ',', 'the', 'year', 'for']);

/** A period that starts at `at`: 2024 · Q3 2025 · March 2024 · 5 March 2024 · 2024-03-05 · week 12 of 2024. */
export function periodAt(tokens: readonly Token[], at: number): Found<Period> | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'date') return written(token.word);
  const named = /^(?:the|calendar|year|month|quarter)$/.test(token.word) ? namedAt(tokens, at) : null;
  return named ?? yearFirst(tokens, at) ?? partWithYear(tokens, at) ?? week(tokens, at);
}

export function yearAt(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || token.unit !== null || !/^(?:19|20|21)\d\d$/.test(token.text)) return null;
  return Number(token.text);
}

/** The period once its year is known; null when there is no such date. */
export function withYear(part: PeriodPart, year: number): Span | null {
  switch (part.unit) {
    case 'month':
      return spanOf(`${year}-${String(part.index).padStart(2, '0')}-01`, 'month');
    case 'quarter':
      return spanOf(`${year}-${String(part.index * 3 - 2).padStart(2, '0')}-01`, 'quarter');
    case 'half': {
      const from = part.index === 1 ? `${year}-01-01` : `${year}-07-01`;
      const until = part.index === 1 ? `${year}-07-01` : `${year + 1}-01-01`;
      return { from, until, label: `H${part.index} ${year}`, unit: 'half' };
    }
    case 'day': {
      const date = toDate(year, part.index, part.day);
      return date ? spanOf(date, 'day') : null;
    }
  }
}

export function partLabel(part: PeriodPart): string {
  const month = MONTHS[part.index - 1] ?? '';
  if (part.unit === 'month') return month;
  if (part.unit === 'day') return `${part.day} ${month}`;
  return `${part.unit === 'quarter' ? 'Q' : 'H'}${part.index}`;
}

/** "the year 2024", "the month of March 2024" */
function namedAt(tokens: readonly Token[], at: number): Found<Period> | null {
  let next = at;
  while (/^(?:the|calendar|year|month|quarter|of)$/.test(tokens[next]?.word ?? '')) next += 1;
  if (next === at || tokens[next - 1]?.word === 'the') return null;
  const found = yearFirst(tokens, next) ?? partWithYear(tokens, next);
  return found && { ...found, length: found.length + next - at };
}

/** ISO dates and months, quarters, and days written with slashes or dots. */
function written(word: string): Found<Period> | null {
  const span = writtenSpan(word);
  return span && { value: { span }, length: 1 };
}

function writtenSpan(word: string): Span | null {
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (day) return daySpan(Number(day[1]), Number(day[2]), Number(day[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word);
  if (dotted) return daySpan(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(word);
  if (slashed) return slashedDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const quarter = /^(\d{4})-q([1-4])$/.exec(word);
  if (quarter) return withYear({ unit: 'quarter', index: Number(quarter[2]), day: 0 }, Number(quarter[1]));
  const isoWeek = /^(\d{4})-w(\d{1,2})$/.exec(word);
  if (isoWeek) return weekSpan(Number(isoWeek[1]), Number(isoWeek[2]));
  const month = /^(\d{4})-(\d{1,2})$/.exec(word) ?? /^(?<m>\d{1,2})\/(?<y>\d{4})$/.exec(word);
  if (!month) return null;
  const [year, index] = month.groups ? [month.groups.y, month.groups.m] : [month[1], month[2]];
  return withYear({ unit: 'month', index: Number(index), day: 0 }, Number(year));
}

/** 3/4/2024 could be either day, so only a date that can be read one way is. */
function slashedDay(first: number, second: number, year: number): Span | null {
  if (first === second || second > 12) return daySpan(year, first, second);
  return first > 12 ? daySpan(year, second, first) : null;
}

function daySpan(year: number, month: number, day: number): Span | null {
  const date = toDate(year, month, day);
  return date ? spanOf(date, 'day') : null;
}

function weekSpan(year: number, week: number): Span | null {
  const start = weekStart(year, week);
  return start ? { ...spanOf(start, 'week'), label: labelOf(start, 'week') } : null;
}

/** "2024", "2024 Q1", "2024 March" */
function yearFirst(tokens: readonly Token[], at: number): Found<Period> | null {
  const year = yearAt(tokens[at]);
  if (year === null) return null;
  const part = partAt(tokens, at + 1);
  const span = part && yearAt(tokens[at + 1 + part.length]) === null ? withYear(part.value, year) : null;
  if (part && span && part.value.unit !== 'day') return { value: { span }, length: 1 + part.length };
  return { value: { span: spanOf(`${year}-01-01`, 'year') }, length: 1 };
}

/** "Q3", "Q3 2025", "third quarter of 2025", "March 2024", "5th of March 2024" */
function partWithYear(tokens: readonly Token[], at: number): Found<Period> | null {
  const part = partAt(tokens, at);
  if (!part) return null;
  let next = at + part.length;
  while (JOINERS.has(tokens[next]?.word ?? '')) next += 1;
  const year = yearAt(tokens[next]);
  if (year === null) return { value: { part: part.value }, length: part.length };
  const span = withYear(part.value, year);
  return span && { value: { span }, length: next - at + 1 };
}

function partAt(tokens: readonly Token[], at: number): Found<PeriodPart> | null {
  const word = tokens[at]?.word ?? '';
  const short = /^([qh])([1-4])$/.exec(word);
  if (short && (short[1] === 'q' || Number(short[2]) <= 2)) {
    return { value: { unit: short[1] === 'q' ? 'quarter' : 'half', index: Number(short[2]), day: 0 }, length: 1 };
  }
  return ordinalPart(tokens, at) ?? dayPart(tokens, at) ?? monthPart(tokens, at);
}

/** "third quarter", "quarter 3", "last quarter of …", "second half" */
function ordinalPart(tokens: readonly Token[], at: number): Found<PeriodPart> | null {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const unit = second?.word === 'quarter' || second?.word === 'half' ? second.word : null;
  const most = unit === 'half' ? 2 : 4;
  const last = first?.word === 'last' && third?.word === 'of' ? most : null;
  const index = unit ? (ordinal(first) ?? last) : null;
  if (unit && index !== null && index <= most) return { value: { unit, index, day: 0 }, length: 2 };
  const number = first?.word === 'quarter' ? wholeNumber(second) : null;
  return number !== null && number >= 1 && number <= 4
    ? { value: { unit: 'quarter', index: number, day: 0 }, length: 2 }
    : null;
}

/** "5 March", "5th of March", "March 5", "March 5th" */
function dayPart(tokens: readonly Token[], at: number): Found<PeriodPart> | null {
  const before = dayOfMonth(tokens[at]);
  if (before !== null) {
    const of = tokens[at + 1]?.word === 'of' ? 1 : 0;
    const index = monthIndex(tokens[at + 1 + of]);
    return index === null ? null : { value: { unit: 'day', index, day: before }, length: 2 + of };
  }
  const index = monthIndex(tokens[at]);
  const after = dayOfMonth(tokens[at + 1]);
  return index === null || after === null ? null : { value: { unit: 'day', index, day: after }, length: 2 };
}

/** The 1 in "1 to 15 June" and the 15 in "June 1 to 15, 2024": a day of the month that the other end of a range names. */
export function dayWith(tokens: readonly Token[], at: number, other: Period): Found<Period> | null {
  const day = dayOfMonth(tokens[at]);
  const index = 'part' in other ? other.part.index : Number(other.span.from?.slice(5, 7));
  const isDay = 'part' in other ? other.part.unit === 'day' : other.span.unit === 'day';
  if (day === null || !isDay || !index) return null;
  const part: PeriodPart = { unit: 'day', index, day };
  let next = at + 1;
  while (JOINERS.has(tokens[next]?.word ?? '')) next += 1;
  const year = yearAt(tokens[next]);
  const span = year === null ? null : withYear(part, year);
  return span ? { value: { span }, length: next - at + 1 } : { value: { part }, length: 1 };
}

function dayOfMonth(token: Token | undefined): number | null {
  const day = ordinal(token) ?? (token?.kind === 'number' ? wholeNumber(token) : null);
  return day !== null && day >= 1 && day <= 31 ? day : null;
}

/** May is a month only next to a year or after a word that a month follows. */
function monthPart(tokens: readonly Token[], at: number): Found<PeriodPart> | null {
  const index = monthIndex(tokens[at]);
  if (index === null) return null;
  const may = tokens[at]?.word === 'may';
  const led = /^(?:in|of|since|from|until|till|during|before|after|between|and|to|vs|for|-|,)$/.test(
    tokens[at - 1]?.word ?? '',
  );
  if (may && !led && yearAt(tokens[at + 1]) === null) return null;
  return { value: { unit: 'month', index, day: 0 }, length: 1 };
}

function monthIndex(token: Token | undefined): number | null {
  if (token?.kind !== 'word' || token.word.length < 3) return null;
  const word = token.word === 'sept' ? 'sep' : token.word;
  const index = MONTHS.findIndex((month) => month.toLowerCase() === word || month.slice(0, 3).toLowerCase() === word);
  return index < 0 ? null : index + 1;
}

/** "week 12 of 2024" */
function week(tokens: readonly Token[], at: number): Found<Period> | null {
  if (tokens[at]?.word !== 'week') return null;
  const number = wholeNumber(tokens[at + 1]);
  let next = at + 2;
  while (JOINERS.has(tokens[next]?.word ?? '')) next += 1;
  const year = yearAt(tokens[next]);
  const span = number === null || year === null ? null : weekSpan(year, number);
  return span && { value: { span }, length: next - at + 1 };
}
