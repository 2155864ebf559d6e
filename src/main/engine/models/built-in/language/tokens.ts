import { CURRENCY_SIGNS, currencyOfSign } from '#contract/currencies';

/** A piece of a question: a word, a number, a date, a quoted text or a sign, with what it looked like. */
export type Token =
  | { kind: 'word'; text: string; word: string }
  /** `value` is a plain decimal number; `unit` is what stood with it. */
  | {
      kind: 'number';
      text: string;
      word: string;
      value: string;
      unit: 'percent' | 'currency' | null;
      code: string | null;
    }
  | { kind: 'date'; text: string; word: string }
  | { kind: 'quoted'; text: string; word: string }
  | { kind: 'sign'; text: string; word: string };

const PATTERNS: [Token['kind'] | 'hyphen', RegExp][] = [
  ['quoted', /"([^"\n]{1,300})"|“([^”\n]{1,300})”|«([^»\n]{1,300})»|`([^`\n]{1,300})`/y],
  ['quoted', /(?<![\p{L}\p{N}])['‘]([^'’\n]{1,300})['’](?![\p{L}\p{N}])/uy],
  ['date', /\d{4}-\d{1,2}-\d{1,2}(?![\p{L}\p{N}])|\d{4}-(?:0?[1-9]|1[0-2]|q[1-4]|w\d{1,2})(?![\p{L}\p{N}-])/iuy],
  ['date', /\d{1,2}[./]\d{1,2}[./]\d{4}(?![\p{L}\p{N}])|(?:0?[1-9]|1[0-2])\/\d{4}(?![\p{L}\p{N}])/uy],
  [
    'number',
    new RegExp(
      String.raw`((?<=^|[\s(<>=])-)?([${CURRENCY_SIGNS}]\s?)?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?:\s?([%${CURRENCY_SIGNS}])|(k|m|mio|bn)(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])`,
      'iuy',
    ),
  ],
  ['sign', /(?<=\p{L})[-–](?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/iuy],
  ['hyphen', /(?<=[\p{L}])-(?=[\p{L}\p{N}])|(?<=\p{N})-(?=\p{L})/uy],
  ['sign', />=|=>|<=|=<|!=|<>|==|[<>=≥≤≠,+*/^()&%–—-]/y],
  ['word', /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/uy],
];
const SIGNS = new Map<string, string>([
  ['=>', '>='],
  ['≥', '>='],
  ['=<', '<='],
  ['≤', '<='],
  ['<>', '!='],
  ['≠', '!='],
  ['==', '='],
  ['–', '-'],
  ['—', '-'],
]);
const SCALES = new Map<string, number>([
  ['k', 3],
  ['m', 6],
  ['mio', 6],
  ['bn', 9],
]);
const NOT = new Map<string, string[]>([
  ['can', ['can', 'not']],
  ['won', ['will', 'not']],
  ['shan', ['shall', 'not']],
]);

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = next(text, at);
    if (!found) {
      at += 1;
      continue;
    }
    tokens.push(...found.tokens);
    at = found.end;
  }
  return tokens;
}

/** Sentences of a text, so that two questions in one message are not taken for one. */
export function sentences(text: string): string[] {
  const masked = text.replaceAll(/"[^"\n]*"|“[^”\n]*”|'[^'\n]*'(?!\p{L})/gu, (quoted) => 'x'.repeat(quoted.length));
  const ends = [...masked.matchAll(SENTENCE_END)].map((match) => match.index);
  return [0, ...ends]
    .map((start, index) => text.slice(start, ends[index] ?? text.length).trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

const SENTENCE_END = /(?<=[?!;.])(?<!\b(?:vs|no|excl|incl|approx|avg|qty|amt|max|min|st|dr|inc|ltd|co)\.)(?=\s)|\n+/giu;

function next(text: string, at: number): { tokens: Token[]; end: number } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { tokens: toTokens(kind, match), end: at + match[0].length };
  }
  return null;
}

function toTokens(kind: Token['kind'] | 'hyphen', match: RegExpExecArray): Token[] {
  const text = match[0];
  switch (kind) {
    case 'quoted': {
      const inside = match.slice(1).find((group) => group !== undefined) ?? '';
      return [{ kind, text: inside, word: inside.toLowerCase() }];
    }
    case 'number':
      return [toNumber(match)];
    case 'date':
      return [{ kind, text, word: text.toLowerCase() }];
    case 'sign':
      return text === '&' ? [{ kind: 'word', text, word: 'and' }] : [{ kind, text, word: SIGNS.get(text) ?? text }];
    case 'hyphen':
      return [];
    default:
      return toWords(text);
  }
}

function toNumber(match: RegExpExecArray): Token {
  const [text, minus = '', before, whole = '0', fraction = '', after, scale] = match;
  const digits = whole.replaceAll(',', '');
  const plain = scale ? shift(digits, fraction.slice(1), SCALES.get(scale.toLowerCase()) ?? 0) : `${digits}${fraction}`;
  const mark = before?.trim() ?? after;
  const code = mark === undefined ? null : currencyOfSign(mark);
  const unit = after === '%' ? 'percent' : code ? 'currency' : null;
  return { kind: 'number', text, word: `${digits}${fraction}`, value: `${minus}${plain}`, unit, code };
}

/** Moves the decimal point to the right without going through a floating-point number. */
export function shift(digits: string, fraction: string, places: number): string {
  const moved = fraction.padEnd(places, '0');
  const rest = moved.slice(places);
  return `${digits}${moved.slice(0, places)}${rest ? `.${rest}` : ''}`;
}

/** Words in lower case; "isn't" is two words, and "what's" is as good as "what". */
function toWords(text: string): Token[] {
  const [base = '', suffix] = text.split(/['’]/u);
  const word = (one: string): Token => ({ kind: 'word', text: one, word: one.toLowerCase().normalize('NFC') });
  if (suffix === undefined) return [word(base)];
  const ending = suffix.toLowerCase();
  if (ending === 't' && /n$/i.test(base)) {
    const stem = base.slice(0, -1);
    return (NOT.get(base.toLowerCase()) ?? [stem, 'not']).map(word);
  }
  return ['s', 're', 've', 'd', 'll', 'm'].includes(ending) ? [word(base)] : [word(base), word(suffix)];
}
