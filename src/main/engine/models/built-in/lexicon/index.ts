import { stemsOf, tokensOf } from '../reader/tokens';
import { ADJECTIVES } from './adjectives';
import { CHATTER } from './chatter';
import { COMPARISONS } from './comparisons';
import { CONNECTIVES } from './connectives';
import { LIGHT_WORDS } from './light-words';
import type { LexiconEntry } from './meanings';
import { MEASURES } from './measures';
import { NUMERALS } from './numerals';
import { TIMES } from './times';

export interface Known {
  entry: LexiconEntry;
  /** As it stands in the table, without accents. */
  words: string;
}

const ENTRIES: readonly LexiconEntry[] = [
  ...MEASURES,
  ...COMPARISONS,
  ...ADJECTIVES,
  ...TIMES,
  ...CONNECTIVES,
  ...NUMERALS,
  ...CHATTER,
  ...LIGHT_WORDS,
];

/** Phrases by their words' stems; signs stand for themselves. */
const byStems = new Map<string, Known[]>();
const words = new Set<string>();
const all = new Set<string>();
let longest = 1;
/** Words that are worth a guess where they are misspelt; small ones are not. */
const SAYING: ReadonlySet<string> = new Set(
  'aggregate count share grain each_grain part month weekday window superlative distribution correlation outlier missing different difference rate over_time compare percentile quarter'.split(
    ' ',
  ),
);
for (const entry of ENTRIES) {
  for (const phrase of entry.phrases) {
    const tokens = tokensOf(phrase);
    const key = tokens.map((token) => token.stem).join(' ');
    longest = Math.max(longest, tokens.length);
    byStems.set(key, [...(byStems.get(key) ?? []), { entry, words: tokens.map((token) => token.word).join(' ') }]);
    for (const token of tokens) all.add(token.word);
    if (SAYING.has(entry.category)) for (const token of tokens) if (token.kind === 'word') words.add(token.word);
  }
}

export const LONGEST_PHRASE = longest;
export const phrasesOf = (stems: string): readonly Known[] => byStems.get(stems) ?? [];
/** Whether any phrase has this word: then it is spelt as it should be. */
export const isLexiconWord = (word: string): boolean => all.has(word);
/** Single words of the language that may have been misspelt. */
export const LEXICON_WORDS: ReadonlySet<string> = words;

/** Groups of words that stand for one thing, each as stems. */
export function synonymSets(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const line of lines) {
    const keys = line.split('|').map((phrase) => stemsOf(phrase).join(' '));
    for (const key of keys) {
      const set = sets.get(key) ?? new Set<string>();
      for (const one of keys) set.add(one);
      sets.set(key, set);
    }
  }
  return sets;
}
