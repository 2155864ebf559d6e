import type { FieldDefinition } from '#contract/definitions';
import type { Query } from '#contract/query';
import { isLexiconWord } from '../lexicon';
import { isConceptWord } from '../lexicon/concepts';
import type { QuestionReading } from './assemble';
import { isContradictory } from './contradictions';
import { COSTS } from './name-costs';
import { isMeasure, type Tables } from './tables';
import type { Clause, FieldRef, Item, ValueRef } from './terms';
import { stemsOf, type Token } from './tokens';
import type { Vocabulary } from './vocabulary';

/** What single words of a reading were taken for: each by its place in the question. */
export const leavesIn = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => (item.parts ? leavesIn(item.parts) : [item]));

/** Words that ask for the place or the time of something: what does not tell it is no answer. */
const ASKS_FOR: ReadonlySet<string> = new Set(['where', 'when', 'wo', 'wann', 'wohin', 'woher']);

/**
 * Whether a reading may be answered: each word that asks or names something has come into effect in the query, and its
 * conditions do not speak against each other.
 */
export function isTrusted({ cover, query, first, parts, table }: QuestionReading, vocabulary: Vocabulary): boolean {
  const { tables } = vocabulary;
  if (isContradictory(query) || isGroupedByItself(query)) return false;
  // Rows by single amounts are counted only where somebody asks how many.
  const isAmount = (id: string) => tables.table(table).fields.some((field) => field.id === id && isAmounts(field));
  const isAsked = parts.measures.length > 0 || parts.special !== null;
  if (!isAsked && query.by?.some(({ field, bin, measured }) => !bin && !measured && isAmount(field))) return false;
  const leaves = cover.clauses.map((clause) => ({ clause, leaves: leavesIn([clause]) }));
  const isRead = (at: number) => leaves.some(({ leaves: all }) => all.some(({ from, to }) => from <= at && at < to));
  const text = JSON.stringify([query, first]);
  const asks = cover.tokens.some(({ word }, at) => at === 0 && ASKS_FOR.has(word) && !isRead(at));
  // "Finland and Sweden over both years" wants each of two things twice.
  const isPooled = parts.comparing !== null && cover.tokens.some(({ word }, at) => TWICE.has(word) && !isRead(at));
  const isKept = ({ clause, leaves: all }: (typeof leaves)[number]): boolean => {
    const said = cover.tokens.slice(clause.from, clause.to);
    if (isCountOfOther(clause, all) || (isSumOfMoney(clause, tables) && said.some(({ word }) => MANY.test(word))))
      return false;
    if (all.some((leaf) => isHardlyValue(leaf, cover.tokens.slice(leaf.from, leaf.to), vocabulary))) return false;
    if (clause.category !== 'mention') return true;
    // "by" what is only mentioned has not been grouped by.
    const before = clause.from - 1;
    const isGroup = GROUPING.has(cover.tokens[before]?.word ?? '') && !isRead(before) && parts.rank === null;
    return !isGroup && all.every((leaf) => isInEffect(leaf, text));
  };
  return !asks && !isPooled && leaves.every(isKept);
}
const TWICE: ReadonlySet<string> = new Set(['both', 'beide', 'beiden', 'beider']);
const GROUPING: ReadonlySet<string> = new Set(['by', 'per', 'each', 'every', 'nach', 'pro', 'je']);

const KINDS = 12;
const isAmounts = (field: FieldDefinition): boolean => isMeasure(field) && field.distinct > KINDS;

/** A figure of each of its own values. */
const isGroupedByItself = ({ by = [], compute = [] }: Query): boolean =>
  by.some(
    ({ field, bin, measured }) =>
      !bin &&
      !measured &&
      compute.some(
        (one) => 'measure' in one && one.of === field && one.measure !== 'distinct' && one.measure !== 'count',
      ),
  );

/** "how many chargebacks" is no amount of money, whatever column the word stands for. */
const isSumOfMoney = ({ category, meaning }: Clause, tables: Tables): boolean =>
  category === 'measure' &&
  meaning.kind === 'column' &&
  meaning.aggregate === 'sum' &&
  !('calculate' in meaning.of) &&
  tables.field(meaning.of).unit?.kind === 'currency';
const MANY = /^(?:many|number|viele[nr]?|anzahl)$/;

/** "how many complaints" are no different values of `Complaint type`: only what a name ends with is what it is of. */
const isCountOfOther = (clause: Clause, leaves: readonly Item[]): boolean =>
  clause.category === 'measure' &&
  clause.meaning.kind === 'column' &&
  clause.meaning.aggregate === 'distinct' &&
  leaves.every(({ category }) => category !== 'different') &&
  leaves.some(({ category, cost }) => category === 'field' && cost >= COSTS.part + COSTS.wordOfPart);

/** "payments" are rows, though a text of one of them has the word. */
const HARDLY = 1;
const isHardlyValue = ({ category, cost }: Item, said: readonly Token[], vocabulary: Vocabulary): boolean =>
  category === 'value' && cost >= HARDLY && said.some((token) => isWord(token, vocabulary));
/** Not a name with a letter wrong, which nothing else is written like, and not what stands in quotes. */
const isWord = ({ word, stem, quoted }: Token, vocabulary: Vocabulary): boolean =>
  !quoted && (vocabulary.knows(stem) || isLexiconWord(word) || isConceptWord(stem));

const isInEffect = (leaf: Item, text: string): boolean => {
  if (leaf.category === 'field') return isNamed(leaf.meaning, text);
  return leaf.category !== 'value' || (isNamed(leaf.meaning, text) && hasValue(leaf.meaning, text));
};
const hasValue = (value: ValueRef, text: string): boolean =>
  valuesOf(value).some((one) => text.includes(JSON.stringify(one)));
/** With its table before it, where that is joined. */
const isNamed = ({ field }: FieldRef, text: string): boolean => text.includes(`${JSON.stringify(field).slice(1)}`);

/** Words of a question, and the column or the values that they were taken for. */
export interface TakenFor {
  word: string;
  /** The column's title. */
  column: string;
  /** None where the column itself is meant. */
  values: string[];
}

const VALUES_AT_MOST = 5;
const TAKEN_AT_MOST = 5;

/** What the words of a reading stand for in its query, where the data has another name for it. */
export function takenFor(
  { cover, query }: { cover: { clauses: Clause[]; tokens: readonly Token[] }; query: Query },
  { tables }: Vocabulary,
): TakenFor[] {
  const text = JSON.stringify(query);
  const used = leavesIn(cover.clauses).flatMap((leaf) => {
    if (leaf.category !== 'field' && leaf.category !== 'value') return [];
    const { title, column } = tables.field(leaf.meaning);
    const said = cover.tokens.slice(leaf.from, leaf.to).filter(({ kind }) => kind !== 'sign');
    const values = leaf.category === 'value' ? valuesOf(leaf.meaning).slice(0, VALUES_AT_MOST) : [];
    const isUsed =
      isNamed(leaf.meaning, text) &&
      (values.length === 0 || values.some((value) => text.includes(JSON.stringify(value))));
    const own = new Set((leaf.category === 'value' ? values : [title, column]).flatMap(stemsOf));
    // The data calls it so: nobody has to be told.
    const isOwn = said.every(({ stem }) => [...own].some((name) => isAlike(name, stem)));
    const word = said.map((token) => token.text).join(' ');
    return isUsed ? [{ word, column: title, values, isOwn, field: leaf.meaning.field }] : [];
  });
  // "total amount": where the column's own name stands there as well, another word is none for it.
  const named = new Set(used.flatMap(({ isOwn, values, field }) => (isOwn && values.length === 0 ? [field] : [])));
  return used
    .filter(({ isOwn, values, field }) => !isOwn && !(values.length === 0 && named.has(field)))
    .slice(0, TAKEN_AT_MOST)
    .map(({ word, column, values }) => ({ word, column, values }));
}

const valuesOf = ({ values, part }: ValueRef): string[] => (part === null ? values : [part]);

const BEGINNING = 4;
/** "females" is female, and "cancelled" a cancellation: whoever reads it sees the word. */
const isAlike = (name: string, stem: string): boolean =>
  name === stem ||
  (stem.length >= BEGINNING && name.length >= BEGINNING && name.slice(0, BEGINNING) === stem.slice(0, BEGINNING));
