import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QuestionReading } from './assemble';
import { standsAlone } from './follow-up';
import { namedData } from './named-data';
import { withNearWords } from './near-words';
import { type Analysed, analysed, goesOn, readAlone, readWith } from './read';
import { sentencesOf } from './sentences';
import { type NearReading, nearestTo, settled, type Understood } from './settle';
import { tokensOf } from './tokens';
import { vocabularyOf } from './vocabularies';
import type { Vocabulary } from './vocabulary';

const REMEMBERED = 10;
const LONGEST = 60;
const SHORT = 5;

/** Reads the last of the analyst's messages; one that only goes on is read together with those before. */
export function understand(
  definitions: readonly Definitions[],
  messages: readonly string[],
  vocabulary = vocabularyOf(definitions),
): Understood {
  let answered: Before | null = null;
  let found: Understood = { kind: 'empty' };
  let declined: NotAnswered | null = null;
  const all = { definitions, vocabulary };
  for (const text of messages.slice(-REMEMBERED)) {
    found = understandOne(text, answered, definitions, vocabulary);
    // What it goes on from has no answer, and by itself it would ask for something else.
    if (declined !== null && ATTACHED.has(found.kind) && !isGoneOn(found) && isFragment(text, vocabulary))
      found = { kind: 'unattached', before: declined.text, nearest: goneOnBy(text, declined, found, all) };
    if (found.kind === 'query') {
      answered = { reading: found.reading, query: found.query, text, definitions: found.definitions };
      declined = null;
    } else if (!ABOUT_DATA.has(found.kind)) declined = { text, found };
  }
  const last = messages.at(-1) ?? '';
  return found.kind === 'unknown'
    ? withNearWords(found, last, vocabulary, (text) => understandOne(text, answered, definitions, vocabulary))
    : found;
}

interface NotAnswered {
  text: string;
  found: Understood;
}

/** What could have been asked with the question before, had it been one of those that are near to it; else what stands by itself. */
function goneOnBy(
  text: string,
  { text: before, found }: NotAnswered,
  own: Understood,
  { definitions, vocabulary }: { definitions: readonly Definitions[]; vocabulary: Vocabulary },
): NearReading[] {
  const together = nearestTo(found).flatMap(({ reading, query, without }) => {
    const whole = understandOne(text, { reading, query, text: before, definitions }, definitions, vocabulary);
    return whole.kind === 'query' && isGoneOn(whole) ? [{ reading: whole.reading, query: whole.query, without }] : [];
  });
  return together.length > 0 ? together : nearestTo(own);
}

/** Together with the last question that was answered. */
const isGoneOn = (found: Understood): boolean => found.kind === 'query' && found.before !== null;
const ABOUT_DATA: ReadonlySet<Understood['kind']> = new Set(['help', 'overview', 'columns']);
const ATTACHED: ReadonlySet<Understood['kind']> = new Set(['query', 'open', 'unclear']);

/** A question that others may go on from. */
interface Before {
  reading: QuestionReading;
  /** As it was asked. */
  query: Query;
  text: string;
  definitions: readonly Definitions[];
}

const isFragment = (text: string, vocabulary: Vocabulary): boolean => goesOn(analysed(text, vocabulary)) !== 'no';

function understandOne(
  text: string,
  before: Before | null,
  definitions: readonly Definitions[],
  vocabulary: Vocabulary,
): Understood {
  const named = namedData(text, definitions);
  if (named) {
    // What was asked of other files cannot be gone on with here.
    const same = before !== null && sameTables(before.definitions, named.definitions) ? before : null;
    const found = understandOne(named.text, same, named.definitions, vocabularyOf(named.definitions));
    if (named.isCertain || found.kind === 'query') return found;
  }
  if (tokensOf(text).length > LONGEST) return { kind: 'too_long' };
  const together = inSentences(text, before, definitions, vocabulary);
  if (together) return together;
  const words = analysed(text, vocabulary);
  if (words.tokens.every((token) => token.kind === 'sign')) return { kind: 'empty' };
  if (isSeveral(words)) return { kind: 'several_questions' };
  if (words.help && words.tokens.length < 12) return { kind: 'help' };
  const special = specialOf(words);
  if (special) return special;
  // What begins so changes the data, whatever else it could be read as.
  if (words.refusals.some(({ kind, from }) => kind === 'change' && from === 0))
    return { kind: 'refused', refusal: 'change' };
  if (saysNothing(words)) return { kind: 'empty' };
  const isGoing = before !== null && goesOn(words, before.reading.parts) !== 'no';
  if (isGoing && !sameTables(before.definitions, definitions))
    return understandOne(text, before, before.definitions, vocabularyOf(before.definitions));
  const own = inContext(settled(readAlone(words, vocabulary), definitions, words), before, words);
  // "the youngest?": too short to stand for itself.
  const isShort = own.kind !== 'query' && own.kind !== 'open' && words.tokens.length <= SHORT;
  return before && (isGoing || isShort) ? goingOn(before, own, words, definitions, vocabulary) : own;
}

/** Of two figures that it could be, the one that was asked for before. */
function inContext(own: Understood, before: Before | null, words: Analysed): Understood {
  if (own.kind !== 'open' || !before || before.query.where) return own;
  const figures = (query: Query) => (query.compute ?? []).map(({ as, ...figure }) => JSON.stringify(figure));
  const known = new Set(figures(before.query));
  const [only, ...others] = own.readings.filter(({ query }) => figures(query).some((figure) => known.has(figure)));
  return only && others.length === 0 ? settled([only.reading], before.definitions, words) : own;
}

/** A whole question is read with the one before where that is not much dearer. */
const AS_NEAR = 0.6;
const OPENINGS: ReadonlySet<string> = new Set(['noun', 'additionally']);

/** Together with the question before; `own` where it stands better by itself. */
function goingOn(
  before: Before,
  own: Understood,
  words: Analysed,
  definitions: readonly Definitions[],
  vocabulary: Vocabulary,
): Understood {
  if (!sameTables(before.definitions, definitions)) return own;
  const { reading, text } = before;
  const together = settled(readWith(words, reading.parts, vocabulary), definitions, words);
  // What names nothing to change was not understood.
  const isOther =
    together.kind === 'query' && !together.reading.cover.clauses.every(({ category }) => OPENINGS.has(category));
  const isWhole = own.kind === 'query' && standsAlone(own.reading.parts);
  if (together.kind === 'query' && isOther && (!isWhole || together.reading.cost <= own.reading.cost + AS_NEAR))
    return { ...together, before: text };
  // "which one is the oldest?" is not of all rows.
  const isOfThose = words.referring && before.query.where !== undefined && own.kind === 'query' && !own.query.where;
  if (own.kind !== 'query' || (isWhole && !isOfThose)) return own;
  // What names no figure is no question of its own: what was asked before would be left out unsaid.
  return together.kind === 'open' ? together : { kind: 'unattached', before: text, nearest: nearestTo(own) };
}

/** A question, and beside it chatter, or a sentence that only goes on from it: "Top 3 will do". */
function inSentences(
  text: string,
  before: Before | null,
  definitions: readonly Definitions[],
  vocabulary: Vocabulary,
): Understood | null {
  const parts = sentencesOf(text);
  if (parts.length < 2) return null;
  const telling = parts.filter((part) => !saysNothing(analysed(part, vocabulary)));
  const [first, second] = telling;
  if (first === undefined || telling.length > 2 || (telling.length === 2 && parts.length > 3)) return null;
  const found = understandOne(first, before, definitions, vocabulary);
  if (second === undefined) return found;
  if (found.kind !== 'query') return null;
  const words = analysed(second, vocabulary);
  if (goesOn(words) === 'no') return null;
  const whole = settled(readWith(words, found.reading.parts, vocabulary), found.definitions, words);
  const unused = whole.kind === 'query' ? [...new Set([...found.unused, ...whole.unused])] : [];
  if (whole.kind !== 'query') return null;
  return { ...whole, unused, taken: [...found.taken, ...whole.taken], before: found.before };
}

const sameTables = (some: readonly Definitions[], others: readonly Definitions[]): boolean =>
  some.length === others.length && some.every(({ table }, index) => table === others[index]?.table);

/** A question mark in the middle, and more than a thank you behind it. */
function isSeveral({ tokens }: Analysed): boolean {
  const at = tokens.findIndex((token) => token.word === '?');
  const first = tokens.slice(0, at).filter((token) => token.kind !== 'sign').length;
  return at > 0 && first > 3 && tokens.slice(at).filter((token) => token.kind !== 'sign').length > 3;
}

/** What the file itself is asked for. */
function specialOf({ covers }: Analysed): Understood | null {
  const [best] = covers;
  const special = best?.clauses.find((one) => one.category === 'special');
  const kind = special?.category === 'special' ? special.meaning.kind : null;
  if (
    (kind === 'columns' || kind === 'overview') &&
    best &&
    best.unused.length === 0 &&
    best.clauses.every((one) => ['special', 'list', 'listing', 'instead', 'referring', 'now'].includes(one.category))
  )
    return { kind };
  return null;
}

/** "hello", "show": nothing is asked for. */
function saysNothing({ covers, named }: Analysed): boolean {
  const [best] = covers;
  const isBare = best !== undefined && best.unused.length === 0;
  return isBare && !named.includes(true) && best.clauses.every((one) => one.category === 'list');
}
