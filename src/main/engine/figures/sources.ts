import { datesIn, isYear, weekOf } from './dates';
import { KnownNames } from './known-names';
import { type KnownNumber, KnownNumbers, type SourceSign } from './known-numbers';
import { type Numeral, numberOf } from './numerals';
import { figuresIn } from './read';
import { isShareTitle, scaleOfTitle } from './units';

/** Something that an answer may rest on. */
export type FigureSource =
  /** What a function gave back: JSON, or any text. */
  | { type: 'output'; text: string }
  | { type: 'printed'; text: string }
  | { type: 'passage'; text: string; filename: string; page?: number }
  /** What the analyst has written. */
  | { type: 'asked'; text: string }
  | { type: 'name'; text: string };

const LONGEST_NAME = 80;
/** A cell that is nothing but a number with its unit. */
const MAY_BE_FIGURE = /^\s*(?:[-−+~(]|\p{Sc}|[A-Z]{1,3}(?=[ $€£\d]))*\s*[\p{Nd}.][^\p{L}]{0,30}\p{L}{0,12}\.?\s*$/u;
const FEWEST_WORDS_OF_PROSE = 5;
const YEAR = /(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d)/g;
/** What is told as a plain number under such a title may be told with a minus. */
const LOSS = /loss|declin|decreas|drop|fall|cost|expens|discount|refund|return|verlust|rückgang|kosten|abzug|rabatt/i;

interface Title {
  name: string;
  /** Of a column, as the tools tell it. */
  type: string | null;
}

const NO_TITLE: Title = { name: '', type: null };

/** All that figures are looked up in: numbers, days, times, and the names that the data has. */
export class KnownFigures {
  readonly numbers = new KnownNumbers();
  readonly names = new KnownNames();
  readonly years = new Set<number>();
  /** `2024-5-17`, and `5-17` for those who leave the year out. */
  readonly days = new Set<string>();
  readonly weeks = new Set<number>();
  readonly times = new Set<string>();
  /** Rows of the longest result: places go so far. */
  mostRows = 0;

  constructor(sources: Iterable<FigureSource>) {
    for (const source of sources) this.#add(source);
  }

  #add(source: FigureSource): void {
    switch (source.type) {
      case 'output': {
        const data = parsed(source.text);
        if (typeof data === 'object' && data !== null) this.#value(data, NO_TITLE);
        else this.#prose(source.text, false);
        return;
      }
      case 'printed':
        return this.#prose(source.text, false);
      case 'asked':
        return this.#prose(source.text, true);
      case 'passage':
        this.#prose(source.text, true);
        this.#name(source.filename);
        if (source.page !== undefined) this.numbers.add(counted(source.page));
        return;
      case 'name':
        return this.#name(source.text);
    }
  }

  #value(value: unknown, title: Title): void {
    if (typeof value === 'number') this.#number({ value, decimals: 0 }, title);
    else if (typeof value === 'string') this.#text(value, title);
    else if (Array.isArray(value)) this.#list(value, title);
    else if (typeof value === 'object' && value !== null) this.#object(value);
  }

  #object(object: object): void {
    const columns: unknown = Reflect.get(object, 'columns');
    const rows: unknown = Reflect.get(object, 'rows');
    const titles = Array.isArray(columns) && Array.isArray(rows) ? columns.map(titleOf) : null;
    for (const [name, value] of Object.entries(object)) {
      this.#name(name);
      if (name === 'columns' && titles) {
        for (const column of titles) this.#name(column.name);
        continue;
      }
      if (name !== 'rows' || !titles || !Array.isArray(rows)) {
        this.#value(value, { name, type: null });
        continue;
      }
      this.#count(rows.length);
      this.mostRows = Math.max(this.mostRows, rows.length);
      for (const row of rows)
        if (Array.isArray(row))
          for (const [column, cell] of row.entries()) this.#value(cell, titles[column] ?? NO_TITLE);
    }
    const { row_count: total } = { row_count: undefined, ...object };
    if (typeof total === 'number') this.mostRows = Math.max(this.mostRows, total);
  }

  #list(list: readonly unknown[], title: Title): void {
    this.#count(list.length);
    for (const item of list) this.#value(item, title);
  }

  #text(text: string, title: Title): void {
    if (!/\p{Nd}/u.test(text)) return;
    const numeral = numberOf(text.trim());
    if (numeral) return this.#number(numeral, title);
    if (text.length > LONGEST_NAME || (title.type === null && text.trim().split(/\s+/).length >= FEWEST_WORDS_OF_PROSE))
      return this.#prose(text, true);
    this.#name(text);
    if (!MAY_BE_FIGURE.test(text)) return;
    const figures = figuresIn(text.trim(), 'source');
    if (figures.length === 1 && figures[0]?.text === text.trim()) this.#prose(text, false);
  }

  #number(numeral: Numeral, { name, type }: Title): void {
    const { value } = numeral;
    const isCount = type === 'integer' || (type === null && Number.isInteger(value));
    const sign = value > 0 && LOSS.test(name) ? 'any' : value < 0 ? '-' : '+';
    const known: KnownNumber = { value: Math.abs(value), sign, count: isCount && !isShareTitle(name) };
    this.numbers.add(numeral.exact === undefined ? known : { ...known, exact: numeral.exact });
    const scale = scaleOfTitle(name);
    if (scale !== null) this.numbers.add({ ...known, value: known.value * scale });
    if (isYear(value)) this.years.add(value);
  }

  #count(value: number): void {
    this.numbers.add(counted(value));
  }

  /** A name's numerals are looked for with the name only; a year in it is a year all the same. */
  #name(name: string): void {
    this.names.add(name);
    this.#dates(name);
  }

  /** `counts`: whole numbers without a unit are no percentages. */
  #prose(text: string, counts: boolean): void {
    this.#dates(text);
    for (const figure of figuresIn(text, 'source')) {
      if (figure.kind === 'fraction') for (const value of [figure.above, figure.below]) this.#count(value);
      if (figure.kind !== 'number') continue;
      const all = [figure, ...figure.parts].flatMap((part) => (part.kind === 'number' ? [part] : []));
      for (const { readings, sign, bare } of all) {
        const signs: SourceSign = sign ?? 'any';
        for (const { value, exact } of readings)
          this.numbers.add({ value, sign: signs, count: counts && bare, ...(exact === undefined ? {} : { exact }) });
      }
    }
  }

  #dates(text: string): void {
    for (const [year] of text.matchAll(YEAR)) this.years.add(Number(year));
    for (const { days, time, year } of datesIn(text)) {
      if (year !== null) this.years.add(year);
      if (time !== null) this.times.add(time);
      for (const { year, month, day } of days) {
        this.days.add(`${month}-${day}`);
        if (year === null) continue;
        this.days.add(`${year}-${month}-${day}`);
        this.years.add(year);
        this.weeks.add(weekOf({ year, month, day }));
      }
    }
  }
}

const counted = (value: number): KnownNumber => ({ value, sign: 'any', count: true });

function titleOf(column: unknown): Title {
  if (typeof column === 'string') return { name: column, type: null };
  const { name, type }: { name?: unknown; type?: unknown } =
    typeof column === 'object' && column !== null ? column : {};
  return { name: typeof name === 'string' ? name : '', type: typeof type === 'string' ? type : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
