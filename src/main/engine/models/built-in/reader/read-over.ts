import { isPerson } from '../lexicon/concepts';
import { listOf, TURNED, TURNING } from '../lexicon/lists';
import { itemOf } from './rules';
import { stemOf } from './stems';
import { isMeasure } from './tables';
import type { Item } from './terms';
import { stemsOf, type Token } from './tokens';
import type { Vocabulary } from './vocabulary';
import { isBeside } from './words-beside';

/** What it costs to read over a word that nobody knows. */
const UNKNOWN = 0.8;
/** One that says what is done with such rows. */
const KNOWN = 0.2;
const ANYBODY = 0.4;
const BESIDE = 0.5;
const PARTICIPLE = /(?:ed|en|wn|ung)$|^(?:ge\p{L}{3,}t)$/u;
const ASKS = /^(?:do|does|did|have|has|had|hat|haben|hatte|hatten)$/;
const WE = /^(?:we|they|you|i|people|wir|sie|man)$/;
const VERB = /^\p{Ll}{3,}$/u;
/** What may follow a verb: nothing that it could be an adjective of. */
const AFTER =
  /^(?:by|per|in|on|at|during|for|each|every|since|between|from|until|before|after|and|over|across|within|this|last|with|than|vs|nach|pro|je|im|in|am|seit|von|bis|und|mit|als|\?|!|\.|,|;)$/;

/**
 * Words nobody knows, where they can change neither the rows nor the figure: a verb behind the one who does it ("did Berlin
 * ferment"), a participle behind the measure that is named ("volume swapped"). Anywhere else such a word may restrict.
 */
export function readOver(tokens: readonly Token[], items: readonly Item[], vocabulary: Vocabulary): Item[] {
  const isUnknown = (at: number) =>
    tokens[at]?.kind === 'word' &&
    !tokens[at]?.quoted &&
    items.every((item) => at < item.from || at >= item.to || item.category === 'text');
  return tokens.flatMap((token, at) => {
    if (isOfRows(token, tokens, vocabulary)) return [itemOf('filler', 'telling', at, at + 1, KNOWN)];
    if (isKindOfPerson(tokens, items, at)) return [itemOf('filler', 'telling', at, at + 1, KNOWN)];
    if (isUnknown(at) && isOfFile(tokens, at, vocabulary)) return [itemOf('filler', 'telling', at, at + 1, KNOWN)];
    if (isUnknown(at) && isAnybody(tokens, at)) return [itemOf('filler', 'telling', at, at + 1, ANYBODY)];
    if (!isUnknown(at) || TURNING.has(token.word)) return [];
    const isTurned = TURNED.test(token.word);
    // "did Falk botch" is what he did.
    const isDone = ASKS.test(tokens[at - 2]?.word ?? '') && at > 2;
    const isVerbal = isDone || (isTurned && /(?:ed|ing)$/.test(token.word));
    if (!isPerson(token.text) && !isVerbal && isBeside(tokens, items, at, vocabulary))
      return [itemOf('filler', 'telling', at, at + 1, BESIDE)];
    if (isTurned || !VERB.test(token.text)) return [];
    if (isBeforeMost(tokens, items, at, vocabulary)) return [itemOf('filler', 'telling', at, at + 1, UNKNOWN)];
    const next = tokens[at + 1];
    if (next && !AFTER.test(next.word) && next.kind !== 'sign') return [];
    const before = items.filter((item) => item.to === at);
    const ofMeasure =
      PARTICIPLE.test(token.word) &&
      before.some(
        (item) => item.category === 'field' && item.cost < 0.5 && isMeasure(vocabulary.tables.field(item.meaning)),
      );
    const isVerb = !/(?:ed|ing|ly)$/.test(token.word);
    const ofSubject =
      isVerb &&
      (WE.test(tokens[at - 1]?.word ?? '') ||
        before.some(({ category }) => category === 'value' || category === 'field' || category === 'entity')) &&
      tokens.slice(0, at).some(({ word }, index) => index > 0 && ASKS.test(word)) &&
      saysFigure(items, at, vocabulary);
    const isOurs = isVerb && WE.test(tokens[at - 1]?.word ?? '');
    return ofMeasure || ofSubject ? [itemOf('filler', 'telling', at, at + 1, isOurs ? ANYBODY : UNKNOWN)] : [];
  });
}

/** "how many medals did Kenya win": where rows are medals that are spoken of, winning one is having a row. */
const isOfRows = (token: Token, tokens: readonly Token[], { tables }: Vocabulary): boolean =>
  tables.all.some(({ entity }) =>
    entity.some(
      (noun) =>
        listOf(`verbs of ${noun}`)?.includes(token.word) === true && tokens.some(({ stem }) => stem === stemOf(noun)),
    ),
  );
/** "the happiness score" of a file that is called so. */
const isOfFile = (tokens: readonly Token[], at: number, { tables }: Vocabulary): boolean =>
  !COUNTING.test(tokens[at - 1]?.word ?? '') &&
  (tokens[at]?.stem.length ?? 0) > 3 &&
  tables.all.some(({ sources }) => sources.some((source) => stemsOf(source).includes(tokens[at]?.stem ?? '')));
const COUNTING = /^(?:many|much|of|most|least|by|per|which|what|viele|pro|je|nach|welche[rsnm]?)$/;

/** "what does a customer spend": whoever it is, where the data tells none apart. */
const isAnybody = (tokens: readonly Token[], at: number): boolean =>
  /^(?:a|an|ein|eine|do|does|did)$/.test(tokens[at - 1]?.word ?? '') && isPerson(tokens[at]?.text ?? '');

/** "female customers", where nothing is called by the word: the value before it says which rows. */
const isKindOfPerson = (tokens: readonly Token[], items: readonly Item[], at: number): boolean =>
  isPerson(tokens[at]?.text ?? '') &&
  items.some(({ category, to, cost }) => category === 'value' && to === at && cost < WHOLE) &&
  items.every(({ category, to, cost }) => category !== 'field' || to !== at || cost > 0) &&
  items.every(
    ({ category, from, to, cost }) =>
      at < from || at >= to || category === 'text' || category === 'filler' || (category === 'field' && cost >= WHOLE),
  );
const WHOLE = 0.35;

/** "Which carrier hauled the most weight": the figure stands behind the word that ranks. */
function isBeforeMost(tokens: readonly Token[], items: readonly Item[], at: number, vocabulary: Vocabulary): boolean {
  const isAsked = items.some(
    ({ category, to }) => to === at && (category === 'field' || category === 'entity' || category === 'who'),
  );
  const most = at + (tokens[at + 1]?.word === 'the' ? 2 : 1);
  return (
    isAsked &&
    items.some(
      (item) =>
        item.category === 'superlative' &&
        item.from === most &&
        items.some(
          (other) =>
            other.category === 'field' &&
            other.from === item.to &&
            other.cost < 0.5 &&
            isMeasure(vocabulary.tables.field(other.meaning)),
        ),
    )
  );
}

/** The figure is told by another word: "how much does it cost" alone is not. */
const saysFigure = (items: readonly Item[], at: number, vocabulary: Vocabulary): boolean =>
  items.some(
    (item) =>
      item.to < at && item.category === 'field' && item.cost < 0.5 && isMeasure(vocabulary.tables.field(item.meaning)),
  );

/** Participles choose rows where they stand before what they belong to: "recorded incidents" are not all of them. */
export function isRestricting(item: Item, tokens: readonly Token[], items: readonly Item[]): boolean {
  if (item.category !== 'filler' || item.meaning !== 'telling' || item.to !== item.from + 1) return false;
  if (
    !/(?:ed|en|held|made|done)$|^(?:available|present|vorhanden\p{L}*|ge\p{L}+t)$/u.test(tokens[item.from]?.word ?? '')
  )
    return false;
  return items.some(
    (other) =>
      other.from === item.to &&
      (other.category === 'field' ||
        other.category === 'entity' ||
        other.category === 'row' ||
        other.category === 'people'),
  );
}
