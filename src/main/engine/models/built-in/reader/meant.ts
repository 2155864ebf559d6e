import { phrasesOf } from '../lexicon';
import type { ConceptIndex } from './concepts';
import { COSTS } from './name-costs';
import { rowNounsOf } from './row-nouns';
import { isMeasure, type Tables } from './tables';
import type { Category, Meanings } from './terms';

interface Finding {
  category: Category;
  meaning: Meanings[Category];
  cost: number;
}

/** Words of the language that are never a name for a column. */
const SAYING: ReadonlySet<string> = new Set(
  'aggregate superlative last since before after until from to in of by per with is ordering comparative grain each_grain month weekday missing share which who when list and or not count than this_period difference compare percent different row only now ago instead additionally numeral ordinal part season quarter half over_time versus between sign rate predicate'.split(
    ' ',
  ),
);
/** Words that stand for the nearest of several columns stand for it alone. */
const AS_NEAR = 0.04;

const says = (key: string, text: string): boolean =>
  phrasesOf(key).some(({ entry, words }) => SAYING.has(entry.category) && words === text.toLowerCase());

/** Nouns of rows by their stems, with the tables whose rows they are. */
export function rowNouns(tables: Tables) {
  const all = new Map<string, { table: string; cost: number }[]>();
  for (const table of tables.all)
    for (const [noun, cost] of rowNounsOf(table))
      all.set(noun, [...(all.get(noun) ?? []), { table: table.table, cost }]);
  return { all, words: new Set([...all.keys()].flatMap((noun) => noun.split(' '))) };
}

interface Asked {
  key: string;
  text: string;
  /** What the data itself is called so. */
  direct: readonly Finding[];
  concepts: ConceptIndex;
  rows: ReturnType<typeof rowNouns>;
  tables: Tables;
}

/** Columns, values and rows that words stand for which the data has no name of its own for. */
export function meantBy({ key, text, direct, concepts, rows, tables }: Asked): Finding[] {
  if (key === '' || says(key, text)) return [];
  const named = (most: number) =>
    direct.some(({ category, cost }) => category !== 'value' && cost < most) ||
    direct.some(({ category, cost }) => category === 'value' && cost <= COSTS.valueForm);
  if (named(COSTS.part)) return [];
  const fields = concepts.fields(key);
  const nearest = fields[0]?.cost ?? 0;
  const columns = fields
    .filter(({ cost }) => cost <= nearest + AS_NEAR)
    .map(({ ref, cost }): Finding => ({ category: 'field', meaning: ref, cost: COSTS.concept + cost }));
  const values = concepts
    .values(key)
    .map((value): Finding => ({ category: 'value', meaning: value, cost: COSTS.valueSynonym }));
  const isColumn =
    columns.length > 0 ||
    direct.some(({ category, meaning }) => category === 'field' && isMeasure(tables.field(meaning as Meanings['field'])));
  const nouns = isColumn
    ? []
    : (rows.all.get(key) ?? []).map(
        ({ table, cost }): Finding => ({ category: 'entity', meaning: { table, noun: text.toLowerCase() }, cost }),
      );
  return [...columns, ...values, ...nouns];
}
