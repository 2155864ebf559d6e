import { isTime } from '../tables';
import type { Category, Clause } from '../terms';
import { stemsOf } from '../tokens';
import { leavesIn } from '../trust';
import { isBound, isFigure, NUMBERS, type Said, setOf } from './said';

const COUNTED = setOf('count distinct missing');
/** A column that only numbers rows is neither bounded nor added up where its name is not said. */
export function isNumbering(said: Said): boolean {
  const numbers = said.leaves.flatMap((leaf) => {
    const field = said.field(leaf);
    const [head = '', ...others] = field ? stemsOf(field.title).reverse() : [];
    const isSaid = said.tokens.slice(leaf.from, leaf.to).some(({ stem }) => stem === head);
    return field && others.length > 0 && NUMBERS.has(head) && !isSaid ? [field.id] : [];
  });
  const bounded = said.where.flatMap((one) => (isBound(one) ? [one.field] : []));
  const made = said.measures.flatMap(({ measure, of }) => (COUNTED.has(measure) ? [] : [of]));
  return numbers.some((id) => bounded.includes(id) || made.includes(id));
}

const NAMING: readonly Category[] = ['field', 'unit', 'grain', 'entity'];
/** "with three or more" before another condition: a bound whose column only a default has found. */
export const isBoundBare = (said: Said): boolean =>
  filtersOf(said).some((clause) => {
    const categories = new Set<Category>(leavesIn([clause]).map(({ category }) => category));
    const isNamed = NAMING.some((one) => categories.has(one));
    return categories.has('at_edge') && !isNamed && filtersOf(said).some(({ from }) => from === clause.to);
  });

/** Over 10 and over 5000 of one column, which no word such as "adults" bounds: one of them is of another. */
export const isBoundTwice = ({ where, leaves }: Said): boolean =>
  leaves.every(({ category }) => category !== 'predicate') &&
  where
    .filter(isBound)
    .some((one, at, all) =>
      all.slice(at + 1).some(({ field, op }) => field === one.field && op.charAt(0) === one.op.charAt(0)),
    );

const filtersOf = (said: Said): Clause[] => said.clauses.filter(({ category }) => category === 'filters');

/** What has a figure of all its rows: an amount, or a number of things. */
const isAdded = (said: Said, id: string): boolean => {
  const field = said.column(id);
  return isFigure(field) && (field?.addsUp === 'always' || (field?.type === 'integer' && /s$/.test(field.title)));
};

/** "which channels brought more than 300 key events", "how many days had less than 800": of all rows of a channel or a day. */
export const isBoundOfOne = (said: Said): boolean => {
  const isBounded = said.where.some((one) => isBound(one) && isAdded(said, one.field));
  const { asked, measures, rank } = said.parts;
  const isGroup = asked?.kind === 'field' && measures.length === 0 && rank === null && said.isCount();
  const ofDays = said.measures.some(({ measure, of }) => {
    const field = said.column(of);
    return measure === 'distinct' && field !== undefined && isTime(field);
  });
  return isBounded && (isGroup || ofDays);
};

const ONE = /^(?:an?|one|ein|eine|einen|einem|einer)$/;
/** "über das Jahr" is no bound. */
export const isStretchBound = (said: Said): boolean =>
  filtersOf(said).some((clause) => {
    const leaves = leavesIn([clause]);
    const at = leaves.findIndex(({ category }) => category === 'comparative');
    const isCounted = leaves.some(({ category }) => category === 'number' || category === 'numeral');
    const next = leaves[at + 1];
    return at > 0 && next?.category === 'grain' && !isCounted && !ONE.test(said.word(next.from - 1));
  });

/** "ordered for more than 20,000" bounds what was paid. */
export const isBoundOfPrice = (said: Said): boolean =>
  said.leaves.some(
    ({ category, from }) =>
      category === 'comparative' &&
      said.word(from - 1) === 'for' &&
      said.clauses.some(
        (clause) =>
          (clause.category === 'having' || clause.category === 'filters' || clause.category === 'measure') &&
          leavesIn([clause]).some((leaf) => isFigure(said.field(leaf)) && said.field(leaf)?.unit?.kind !== 'currency'),
      ),
  );
