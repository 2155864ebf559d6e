import { folded, stemOf } from './stems';

/** A word, number, date or sign of a question. */
export interface Token {
  kind: 'word' | 'number' | 'date' | 'clock' | 'sign';
  /** As written. */
  text: string;
  /** In lower case and without accents. */
  word: string;
  stem: string;
  /** A number as decimal text, a date as ISO text, a time of day as `HH:MM:SS`; empty for words and signs. */
  value: string;
  /** Within quotes: a name or a value, and no word of the language. */
  quoted: boolean;
  from: number;
  to: number;
}

const PARTS =
  /(?<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{4})(?![\p{L}\d])|(?<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\p{L}\d]|:\d)|(?<number>(?:(?<=^|[^\d\s]\s+|[<>=(])-)?\d[\d.,]*(?<!\.|,))(?<scale>k|K|mio|Mio|m|M|bn)?(?![\p{L}\d])|(?<word>[\p{L}\p{M}\d]+(?:['’](?=\p{L})\p{L}+)?)|(?<sign>>=|<=|!=|[%€$£<>=+*/×÷()&,?;:!-])|(?<other>[\p{So}\p{Sk}]+)/gu;
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ k: 3, K: 3, m: 6, M: 6, mio: 6, Mio: 6, bn: 9 }));
export const QUOTES = /["“”„«»]([^"“”„«»]+)["“”„«»]|(?<![\p{L}\p{N}])['‘‚]([^'‘’‚]+)['’](?![\p{L}\p{N}])/gu;

/** `german` decides how `80.000` is read. */
export function tokensOf(text: string, german = false): Token[] {
  const quotes = [...text.matchAll(QUOTES)].map((match) => [match.index, match.index + match[0].length] as const);
  const quoted = (at: number) => quotes.some(([from, to]) => at >= from && at < to);
  return [...text.matchAll(PARTS)].flatMap((match) => tokensIn(match, german, quoted(match.index)));
}

function tokensIn(match: RegExpMatchArray, german: boolean, quoted: boolean): Token[] {
  const { date, clock, number, scale, word, sign, other } = match.groups ?? {};
  const from = match.index ?? 0;
  const base = { from, to: from + match[0].length, text: match[0], quoted };
  const low = match[0].toLowerCase();
  if (date !== undefined) return [{ ...base, kind: 'date', word: low, stem: low, value: isoOf(date) }];
  if (clock !== undefined)
    return [{ ...base, kind: 'clock', word: low, stem: low, value: `${clock}:00`.padStart(8, '0').slice(0, 8) }];
  if (number !== undefined) {
    const value = shifted(decimalOf(number, german), SCALES.get(scale ?? '') ?? 0);
    return [{ ...base, kind: 'number', word: low, stem: low, value }];
  }
  // What is no word is one that nobody knows.
  if (other !== undefined) return [{ ...base, kind: 'word', word: other, stem: other, value: '' }];
  if (sign !== undefined) return [{ ...base, kind: 'sign', word: sign, stem: sign, value: '' }];
  return wordTokens(word ?? '', from, quoted);
}

/** Names such as `depDelay` are several words; `don't` is one, and `women's` is `women`. */
function wordTokens(text: string, from: number, quoted: boolean): Token[] {
  // "how many As": the grade, several times.
  // "IDs" are several of them.
  const named = /^\p{Lu}{2,}s$/u.test(text) ? text.slice(0, -1) : text;
  const plain = from > 0 ? named.replace(/['’]s$|(?<=^[A-F])s$/, '') : named.replace(/['’]s$/, '');
  return [...plain.matchAll(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}'’\d]+|[\p{L}\p{M}\d]+/gu)].map((part) => {
    const word = folded(part[0].replaceAll(/['’]/g, ''));
    const at = from + part.index;
    return {
      kind: /^\d+$/.test(word) ? 'number' : 'word',
      text: part[0],
      word,
      stem: stemOf(word),
      value: /^\d+$/.test(word) ? word : '',
      quoted,
      from: at,
      to: at + part[0].length,
    };
  });
}

/** `1,234.5`, `1.234,5` and `80.000`: a sign before exactly three digits parts thousands, where the language says so. */
function decimalOf(text: string, german: boolean): string {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return text;
  const sign = text.charAt(last);
  const several = text.split(sign).length > 2;
  const thousands = sign === (german ? '.' : ',') && text.length - last === 4;
  if (several || thousands) return text.replaceAll(/[.,]/g, '');
  return `${text.slice(0, last).replaceAll(/[.,]/g, '')}.${text.slice(last + 1)}`;
}

/** So many places to the left: `1.5` by 6 is `1500000`. */
export function shifted(decimal: string, places: number): string {
  const [whole = '', part = ''] = decimal.split('.');
  const moved = `${whole}${part.slice(0, places).padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = part.slice(places);
  if (places === 0) return decimal;
  return rest === '' ? moved : `${moved}.${rest}`;
}

function isoOf(text: string): string {
  const german = /^(\d+)\.(\d+)\.(\d+)$/.exec(text);
  const american = /^(\d+)\/(\d+)\/(\d+)$/.exec(text);
  const pad = (part = '') => part.padStart(2, '0');
  if (german) return `${german[3]}-${pad(german[2])}-${pad(german[1])}`;
  // Where the first part can be no month, days come first.
  if (american && Number(american[1]) > 12) return `${american[3]}-${pad(american[2])}-${pad(american[1])}`;
  if (american) return `${american[3]}-${pad(american[1])}-${pad(american[2])}`;
  return text.replace(' ', 'T');
}

/** Words of a name or value, each as a question would be read. */
export const stemsOf = (text: string): string[] =>
  tokensOf(text).flatMap((token) => (token.kind === 'sign' ? [] : [token.stem]));

/** In capitals where a plain word would be small. */
export const isCapital = (token: Token, at: number): boolean =>
  /^\p{Lu}/u.test(token.text) && (at > 0 || token.text.length === 1);
