import { COSTS } from '../name-costs';
import { measuresIn } from '../tables';
import type { Item } from '../terms';
import { stemsOf } from '../tokens';
import { leavesIn } from '../trust';
import { isFigure, isOfUnits, type Said, setOf } from './said';

const MANY = setOf('many number count anzahl viele wieviele');
const BEFORE_NUMBER = setOf('the total how');
const COUNTING = setOf('count distinct sum last missing');
/** "Number of sales" is no mean of what they cost. */
export const isNumberUnsaid = (said: Said): boolean =>
  said.measures.length > 0 &&
  said.measures.every(({ measure }) => !COUNTING.has(measure)) &&
  said.isOver(MANY, (at) => at === 0 || BEFORE_NUMBER.has(said.word(at - 1)));

const AMOUNTS = setOf('value amount worth volume sum wert betrag summe');
/** "total value of all lines" is no number of lines. */
export const isAmountCounted = (said: Said): boolean =>
  said.isCount() &&
  said.isOver(AMOUNTS, (at) => said.leaves.every(({ category, to }) => category !== 'field' || to !== at));

/** "total number of pupils", where a column holds how many: no rows are meant. */
export const isFigureCounted = (said: Said): boolean =>
  said.isCount() &&
  said.clauses.some(
    (clause, index) =>
      (clause.category === 'noun' || clause.category === 'mention') &&
      leavesIn([clause]).some((leaf) => isFigure(said.field(leaf))) &&
      leavesIn(said.clauses.slice(Math.max(0, index - 1), index)).at(-1)?.category === 'count',
  );

const LINES = setOf('figures values records entries observations werte angaben');
/** As the statistical office of Germany writes what a row is of. */
const LONG = /_(?:Auspraegung|Merkmal)_/;
/** Rows that are one figure each, in one of several units, are lines of a table: nobody counts them unless he says so. */
export function isLineCounted(said: Said): boolean {
  const { fields } = said.table;
  const isLong =
    (fields.some(isOfUnits) && measuresIn(said.table).length <= 1) || fields.some(({ column }) => LONG.test(column));
  const isNamed = said.leaves.some(
    ({ category, to }) =>
      category === 'entity' || category === 'row' || (category === 'count' && LINES.has(said.word(to))),
  );
  return isLong && !isNamed && said.isCount();
}

/** The column of each number of different values. */
const ofDistinct = (said: Said) =>
  said.clauses.flatMap((clause) => {
    const isDistinct =
      clause.category === 'measure' && clause.meaning.kind === 'column' && clause.meaning.aggregate === 'distinct';
    const leaves = isDistinct ? leavesIn([clause]) : [];
    return leaves.flatMap((leaf) => (leaf.category === 'field' ? [{ clause, leaves, leaf }] : []));
  });

const BE = setOf('were was are is got have had been be wurden waren sind');
const EITHER = /\bor\b/;
/**
 * "different companies" are no different values of `Company Location`, "how many were built" no different years, and bars no
 * different values of `Bean Origin or Bar Name`.
 */
export const isDistinctOfOther = (said: Said): boolean =>
  ofDistinct(said).some(
    ({ clause, leaves, leaf }) =>
      leaf.cost >= COSTS.part + COSTS.wordOfPart ||
      said.isOver(BE, (at) => clause.from < at && at < leaf.from) ||
      (EITHER.test(said.field(leaf)?.title ?? '') && leaves.every(({ category }) => category !== 'different')),
  );

/** "different items" are no different quantities, and salaries no different amounts; what a key numbers is. */
export const isDistinctOfFigure = (said: Said): boolean =>
  said.measures.some(({ measure, of }) => {
    const field = said.column(of);
    const isKey = field?.role === 'id' && said.leaves.every((leaf) => !isTitled(said, leaf, field.title));
    return (
      measure === 'distinct' &&
      isFigure(field) &&
      !isKey &&
      said.leaves.every((leaf) => said.field(leaf)?.id !== of || leaf.cost >= COSTS.synonym)
    );
  });

const isTitled = ({ tokens }: Said, { category, from, to }: Item, title: string): boolean =>
  category === 'entity' && tokens.slice(from, to).some(({ stem }) => stemsOf(title).includes(stem));

/** A mean for each of different days is none for each order. */
export const isDividedByTime = (said: Said): boolean =>
  said.leaves.some(({ category }) => category === 'concept') &&
  said.measures.some(({ measure, of }) => measure === 'distinct' && said.column(of)?.type === 'date');

/** "most often" counts. */
export const isOftenMeasured = (said: Said): boolean =>
  said.parts.rank?.counts === true &&
  said.measures.length > 0 &&
  said.measures.every(({ measure }) => measure === 'mean');
