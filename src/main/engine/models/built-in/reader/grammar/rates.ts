import { rule } from '../rules';
import { isFlag, isMeasure, noOf, yesOf } from '../tables';
import type { FieldRef, Filter, Meanings, ValueRef } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { condition } from './filters';
import { calculation, column } from './measurements';

/** At which rates rows of two kinds do something, and what share came from where. */
export const RATE_RULES = [
  // "total spending", where that is a measure of one's own: it is of all rows already.
  rule('measure', ['aggregate', 'own_measure'], -0.05, ([by, own]) =>
    by.aggregate === 'sum' ? { kind: 'own', ...own } : null,
  ),
  // "percentage of rentals that came from casual users": what it came from is the part.
  rule('measure', ['share', 'of?', 'counted?', 'field', 'from', 'field'], -0.2, ([, , , whole, , some], { tables }) =>
    whole.table === some.table &&
    whole.field !== some.field &&
    [whole, some].every((one) => isMeasure(tables.field(one)) && tables.field(one).addsUp === 'always')
      ? calculation('divide', column(some, 'sum'), column(whole, 'sum'), true)
      : null,
  ),
  // "what share of all bags are small bags": the second is the part.
  rule('measure', ['share', 'of?', 'list?', 'field', 'is', 'field'], -0.3, ([, , , whole, , some], { tables }) =>
    whole.table === some.table &&
    whole.field !== some.field &&
    [whole, some].every((one) => isMeasure(tables.field(one)) && tables.field(one).addsUp === 'always')
      ? calculation('divide', column(some, 'sum'), column(whole, 'sum'), true)
      : null,
  ),
  // "do smokers cancel more often": the rate of the deed among each kind.
  rule('comparing', ['counted?', 'who|with?', 'filter', 'filter', 'oftener'], -0.2, ([, , kind, deed], vocabulary) =>
    rates(kind, null, deed, vocabulary),
  ),
  rule('comparing', ['counted?', 'who|with?', 'filter', 'oftener', 'filter'], -0.2, ([, , kind, , deed], vocabulary) =>
    rates(kind, null, deed, vocabulary),
  ),
  rule(
    'comparing',
    ['counted?', 'who|with?', 'filter', 'filter', 'oftener', 'than', 'filter'],
    -0.3,
    ([, , kind, deed, , , other], vocabulary) => rates(kind, other, deed, vocabulary),
  ),
  rule(
    'comparing',
    ['counted?', 'who|with?', 'filter', 'oftener', 'filter', 'than', 'filter'],
    -0.3,
    ([, , kind, , deed, , other], vocabulary) => rates(kind, other, deed, vocabulary),
  ),
];

/** The mean of a column among rows of a kind and among the others, or those that are named; what adds up may be meant in all as well. */
function meansOf(kind: Filter, of: FieldRef, other: Filter | null, vocabulary: Vocabulary) {
  const sides = rates(kind, other, condition(of, { op: 'present', field: of.field }), vocabulary);
  const field = vocabulary.tables.field(of);
  if (!sides || !isMeasure(field)) return null;
  const ways = field.addsUp === 'never' ? (['mean'] as const) : (['mean', 'sum'] as const);
  return ways.map((aggregate) => ({ meaning: { ...sides, of: column(of, aggregate) }, cost: 0 }));
}

const ofHints = (hints: readonly string[], kind: Filter, other: Filter | null, vocabulary: Vocabulary) =>
  vocabulary
    .hinted(hints, null)
    .flatMap((ref, index) =>
      (meansOf(kind, ref, other, vocabulary) ?? []).slice(0, 1).map(({ meaning }) => ({ meaning, cost: index * 0.3 })),
    );

/** "do smokers have higher charges", "average total of legendary and other ones". */
export const KIND_RULES = [
  rule(
    'comparing',
    ['counted?', 'who|with?', 'filter', 'with?', 'compare', 'in|of?', 'field'],
    -0.1,
    ([, , kind, , , , of], vocabulary) => meansOf(kind, of, null, vocabulary),
  ),
  rule(
    'comparing',
    ['counted?', 'who|with?', 'filter', 'with?', 'compare', 'in|of?', 'field', 'than', 'filter|others', 'counted?'],
    -0.2,
    ([, , kind, , , , of, , other], vocabulary) => meansOf(kind, of, other === true ? null : other, vocabulary),
  ),
  rule(
    'comparing',
    ['counted?', 'who|with?', 'filter', 'field', 'compare', 'than', 'filter|others', 'counted?'],
    -0.2,
    ([, , kind, of, , , other], vocabulary) => meansOf(kind, of, other === true ? null : other, vocabulary),
  ),
  // "are hybrids cheaper", "do non-members wait longer than members"
  rule(
    'comparing',
    ['is|counted?', 'counted?', 'who|with?', 'filter', 'counted?', 'is?', 'degree'],
    -0.1,
    ([, , , kind, , , hints], vocabulary) => ofHints(hints, kind, null, vocabulary),
  ),
  rule(
    'comparing',
    [
      'is|counted?',
      'counted?',
      'who|with?',
      'filter',
      'counted?',
      'is?',
      'degree',
      'than',
      'filter|others',
      'counted?',
    ],
    -0.2,
    ([, , , kind, , , hints, , other], vocabulary) => ofHints(hints, kind, other === true ? null : other, vocabulary),
  ),
  // "between legendary and other ones"
  rule(
    'comparing',
    ['compare|difference?', 'between?', 'filter', 'counted?', 'and|versus|than|to|with', 'others', 'counted?'],
    -0.1,
    ([word, , kind], vocabulary) => {
      const made = besideRest(kind, true, vocabulary);
      return made && { kind: 'values', values: made.values, difference: word === true };
    },
  ),
  rule(
    'comparing',
    ['difference', 'in|of?', 'measure', 'between', 'filter', 'counted?', 'and|to', 'filter|others', 'counted?'],
    -0.3,
    ([, , of, , kind, , , other], vocabulary) => {
      const made = besideRest(kind, other, vocabulary);
      return made && { kind: 'values', values: made.values, difference: true, of };
    },
  ),
];

/** A kind and another; "the rest" is one where there is only one more. */
function besideRest(kind: Filter, other: Filter | true, vocabulary: Vocabulary) {
  const made = rates(kind, other === true ? null : other, kind, vocabulary, true);
  if (made?.kind !== 'values') return null;
  return other === true && made.values[1]?.values.length !== 1 ? null : made;
}

/** How often rows of a kind and the others are of the other condition; of kinds that are no yes and no, all of them. */
function rates(
  kind: Filter,
  other: Filter | null,
  deed: Filter,
  { tables }: Vocabulary,
  same = false,
): Meanings['comparing'] | null {
  if (deed.kind !== 'condition' || kind.kind !== 'condition' || kind.condition.op !== 'is') return null;
  if (!same && 'field' in deed.condition && deed.condition.field === kind.condition.field) return null;
  const field = { table: kind.table, field: kind.condition.field };
  const definition = tables.field(field);
  const others = other?.kind === 'condition' && other.condition.op === 'is' ? other.condition : null;
  if (other && others?.field !== field.field) return null;
  const side = (values: readonly (string | boolean)[]): ValueRef => ({
    ...field,
    values: values.map(String),
    part: null,
    more: false,
    exact: true,
  });
  const all = isFlag(definition)
    ? [yesOf(definition), noOf(definition)]
    : definition.values.list.flatMap(({ value }) => (value === null ? [] : [String(value)]));
  const own = kind.condition.values;
  const rest = others?.values ?? all.filter((one) => !own.map(String).includes(String(one)));
  if (rest.length === 0 || (!others && !definition.values.complete)) return null;
  return {
    kind: 'values',
    values: [side(own), side(rest)],
    difference: false,
    of: { kind: 'part', condition: deed },
  };
}
