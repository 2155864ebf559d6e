import { stemsOf } from '../reader/tokens';
import lines from './synonyms.tsv?raw';
import { phrasesIn, rowsOf } from './table';

const rows = rowsOf(lines, ['of', 'words']);

/** Groups of words that stand for one thing, each as stems. */
function setsOf(kind: 'column' | 'value'): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const { words } of rows.filter(({ of }) => of === kind)) {
    const keys = phrasesIn(words).map((phrase) => stemsOf(phrase).join(' '));
    for (const key of keys) sets.set(key, new Set([...(sets.get(key) ?? []), ...keys]));
  }
  return sets;
}

/** What else people call the same column, in both languages. */
export const COLUMN_SYNONYMS = setsOf('column');
/** In the words of a question and of data. */
export const VALUE_SYNONYMS = setsOf('value');
/** What a function does, by the other words for it: the first of its line. */
export const DEEDS: ReadonlyMap<string, string> = new Map(
  rows.flatMap(({ of, words }) => {
    const [first = '', ...others] = of === 'function' ? phrasesIn(words) : [];
    return others.map((other) => [other, first]);
  }),
);
