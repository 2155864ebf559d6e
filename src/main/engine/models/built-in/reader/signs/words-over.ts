import { isMeasure } from '../tables';
import type { Item, ValueRef } from '../terms';
import { stemsOf } from '../tokens';
import { leavesIn } from '../trust';
import { isFigure, type Said, setOf } from './said';

const NUMERALS = setOf(
  'one two three four five six seven eight nine ten twice double half zwei drei vier funf sechs sieben acht neun zehn doppelt halb',
);
const BEFORE_ONE = /^(?:which|the|that|this|each|every|any|no|and)$/;
const WITH = /^(?:have|has|had|with|only|haben|hat|mit|nur)$/;
/** "only have one type": a number says something. */
export const isNumberOver = (said: Said): boolean =>
  said.isOver(new Set(said.tokens.flatMap(({ kind, word }) => (kind === 'number' ? [word] : [])))) ||
  said.isOver(NUMERALS, (at) => !BEFORE_ONE.test(said.word(at - 1))) ||
  said.clauses.some((clause) => {
    const [only, ...others] = clause.category === 'noun' ? leavesIn([clause]) : [];
    return only && others.length === 0 && said.wordsOf(only).join() === 'one' && WITH.test(said.word(only.from - 1));
  });

const ASKING = setOf('who which when where whom wer welche welcher welches wann wo');
/** "… and who bought it?": a second question. */
export const isAskedOver = (said: Said): boolean =>
  said.isOver(ASKING, (at) => at > 1 && /^(?:and|und)$/.test(said.word(at - 1)));

const BY = setOf('by nach');
/** "by storm" is a group. */
export const isGroupOver = (said: Said): boolean =>
  said.isOver(BY, (at) =>
    said.leaves.some((leaf) => {
      const field = said.field(leaf);
      return at > 0 && leaf.from === at + 1 && (leaf.category === 'entity' || (field !== null && !isMeasure(field)));
    }),
  );

const EACH = setOf('nach pro je');
/** "nach Bundesland" chooses no rows. */
export const isGroupChosen = (said: Said): boolean =>
  said.clauses.some(({ category, from }) => {
    const [before, first] = [said.word(from - 1), said.word(from)];
    const leaf = said.leaves.find((one) => one.from === (EACH.has(first) ? from + 1 : from));
    return category === 'filters' && leaf?.category === 'value' && (EACH.has(first) || EACH.has(before));
  });

const WHO = setOf('who whom wer');
/** "who makes those", "who earns the most": a name is asked for. */
export function isWhoOfNobody(said: Said): boolean {
  const { by = [], rows } = said.query;
  if (!WHO.has(said.word(0)) || rows) return false;
  return by.every(({ field }) => isFigure(said.column(field)));
}

const THOSE = setOf('those these them davon');
const THAT = setOf('that');
const LISTING = /^(?:list|show|give|name|tell|sort|rank|order)$/;
const DOING = /^(?:did|do|does|are|were|is|of|for|haben|hat|hatten)$/;
/** "how much did those cost", "what year was that": what is spoken of is not chosen. */
export function isThoseOver(said: Said): boolean {
  const last = said.tokens.findLastIndex(({ kind }) => kind !== 'sign');
  const isAlone = (at: number) =>
    !LISTING.test(said.word(at - 1)) &&
    (said.leaves.every(({ from }) => from !== at + 1) || DOING.test(said.word(at - 1)));
  const isRows = said.leaves.some((leaf) => leaf.category === 'row' && THOSE.has(said.wordsOf(leaf).join()));
  const isExtreme = said.measures.every(({ measure }) => measure === 'max' || measure === 'min');
  const isLast = said.isOver(THAT, (at) => at === last);
  const isReferring = said.leaves.some((leaf) => leaf.category === 'referring' && said.wordsOf(leaf).at(-1) === 'that');
  return (
    (said.where.length === 0 && (said.isOver(THOSE, isAlone) || isRows)) ||
    (said.query.limit !== undefined && !isExtreme && (isReferring || isLast))
  );
}

/** "have their results suppressed": what is done to some of the rows counts no others. */
const PARTICIPLE = /^\p{Ll}{4,}(?:ed|en)$/u;
export const isDeedOver = (said: Said): boolean => {
  const last = said.tokens.findLastIndex(({ kind }) => kind !== 'sign');
  const isUnknown = !said.vocabulary.knows(said.tokens[last]?.stem ?? '');
  const done = new Set(PARTICIPLE.test(said.word(last)) && isUnknown ? [said.word(last)] : []);
  const counts = said.measures.every(({ measure }) => measure === 'count' || measure === 'distinct');
  return counts && said.isOver(done, (at) => at === last) && said.isOver(HAVING);
};
const HAVING = setOf('have has had');

const SURE = 0.1;
/** What the data has as a value is not read over. */
export const isValueOver = (said: Said): boolean => {
  const text = JSON.stringify(said.query);
  const isLost = ({ field, part }: ValueRef): boolean => part === null && !text.includes(JSON.stringify(field));
  const values = said.tokens.filter(
    ({ kind, word, stem, text: written }) =>
      kind === 'word' &&
      word.length > 3 &&
      said.vocabulary
        .find([stem], written)
        .some((found) => found.category === 'value' && found.cost <= SURE && isLost(found.meaning)),
  );
  return said.isOver(new Set(values.map(({ word }) => word)));
};

/** "median USD salary" of `salary_in_usd`: its name has the word, which chooses no rows; "late shift late fee" has both. */
export const isOfNameChosen = (said: Said): boolean => {
  const stemsAt = ({ from, to }: Item) => said.tokens.slice(from, to).map(({ stem }) => stem);
  return said.leaves.some((leaf) => {
    const [stem = '', ...others] = leaf.category === 'value' ? stemsAt(leaf) : [];
    return (
      leaf.category === 'value' &&
      others.length === 0 &&
      said.leaves.every((one) => one === leaf || !stemsAt(one).includes(stem)) &&
      said.measures.some(({ of }) => {
        const field = said.column(of);
        const names = field && field.id !== leaf.meaning.field ? [field.title, field.column] : [];
        return names.flatMap(stemsOf).includes(stem);
      })
    );
  });
};
