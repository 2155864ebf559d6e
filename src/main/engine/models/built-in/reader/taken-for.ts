import type { Query } from '#contract/query';
import type { Clause, FieldRef, Item, ValueRef } from './terms';
import { stemsOf, type Token } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Words of a question, and the column or the values that they were taken for. */
export interface TakenFor {
  word: string;
  /** The column's title. */
  column: string;
  /** None where the column itself is meant. */
  values: string[];
}

interface Taken extends TakenFor {
  from: number;
  to: number;
  ref: FieldRef;
  cost: number;
  /** The data calls it so: nobody has to be told. */
  isOwn: boolean;
}

const VALUES_AT_MOST = 5;
const TAKEN_AT_MOST = 5;

/** All that words of a question could be taken for. */
export function takenAmong(tokens: readonly Token[], items: readonly Item[], { tables }: Vocabulary): Taken[] {
  return items.flatMap((item): Taken[] => {
    if (item.category !== 'field' && item.category !== 'value') return [];
    const ref: FieldRef = item.meaning;
    const { title, column } = tables.field(ref);
    const said = tokens.slice(item.from, item.to).filter(({ kind }) => kind !== 'sign');
    const values = item.category === 'value' ? valuesOf(item.meaning).slice(0, VALUES_AT_MOST) : [];
    const names = item.category === 'value' ? values : [title, column];
    const own = new Set(names.flatMap(stemsOf));
    const { from, to, cost } = item;
    return [
      {
        ...{ from, to, cost, ref },
        word: said.map(({ text }) => text).join(' '),
        column: title,
        values,
        isOwn: said.every(({ stem }) => [...own].some((name) => isAlike(name, stem))),
      },
    ];
  });
}

const valuesOf = ({ values, part }: ValueRef): string[] => (part === null ? values : [part]);

const BEGINNING = 4;
/** "females" is female, and "cancelled" a cancellation: whoever reads it sees the word. */
const isAlike = (name: string, stem: string): boolean =>
  name === stem ||
  (stem.length >= BEGINNING && name.length >= BEGINNING && name.slice(0, BEGINNING) === stem.slice(0, BEGINNING));

/** What the words of a reading's clauses stand for in its query, where the data has another name for it. */
export function takenIn(all: readonly Taken[], clauses: readonly Clause[], query: Query): TakenFor[] {
  const text = JSON.stringify(query);
  const isUsed = ({ ref, values }: Taken) =>
    text.includes(JSON.stringify(ref.field)) &&
    (values.length === 0 || values.some((value) => text.includes(JSON.stringify(value))));
  const within = (one: Taken) => clauses.some(({ from, to }) => from <= one.from && one.to <= to);
  const used = all.filter((one) => within(one) && isUsed(one)).toSorted((a, b) => a.cost - b.cost);
  const best = used.filter((one, at) => !used.slice(0, at).some((other) => other.from < one.to && one.from < other.to));
  // "total amount": where the column's own name stands there as well, another word is none for it.
  const named = new Set(used.filter(({ isOwn, values }) => isOwn && values.length === 0).map(({ ref }) => ref.field));
  return best
    .filter(({ isOwn, values, ref }) => !isOwn && !(values.length === 0 && named.has(ref.field)))
    .toSorted((a, b) => a.from - b.from)
    .slice(0, TAKEN_AT_MOST)
    .map(({ word, column, values }) => ({ word, column, values }));
}
