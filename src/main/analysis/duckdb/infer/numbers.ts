import type { ReadAs, Unit } from '#contract';
import { CURRENCY_CODES, CURRENCY_SIGNS, currencyOfSign } from '#contract/currencies';
import type { NumberHow } from '../recipe';
import { inOneBlank, inSeveral, mixedOf, usual, waysToWrite } from './marks';
import { isRareFraction } from './rare';
import type { InferredColumn } from './types';

/** DECIMAL holds money exactly; values with more digits behind the point than this are measurements and become floats. */
const SCALE_AT_MOST = 6;
const WIDTH_AT_MOST = 38;

const DRESS = `(?:${CURRENCY_CODES.join('|')}|[${CURRENCY_SIGNS}%])?`;
const SPACE = String.raw`[\s\u00a0\u202f]*`;
const BODY = String.raw`(?<body>\d[\d.,' \u00a0\u202f]*|[.,]\d+)`;
const NUMBER = new RegExp(
  `^${SPACE}(?<open>\\()?${SPACE}${DRESS}${SPACE}[-+−]?${SPACE}${DRESS}${SPACE}${BODY}(?<tail>${SPACE}${DRESS})${SPACE}\\)?${SPACE}-?${SPACE}$`,
  'u',
);

const SIGN = new RegExp(`[${CURRENCY_SIGNS}]`);

type Separator = '.' | ',' | ' ' | "'";

interface Evidence {
  /** Separators seen as decimal or as group for certain. */
  decimal: Map<'.' | ',', number>;
  group: Map<Separator, number>;
  /** One separator with three digits behind it: `1.234` may be either. */
  unclear: Map<'.' | ',', number>;
}

/** True for text that could be a number in some style of writing; what style, the whole column decides. */
export function isNumberLike(text: string): boolean {
  const body = inOneBlank(text)?.match(NUMBER)?.groups?.body;
  return body !== undefined && !/[.,']{2}/.test(body);
}

/**
 * How the numbers of a column are written. `hint` is the decimal mark other columns of the file certainly use.
 * Returns null when the separators contradict each other.
 */
export function inferNumbers(
  texts: readonly string[],
  columnName: string,
  hint: '.' | ',' | null,
): InferredColumn | null {
  const bodies = texts.flatMap((text) => inOneBlank(text)?.match(NUMBER)?.groups?.body?.trim() ?? []);
  const style = inferStyle(bodies, hint);
  if (!style) return null;
  const currencies = usual(texts.map(currencyIn));
  const several = mixedOf(currencies, (code) => code);
  if (several) return inSeveral(several);
  const dressed = texts.some((text) => /[^\d.,'\s\u00a0\u202f+-]/u.test(text) || /-\s*$/.test(text));
  const percent = texts.some((text) => text.includes('%'));
  const to = typeFor(bodies, style.decimal, percent);
  if (!to) return null;
  const [currency = currencyInName(columnName)] = currencies;
  const unit = unitOf(currency, percent);
  const readAs: ReadAs[] = [...style.readAs];
  if (unit?.kind === 'currency' && dressed) readAs.push({ code: 'currency_removed', currency: unit.code });
  if (percent) readAs.push({ code: 'percent_as_fraction' });
  if (texts.some((text) => /^\s*\(.*\)\s*$/.test(text))) readAs.push({ code: 'parentheses_as_minus' });
  const { decimal, group, guessed } = style;
  // Amounts in another currency, further down in the file, are none of this column.
  const marks = currencies.length > 0 && !percent ? { marks: currencies.flatMap(waysToWrite) } : {};
  return { how: { as: 'number', to, decimal, group, dressed, percent, strict: true, ...marks }, unit, readAs, guessed };
}

/** How numbers are written, by their digits and marks alone, and what of that was a choice. */
export function inferStyle(bodies: readonly string[], hint: '.' | ',' | null): (Style & { readAs: ReadAs[] }) | null {
  const style = chooseStyle(gather(bodies), hint);
  if (!style) return null;
  const readAs: ReadAs[] = [];
  if (style.decimal === ',') readAs.push({ code: 'decimal_comma' });
  if (style.group) readAs.push({ code: 'thousands_separator', mark: style.group });
  return { ...style, readAs };
}

/** The type of numbers that each stand for so many powers of ten more. */
export function typeOfDigits(
  numbers: readonly { body: string; power: number }[],
  decimal: '.' | ',',
): NumberHow['to'] | null {
  let [scale, whole] = [0, 1];
  for (const { body, power } of numbers) {
    const digits = measure(body, decimal);
    scale = Math.max(scale, digits.fraction - power);
    whole = Math.max(whole, digits.whole + power);
  }
  return chooseType(scale, whole, false);
}

/** The type that holds every number with all its digits. Few fractions among many whole numbers do not make it another. */
function typeFor(bodies: readonly string[], decimal: '.' | ',', percent: boolean): NumberHow['to'] | null {
  let [scale, whole, fractions] = [0, 1, 0];
  for (const body of bodies) {
    const digits = measure(body, decimal);
    scale = Math.max(scale, digits.fraction);
    whole = Math.max(whole, digits.whole);
    if (digits.fraction > 0) fractions += 1;
  }
  if (isRareFraction(fractions, bodies.length)) scale = 0;
  return chooseType(scale + (percent ? 2 : 0), whole, percent);
}

function gather(bodies: readonly string[]): Evidence {
  const evidence: Evidence = { decimal: new Map(), group: new Map(), unclear: new Map() };
  const add = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const body of bodies) {
    if (/\d[ \u00a0\u202f]\d/.test(body)) add(evidence.group, ' ');
    if (body.includes("'")) add(evidence.group, "'");
    const dots = body.split('.').length - 1;
    const commas = body.split(',').length - 1;
    if (dots > 0 && commas > 0) {
      const decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
      add(evidence.decimal, decimal);
      add(evidence.group, decimal === '.' ? ',' : '.');
    } else if (dots + commas > 1) {
      add(evidence.group, dots > 0 ? '.' : ',');
    } else if (dots + commas === 1) {
      const mark = dots === 1 ? '.' : ',';
      add(/^\d{1,3}[.,]\d{3}$/.test(body) ? evidence.unclear : evidence.decimal, mark);
    }
  }
  return evidence;
}

interface Style {
  decimal: '.' | ',';
  group: Separator | null;
  guessed: boolean;
}

const CONTRADICTS = 0.01;

function commonest<Mark>(counts: ReadonlyMap<Mark, number>): [mark: Mark | null, count: number] {
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
}

function chooseStyle(evidence: Evidence, hint: '.' | ',' | null): Style | null {
  const style = (decimal: '.' | ',', group: Separator | null, guessed: boolean): Style => ({ decimal, group, guessed });
  const [sure, times] = commonest(evidence.decimal);
  const [mark, marked] = commonest(evidence.group);
  // One number against thousands that use the mark otherwise is odd, and no contradiction.
  const isOdd = sure !== null && sure === mark && marked < times * CONTRADICTS;
  const grouped = isOdd ? null : mark;
  if (sure !== null && sure === grouped) return null;
  if (sure !== null) {
    const other = sure === '.' ? ',' : '.';
    return style(sure, grouped ?? (evidence.unclear.has(other) ? other : null), false);
  }
  if (grouped === '.' || grouped === ',') return style(grouped === '.' ? ',' : '.', grouped, false);
  if (evidence.unclear.size === 0) return style('.', grouped, false);
  if (evidence.unclear.size === 2) return null;
  const [only] = [...evidence.unclear.keys()];
  if (hint !== null) return only === hint ? style(hint, grouped, true) : style(hint, only ?? null, true);
  return only === '.' ? style('.', grouped, true) : style('.', ',', true);
}

/** Digits before and behind the decimal mark. */
function measure(body: string, decimal: '.' | ','): { whole: number; fraction: number } {
  const at = body.lastIndexOf(decimal);
  const whole = (at === -1 ? body : body.slice(0, at)).replace(/\D/g, '').replace(/^0+/, '');
  return { whole: whole.length, fraction: at === -1 ? 0 : body.slice(at + 1).replace(/\D/g, '').length };
}

/** Also used when the whole file turns out to hold more digits than the sample did. */
export function chooseType(scale: number, whole: number, percent: boolean): NumberHow['to'] | null {
  if (scale === 0) {
    if (whole <= 18) return { type: 'integer' };
    return whole <= WIDTH_AT_MOST ? { type: 'decimal', width: WIDTH_AT_MOST, scale: 0 } : null;
  }
  if (scale > (percent ? SCALE_AT_MOST + 2 : SCALE_AT_MOST) || whole + scale > WIDTH_AT_MOST) return { type: 'float' };
  return { type: 'decimal', width: whole + scale <= 18 ? 18 : WIDTH_AT_MOST, scale };
}

function unitOf(currency: string | null, percent: boolean): Unit | null {
  if (percent) return { kind: 'percent' };
  return currency === null ? null : { kind: 'currency', code: currency };
}

function currencyIn(text: string): string | null {
  const sign = SIGN.exec(text)?.[0];
  if (sign) return currencyOfSign(sign);
  const upper = text.toUpperCase();
  return CURRENCY_CODES.find((code) => upper.includes(code)) ?? null;
}

function currencyInName(name: string): string | null {
  const sign = SIGN.exec(name)?.[0];
  if (sign) return currencyOfSign(sign);
  const words = name.toUpperCase().split(/[^A-Z]+/);
  return CURRENCY_CODES.find((code) => words.includes(code)) ?? null;
}
