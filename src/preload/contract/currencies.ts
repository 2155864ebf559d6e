/** The currencies that are known by their signs, codes and names. Plain values: every side may import them. */
interface Currency {
  /** ISO 4217. */
  code: string;
  sign?: string;
  /** What stands before an amount, where it is not the code and a space. */
  prefix?: string;
  /** What it is called in questions, besides its code. */
  names?: readonly string[];
}

const CURRENCIES: readonly Currency[] = [
  { code: 'EUR', sign: '€', prefix: '€\u00a0', names: ['euro', 'euros'] },
  { code: 'USD', sign: '$', prefix: '$', names: ['dollar', 'dollars'] },
  { code: 'GBP', sign: '£', prefix: '£', names: ['pounds'] },
  { code: 'JPY', sign: '¥', prefix: '¥', names: ['yen'] },
  ...['CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'CNY', 'INR'].map((code) => ({ code })),
];

export const CURRENCY_CODES: readonly string[] = CURRENCIES.map(({ code }) => code);
/** All signs in a row, to be put into a character class. */
export const CURRENCY_SIGNS: string = CURRENCIES.map(({ sign = '' }) => sign).join('');

const bySign = new Map(CURRENCIES.flatMap(({ code, sign }) => (sign ? [[sign, code] as const] : [])));
const byWord = new Map(
  CURRENCIES.flatMap(({ code, names = [] }) => [code.toLowerCase(), ...names].map((word) => [word, code] as const)),
);
const prefixes = new Map(CURRENCIES.map(({ code, prefix }) => [code, prefix ?? `${code}\u00a0`]));

export const currencyOfSign = (sign: string): string | null => bySign.get(sign) ?? null;
/** The code that a word of a question stands for, in lower case: `eur`, `euros`. */
export const currencyOfWord = (word: string): string | null => byWord.get(word) ?? null;
export const currencyPrefix = (code: string): string => prefixes.get(code) ?? `${code}\u00a0`;
