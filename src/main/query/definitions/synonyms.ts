import { namesOf } from './abbreviations';
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
  const phrases = new Set<string>([nameWords(rest).join(' ')]);
  for (const words of namesOf(rest))
    for (const phrase of phrasesFor(words.map((word) => word.toLowerCase()))) phrases.add(phrase);
  const own = title.toLowerCase();
  return [...phrases].filter((phrase) => phrase !== '' && phrase !== own).slice(0, AT_MOST);
}

/** What is of each time is told either way: monthly rent is rent per month. */
const PER = new Map(
  ['hourly hour', 'daily day', 'weekly week', 'monthly month', 'yearly year', 'annual year'].map(
    (pair) => pair.split(' ') as [string, string],
  ),
);

function phrasesFor(words: readonly string[]): string[] {
  const bare = withoutFrame(words);
  const phrases = [words.join(' '), ...otherNames(words.join(' '))];
  if (bare.length <= SEVERAL_WORDS) phrases.push(bare.join(' '));
  for (const part of [words, bare])
    if (part.length <= SEVERAL_WORDS) phrases.push(...othersFor(part.join(' '), { mixed: true }));
  if (bare.length > 1 && bare.length <= REPLACED_IN) phrases.push(...replaced(bare));
  const each = PER.get(words[0] ?? '');
  if (each && bare.length > 1)
    for (const measured of [bare.slice(1).join(' '), ...othersFor(bare.slice(1).join(' '), { mixed: false })])
      phrases.push(`${measured} per ${each}`, `${measured} a ${each}`);
  return phrases.map((phrase) => phrase.toLowerCase());
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
