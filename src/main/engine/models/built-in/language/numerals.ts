import type { Token } from './tokens';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const LARGE = new Map<string, number>([
  ['twenty', 20],
  ['thirty', 30],
  ['fifty', 50],
  ['hundred', 100],
  ['dozen', 12],
]);
const SCALE_WORDS = new Map<string, number>([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['millions', 6],
  ['billion', 9],
]);

/** A whole number in digits or words, or null. */
export function wholeNumber(token: Token | undefined): number | null {
  if (token?.kind === 'number') {
    return token.unit === null && /^\d{1,6}$/.test(token.value) ? Number(token.value) : null;
  }
  if (token?.kind !== 'word') return null;
  const index = WORDS.indexOf(token.word);
  return index >= 0 ? index + 1 : (LARGE.get(token.word) ?? null);
}

/** `third` and `3rd` are 3. */
export function ordinal(token: Token | undefined): number | null {
  if (token?.kind !== 'word') return null;
  const index = ORDINALS.indexOf(token.word);
  if (index >= 0) return index + 1;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(token.word)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 2 as "2nd". */
export function ordinalText(place: number): string {
  const teen = place % 100 > 10 && place % 100 < 14;
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${end}`;
}

/** How often "twice" is. */
export const timesOf = (token: Token | undefined): number | null => {
  const index = ['once', 'twice', 'thrice'].indexOf(token?.word ?? '');
  return index < 0 ? null : index + 1;
};

/** Decimal places that a word such as "million" after a number stands for. */
export const placesOf = (token: Token | undefined): number | null =>
  token?.kind === 'word' ? (SCALE_WORDS.get(token.word) ?? null) : null;
