import { tokenise } from './tokens';

/** The singular of an English noun, near enough to compare two spellings of it; the same word always gives the same. */
export function singular(word: string): string {
  if (word === 'ids') return 'id';
  if (word.length <= 3 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.slice(0, -1);
}

/** "regions" for `region`; a name that is no plain word keeps its spelling: `job_title` values. */
export function severalOf(name: string): string {
  if (!/^\p{L}+$/u.test(name)) return `${name} values`;
  if (/s$/i.test(name)) return name;
  return /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** What "return", "returns", "returned" and "returning" have in common. */
export function verbStem(word: string): string {
  const base = singular(word);
  const deed = base.replace(/mission$/, 'mit').replace(/(?<=cancell?)ation$/, '');
  const cut = deed.length > 5 ? deed.replace(/(?:ed|ing)$/, '') : deed;
  return cut.replace(/([^aeious])\1$/, '$1').replace(/e$/, '');
}

const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu;
const SHORT = new Map<string, string>([
  ['amt', 'amount'],
  ['qty', 'quantity'],
  ['cust', 'customer'],
  ['prod', 'product'],
  ['cat', 'category'],
  ['dept', 'department'],
  ['temp', 'temperature'],
  ['desc', 'description'],
  ['dt', 'date'],
  ['num', 'number'],
  ['nbr', 'number'],
  ['nr', 'number'],
  ['pct', 'percent'],
  ['mgr', 'manager'],
  ['emp', 'employee'],
  ['inv', 'invoice'],
  ['acct', 'account'],
  ['addr', 'address'],
  ['conv', 'conversion'],
  ['rev', 'revenue'],
  ['bal', 'balance'],
  ['vol', 'volume'],
  ['tot', 'total'],
  ['cnt', 'count'],
]);

/** The words of a value or a name, in lower case. */
export function wordsOf(text: string): string[] {
  return tokenise(text.replaceAll(/["“”«»`'‘’]/gu, ' '))
    .filter((token) => token.kind !== 'sign')
    .map((token) => token.word);
}

/** The words of a column's name: `unitPrice`, `unit_price` and `Unit Prices` are the same; short forms are written out. */
export function nameStems(name: string): string[] {
  return wordsOf(name.replaceAll(CAMEL, ' ')).map(stemOf);
}

export function stemOf(word: string): string {
  return singular(SHORT.get(word) ?? word);
}

/**
 * How many letters are wrong, missing, extra or swapped between two words; stops counting beyond `limit`.
 * Both words are short, so the table stays small.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
