/** A number that a numeral may mean. What is written `1.234` is 1234 to some and 1.234 to others. */
export interface Numeral {
  value: number;
  /** Places after the decimal mark; negative for what a power of ten gives. */
  decimals: number;
  /** All its digits, for more of them than a double holds. */
  exact?: string;
  /** Three digits behind a mark that may part thousands as well. */
  ambiguous?: true;
}

const SAFE_DIGITS = 15;
/** Digits of other scripts that texts are written with, by their zeros. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19\u{1d7ce}-\u{1d7ff}]/u;

/** A text whose digits are those of ASCII, and where each of its units stood in the original. */
export interface AsciiDigits {
  text: string;
  original(index: number): number;
}

export function withAsciiDigits(text: string): AsciiDigits {
  if (!OTHER_DIGIT.test(text)) return { text, original: (index) => index };
  const places: number[] = [];
  let ascii = '';
  let at = 0;
  for (const character of text) {
    const written = OTHER_DIGIT.test(character) ? asciiDigit(character) : character;
    for (let unit = 0; unit < written.length; unit += 1) places.push(at + unit);
    ascii += written;
    at += character.length;
  }
  return { text: ascii, original: (index) => places[index] ?? at };
}

function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.findLast((zero) => zero <= code) ?? code;
  return String(code - zero);
}

const SPACES = ' \u00a0\u2009\u202f';
/** Digits with what may part them: a separator, or a space before exactly three. */
export const NUMERAL_PATTERN =
  `(?:\\d{1,3}(?:[${SPACES}]\\d{3}(?![\\d]))+(?:[.,]\\d+)?|\\d+(?:[.,'’_]\\d+)*|(?<![\\d.,])\\.\\d+)` +
  '(?:[eE][+-]?\\d{1,3}(?![\\p{L}\\d]))?';

const IN_THREES = /^\d{1,3}(?:,\d{3})+$/;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** What a run of digits and separators may mean; empty where it is no number, such as a version. */
export function numeralsOf(written: string): Numeral[] {
  const [mantissa = '', exponent] = written.split(/e/i);
  const read = plainNumerals(mantissa.replace(new RegExp(`['’_${SPACES}](?=\\d{3}(?!\\d))`, 'g'), ''));
  if (exponent === undefined) return read;
  const power = Number(exponent);
  return read.map(({ value, decimals }) => ({ value: value * 10 ** power, decimals: decimals - power }));
}

function plainNumerals(text: string): Numeral[] {
  if (/^\d+$/.test(text)) return [numeral(text, '')];
  if (!/^\d*(?:[.,]\d+)+$/.test(text)) return [];
  const marks = text.match(/[.,]/g) ?? [];
  const last = text.search(/[.,]\d+$/);
  const [whole, fraction] = [text.slice(0, last), text.slice(last + 1)];
  const mark = marks.at(-1);
  if (marks.length === 1) {
    const asFraction = numeral(whole, fraction);
    return IN_THREES.test(text.replace('.', ',')) && !whole.startsWith('0')
      ? [numeral(whole + fraction, ''), { ...asFraction, ambiguous: true }]
      : [asFraction];
  }
  if (marks.every((other) => other === mark)) return isGrouped(text) ? [numeral(text.replace(/[.,]/g, ''), '')] : [];
  const isMixed = marks.slice(0, -1).some((other) => other === mark);
  return !isMixed && isGrouped(whole) ? [numeral(whole.replace(/[.,]/g, ''), fraction)] : [];
}

function isGrouped(text: string): boolean {
  const commas = text.replaceAll('.', ',');
  return IN_THREES.test(commas) || INDIAN.test(commas);
}

function numeral(whole: string, fraction: string): Numeral {
  const text = fraction === '' ? whole : `${whole || '0'}.${fraction}`;
  const digits = (whole + fraction).replace(/^0+/, '').length;
  return {
    value: Number(text),
    decimals: fraction.length,
    ...(digits > SAFE_DIGITS ? { exact: text } : {}),
  };
}

/** A number as data has it: JSON, or a decimal in a text. Null for anything else. */
export function numberOf(text: string): Numeral | null {
  const plain = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
  if (plain) {
    const read = numeral(plain[1] ?? '', plain[2] ?? '');
    return text.startsWith('-') ? { ...read, value: -read.value } : read;
  }
  if (!/^-?\d+(?:\.\d+)?[eE][+-]?\d+$/.test(text)) return null;
  return { value: Number(text), decimals: 0 };
}

/** Whether the long decimal `source`, rounded to the places of `shown`, is `shown`. Both without a sign. */
export function isRounded(source: string, shown: string): boolean {
  const places = shown.split('.')[1]?.length ?? 0;
  const [whole = '', fraction = ''] = source.split('.');
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const up = Number(fraction[places] ?? 0) >= 5 ? 1n : 0n;
  return kept + up === BigInt(shown.replace('.', ''));
}
