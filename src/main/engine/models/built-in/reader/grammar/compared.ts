import type { PlainCondition } from '#contract/query';
import { rule } from '../rules';
import { isFlag, noOf, type Tables, yesOf } from '../tables';
import type { FieldRef, Filter, Meanings } from '../terms';
import { condition, negated } from './filters';
import { rows } from './measurements';
import { sides } from './shapes';

/** Yes and no of one column. */
const areSides = (a: PlainCondition, b: PlainCondition): boolean =>
  a.op === 'is' &&
  b.op === 'is' &&
  a.field === b.field &&
  [a, b].every(({ values: [value, ...others] }) => typeof value === 'boolean' && others.length === 0) &&
  a.values[0] !== b.values[0];

function yesAndNo(field: FieldRef, tables: Tables): Meanings['comparing'] | null {
  const definition = tables.field(field);
  const filters = [yesOf(definition), noOf(definition)].map(
    (value): Filter => condition(field, { op: 'is', field: field.field, values: [value] }),
  );
  return isFlag(definition) ? { kind: 'filters', filters, difference: false } : null;
}

/** "compare the cost of 2023 and 2024": what is compared stands between the words. */
export const COMPARED_RULES = [
  rule('comparing', ['with', 'and|or|versus', 'not', 'field'], -0.4, ([, , , field], { tables }) =>
    yesAndNo(field, tables),
  ),
  // "waterfront vs. not"
  rule('comparing', ['field', 'and|or|versus', 'not'], 0.1, ([field], { tables }) => yesAndNo(field, tables)),
  // "more of these or more of those"
  rule('comparing', ['compare', 'values', 'or|and|than', 'compare?', 'values'], -0.3, ([word, a, , again, b]) => {
    const made = word === 'more' && (again === undefined || again === 'more') ? sides(a, b, null) : null;
    return made && { ...made, of: rows(null, null, true) };
  }),
  rule('comparing', ['compare', 'measure', 'of|in|between?', 'periods'], -0.1, ([, of, , periods]) => ({
    kind: 'periods',
    periods,
    difference: false,
    of,
  })),
  rule(
    'comparing',
    ['compare', 'measure', 'of|in|between?', 'values', 'and|versus|to|with', 'values'],
    -0.1,
    ([, of, , a, , b]) => {
      const made = sides(a, b, null);
      return made && { ...made, of };
    },
  ),
  rule(
    'comparing',
    ['compare?', 'filter', 'counted|field?', 'versus|and', 'people|counted?', 'who?', 'filter'],
    0.05,
    ([, a, about, , , , b], { tables }) =>
      (about === undefined || 'kind' in about || tables.field(about).role === 'id') &&
      a.kind === 'condition' &&
      b.kind === 'condition' &&
      (JSON.stringify(negated(a)) === JSON.stringify(b) || areSides(a.condition, b.condition))
        ? { kind: 'filters', filters: [a, b], difference: false }
        : null,
  ),
  // "how many men and how many women"
  rule('comparing', ['count', 'values', 'and', 'count', 'values'], -0.3, ([, a, , , b]) => {
    const made = sides(a, b, null);
    return made && { ...made, of: rows(a.table, null, true) };
  }),
];
