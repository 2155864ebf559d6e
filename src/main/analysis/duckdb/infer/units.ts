import type { ReadAs } from '#contract';
import { CURRENCY_CODES, CURRENCY_SIGNS } from '#contract/currencies';
import { currencyCode, inOneBlank, inSeveral, mixedOf, usual, waysToWrite } from './marks';
import { inferStyle, typeOfDigits } from './numbers';
import type { InferredColumn } from './types';

const FITS = 0.9;
const MARKS_AT_MOST = 20;
const UNITS_AT_MOST = 5;

const SPACE = String.raw`[\s\u00a0\u202f]*`;
const CURRENCY = `(?:${CURRENCY_CODES.join('|')}|[${CURRENCY_SIGNS}])`;
const NUMBER = new RegExp(
  `^${SPACE}\\(?${SPACE}(?<before>${CURRENCY})?${SPACE}[-+−]?${SPACE}(?<behindSign>${CURRENCY})?${SPACE}` +
    String.raw`(?<body>\d[\d.,' \u00a0\u202f]*|[.,]\d+)(?<rest>[\p{L}°µ²³"$€£¥/%.\s\u00a0]*?[²³23]?)` +
    `${SPACE}\\)?${SPACE}$`,
  'u',
);
const MULTIPLE =
  /^(k|thousand|tsd\.?|m|mn|mm|mio\.?|mill\.?|millions?|millionen|b|bn|billions?|mrd\.?|milliarden?|t|tn|trillions?)$/i;
/** Without a currency, these are no units, written right behind the digits. */
const SURE_MULTIPLE = /^(k|K|M|B|thousand|[Tt]sd\.?|mn|[Mm]io\.?|[Mm]illions?|[Mm]illionen|bn|[Bb]illions?|[Mm]rd\.?)$/;
const SHORT_UNIT = /^(m|g|s|h|l|L|V|W|A|Hz|"|''|cc|hp|PS|Nm)$/;
const TWO_WORDS = /^(sq|square|cubic|cu|fl|per|nautical)\.? /i;
const POWERS: readonly [RegExp, number][] = [
  [/^(k|tho|tsd)/i, 3],
  [/^(mrd|milliard|b)/i, 9],
  [/^m/i, 6],
  [/^t/i, 12],
];

interface Measured {
  body: string;
  currency: string | null;
  multiple: string | null;
  /** As written. */
  unit: string | null;
}

function measured(text: string): Measured | null {
  const plain = inOneBlank(text);
  const parts = plain === null ? undefined : NUMBER.exec(plain)?.groups;
  if (!parts) return null;
  const body = (parts.body ?? '').trim();
  const attached = !/[\s\u00a0\u202f]$/.test(parts.body ?? '') && !/^[\s\u00a0]/.test(parts.rest ?? '');
  let rest = (parts.rest ?? '').trim();
  let currency = parts.before ?? parts.behindSign ?? null;
  const behind = new RegExp(`(^|\\s|[a-z.])(${CURRENCY})$`, 'iu').exec(rest)?.[2];
  if (behind && currency === null) {
    currency = behind;
    rest = rest.slice(0, -behind.length).trim();
  }
  if (rest === '') return { body, currency, multiple: null, unit: null };
  const isMultiple =
    MULTIPLE.test(rest) && (currency !== null || (attached && SURE_MULTIPLE.test(rest)) || rest.length > 2);
  if (isMultiple) return { body, currency, multiple: rest, unit: null };
  if (!/\p{L}|[°"%]/u.test(rest) || (/\s/.test(rest) && !TWO_WORDS.test(rest))) return null;
  // 12A is a seat.
  if (attached && rest.length === 1 && !SHORT_UNIT.test(rest)) return null;
  return { body, currency, multiple: null, unit: rest };
}

/**
 * A column of numbers with a unit behind them, `90 min`, or a word for thousands, `$56.7M`. Where they are in several units
 * or currencies they stay text, and that is told. Null for any other text.
 */
export function inferUnits(texts: readonly string[], hint: '.' | ',' | null): InferredColumn | null {
  const numbers = texts.flatMap((text) => measured(text) ?? []);
  if (numbers.length < texts.length * FITS) return null;
  const units = usual(numbers.map(({ unit }) => unit));
  const currencies = usual(numbers.map(({ currency }) => currency));
  const several = mixedOf(units, unitName) ?? mixedOf(currencies, currencyCode);
  const multiples = numbers.some(({ multiple }) => multiple !== null);
  if (several) return multiples || isMeasure(several, numbers) ? inSeveral(several) : null;
  if (units.length === 0 && !multiples) return null;
  const style = inferStyle(
    numbers.map(({ body }) => body),
    hint,
  );
  const marks = [...new Set([...units, ...currencies.flatMap(waysToWrite)])];
  const to =
    style &&
    typeOfDigits(
      numbers.map(({ body, multiple }) => ({ body, power: powerOf(multiple) })),
      style.decimal,
    );
  if (!style || !to || marks.length > MARKS_AT_MOST) return null;
  const readAs: ReadAs[] = [...style.readAs];
  const [unit] = units;
  const [currency] = currencies;
  const code = currency === undefined ? null : currencyCode(currency);
  if (unit !== undefined) readAs.push({ code: 'unit_removed', unit: unitName(unit) });
  if (code) readAs.push({ code: 'currency_removed', currency: code });
  if (multiples) readAs.push({ code: 'multiples' });
  const { decimal, group, guessed } = style;
  const more = multiples ? { multiples } : {};
  return {
    how: { as: 'number', to, decimal, group, dressed: true, percent: false, strict: true, marks, ...more },
    unit: code ? { kind: 'currency', code } : null,
    readAs,
    guessed,
  };
}

/** Few units and nearly all numbers with one: sizes such as 3 rooms, 5 kg and 2 lb, and no street numbers. */
const isMeasure = (units: readonly string[], numbers: readonly Measured[]): boolean =>
  units.length <= UNITS_AT_MOST && numbers.every(({ unit, currency }) => unit !== null || currency !== null);

const SAME = new Map([
  ['mins', 'min'],
  ['minute', 'min'],
  ['minutes', 'min'],
  ['hrs', 'h'],
  ['hr', 'h'],
  ['hour', 'h'],
  ['hours', 'h'],
  ['lbs', 'lb'],
  ['secs', 's'],
  ['sec', 's'],
  ['seconds', 's'],
]);

function unitName(unit: string): string {
  const plain = unit.replace(/\.$/, '').toLowerCase();
  const same = SAME.get(plain);
  if (same !== undefined) return same;
  if (plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss')) return plain.slice(0, -1);
  return plain === unit.toLowerCase() && unit.length <= 3 ? unit : plain;
}

const powerOf = (multiple: string | null): number =>
  multiple === null ? 0 : (POWERS.find(([test]) => test.test(multiple))?.[1] ?? 0);
