import { phrasesOf } from '../lexicon';
import { isNounForm } from '../lexicon/concepts';
import type { ConceptIndex } from './concepts';
import { COSTS } from './name-costs';
import { bothSides } from './opposites';
import { isMeasure, type Tables } from './tables';
import { type FieldRef, type Finding, sameField } from './terms';

/** Words of the language that are never a name for a column. */
const SAYING: ReadonlySet<string> = new Set(
  'aggregate superlative last since before after until from to in of by per with is ordering comparative grain each_grain month weekday missing share which who when list and or not count than this_period difference compare percent different row only now ago instead additionally numeral ordinal part season quarter half over_time versus between sign rate'.split(
    ' ',
  ),
);
/** Words that stand for the nearest of several columns stand for it alone. */
const AS_NEAR = 0.04;

const says = (key: string, text: string): boolean =>
  phrasesOf(key).some(({ entry, words }) => SAYING.has(entry.category) && words === text.toLowerCase());
/** "highest temperature" is the highest of a temperature first. */
const beginsWithAggregate = (key: string): boolean =>
  key.includes(' ') && phrasesOf(key.split(' ')[0] ?? '').some(({ entry }) => AGGREGATES.has(entry.category));
const AGGREGATES: ReadonlySet<string> = new Set(['aggregate', 'superlative']);

const isFiller = (key: string, text: string): boolean =>
  phrasesOf(key).some(({ entry, words }) => entry.category === 'filler' && words === text.toLowerCase());

/** "billing" is no number of a bill. */
export function isOfDeed(text: string, { category, meaning }: Finding, tables: Tables): boolean {
  const word = text.toLowerCase();
  if (!/^\p{L}{3,}ing$/u.test(word)) return false;
  if (category !== 'field') return false;
  const field = tables.field(meaning);
  return !isMeasure(field) && ![field.title, ...field.synonyms].some((name) => name.toLowerCase().includes(word));
}

/** Whatever a column holds. */
const CONTENTS = /^(?:values|werte|figures|numbers|zahlen)$/i;

/** The two columns that a word is as near to, taken together. */
export function bothSidesOf(findings: readonly Finding[], tables: Tables): Finding[] {
  const fields = findings.filter((one) => one.category === 'field');
  const cost = Math.min(...fields.map((one) => one.cost));
  const nearest = fields.filter((one) => one.cost <= cost + AS_NEAR).map(({ meaning }) => meaning);
  const both = bothSides(nearest, tables);
  return both ? [{ category: 'operand', meaning: both, cost: Math.max(0, cost - COSTS.bothSides) }] : [];
}

/** "borrowed": what was done with every row, told by its date. */
export const deedsOf = (findings: readonly Finding[], text: string, tables: Tables): Finding[] =>
  !/^\p{L}{4,}$/u.test(text) || CALENDAR.test(text)
    ? []
    : findings.flatMap(({ category, meaning, cost }) => {
        if (category !== 'field') return [];
        const { type, missing } = tables.field(meaning);
        const isDate = type === 'date' || type === 'timestamp';
        return isDate && missing === 0 && cost < COSTS.otherWord
          ? [{ category: 'deed', meaning, cost: cost + COSTS.deed }]
          : [];
      });
const CALENDAR =
  /(?:date|day|time|month|year|week|period|datum|tag|zeit|monat|jahr|woche|s|ion|ment|ing|al|ung|ungen)$/i;

interface Asked {
  key: string;
  text: string;
  /** What the data itself is called so. */
  direct: readonly Finding[];
  concepts: ConceptIndex;
  tables: Tables;
}

/** Columns, values and rows that words stand for which the data has no name of its own for. */
export function meantBy({ key, text, direct, concepts, tables }: Asked): Finding[] {
  if (key === '' || CONTENTS.test(text) || says(key, text)) return [];
  const named = (most: number) =>
    direct.some(({ category, cost }) => category !== 'value' && cost < most) ||
    direct.some(({ category, cost }) => category === 'value' && cost <= COSTS.valueForm);
  // What a column of yes and no is called is also what its rows with yes are.
  const isOwn = (ref: FieldRef) =>
    direct.some(({ category, meaning }) => category === 'field' && sameField(meaning, ref));
  if (named(COSTS.part))
    return concepts
      .flagged(key)
      .filter(isOwn)
      .map((value): Finding => ({ category: 'value', meaning: value, cost: COSTS.valueSynonym }));
  const fields = concepts.fields(key, text);
  const dear = beginsWithAggregate(key) ? COSTS.alsoAmount : 0;
  const nearest = fields[0]?.cost ?? 0;
  const columns = fields
    .filter(({ cost }) => cost <= nearest + AS_NEAR)
    .map(({ ref, cost }): Finding => ({ category: 'field', meaning: ref, cost: COSTS.concept + cost + dear }));
  // "arrived" is seldom the state where it is only a deed.
  const doubt = isFiller(key, text) ? COSTS.alsoFiller : 0;
  const values = concepts
    .values(key)
    .map((value): Finding => ({ category: 'value', meaning: value, cost: COSTS.valueSynonym + doubt }));
  const measured = [...direct, ...columns].flatMap(({ category, meaning }) =>
    category === 'field' && isMeasure(tables.field(meaning)) ? [meaning] : [],
  );
  // Donations are rows, and what was given; visits that are counted in a column are no rows.
  const isAmount = measured.length > 0 && measured.every(concepts.isMoney);
  const isColumn = measured.length > 0 ? !isAmount : columns.length > 0;
  const nouns =
    isColumn || !isNounForm(key, text)
      ? []
      : concepts.rowsCalled(key).map(
          ({ table, cost }): Finding => ({
            category: 'entity',
            meaning: { table, noun: text.toLowerCase() },
            cost: cost + (isAmount ? COSTS.alsoAmount : 0),
          }),
        );
  return [...columns, ...values, ...nouns];
}
