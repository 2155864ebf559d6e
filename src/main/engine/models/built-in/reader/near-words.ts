import type { NearReading, Understood } from './settle';
import { distance } from './spelling';
import { folded } from './stems';
import { tokensOf } from './tokens';
import type { Vocabulary } from './vocabulary';

const OFFERED = 3;
const VALUES_AT_MOST = 20_000;
/** Longer texts are no names. */
const LONGEST = 60;
const SHORTEST = 4;
/** What two words have in common at their beginnings or ends: of fewer letters nearly any two have it. */
const SHARED = 5;
const UNLIKE = 0.55;

type Unknown = Extract<Understood, { kind: 'unknown' }>;

/**
 * What is written like the words that nobody knows, with the questions that can be computed where it stands in their
 * places. `understand` reads a question.
 */
export function withNearWords(
  declined: Unknown,
  text: string,
  vocabulary: Vocabulary,
  understand: (text: string) => Understood,
): Unknown {
  const alike = declined.words.map((word) => ({ word, names: namesLike(word, vocabulary) }));
  const near = [...new Set(alike.flatMap(({ names }) => names))].slice(0, OFFERED);
  if (alike.some(({ names }) => names.length === 0)) return { ...declined, near };
  const most = Math.max(...alike.map(({ names }) => names.length));
  const found = Array.from({ length: most }, (_, at) =>
    alike.reduce((whole, { word, names }) => withName(whole, word, names[at] ?? names[0] ?? word), text),
  ).flatMap((whole): NearReading[] => {
    const read = understand(whole);
    const isWhole = read.kind === 'query' && read.reading.first === null;
    return isWhole ? [{ reading: read.reading, query: read.query, without: declined.words }] : [];
  });
  const [first, ...others] = found;
  const nearest = first ? [first, ...declined.nearest.slice(0, 1), ...others] : declined.nearest;
  return { ...declined, near, nearest: nearest.slice(0, OFFERED) };
}

/** The text with the name, as a quoted one, wherever the word stands by itself. */
const withName = (text: string, word: string, name: string): string =>
  tokensOf(text)
    .filter((token) => token.text === word && !token.quoted)
    .reduceRight((whole, { from, to }) => `${whole.slice(0, from)}"${name}"${whole.slice(to)}`, text);

/** Names of columns, and then values, that are written nearly so or have a part in common. */
function namesLike(word: string, { tables }: Vocabulary): string[] {
  const fields = tables.all.flatMap((table) => table.fields.filter(({ hidden }) => !hidden));
  const values = fields
    .filter(({ type }) => type === 'text')
    .flatMap((field) => field.values.list.map(({ value }) => String(value)))
    .slice(0, VALUES_AT_MOST);
  const wanted = folded(word);
  const scored = (names: readonly string[]) =>
    [...new Set(names)]
      .map((name) => ({ name, apart: Math.min(...wordsIn(name).map((other) => apart(wanted, other))) }))
      .filter((one) => one.apart < UNLIKE && one.name.length <= LONGEST && !one.name.includes('"'))
      .toSorted((a, b) => a.apart - b.apart);
  const named = scored(fields.map(({ title }) => title));
  return (named.length > 0 ? named : scored(values)).slice(0, OFFERED).map(({ name }) => name);
}

const wordsIn = (name: string): string[] => tokensOf(name).flatMap(({ kind, word }) => (kind === 'word' ? [word] : []));

/** How unlike two words are, from 0 for the same to 1: by letters, and by what they begin or end with in common. */
function apart(a: string, b: string): number {
  if (a.length < SHORTEST || b.length < SHORTEST) return 1;
  const longer = Math.max(a.length, b.length);
  const limit = Math.floor(longer / 4);
  const letters = distance(a, b, limit);
  const begun = sharedFrom(a, b, (text, at) => text[at]);
  const ended = sharedFrom(a, b, (text, at) => text.at(-1 - at));
  const shared = Math.max(begun, ended);
  return Math.min(letters > limit ? 1 : letters / longer, shared < SHARED ? 1 : 1 - shared / longer);
}

function sharedFrom(a: string, b: string, letter: (text: string, at: number) => string | undefined): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && letter(a, at) === letter(b, at)) at += 1;
  return at;
}
