import { LANGUAGES, NUMBER_LOCALES } from '#contract/languages';
import type { Language, Locale, NumberLocale, Settings } from '#contract/settings';

export type { Locale } from '#contract/settings';

export const ENGLISH: Locale = { language: 'en', numbers: 'en-US' };

/** How numbers are written where nothing was chosen. */
export const NUMBERS_OF: Record<Language, NumberLocale> = { en: 'en-US', de: 'de-DE' };

/**
 * What was chosen, and for what was not, what the system has: `preferred` are its languages, the best first. The system's
 * own way of writing numbers is taken where it belongs to the language.
 */
export function localeFrom(
  { language, numbers }: Pick<Settings, 'language' | 'numbers'>,
  preferred: readonly string[],
): Locale {
  const spoken = language === undefined || language === 'system' ? languageOf(preferred) : language;
  const written = NUMBER_LOCALES.find((tag) => tag.startsWith(spoken) && preferred.includes(tag));
  return {
    language: spoken,
    numbers: numbers === undefined || numbers === 'language' ? (written ?? NUMBERS_OF[spoken]) : numbers,
  };
}

/** The first that there are words in. */
function languageOf(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return spoken.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0] ?? ENGLISH.language;
}

/**
 * One for the whole process: the window sets its reader's; elsewhere it stays, so that what is kept reads the same for
 * everybody.
 */
let current: Locale = ENGLISH;

export const currentLocale = (): Locale => current;

export function setLocale(locale: Locale): void {
  current = locale;
}

/** What `work` makes at once is written in this locale; it must wait for nothing, as everybody else goes on in the process's own. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  const before = current;
  current = locale;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** Months and weekdays in the language, everything else as the region has it. */
export const datesLocale = ({ language, numbers }: Locale = current): string =>
  `${language}-${numbers.split('-')[1] ?? 'US'}`;

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than using it. */
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = current.numbers + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(current.numbers, options);
  formats.set(key, format);
  return format;
}

/** `1,234.5`, or `1.234,5`. A text is taken digit by digit, however many it has. */
export const numberText = (value: number | string, options: Intl.NumberFormatOptions = {}): string =>
  numberFormat(options).format(value as Intl.StringNumericLiteral | number);

const DECIMALS_AT_MOST = 100;

/** A plain decimal number with every digit that it has; any other text as it is. */
export function exactNumber(text: string): string {
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(text)?.[1]?.length ?? 0;
  if (!/^-?\d/.test(text) || Number.isNaN(Number(text)) || decimals > DECIMALS_AT_MOST) return text;
  return numberText(text, { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 3) });
}

/** What stands between the whole part and its decimals. */
export const decimalMark = (): string =>
  numberFormat({})
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.';

/** Between thousands; nothing where a language parts none. */
export const groupMark = (): string =>
  numberFormat({})
    .formatToParts(12_345)
    .find(({ type }) => type === 'group')?.value ?? '';

/**
 * The plain digits of a number that the reader has written, `1234.5` for `1.234,5`; null for what is not surely one. Thousands
 * are parted by the sign of the region, by spaces or by apostrophes, each part of three digits.
 */
export function numberRead(text: string): string | null {
  const mark = decimalMark();
  const group = mark === ',' ? '.' : groupMark();
  const whole = `\\d{1,3}(?:(?<group>[\\s'’${group}])\\d{3}(?:\\k<group>\\d{3})*)?|\\d+`;
  const written = new RegExp(`^(?<sign>[-−])?(?<whole>${whole})?(?:[${mark}](?<decimals>\\d+))?$`).exec(
    text.trim(),
  )?.groups;
  if (!written || (written.whole === undefined && written.decimals === undefined)) return null;
  const digits = written.whole?.replaceAll(/\D/g, '') ?? '0';
  return `${written.sign === undefined ? '' : '-'}${digits}${written.decimals === undefined ? '' : `.${written.decimals}`}`;
}

/** A number as it stands in a field, to be read again: all of its digits, and no thousands. */
export const numberTyped = (value: number | string): string =>
  numberText(value, { useGrouping: false, maximumFractionDigits: DECIMALS_AT_MOST });

/** Whether the sign of a currency stands behind its amount. */
export const isCurrencyBehind = (): boolean =>
  numberFormat({ style: 'currency', currency: 'EUR' }).formatToParts(1).at(-1)?.type === 'currency';

/** A day as it is written in figures: `2025-03-01`, or `01.03.2025` where days come first and nothing else is read into it. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year !== undefined && current.numbers.startsWith('de') ? `${date}.${month}.${year}` : day;
}

/** A moment likewise; what is no moment stays. */
export const momentText = (moment: string): string =>
  moment.replace(/^(\d{4}-\d\d-\d\d)(?:[T ](.*))?$/, (_, day: string, time?: string) =>
    time === undefined ? dayText(day) : `${dayText(day)} ${time}`,
  );

const dates = new Map<string, Intl.DateTimeFormat>();

/** A moment as the reader has it; in the reader's own time zone if none is given. */
export function dateText(at: number | Date, options: Intl.DateTimeFormatOptions): string {
  const key = datesLocale() + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(datesLocale(), options);
  dates.set(key, format);
  return format.format(at);
}

/** `Mar`, `Mär`: months short, by their number from 0. */
export const shortMonth = (month: number): string => SHORT_MONTHS[current.language][month] ?? String(month + 1);

const SHORT_MONTHS: Record<Language, readonly string[]> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  de: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' '),
};

/** An amount with its currency's sign on the side where the reader looks for it; `prefix` is what stands before it elsewhere. */
export function moneyText(amount: string, code: string, prefix: string): string {
  if (!isCurrencyBehind()) return amount.startsWith('−') ? `−${prefix}${amount.slice(1)}` : `${prefix}${amount}`;
  const parts = numberFormat({ style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return `${amount}\u00a0${parts.find(({ type }) => type === 'currency')?.value ?? code}`;
}
