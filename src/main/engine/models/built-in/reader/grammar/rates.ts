import { rule } from '../rules';
import { isFlag, isMeasure, noOf, yesOf } from '../tables';
import type { Filter, Meanings, ValueRef } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { calculation, column } from './measurements';

/** At which rates rows of two kinds do something, and what share came from where. */
export const RATE_RULES = [
  // "percentage of rentals that came from casual users": what it came from is the part.
  rule('measure', ['share', 'of?', 'counted?', 'field', 'from', 'field'], -0.2, ([, , , whole, , some], { tables }) =>
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

/** How often rows of a kind and the others are of the other condition; of kinds that are no yes and no, all of them. */
function rates(kind: Filter, other: Filter | null, deed: Filter, { tables }: Vocabulary): Meanings['comparing'] | null {
  if (deed.kind !== 'condition' || kind.kind !== 'condition' || kind.condition.op !== 'is') return null;
  if ('field' in deed.condition && deed.condition.field === kind.condition.field) return null;
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
