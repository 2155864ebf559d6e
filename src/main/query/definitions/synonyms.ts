import { allWrittenOut } from './abbreviations';
import { unitInName } from './units';
import { otherNames, othersFor } from './vocabulary';
import { nameWords } from './words';

const AT_MOST = 24;
/** Words that say of what kind a name is and nothing about the thing: `order_id` is the order. */
const FRAME = new Set(['id', 'no', 'nr', 'number', 'num', 'code', 'key', 'name', 'on', 'at', 'am', 'uuid', 'ref']);
/** Names that say more only with these: a first name is no "first". */
const NEEDED = new Set([
  'first',
  'last',
  'middle',
  'full',
  'given',
  'family',
  'file',
  'user',
  'nick',
  'phone',
  'house',
]);
const SEVERAL_WORDS = 6;
/** In longer names a word means what it does there, and nothing else: low wage jobs are no salary. */
const REPLACED_IN = 2;

/** Other words for a column, in lower case and without its title's own: short forms, related words, its name without "id". */
export function synonymsOf(name: string, title: string): string[] {
  const { rest } = unitInName(name);
  const raw = nameWords(rest);
  const words = allWrittenOut(raw).flatMap((word) => word.toLowerCase().split(' '));
  const bare = withoutFrame(words);
  const phrases = new Set<string>([raw.join(' '), words.join(' '), ...otherNames(words.join(' '))]);
  if (bare.length <= SEVERAL_WORDS) phrases.add(bare.join(' '));
  for (const part of [words, bare]) {
    if (part.length > SEVERAL_WORDS) continue;
    for (const other of othersFor(part.join(' '), { mixed: true })) phrases.add(other);
  }
  if (bare.length > 1 && bare.length <= REPLACED_IN) for (const phrase of replaced(bare)) phrases.add(phrase);
  const own = title.toLowerCase();
  return [...phrases].filter((phrase) => phrase !== '' && phrase !== own).slice(0, AT_MOST);
}

const replaced = (words: readonly string[]): string[] =>
  words.flatMap((word, at) =>
    othersFor(word, { mixed: false }).map((other) => [...words.slice(0, at), other, ...words.slice(at + 1)].join(' ')),
  );

/** `order_id` and `Customer Name` without what frames them. */
export function withoutFrame(words: readonly string[]): string[] {
  const kept = [...words];
  while (kept.length > 1 && FRAME.has(kept.at(-1) ?? '') && !NEEDED.has(kept.at(-2) ?? '')) kept.pop();
  return kept;
}
