import { isPerson } from '../lexicon/concepts';
import { KEEPERS, listOf, ROW_VERBS, TURNED, TURNING } from '../lexicon/lists';
import { itemOf } from './rules';
import { stemOf } from './stems';
import { isMeasure } from './tables';
import type { Item } from './terms';
import { stemsOf, type Token } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Where a word stands: what it may do there decides whether it may be read over. */
class Place {
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  readonly vocabulary: Vocabulary;
  readonly at: number;
  readonly token: Token;
  /** What ends right before it. */
  readonly before: readonly Item[];

  constructor(tokens: readonly Token[], items: readonly Item[], vocabulary: Vocabulary, at: number, token: Token) {
    this.tokens = tokens;
    this.items = items;
    this.vocabulary = vocabulary;
    this.at = at;
    this.token = token;
    this.before = items.filter(({ to }) => to === at);
  }

  /** The word so many places on; nothing beyond the ends. */
  word = (on: number): string => this.tokens[this.at + on]?.word ?? '';

  isEnd = (ends: RegExp): boolean => {
    const next = this.tokens[this.at + 1];
    return next === undefined || next.kind === 'sign' || ends.test(next.word);
  };

  isFigure = (item: Item): boolean =>
    item.category === 'money' ||
    (item.category === 'field' && item.cost < NEARLY && isMeasure(this.vocabulary.tables.field(item.meaning)));

  isUnknown = (): boolean =>
    this.token.kind === 'word' &&
    !this.token.quoted &&
    this.items.every(({ from, to, category }) => this.at < from || this.at >= to || category === 'text');

  /** Verbs that turn a figure into another, or choose rows, are of no role that changes nothing. */
  isTurning = (): boolean => TURNING.has(this.token.word) || TURNED.test(this.token.word);
}

interface Role {
  /** What it costs to read over a word in this role. */
  cost: number;
  /** Words that are known otherwise have it as well. */
  known?: true;
  fits(place: Place): boolean;
}

/** Up to these costs a name or a value is what stands there, and not only like it. */
const SURE = 0.3;
const WHOLE = 0.35;
const NEARLY = 0.5;

/**
 * The one rule for words that nobody knows: each role in which a word can change neither the rows nor the figure. In any
 * other it may be what is counted, added up, grouped by or chosen by, and nothing is computed without it.
 */
const ROLES: readonly Role[] = [
  { cost: 0.2, known: true, fits: isDeedOfRows },
  { cost: 0.2, known: true, fits: isKindOfPerson },
  { cost: 0.1, known: true, fits: isGroupOfColumn },
  { cost: 0.2, fits: isExplained },
  { cost: 0.5, fits: isHowMuchOfValue },
  { cost: 0, known: true, fits: isPooled },
  { cost: 0.2, fits: isWhereDataIs },
  { cost: 0.4, fits: isAnybody },
  { cost: 0.5, fits: isVerbOfName },
  { cost: 0.5, fits: isNounBehind },
  { cost: 0.8, fits: isBeforeMost },
  { cost: 0.8, fits: isDoneWithFigure },
  { cost: 0.4, fits: (place) => WE.test(place.word(-1)) && isVerbOfSubject(place) },
  { cost: 0.8, fits: isVerbOfSubject },
];

/** Words that are read over and told as not used, as what they may do where they stand changes nothing. */
export function readOver(tokens: readonly Token[], items: readonly Item[], vocabulary: Vocabulary): Item[] {
  return tokens.flatMap((token, at) => {
    const place = new Place(tokens, items, vocabulary, at, token);
    const isUnknown = place.isUnknown();
    const role = ROLES.find(({ known, fits }) => (known || isUnknown) && fits(place));
    return role ? [itemOf('filler', 'telling', at, at + 1, role.cost)] : [];
  });
}

/**
 * "how many medals did Kenya win": where rows are medals that are spoken of, winning one is having a row. Thefts are stolen
 * whether they are spoken of or not.
 */
function isDeedOfRows({ token, tokens, vocabulary }: Place): boolean {
  return vocabulary.tables.all.some(
    ({ entity, sources }) =>
      entity.some(
        (noun) =>
          listOf(`verbs of ${noun}`)?.includes(token.word) === true && tokens.some(({ stem }) => stem === stemOf(noun)),
      ) ||
      [...entity, ...sources]
        .flatMap(stemsOf)
        .some((stem) => ROW_VERBS.some(([noun = '', ...verbs]) => stem.endsWith(noun) && verbs.includes(token.word))),
  );
}

/** "by age *group*", where the column tells groups of ages. */
function isGroupOfColumn({ token, before, vocabulary }: Place): boolean {
  return (
    GROUPS.has(token.word) &&
    before.some(
      (item) =>
        item.category === 'field' && item.cost < NEARLY && vocabulary.tables.field(item.meaning).type === 'text',
    )
  );
}
const GROUPS: ReadonlySet<string> = new Set(listOf('groups of a column'));

/** "all *countries* together": none of them apart. */
function isPooled(place: Place): boolean {
  return /^(?:all|alle[rn]?)$/.test(place.word(-1)) && /^(?:together|combined|zusammen)$/.test(place.word(1));
}

/** "*fully* remote", where a value says no more than that it is so. */
function isHowMuchOfValue(place: Place): boolean {
  const next = place.items.filter(({ category, from }) => category === 'value' && from === place.at + 1);
  return /^\p{Ll}{3,}ly$/u.test(place.token.text) && next.some(({ cost }) => cost <= SURE);
}

/** "the *agent* (SellerG)": what the column's name stands behind, in brackets. */
function isExplained({ at, tokens, items }: Place): boolean {
  return (
    tokens[at + 1]?.word === '(' &&
    items.some(({ category, from, to }) => category === 'field' && from === at + 2 && tokens[to]?.word === ')')
  );
}

/** "female customers", where nothing is called by the word: the value before it says which rows. */
function isKindOfPerson({ at, token, items, before }: Place): boolean {
  return (
    isPerson(token.text) &&
    before.some(({ category, cost }) => category === 'value' && cost < WHOLE) &&
    before.every(({ category, cost }) => category !== 'field' || cost > 0) &&
    items.every(
      ({ category, from, to, cost }) =>
        at < from ||
        at >= to ||
        category === 'text' ||
        category === 'filler' ||
        (category === 'field' && cost >= WHOLE),
    )
  );
}

const COUNTING = /^(?:many|much|of|most|least|by|per|which|what|viele|pro|je|nach|welche[rsnm]?)$/;
const WITHIN = /^(?:in|on|from|within|inside|at|across|im|vom|am|auf|aus|laut)$/;
const DETERMINER = /^(?:the|this|that|our|my|your|dem|der|den|das|die|diese[mr]|unsere[mr]|meine[mr])$/;

/**
 * "in the CRM", "from this export", "in our rolodex", "the happiness score" of a file of that name: all of the data. Any
 * other noun may choose rows: who is "in our team" is not everybody.
 */
function isWhereDataIs(place: Place): boolean {
  const { tokens, at, token, items, vocabulary } = place;
  const isOfFile =
    token.stem.length > 3 &&
    vocabulary.tables.all.some(({ sources }) => sources.some((source) => stemsOf(source).includes(token.stem)));
  if (isOfFile && !COUNTING.test(place.word(-1))) return true;
  const isKeeper = keeps(token.word);
  let before = at - 1;
  // "the CRM system"
  while (isKeeper && keeps(tokens[before]?.word ?? '')) before -= 1;
  const determiner = tokens[before]?.word ?? '';
  const preposition = DETERMINER.test(determiner) ? (tokens[before - 1]?.word ?? '') : determiner;
  if (!WITHIN.test(preposition)) return false;
  const isOfNext = items.some(({ category, from }) => from === at + 1 && NAMES.has(category));
  return isKeeper && !isOfNext;
}
const NAMES: ReadonlySet<string> = new Set(['field', 'value', 'entity']);
/** German makes one word of what is kept and where: "Kundendatenbank". */
const keeps = (word: string): boolean =>
  KEEPERS.has(word) || [...KEEPERS].some((keeper) => keeper.length > 5 && word.endsWith(keeper));

/** "what does a customer spend": whoever it is, where the data tells none apart. */
function isAnybody(place: Place): boolean {
  return /^(?:a|an|ein|eine|do|does|did)$/.test(place.word(-1)) && isPerson(place.token.text);
}

const NOUN = /^\p{L}{3,}$/u;
const VERB = /^\p{Ll}{3,}$/u;
/** What ends a phrase of nouns; before anything else, an unknown word may belong to what follows. */
const ENDS =
  /^(?:and|or|vs|versus|by|per|go|goes|get|gets|do|does|did|make|makes|affect|affects|in|on|at|during|for|each|since|between|from|until|before|after|over|above|under|below|with|without|than|have|has|had|is|are|was|were|und|oder|nach|pro|je|im|am|seit|von|bis|über|unter|mit|ohne|als|haben|hat|hatten|ist|sind|war|waren|only|please|nur|bitte)$/;
/** What counts or asks makes the noun that follows what is asked for. */
const ASKED = /^(?:many|much|number|count|which|what|viele|viel|anzahl|welche[rsnm]?)$/;
const ARTICLE = /^(?:the|all|our|der|die|das|den|alle[rn]?|unsere[rn]?)$/;

/** Neither what somebody does to rows nor a kind of people. */
function mayBeNoun(place: Place): boolean {
  // "did Falk botch" is what he did.
  const isDone = ASKS.test(place.word(-2)) && place.at > 2;
  const isTurned = TURNED.test(place.token.word) && /(?:ed|ing)$/.test(place.token.word);
  const isVerbal = isDone || isTurned || TURNING.has(place.token.word);
  return !isVerbal && NOUN.test(place.token.text) && !isPerson(place.token.text);
}

/** "songs that *feature* Ann Lee": behind the rows' own name, before a value of one column alone. */
function isVerbOfName(place: Place): boolean {
  const { tokens, items, at, before } = place;
  if (!mayBeNoun(place) || !before.some(({ category, cost }) => category === 'entity' && cost <= SURE)) return false;
  const next = items.flatMap((item) =>
    item.category === 'value' && item.from === at + 1 && item.cost <= SURE ? [item.meaning.field] : [],
  );
  return new Set(next).size === 1 && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
}

/** The noun behind a value that chooses ("of the casual *riders*") or a figure ("quality *scores*"), the unit of a bound ("over 130 *bpm*"). */
function isNounBehind(place: Place): boolean {
  const { tokens, items, at, before, vocabulary } = place;
  if (!mayBeNoun(place) || !place.isEnd(ENDS)) return false;
  const isUnit =
    tokens[at - 1]?.kind === 'number' &&
    items.some(({ category, to }) => category === 'comparative' && to === at - 1) &&
    items.every(({ category, from }) => category !== 'unit' || from !== at);
  const isBegunBy = (item: Item): boolean => {
    if (item.cost > SURE) return false;
    if (item.category === 'field') return isMeasure(vocabulary.tables.field(item.meaning));
    if (item.category !== 'value' || item.meaning.part !== null) return false;
    const outer = tokens[item.from - 1];
    const asking = ARTICLE.test(outer?.word ?? '') ? tokens[item.from - 2] : outer;
    return asking !== undefined && !ASKED.test(asking.word);
  };
  return isUnit || before.some(isBegunBy);
}

/** "Which carrier hauled the most weight": the figure stands behind the word that ranks. */
function isBeforeMost(place: Place): boolean {
  const { items, at, before, token } = place;
  if (place.isTurning() || !VERB.test(token.text)) return false;
  const isAsked = before.some(({ category }) => category === 'field' || category === 'entity' || category === 'who');
  const most = at + (place.word(1) === 'the' ? 2 : 1);
  return (
    isAsked &&
    items.some(
      ({ category, from, to }) =>
        category === 'superlative' &&
        from === most &&
        items.some((item) => item.category === 'field' && item.from === to && place.isFigure(item)),
    )
  );
}

/** What may follow a verb: nothing that it could be an adjective of. */
const AFTER =
  /^(?:by|per|in|on|at|during|for|each|every|since|between|from|until|before|after|and|over|across|within|this|last|with|than|vs|altogether|nach|pro|je|im|in|am|seit|von|bis|und|mit|als|insgesamt|\?|!|\.|,|;)$/;
const PARTICIPLE = /(?:ed|en|wn|ung)$|^(?:ge\p{L}{3,}t)$/u;
const ASKS = /^(?:do|does|did|have|has|had|hat|haben|hatte|hatten)$/;
const WE = /^(?:we|they|you|i|people|wir|sie|man)$/;

/** "volume swapped": a participle behind the figure that is named. */
function isDoneWithFigure(place: Place): boolean {
  const { token, before } = place;
  if (place.isTurning() || !VERB.test(token.text) || !place.isEnd(AFTER)) return false;
  return PARTICIPLE.test(token.word) && before.some((item) => item.category === 'field' && place.isFigure(item));
}

/** "did Berlin ferment": a verb behind the one who does it, where the figure is told by another word: "how much does it cost" alone is none. */
function isVerbOfSubject(place: Place): boolean {
  const { tokens, items, at, token, before } = place;
  if (place.isTurning() || !VERB.test(token.text) || !place.isEnd(AFTER) || /(?:ed|ing|ly)$/.test(token.word))
    return false;
  const isSubject =
    WE.test(place.word(-1)) ||
    before.some(({ category }) => category === 'value' || category === 'field' || category === 'entity');
  const isAsked = tokens.slice(0, at).some(({ word }, index) => index > 0 && ASKS.test(word));
  const isCounted = (item: Item) => WE.test(place.word(-1)) && item.category === 'entity' && item.cost <= SURE;
  return isSubject && isAsked && items.some((item) => item.to < at && (place.isFigure(item) || isCounted(item)));
}

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
