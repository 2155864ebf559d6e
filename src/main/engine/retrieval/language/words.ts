import { englishStem } from './english';
import { frenchStem, germanStem, spanishStem } from './light';
import { LANGUAGES, type Language, plain } from './stop-words';

const STEMMERS: Record<Language, (word: string) => string> = {
  en: englishStem,
  de: germanStem,
  fr: frenchStem,
  es: spanishStem,
};
const WORD = /[\p{L}\p{N}]+/gu;
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u;
const LONGEST = 64;
const REMEMBERED = 50_000;
const known = new Map<string, string>();

/**
 * The words of a text in order, without case and accents. A word broken at the end of a line is whole again; scripts that
 * put no spaces between words give each two neighbouring characters.
 */
export function wordsIn(text: string): string[] {
  const whole = plain(text).replaceAll(/(\p{Ll})[-‐]\n(?=\p{Ll})/gu, '$1');
  return (whole.match(WORD) ?? []).flatMap((word) =>
    WITHOUT_SPACES.test(word) ? pairsOf(word) : word.slice(0, LONGEST),
  );
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

export function stemOf(word: string, language: Language): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  const key = `${language}${word}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  if (known.size >= REMEMBERED) known.clear();
  const stem = STEMMERS[language](word);
  known.set(key, stem);
  return stem;
}

/** What a word may be indexed under, whichever language its text was taken for. */
export const stemsOf = (word: string): string[] => [...new Set(LANGUAGES.map((language) => stemOf(word, language)))];
