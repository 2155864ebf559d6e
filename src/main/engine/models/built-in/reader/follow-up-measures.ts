import { NoReading } from './assemble/context';
import { type Parts, saysMore } from './assemble/parts';
import { column, rows } from './grammar/measurements';
import { amountOf } from './money';
import type { Measurement } from './terms';
import type { Vocabulary } from './vocabulary';

export const isBareCount = (measure: Measurement | undefined): boolean =>
  measure?.kind === 'rows' && measure.bare === true;

const COUNTING: ReadonlySet<string> = new Set(
  'many number numbers count counts much different distinct viele wieviele anzahl zahl verschiedene'.split(' '),
);

/** Conditions on rows that are called by their name: without a word that counts, the name is none of a figure. */
export const choosesRows = ({ measures, filters, having, asked, rank, tokens }: Parts): boolean =>
  filters.length + having.length > 0 &&
  measures.length > 0 &&
  !asked &&
  !rank &&
  measures.every((one) => one.kind === 'rows' || (one.kind === 'column' && one.aggregate === 'distinct')) &&
  !tokens.some(({ word }) => COUNTING.has(word));

/** "how many?" after a list is of what was listed, and after a figure of the rows that it was made of. */
export function counting(before: Parts): Parts {
  if (before.special) throw new NoReading();
  if (before.tally && before.measures.length === 0) return before;
  const [measure, ...others] = before.measures;
  const isCounted =
    measure?.kind === 'rows' ? measure.explicit : measure?.kind === 'column' && measure.aggregate === 'distinct';
  if (isCounted && others.length === 0) return before;
  const thing = before.asked?.kind === 'field' ? column(before.asked.field, 'distinct') : rows(null, null, true);
  const having = before.having.map((one) => ({ ...one, measure: one.measure ?? measure ?? null }));
  const none = { asked: null, listing: null, rank: null, special: null, moving: null, shared: null };
  return { ...before, ...none, having, measures: [thing], lists: false, naming: [] };
}

/** "which ones?" after a count: what was counted. */
export function listed(before: Parts): Parts {
  const [measure, ...others] = before.measures;
  const isPlain = !before.rank && !before.shared && !before.moving && !before.comparing && !before.special;
  if (!isPlain || !measure || others.length + before.groups.length > 0) throw new NoReading();
  if (measure.kind === 'rows' && !measure.where && before.having.every((one) => one.measure?.kind !== 'rows'))
    return { ...before, measures: [], listing: { table: measure.table, n: null }, lists: true };
  if (measure.kind !== 'column' || measure.aggregate !== 'distinct' || 'calculate' in measure.of) throw new NoReading();
  const bounds = before.having.flatMap((one) => one.measure ?? []);
  return { ...before, measures: bounds, asked: { kind: 'field', field: measure.of } };
}

/** "what suburb is it in" after the cheapest of all rows: another column of that one. */
export function tellsOfRow(own: Parts, { rank, naming }: Parts): Parts['naming'] | null {
  const { asked, measures, filters, groups: by, having } = own;
  const isAlone = own.referring && !own.rank && measures.length + filters.length + by.length + having.length === 0;
  if (!isAlone || asked?.kind !== 'field' || !rank) return null;
  if (naming.length === 0 && rank.target?.kind !== 'rows') throw new NoReading();
  return [asked.field];
}

/** A column without a word for what is done with it is treated as the one before was. */
export function measuresOf(before: Parts, next: Parts, vocabulary: Vocabulary): Measurement[] {
  const [old] = before.measures;
  // "how much of that": of what was told.
  const named = next.measures.filter((one) => saysMore(one) && !(old && isHowMuchAlone(one)));
  if (next.restated) {
    const { aggregate, percentile } = next.restated;
    // "and how high were they in total?" after a count is of no count.
    if (before.measures.length > 0 && before.measures.every((one) => one.kind === 'rows' && one.explicit)) {
      const of = amountOf(vocabulary.tables);
      if (!of || aggregate === 'distinct' || aggregate === 'missing') throw new NoReading();
      return [{ kind: 'column', of, aggregate }];
    }
    return before.measures.map((one) =>
      one.kind === 'column' ? { ...one, aggregate, ...(percentile === undefined ? {} : { percentile }) } : one,
    );
  }
  if (named.length === 0) return before.measures;
  if (next.adds) return [...before.measures, ...named];
  const [only] = named;
  // "and a conversion?" after what a click costs.
  if (old?.kind === 'calculation' && old.calculate === 'divide' && isBare(only) && named.length === 1 && isOfOne(next))
    return [{ ...old, right: { ...only, aggregate: 'sum' } }];
  const inPlace = before.measures.length === 1 && old && named.every(isBare) ? inPlaceOf(old, named, vocabulary) : null;
  if (inPlace) return [inPlace];
  return named.map((one) =>
    one.kind === 'column' && one.aggregate === null && old?.kind === 'column' && old.aggregate !== null
      ? { ...one, aggregate: old.aggregate }
      : one,
  );
}

/** What is made of two columns, or of each of some groups, is made of others: "what about humidity?" after a correlation. */
function inPlaceOf(old: Measurement, named: readonly Bare[], { tables }: Vocabulary): Measurement | null {
  const [first, second, ...others] = named;
  if (!first || others.length > 0) return null;
  if (old.kind === 'each' && old.of.kind === 'column' && !second) return { ...old, of: { ...old.of, of: first.of } };
  if (old.kind !== 'column' || !old.with || 'calculate' in old.of || 'calculate' in first.of) return null;
  if (second) return 'calculate' in second.of ? null : { ...old, of: first.of, with: second.of };
  const [own, a, b] = [first.of, old.of, old.with].map((ref) => tables.field(ref).addsUp);
  // In place of the one that is more like it.
  return own === b && own !== a ? { ...old, with: first.of } : { ...old, of: first.of };
}

const isHowMuchAlone = (measure: Measurement): boolean => measure.kind === 'column' && measure.bare === true;

type Bare = Extract<Measurement, { kind: 'column' }>;
export const isBare = (measure: Measurement | undefined): measure is Bare =>
  measure?.kind === 'column' && measure.aggregate === null;
const isOfOne = ({ tokens }: Parts): boolean =>
  tokens.some(({ word }) => word === 'a' || word === 'an' || word === 'per');

/** "as a percentage of the fare" after the tip: the one in the other. */
export function asPercentage(before: Parts, next: Parts): Measurement[] | null {
  const [old, ...others] = before.measures;
  const of = next.shared?.of;
  if (others.length > 0 || old?.kind !== 'column' || of?.kind !== 'column') return null;
  if (JSON.stringify(old.of) === JSON.stringify(of.of) || next.shared?.where || next.shared?.each) return null;
  const [left, right] = [old, of].map((one): Measurement => ({ ...one, aggregate: 'sum' }));
  return left && right ? [{ kind: 'calculation', calculate: 'divide', left, right, percent: true }] : null;
}

/** "in percent of the total" of groups that were asked for before: their conditions are of the whole. */
export const ofWhole = ({ groups: before }: Parts, { shared, filters: own }: Parts): Parts['shared'] =>
  shared && shared.of === null && before.length > 0 && own.length === 0 ? { ...shared, whole: true } : null;

/** "what share of all girls is that?" after girls who passed: what is named is the whole, what else was said of them the part. */
export function partOfThat(before: Parts, { shared }: Parts): Pick<Parts, 'filters' | 'shared'> | null {
  if (!shared?.where || before.shared) return null;
  const named = JSON.stringify(shared.where);
  const whole = before.filters.filter(({ filter }) => JSON.stringify(filter) === named);
  const [part, ...others] = before.filters.filter((one) => !whole.includes(one));
  if (whole.length === 0) return null;
  if (!part || others.length > 0) throw new NoReading();
  return { filters: whole, shared: { ...shared, where: part.filter } };
}

/** "and 6?" after a question about 8 cylinders. */
export function renumbered(before: Parts['filters'], number: string, { filters: all }: Parts): Parts['filters'] {
  const at = all.findLastIndex(
    ({ filter }) =>
      filter.kind === 'condition' &&
      filter.condition.op === 'is' &&
      filter.condition.values.every((value) => /^-?[\d.]+$/.test(String(value))),
  );
  if (at === -1) throw new NoReading();
  return before.map((one, index) =>
    index === at && one.filter.kind === 'condition' && one.filter.condition.op === 'is'
      ? { ...one, filter: { ...one.filter, condition: { ...one.filter.condition, values: [number] } } }
      : one,
  );
}
