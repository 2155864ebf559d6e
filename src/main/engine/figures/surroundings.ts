import { BEFORE_PATTERN } from './units';

/** What stands in front of a numeral and belongs to it. */
export interface Front {
  start: number;
  sign: '-' | '+' | null;
  currency: boolean;
}

/** How exactly a figure claims to be: `above` is "more than", `below` "nearly". */
export type Roughness = 'about' | 'above' | 'below';

const CURRENCY_BEFORE = new RegExp(`${BEFORE_PATTERN}$`, 'u');
const SIGN = /[-−–+]/;
const JOINS = /[\p{L}\p{N}%)\].,]/u;

const ROUGH: readonly (readonly [RegExp, Roughness])[] = [
  [/(?:about|around|roughly|approximately|approx\.|circa|ca\.|some|rund|etwa|ungefähr|grob|[~≈∼])$/i, 'about'],
  [/(?:over|above|more than|at least|well over|just over|über|mehr als|mindestens|gut|[>≥])$/i, 'above'],
  [
    /(?:nearly|almost|under|below|less than|at most|just under|up to|knapp|fast|unter|weniger als|höchstens|bis zu|[<≤])$/i,
    'below',
  ],
];

export function frontOf(text: string, numeral: number): Front {
  let start = numeral;
  let sign: Front['sign'] = null;
  const takeSign = () => {
    const mark = text[start - 1] ?? '';
    if (sign !== null || !SIGN.test(mark) || JOINS.test(text[start - 2] ?? '')) return;
    sign = mark === '+' ? '+' : '-';
    start -= 1;
  };
  takeSign();
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  start -= before.length;
  takeSign();
  if (sign === null && /(?<!\p{L})minus $/iu.test(text.slice(Math.max(0, start - 7), start))) sign = '-';
  return { start, sign, currency: before !== '' };
}

/** The numeral is part of a word: `A4`, `t_17`, `2019.csv`. */
export function isInWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    /(?:[\p{L}\p{N}]|[\p{L}\p{N}]_)$/u.test(before) || /^(?:_[\p{L}\p{N}]|\.\p{Ll})/u.test(text.slice(end, end + 2))
  );
}

/** Letters written to the digits that make no word of them: `36h`, `2nd`, `1.6x`; null where they do, as in `3D`. */
export function attached(text: string, end: number): string | null {
  const letters = /^(?:[\p{L}°]+|×)\p{N}?/u.exec(text.slice(end, end + 24))?.[0] ?? '';
  if (letters === '') return '';
  return /^(?:\p{Ll}+|×|[kMGT]?Wh|[kMGT]B|°[CF]|[CF])$/u.test(letters) ? letters : null;
}

export const isOrdinal = (letters: string): boolean => /^(?:st|nd|rd|th|te[nmrs]?)$/.test(letters);

/** Joined to the word before it by a hyphen, as names are: `COVID-19`. */
export const isHyphenated = (text: string, start: number): boolean =>
  /\p{L}[-‑]$/u.test(text.slice(Math.max(0, start - 2), start));

export function roughnessOf(text: string, start: number): Roughness | null {
  const before = text.slice(Math.max(0, start - 24), start).replace(/[\s\u00a0*_]+$/, '');
  return ROUGH.find(([words]) => words.test(before))?.[1] ?? null;
}
