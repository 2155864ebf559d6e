import { CURRENCY_SIGNS, currencyOfSign } from '#contract/currencies';
import { type InferredColumn, TEXT } from './types';

/** Fewer of another unit than this are odd, and not how the column is written. */
const RARE = 0.01;
const UNITS_NAMED = 5;

/** Of the values that are there, those that are no exception, the commonest first. */
export function usual(values: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.filter(([, count]) => count >= all * RARE).map(([value]) => value);
}

/** The names that are different, where there are several. */
export function mixedOf(values: readonly string[], nameOf: (value: string) => string): string[] | null {
  const names = [...new Set(values.map(nameOf))];
  return names.length > 1 ? names : null;
}

const LONGEST = 1_000;

/**
 * Text as patterns of numbers are held against it: without blanks around it and with one for each run of them, in which
 * patterns would look for an end in every way there is. Null where it is too long for any number.
 */
export const inOneBlank = (text: string): string | null =>
  text.length > LONGEST && text.trim().length > LONGEST ? null : text.trim().replaceAll(/[\s\u00a0\u202f]{2,}/g, ' ');

export const inSeveral = (units: readonly string[]): InferredColumn => ({
  ...TEXT,
  how: { as: 'text', trimmed: true },
  readAs: [{ code: 'mixed_units', units: units.slice(0, UNITS_NAMED) }],
});

export const currencyCode = (mark: string): string => currencyOfSign(mark) ?? mark.toUpperCase();

/** A currency's sign and its code: 5 € and 5 EUR may stand in one column. */
export const waysToWrite = (mark: string): string[] => {
  const code = currencyCode(mark);
  return [...new Set([mark, code, ...[...CURRENCY_SIGNS].filter((sign) => currencyOfSign(sign) === code)])];
};
