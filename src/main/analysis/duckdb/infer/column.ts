import type { ReadAs, Unit } from '#contract';
import { EMPTY_WORDS, type How } from '../recipe';
import { isDateLike, readDates } from './dates';
import { isNumberLike, readNumbers } from './numbers';

/** A type is taken when at least this share of a column's values fits it; the rest is reported as odd. */
const FITS = 0.9;

export interface ColumnReading {
  how: How;
  unit: Unit | null;
  /** How the text was read, where that was a choice. */
  readAs: ReadAs[];
  guessed: boolean;
}

/** What the whole file suggests where one column leaves a choice. */
export interface FileHints {
  decimal: '.' | ',' | null;
  dayFirst: boolean;
}

const YES_NO: readonly [yes: string, no: string][] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['ja', 'nein'],
  ['oui', 'non'],
];
const FLAG_NAME = /^(is|has|was|can|did)[_\s-]|[_\s-](flag|yn)$|^(is|has)[A-Z]/;
const CODE_NAME = /(^|[^a-z])(zip|postcode|postal|plz|phone|tel|mobile|fax|iban|sku|ean|isbn|vat)([^a-z]|$)/i;

const TEXT: ColumnReading = { how: { as: 'text' }, unit: null, readAs: [], guessed: false };
const emptyWords = new Set<string>(EMPTY_WORDS);

/** Finds out what a column holds from a sample of its values. */
function readColumn(name: string, sample: readonly string[], hints: FileHints): ColumnReading {
  const said = sample.filter((text) => !emptyWords.has(text.trim().toLowerCase()));
  if (said.length === 0) return TEXT;
  return (
    readFlags(name, said) ??
    readNumberColumn(name, said, hints) ??
    readTimes(said) ??
    readDateColumn(name, said, hints) ??
    TEXT
  );
}

function fits(texts: readonly string[], test: (text: string) => boolean): boolean {
  return texts.filter(test).length >= texts.length * FITS;
}

function readFlags(name: string, texts: readonly string[]): ColumnReading | null {
  const words = new Set(texts.map((text) => text.trim().toLowerCase()));
  if (words.size > 4) return null;
  const pairs = FLAG_NAME.test(name) ? [...YES_NO, ['1', '0'] as const] : YES_NO;
  const pair = pairs.find(([yes, no]) => [...words].every((word) => word === yes || word === no));
  return pair
    ? { how: { as: 'boolean', yes: [pair[0]], no: [pair[1]] }, unit: null, readAs: [], guessed: false }
    : null;
}

function readNumberColumn(name: string, texts: readonly string[], hints: FileHints): ColumnReading | null {
  if (!fits(texts, isNumberOrExponent)) return null;
  const numbers = texts.filter(isNumberOrExponent);
  const leadingZero = numbers.some((text) => /^0\d+$/.test(text.trim()));
  if (leadingZero || (CODE_NAME.test(name) && numbers.every((text) => /^[+\d][\d\s-]*$/.test(text.trim()))))
    return null;
  if (fits(texts, (text) => isDateLike(text, name)) && numbers.every((text) => isDateLike(text, name))) return null;
  if (numbers.some((text) => EXPONENT.test(text.trim()))) {
    const how = {
      as: 'number',
      to: { type: 'float' },
      decimal: '.',
      group: null,
      dressed: false,
      percent: false,
    } as const;
    return { how, unit: null, readAs: [], guessed: false };
  }
  const read = readNumbers(numbers, name, hints.decimal);
  return read && { how: read.how, unit: read.unit, readAs: read.readAs, guessed: read.guessed };
}

const EXPONENT = /^[-+]?\d+(\.\d+)?e[-+]?\d+$/i;
const isNumberOrExponent = (text: string): boolean => isNumberLike(text) || EXPONENT.test(text.trim());

function readTimes(texts: readonly string[]): ColumnReading | null {
  if (!fits(texts, (text) => /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(text.trim()))) return null;
  return { how: { as: 'time' }, unit: null, readAs: [], guessed: false };
}

function readDateColumn(name: string, texts: readonly string[], hints: FileHints): ColumnReading | null {
  if (!fits(texts, (text) => isDateLike(text, name))) return null;
  const read = readDates(
    texts.filter((text) => isDateLike(text, name)),
    name,
    hints.dayFirst,
  );
  return { how: read.how, unit: null, readAs: read.readAs, guessed: read.guessed };
}

/** Two looks at all columns: the first finds what is certain, the second reads the rest in its light. */
export function readColumns(
  names: readonly string[],
  sample: readonly (readonly string[])[],
  delimiter: string,
): ColumnReading[] {
  const values = names.map((_, index) => sample.map((row) => row[index] ?? ''));
  const first = names.map((name, index) =>
    readColumn(name, values[index] ?? [], { decimal: null, dayFirst: delimiter === ';' }),
  );
  const marks = first.flatMap((one) =>
    one.how.as === 'number' && !one.guessed && one.how.to.type !== 'integer' ? [one.how.decimal] : [],
  );
  const decimal = marks.includes(',') ? ',' : marks.includes('.') ? '.' : delimiter === ';' ? ',' : null;
  const dayFirst =
    delimiter === ';' || first.some((one) => !one.guessed && one.readAs.some(({ code }) => code === 'day_first'));
  return names.map((name, index) => readColumn(name, values[index] ?? [], { decimal, dayFirst }));
}
