import { ALL_CURRENCY_CODES, CURRENCY_WORDS } from '#contract/currencies';

/** What stands around a numeral and says what it counts: currencies, scales, percent. */

const CODES = ALL_CURRENCY_CODES.join('|');
const WORDS = CURRENCY_WORDS.join('|');

/** Behind nothing that is part of a word: `US$5`, `R$ 5`, `EUR5`. */
export const BEFORE_PATTERN = `(?:(?<![\\p{L}\\p{N}])(?:[A-Z]{0,2}\\p{Sc}|(?:${CODES}))[\\s\\u00a0\\u202f]?)`;

/** Scales by how they are written. Of `billion` English and German mean different numbers. */
const SCALES: readonly (readonly [pattern: string, factors: readonly number[]])[] = [
  ['(?:k|K|T)(?=€|EUR|USD|CHF|GBP)', [1e3]],
  ['(?:k|K|Tsd\\.?|tsd\\.?|[Tt]housand|[Tt]ausend)', [1e3]],
  ['(?:[Mm]illions?|[Mm]illionen|[Mm]io\\.?|[Mm]ill\\.|[Mm]ln\\.?|mn|MM|M)', [1e6]],
  ['(?:[Mm]illiarden?|[Mm]rd\\.?|[Mm]d|bn|Bn|bln)', [1e9]],
  ['(?:[Bb]illion(?:en|s)?)', [1e9, 1e12]],
  ['(?:[Tt]rillions?|tn|trn|[Bb]io\\.?)', [1e12]],
  ['(?:lakhs?|lacs?)', [1e5]],
  ['(?:crores?|Cr)', [1e7]],
];
/** Only directly behind the digits, and perhaps another unit: metres, bytes, years. */
const ATTACHED_SCALES: readonly (readonly [string, readonly number[]])[] = [
  ['m', [1e6]],
  ['[Bb]', [1e9]],
];

const PERCENTS: readonly (readonly [pattern: string, parts: number])[] = [
  ['percentage[ -]points?|%-points?|Prozentpunkten?|%-Punkten?|pp|p\\.p\\.', 100],
  ['\\\\?%|percent|per cent|pct|Prozent|v\\. ?H\\.', 100],
  ['‰|per mille|Promille', 1_000],
  ['bps?|basis points?|Basispunkten?', 10_000],
];

export interface FigureUnit {
  /** What the numeral is multiplied by, where that is said; several where it is not clear by what. */
  scales: readonly number[];
  /** It may also be no scale at all. */
  mayBeOther: boolean;
  /** How many of these make a whole: 100 for percent. */
  parts: number | null;
  currency: boolean;
  /** How much of the text it takes, blanks before it included; 0 for none. */
  length: number;
}

const GAP = '[ \\u00a0\\u202f\\u2009]?';
const NO_LETTER = '(?![\\p{L}\\p{N}])';
const CURRENCY = new RegExp(`^${GAP}(?:\\p{Sc}|(?:${CODES})${NO_LETTER}|(?:${WORDS})${NO_LETTER})`, 'u');
const asScale = (pattern: string, gap: string) =>
  new RegExp(`^${gap}${pattern}(?![\\p{Ll}\\p{N}]|\\p{Lu}(?!UR|SD|HF|BP))`, 'u');
const scales = SCALES.map(([pattern, factors]) => [asScale(pattern, GAP), factors] as const);
const attachedScales = ATTACHED_SCALES.map(([pattern, factors]) => [asScale(pattern, ''), factors] as const);
const percents = PERCENTS.map(
  ([pattern, parts]) => [new RegExp(`^(?:${GAP}|-)(?:${pattern})${NO_LETTER}`, 'u'), parts] as const,
);

const MAY_BE_UNIT = /^[ \u00a0\u202f\u2009-]?[\p{L}\p{Sc}%‰\\]/u;
const NONE: FigureUnit = { scales: [], mayBeOther: false, parts: null, currency: false, length: 0 };

/** The unit that `text` begins with. */
export function unitAt(text: string): FigureUnit {
  if (!MAY_BE_UNIT.test(text)) return NONE;
  for (const [pattern, parts] of percents) {
    const match = pattern.exec(text);
    if (match) return { ...NONE, parts, length: match[0].length };
  }
  for (const [known, mayBeOther] of [
    [scales, false],
    [attachedScales, true],
  ] as const) {
    for (const [pattern, factors] of known) {
      const match = pattern.exec(text);
      if (!match) continue;
      const currency = CURRENCY.exec(text.slice(match[0].length))?.[0] ?? '';
      return {
        scales: factors,
        mayBeOther: mayBeOther && currency === '',
        parts: null,
        currency: currency !== '',
        length: match[0].length + currency.length,
      };
    }
  }
  const currency = CURRENCY.exec(text)?.[0] ?? '';
  return currency === '' ? NONE : { ...NONE, currency: true, length: currency.length };
}

const TITLE_SCALES: readonly (readonly [RegExp, number])[] = [
  [
    /(?:^|[^\p{L}])(?:[kK]|T|tsd|thousands?|tausend)(?:\.|[^\p{L}]|$)|(?:^|[^\p{L}])[kKtT](?:€|\$|EUR|USD|CHF|GBP)|(?:^|[^\p{L}])[kt](?:eur|usd|chf|gbp)(?:[^\p{L}]|$)/iu,
    1e3,
  ],
  [/(?:^|[^\p{L}])(?:mio|mln|mn|millions?|millionen|meur|musd)(?:\.|[^\p{L}]|$)|(?:^|[^\p{L}])M(?:€|\$)/iu, 1e6],
  [/(?:^|[^\p{L}])(?:mrd|bn|billions?|milliarden?)(?:\.|[^\p{L}]|$)/iu, 1e9],
];
const TITLE_PERCENT = /%|(?:^|[^\p{L}])(?:pct|percent|percentage|prozent)(?:[^\p{L}]|$)/iu;
const TITLE_SHARE =
  /%|pct|percent|prozent|share|anteil|rate|quote|ratio|margin|marge|growth|wachstum|change|veränderung|yoy|mom/iu;

/** The scale that the title of a column gives to what is under it: `revenue_keur`, `Umsatz (Mio. €)`. */
export const scaleOfTitle = (title: string): number | null =>
  TITLE_SCALES.find(([pattern]) => pattern.test(title.replaceAll('_', ' ')))?.[1] ?? null;

export const isPercentTitle = (title: string): boolean => TITLE_PERCENT.test(title.replaceAll('_', ' '));

/** Whole numbers under such a title may be percentages, others are counts. */
export const isShareTitle = (title: string): boolean => TITLE_SHARE.test(title);
