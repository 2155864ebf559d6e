import type { Definitions, FieldDefinition } from '#contract/definitions';
import { withoutFrame } from './synonyms';
import { nameWords, singular } from './words';

/** Pairs of fields of two tables that may hold the same things. */
export interface RelationCandidate {
  on: [own: string, other: string][];
  /** They are called alike, so that fewer equal values say enough. */
  named: boolean;
}

const CANDIDATES_AT_MOST = 12;
const UNNAMED_AT_MOST = 6;
const DISTINCT_AT_MOST = 5_000_000;
const FEW = 10;

/** What two tables may be joined by, the likeliest first. */
export function relationCandidates(own: Definitions, other: Definitions): RelationCandidate[] {
  // Tables of one shape are put below each other.
  if (own.shape === other.shape) return [];
  const pairs = own.fields
    .filter(isKey)
    .flatMap((mine) =>
      other.fields.filter((theirs) => isKey(theirs) && isComparable(mine, theirs)).map((theirs) => ({ mine, theirs })),
    );
  const ofNames = pairs
    .map((pair) => ({ ...pair, score: likeness(pair.mine, own, pair.theirs, other) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const named = ofNames.slice(0, CANDIDATES_AT_MOST).map(({ mine, theirs }) => candidate([[mine, theirs]], true));
  const combined = combinations(ofNames.filter(({ score }) => score >= SAME).map(({ mine, theirs }) => [mine, theirs]));
  const unnamed = pairs.filter(
    ({ mine, theirs }) =>
      mine.type === 'text' &&
      (isUnique(mine, own) || isUnique(theirs, other)) &&
      Math.min(mine.distinct, theirs.distinct) >= FEW,
  );
  return [
    ...named,
    ...combined,
    ...unnamed.slice(0, UNNAMED_AT_MOST).map(({ mine, theirs }) => candidate([[mine, theirs]], false)),
  ];
}

type Pair = [mine: FieldDefinition, theirs: FieldDefinition];

const candidate = (pairs: readonly Pair[], named: boolean): RelationCandidate => ({
  on: pairs.map(([mine, theirs]) => [mine.id, theirs.id]),
  named,
});

/** Keys of several fields, as country and year: those that are called the same. */
function combinations(pairs: readonly Pair[]): RelationCandidate[] {
  const own = pairs.filter(([mine], at) => pairs.findIndex(([earlier]) => earlier === mine) === at).slice(0, 4);
  const twos = own.flatMap((first, at) => own.slice(at + 1).map((second) => candidate([first, second], true)));
  return own.length > 2 ? [...twos, candidate(own.slice(0, 3), true)] : twos;
}

const isKey = ({ role, type, distinct, cumulative }: FieldDefinition): boolean =>
  role !== 'measure' &&
  role !== 'flag' &&
  !cumulative &&
  type !== 'boolean' &&
  type !== 'float' &&
  distinct > 1 &&
  distinct <= DISTINCT_AT_MOST;

const isComparable = (mine: FieldDefinition, theirs: FieldDefinition): boolean => mine.type === theirs.type;

const isUnique = ({ distinct, missing }: FieldDefinition, { rows }: Definitions): boolean =>
  rows > 0 && distinct >= rows - missing;

const SAME = 2;

/** 0 where two fields are called nothing alike; ids and keys before other names. */
function likeness(mine: FieldDefinition, own: Definitions, theirs: FieldDefinition, other: Definitions): number {
  const bonus =
    (mine.role === 'id' || theirs.role === 'id' ? 0.5 : 0) +
    (isUnique(mine, own) || isUnique(theirs, other) ? 0.25 : 0);
  const [first, second] = [keyOf(nameWords(mine.id)), keyOf(nameWords(theirs.id))];
  if (first === second && first !== 'id') return SAME + bonus;
  const [a, b] = [thingsOf(mine, own), thingsOf(theirs, other)];
  return a.some((thing) => b.includes(thing)) ? 1 + bonus : 0;
}

const keyOf = (words: readonly string[]): string => words.map(singular).join(' ');

/** What a field names: an `id` of customers is a customer, as is a `customer_id` of orders. */
function thingsOf({ id, synonyms }: FieldDefinition, { entity }: Definitions): string[] {
  const words = nameWords(id);
  const bare = withoutFrame(words);
  const isBare = ['id', 'key', 'code', 'no', 'number', 'name'].includes(keyOf(bare));
  return [
    ...new Set([
      isBare ? '' : keyOf(bare),
      ...synonyms.map((word) => keyOf(nameWords(word))),
      ...(isBare ? entity : []),
    ]),
  ].filter((thing) => thing !== '' && thing !== 'id');
}
