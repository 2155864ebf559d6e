/** What a cell's number stands for by the format it is shown in. */
export type Shown = 'date' | 'time' | 'duration' | 'percent' | 'number';

const DAY_SECONDS = 86_400;
/** 1970-01-01 as Excel counts days. */
const UNIX_DAY = 25_569;
const DAYS_TO_1904 = 1_462;
/** The day after 9999-12-31, the last that Excel shows. */
const END_OF_DAYS = 2_958_466;
/** What Excel takes for a format; searching longer ones takes the square of their length. */
const CODE_AT_MOST = 255;
/** Excel takes 1900 for a leap year, so what is before its 29 February is a day off. */
const NO_LEAP_DAY = 60;
const HALF_A_MILLISECOND = 0.0005 / DAY_SECONDS;

/** A built-in format by its number, or a format of the workbook's own by its code. */
export function shownAs(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn(id);
  const [first = ''] = code.slice(0, CODE_AT_MOST).split(';');
  const plain = first.replaceAll(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(plain)) return 'duration';
  const bare = plain.replaceAll(/\[[^\]]*\]/g, '').replaceAll(/general/gi, '');
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return bare.includes('%') ? 'percent' : 'number';
}

function builtIn(id: number): Shown {
  if (id === 9 || id === 10) return 'percent';
  if (id === 46) return 'duration';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
  return date ? 'date' : 'number';
}

/** A day number as text in ISO form; null for what Excel itself cannot show as a date. */
export function dateText(serial: number, shown: Shown, from1904: boolean): string | null {
  if (serial < 0 || serial + (from1904 ? DAYS_TO_1904 : 0) >= END_OF_DAYS - HALF_A_MILLISECOND) return null;
  if (shown === 'duration') return durationText(serial);
  // Day zero: a time of day and no date.
  if (serial < 1 && (shown === 'time' || !from1904)) return durationText(serial);
  const day = from1904 ? serial + DAYS_TO_1904 : serial < NO_LEAP_DAY ? serial + 1 : serial;
  const at = new Date(Math.round((day - UNIX_DAY) * DAY_SECONDS * 1_000)).toISOString();
  return isoText(at);
}

/** `2024-01-05T10:30:00.000Z` without what it does not say. */
export function isoText(text: string): string {
  const [day = '', time = ''] = text.trim().replace(/Z$/, '').split('T');
  const short = time.replace(/\.0+$/, '');
  return short === '' || short === '00:00:00' ? day : `${day} ${short}`;
}

function durationText(serial: number): string {
  const seconds = Math.round(serial * DAY_SECONDS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
