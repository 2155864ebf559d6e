import { isMeasure, isNumeric } from './tables';
import { type FieldRef, type Item, sameField } from './terms';
import type { Token } from './tokens';
import { measuredIn } from './units';
import type { Vocabulary } from './vocabulary';

interface Stretch {
  from: number;
  to: number;
}

/** What a word that may be a verb is a noun behind. */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(
  'a an the by of in per each der die das den dem ein eine einem einer nach pro'.split(' '),
);
const MEANT: ReadonlySet<string> = new Set(['field', 'value', 'operand']);
const SURE = 0.6;

/** "in a draw": what follows an article is no verb, where the data has such a thing. */
export const nounsAmong =
  (tokens: readonly Token[], items: readonly Item[]) =>
  ({ from, to }: Stretch): boolean =>
    to === from + 1 &&
    BEFORE_NOUNS.has(tokens[from - 1]?.word ?? '') &&
    items.some((one) => MEANT.has(one.category) && one.cost < SURE && one.from === from && one.to === to);

/** "annual salary" is no salary per year where a column is called so. */
export const isOfLongerName = ({ category, from, to }: Item, items: readonly Item[]): boolean =>
  category === 'each_grain' &&
  items.some(
    (one) =>
      one.category === 'field' && one.cost === 0 && one.from <= from && to <= one.to && one.to - one.from > to - from,
  );

/** "children" are no people under 18 where a column is called so, or "kids" where one is of children. */
export const isOfOtherColumn = (item: Item, items: readonly Item[], vocabulary: Vocabulary): boolean =>
  item.category === 'predicate' &&
  items.some(
    (one) =>
      one.category === 'field' &&
      one.cost < AS_CALLED &&
      isNumeric(vocabulary.tables.field(one.meaning)) &&
      one.from === item.from &&
      one.to === item.to &&
      !vocabulary.hinted(item.meaning.of, null).some((ref) => sameField(ref, one.meaning)),
  );

const AS_CALLED = 0.3;

/** "did more women die": no article ends a question. */
export const isLastArticle = ({ category, from }: Item, tokens: readonly Token[]): boolean =>
  (category === 'filler' || category === 'of') &&
  tokens[from]?.word === 'die' &&
  from > 0 &&
  tokens.slice(from + 1).every(({ kind }) => kind === 'sign');

/** "at least 15" ranks nothing, and "what about" asks for nothing. */
export const isWithinPhrase = (item: Item, items: readonly Item[]): boolean =>
  items.some(
    (other) =>
      other.from <= item.from &&
      item.to <= other.to &&
      other.to - other.from > item.to - item.from &&
      (other.category === 'comparative'
        ? item.category === 'superlative' || item.category === 'aggregate'
        : other.category === 'additionally' && other.from === 0 && item.from === 0),
  );

/** "departments and their budget": what is named before it is what it is of, and no question before. */
export const isOfNamed = ({ category, from, to }: Item, tokens: readonly Token[]): boolean =>
  category === 'referring' &&
  to === from + 1 &&
  from > 0 &&
  !ASKING.has(tokens[from - 1]?.word ?? '') &&
  !(from === 1 && tokens[0]?.word === 'and');
const ASKING: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'whats', 'what', 'about']);

/** "invoice" is what was invoiced only where rows are no lines of invoices. */
export const isThing = ({ category, from, to }: Item, tokens: readonly Token[], { tables }: Vocabulary): boolean =>
  category === 'money' &&
  to === from + 1 &&
  !/ed$/.test(tokens[from]?.word ?? '') &&
  tables.isThing(tokens[from]?.stem ?? '');

/** "value of won deals" asks for their value, where a column holds it. */
export const isAmount = (ref: FieldRef, { tables }: Vocabulary): boolean => {
  const field = tables.field(ref);
  return isMeasure(field) && field.addsUp === 'always';
};

/** "currently" says nothing of rows that have no end. */
export const isOfNothing = ({ category, meaning }: Item, vocabulary: Vocabulary): boolean =>
  category === 'predicate' && meaning.op === 'missing' && vocabulary.hinted(meaning.of, null).length === 0;

const AS_NEAR_AS_COLUMN = 0.25;
/** What a column itself is called is not computed from others. */
export const isComputedName = (item: Item, items: readonly Item[], vocabulary: Vocabulary): boolean =>
  item.category === 'concept' &&
  items.some(
    (one) =>
      one.category === 'field' &&
      one.from === item.from &&
      one.to === item.to &&
      one.cost <= item.cost + AS_NEAR_AS_COLUMN &&
      isAmount(one.meaning, vocabulary),
  );

/** "hours" are what a column of them holds, unless they are grouped by. */
export const isMeasuredGrain = (item: Item, tokens: readonly Token[], { tables }: Vocabulary): boolean =>
  item.category === 'grain' &&
  !BEFORE_GRAINS.has(tokens[item.from - 1]?.word ?? '') &&
  tables.all.some((table) => measuredIn(table, item.meaning) !== null);
const BEFORE_GRAINS: ReadonlySet<string> = new Set([
  'per',
  'by',
  'each',
  'every',
  'which',
  'an',
  'a',
  'pro',
  'je',
  'jede',
]);

/** "hours" of a time sheet are what its column of hours holds; those of "3 hours" are its unit. */
export const fieldsOfUnits = (items: readonly Item[], tokens: readonly Token[], { tables }: Vocabulary): Item[] =>
  items.flatMap((item) =>
    item.category === 'unit' && !/\d/.test(tokens[item.from - 1]?.word ?? '')
      ? tables.all.flatMap((table): Item[] => {
          const meaning = measuredIn(table, item.meaning);
          return meaning ? [{ category: 'field', meaning, from: item.from, to: item.to, cost: item.cost + 0.1 }] : [];
        })
      : [],
  );
