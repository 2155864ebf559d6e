import { tokensOf } from '../reader/tokens';
import { CATEGORIES, type LexicalCategory, type LexiconEntry } from './meanings';
import lines from './phrases.tsv?raw';
import { phrasesIn, rowsOf } from './table';

export interface Known {
  entry: LexiconEntry;
  /** As it stands in the table, without accents. */
  words: string;
}

const isCategory = (name: string): name is LexicalCategory => Object.hasOwn(CATEGORIES, name);
const COLUMNS = ['category', 'value', 'cost', 'english', 'german'] as const;

/** The rows of the table, each as a reading of its phrases. */
export const ENTRIES: readonly LexiconEntry[] = rowsOf(lines, COLUMNS).map((row) => {
  const { category, value } = row;
  const read = isCategory(category) ? CATEGORIES[category].safeParse(value) : null;
  if (!read?.success) throw new Error(`The lexicon has no ${category} of ${value}: ${read?.error.message ?? ''}`);
  return {
    category,
    meaning: read.data,
    phrases: phrasesIn(row.english, row.german),
    cost: Number(row.cost),
  } as LexiconEntry;
});

/** Phrases by their words' stems; signs stand for themselves. */
const byStems = new Map<string, Known[]>();
const words = new Set<string>();
const all = new Set<string>();
/** Light words that no other word looks like. */
const LONG = 8;
let longest = 1;
/** Words that are worth a guess where they are misspelt; small ones are not. */
const SAYING: ReadonlySet<string> = new Set(
  'aggregate money count share grain each_grain part month weekday window superlative distribution correlation outlier missing different difference rate over_time compare percentile quarter'.split(
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
    const isLong = ({ kind, word }: (typeof tokens)[number]) => kind === 'word' && word.length >= LONG;
    if (entry.category === 'filler') for (const token of tokens.filter(isLong)) words.add(token.word);
    if (SAYING.has(entry.category)) for (const token of tokens) if (token.kind === 'word') words.add(token.word);
  }
}

export const LONGEST_PHRASE = longest;
export const phrasesOf = (stems: string): readonly Known[] => byStems.get(stems) ?? [];
/** Whether any phrase has this word: then it is spelt as it should be. */
export const isLexiconWord = (word: string): boolean => all.has(word);
/** Single words of the language that may have been misspelt. */
export const LEXICON_WORDS: ReadonlySet<string> = words;
