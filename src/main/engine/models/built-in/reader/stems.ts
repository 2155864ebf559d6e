/** Forms of a word made alike: case, accents, plural and verb endings, in English and German. Not words to be shown. */

const ENDINGS: readonly (readonly [ending: RegExp, by: string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/(?<=\p{L}{4}al)ien$/u, ''],
  [/(?<=\p{L}{2})ie$/u, 'y'],
  [/(?<=ss|x|sh|ch|zz)es$/, ''],
  [/(?<![suaio])s$/, ''],
  [/(?<=a|o|i)s$/, ''],
];
/** Only where enough of the word is left. */
const VERBS: readonly (readonly [ending: RegExp, by: string])[] = [
  // What is shipped is of a ship date.
  [/(?<=\p{L}{2}([bgmprt]))\1(?:ing|ed)$/u, ''],
  [/(?<=\p{L}{4})(?:ing|ed|en|ure|al|er[ns]?)$/u, ''],
  [/(?<=\p{L}{4})able?$/u, ''],
  [/(?<=\p{L}{3})e$/u, ''],
  [/(?<=\p{L}{4})n$/u, ''],
  // What is delivered is a delivery.
  [/(?<=\p{L}{4}er)y$/u, ''],
];

/** Lower case without accents; German umlauts as the plain vowel, also where they are written out. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=[^aeoq]|^)([aou])e(?=[^aeiou]{2}|[^aeiou]e)/g, '$1');
}

/** "colour" is "color". */
const BRITISH = /(?<=^(?:behavi|col|fav|flav|harb|hon|hum|lab|neighb|od|rum|tum|vap))our/;

const kept = new Map<string, string>();
const KEPT_AT_MOST = 50_000;

/** What a word has in common with its other forms. */
export function stemOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = shortened(folded(word).replace(BRITISH, 'or'));
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  kept.set(word, stem);
  return stem;
}

function shortened(word: string): string {
  if (word === 'ids' || word === 'ads') return word.slice(0, 2);
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = replaced(word, ENDINGS);
  return VERBS.reduce((stem, ending) => replaced(stem, [ending]), singular);
}

function replaced(word: string, endings: typeof ENDINGS): string {
  const ending = endings.find(([pattern]) => pattern.test(word));
  if (!ending) return word;
  const short = word.replace(ending[0], ending[1]);
  return short.length < 3 ? word : short;
}
