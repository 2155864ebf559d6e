import { segmentsOf } from '../../segments';

const STOP = new Set(
  [
    'a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my no not of on or our shall she he so some such than that the their them then there these they this to was we were what when where which who whom whose why will with would you your about after all also any because before between both during each few more most other over own same under until very please tell show find give explain say says',
    'der die das den dem des ein eine einer eines einem einen und oder aber ist sind war waren wird werden mit von zu zum zur für auf im in am an bei aus nach wie was wer wo wann warum nicht auch sich es er sie wir ihr ich als dass welche welcher welches',
    'le la les un une des du de et ou mais est sont était pour par sur dans avec au aux ce cette ces qui que quoi dont où quand comment pourquoi ne pas il elle nous vous ils',
    'el la los las un una unos unas y o pero es son era para por en con del al que qué cual cuál cuando cuándo donde dónde como cómo no se su sus lo',
  ].flatMap((line) => line.split(' ')),
);
/** Endings that change a word's form and not what it is about, longest first; near enough for several languages. */
const ENDINGS = [
  'izations',
  'ization',
  'ations',
  'ation',
  'ments',
  'ment',
  'nesses',
  'ness',
  'ingly',
  'edly',
  'ities',
  'ity',
  'ungen',
  'ung',
  'keiten',
  'keit',
  'heiten',
  'heit',
  'ables',
  'able',
  'ibles',
  'ible',
  'ical',
  'ings',
  'ing',
  'ions',
  'ion',
  'ers',
  'ies',
  'ied',
  'ives',
  'ive',
  'als',
  'al',
  'ed',
  'er',
  'en',
  'em',
  'es',
  'ly',
  'os',
  'as',
  'e',
  's',
  'n',
  'y',
  'o',
  'a',
  'i',
];
const LEAST_STEM = 4;

export interface Word {
  word: string;
  stem: string;
}

/** The words of a text in order, without case and accents; what every text has is left out. */
export function wordsIn(text: string): Word[] {
  // Accents go; the marks of other writings make other letters, and stay.
  const plain = text
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return segmentsOf(plain).map((word) => ({ word, stem: stemOf(word) }));
}

/** The stems of a text's words in their order, as they are indexed. */
export const stemsIn = (text: string): string =>
  wordsIn(text)
    .map(({ stem }) => stem)
    .join(' ');

export const isTelling = ({ word }: Word): boolean => !STOP.has(word) && (word.length > 1 || /\p{N}/u.test(word));

export function stemOf(word: string): string {
  if (/\d/.test(word)) return word;
  let stem = word;
  // Twice, so that "publishers" and "publish" meet.
  for (let round = 0; round < 2; round += 1) {
    const ending = ENDINGS.find((suffix) => stem.endsWith(suffix) && stem.length - suffix.length >= LEAST_STEM);
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
