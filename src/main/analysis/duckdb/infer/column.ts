import { EMPTY_WORDS, NOT_MEASURED } from '../recipe';
import { inferDates, inferQuarters, isDateLike } from './dates';
import { inferDurations } from './durations';
import { inferNumbers, isNumberLike } from './numbers';
import { areCodes, withoutRare } from './rare';
import { inferText } from './text';
import { type InferredColumn, TEXT } from './types';
import { inferUnits } from './units';

/** A type is taken when at least this share of a column's values fits it; the rest is reported as odd. */
const FITS = 0.9;

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

const emptyWords = new Set<string>(EMPTY_WORDS);

/** Finds out what a column holds from a sample of its values. */
function inferColumn(name: string, sample: readonly string[], hints: FileHints): InferredColumn {
  const values = sample.filter((text) => !emptyWords.has(text.trim().toLowerCase()));
  if (values.length === 0) return inferText(sample);
  return (
    inferFlags(name, values) ??
    inferNumberColumn(name, measured(values), hints) ??
    inferTimes(values) ??
    inferDateColumn(name, values, hints) ??
    inferQuarters(values) ??
    inferDurations(values) ??
    inferUnits(values, hints.decimal) ??
    inferText(sample)
  );
}

const notMeasured = new Set<string>(NOT_MEASURED);
/** The values without the words in the place of a number, where these are fewer. */
function measured(values: readonly string[]): readonly string[] {
  const others = values.filter((text) => !notMeasured.has(text.trim().toLowerCase()));
  return others.length * 2 > values.length ? others : values;
}

const fitsMost = (some: readonly string[], all: readonly string[]): boolean => some.length >= all.length * FITS;

function inferFlags(name: string, texts: readonly string[]): InferredColumn | null {
  const words = new Set<string>();
  for (const text of texts) {
    words.add(text.trim().toLowerCase());
    if (words.size > 4) return null;
  }
  const pairs = FLAG_NAME.test(name) ? [...YES_NO, ['1', '0'] as const] : YES_NO;
  const pair = pairs.find(([yes, no]) => [...words].every((word) => word === yes || word === no));
  return pair ? { ...TEXT, how: { as: 'boolean', yes: [pair[0]], no: [pair[1]] } } : null;
}

const EXPONENT = /^\s*[-+]?\d+(\.\d+)?e[-+]?\d+\s*$/i;
const isExponent = (text: string): boolean => EXPONENT.test(text);
const isNumber = (text: string): boolean => isNumberLike(text) || isExponent(text);
const hasLeadingZero = (text: string): boolean => /^\s*0\d+\s*$/.test(text);

function inferNumberColumn(name: string, texts: readonly string[], hints: FileHints): InferredColumn | null {
  const numbers = texts.filter(isNumber);
  if (!fitsMost(numbers, texts)) return null;
  const zeros = numbers.filter(hasLeadingZero);
  const width = numbers[0]?.trim().length;
  const fixedWidth = zeros.length > 0 && numbers.every((text) => text.trim().length === width);
  if (areCodes({ zeros: zeros.length, values: numbers.length, fixedWidth })) return null;
  if (CODE_NAME.test(name) && numbers.every((text) => /^[+\d][\d\s-]*$/.test(text.trim()))) return null;
  const dates = texts.filter((text) => isDateLike(text, name));
  if (fitsMost(dates, texts) && numbers.every((text) => isDateLike(text, name))) return null;
  // What few values do, such as one percent sign among thousands of amounts, is odd and no way of writing the column.
  const usual = [hasLeadingZero, isExponent, (text: string) => text.includes('%')].reduce(withoutRare, numbers);
  if (usual.some(isExponent)) {
    const to = { type: 'float' } as const;
    const how = { as: 'number', to, decimal: '.', group: null, dressed: false, percent: false, strict: true } as const;
    return { ...TEXT, how };
  }
  return inferNumbers(usual, name, hints.decimal);
}

function inferTimes(texts: readonly string[]): InferredColumn | null {
  const times = texts.filter((text) => /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(text.trim()));
  return fitsMost(times, texts) ? { ...TEXT, how: { as: 'time' } } : null;
}

function inferDateColumn(name: string, texts: readonly string[], hints: FileHints): InferredColumn | null {
  const dates = texts.filter((text) => isDateLike(text, name));
  return fitsMost(dates, texts) ? inferDates(dates, name, hints.dayFirst) : null;
}

/** Two looks at all columns: the first finds what is certain, the second reads the rest in its light. */
export function inferColumns(
  names: readonly string[],
  sample: readonly (readonly string[])[],
  delimiter: string,
): InferredColumn[] {
  const values = names.map((_, index) => sample.map((row) => row[index] ?? ''));
  const first = names.map((name, index) =>
    inferColumn(name, values[index] ?? [], { decimal: null, dayFirst: delimiter === ';' }),
  );
  const sure = first.filter(({ guessed }) => !guessed);
  const marks = sure.flatMap(({ how }) => (how.as === 'number' && how.to.type !== 'integer' ? [how.decimal] : []));
  const decimal = marks.includes(',') ? ',' : marks.includes('.') ? '.' : delimiter === ';' ? ',' : null;
  const dayFirst = delimiter === ';' || sure.some(({ readAs }) => readAs.some(({ code }) => code === 'day_first'));
  return first.map((column, index) =>
    column.guessed ? inferColumn(names[index] ?? '', values[index] ?? [], { decimal, dayFirst }) : column,
  );
}
