import lines from './lists.tsv?raw';
import { phrasesIn, rowsOf } from './table';

const lists = new Map<string, string[]>();
for (const { name, words } of rowsOf(lines, ['name', 'words']))
  lists.set(name, [...(lists.get(name) ?? []), ...phrasesIn(words)]);

/** The words of a list; undefined where there is none of this name. */
export const listOf = (name: string): readonly string[] | undefined => lists.get(name);

/** What data is kept in, whole. */
export const KEEPERS: ReadonlySet<string> = new Set(listOf('keepers'));
/** What rows are, by its stem, and the verbs that say no more than that there is one. */
export const ROW_VERBS: readonly (readonly string[])[] = [...lists].flatMap(([name, verbs]) =>
  name.startsWith('deeds of ') ? [[name.slice('deeds of '.length), ...verbs]] : [],
);
/** Verbs and participles that turn a figure into another, or choose rows: nobody may read over them. */
export const TURNING: ReadonlySet<string> = new Set(listOf('turning'));
/** Beginnings that turn a verb round: unpaid, nonpaying, oversold. */
export const TURNED = /^(?:un|non|over|under|mis|dis|de|re|anti|out)\p{L}{4}/u;
