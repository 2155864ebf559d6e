import type { QueryColumn, QueryFact } from '#contract/query-results';
import type { ChoiceGroup, ChoiceLabel, ReadingNames, ReadingPart } from '#contract/readings';

/** Questions as chips: how one is read, what its menus offer, and what to know of its figures. */
export interface ChipWords {
  part: (part: ReadingPart, names: ReadingNames) => string;
  /** All of it on one line. */
  line: (parts: readonly ReadingPart[], names: ReadingNames) => string;
  choice: (label: ChoiceLabel, names: ReadingNames) => string;
  group: Record<ChoiceGroup, string>;
  /** The name of a group, where it is not its value: a month, a weekday, a range; null where it is. */
  groupName: (column: QueryColumn, value: string | number) => string | null;
  /** What a column of the result is called. */
  column: (column: Pick<QueryColumn, 'name' | 'field' | 'role'>, names: ReadingNames) => string;
  fact: { [C in QueryFact['code']]: (fact: Extract<QueryFact, { code: C }>, names: ReadingNames) => string };
}

/** The sentence for what to know of a query's figures. */
export function queryFactWords(words: { chips: ChipWords }, fact: QueryFact, names: ReadingNames): string {
  // Each entry takes the facts of its own key, which is the one that is looked up.
  const word = words.chips.fact[fact.code] as (fact: QueryFact, names: ReadingNames) => string;
  return word(fact, names);
}
