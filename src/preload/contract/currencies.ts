/** The currencies that are known by their signs, codes and names. Plain values: every side may import them. */
interface Currency {
  /** ISO 4217. */
  code: string;
  sign?: string;
  /** What stands before an amount, where it is not the code and a space. */
  prefix?: string;
  /** What it is called in questions, besides its code. */
  names?: readonly string[];
  /** What else it is called behind an amount in a text, in upper and lower case as written. */
  words?: readonly string[];
  /** Amounts with its code are read in files and questions; of the others, codes are too easily words of another kind. */
  isRead: boolean;
}

const CURRENCIES: readonly Currency[] = [
  { code: 'EUR', sign: '€', prefix: '€\u00a0', names: ['euro', 'euros'], words: ['Euro', 'Euros'], isRead: true },
  { code: 'USD', sign: '$', prefix: '$', names: ['dollar', 'dollars'], words: ['Dollar', 'Dollars'], isRead: true },
  { code: 'GBP', sign: '£', prefix: '£', names: ['pounds'], words: ['pound', 'Pfund'], isRead: true },
  { code: 'JPY', sign: '¥', prefix: '¥', names: ['yen'], isRead: true },
  { code: 'CHF', words: ['franc', 'francs', 'Franken'], isRead: true },
  { code: 'SEK', words: ['Kronen'], isRead: true },
  ...['NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'CNY'].map((code) => ({ code, isRead: true })),
  { code: 'INR', words: ['rupee', 'rupees'], isRead: true },
  // RMB is no code of ISO 4217, but much used for CNY.
  ...[
    'HUF',
    'RON',
    'BGN',
    'TRY',
    'RUB',
    'UAH',
    'NZD',
    'RMB',
    'KRW',
    'SGD',
    'HKD',
    'TWD',
    'THB',
    'IDR',
    'MXN',
    'BRL',
  ].map((code) => ({ code, isRead: false })),
  ...['ZAR', 'ILS', 'AED', 'SAR'].map((code) => ({ code, isRead: false })),
];
const readCurrencies = CURRENCIES.filter(({ isRead }) => isRead);

/** Of the currencies that are read in files. */
export const CURRENCY_CODES: readonly string[] = readCurrencies.map(({ code }) => code);
/** Of all that may stand beside an amount in a text. */
export const ALL_CURRENCY_CODES: readonly string[] = CURRENCIES.map(({ code }) => code);
/** What currencies are called behind an amount in a text. */
export const CURRENCY_WORDS: readonly string[] = CURRENCIES.flatMap(({ names = [], words = [] }) => [
  ...names,
  ...words,
]);
/** All signs in a row, to be put into a character class. */
export const CURRENCY_SIGNS: string = CURRENCIES.map(({ sign = '' }) => sign).join('');

const bySign = new Map(CURRENCIES.flatMap(({ code, sign }) => (sign ? [[sign, code] as const] : [])));
const byWord = new Map(
  readCurrencies.flatMap(({ code, names = [] }) => [code.toLowerCase(), ...names].map((word) => [word, code] as const)),
);
const prefixes = new Map(CURRENCIES.map(({ code, prefix }) => [code, prefix ?? `${code}\u00a0`]));

export const currencyOfSign = (sign: string): string | null => bySign.get(sign) ?? null;
/** The code that a word of a question stands for, in lower case: `eur`, `euros`. */
export const currencyOfWord = (word: string): string | null => byWord.get(word) ?? null;
export const currencyPrefix = (code: string): string => prefixes.get(code) ?? `${code}\u00a0`;
