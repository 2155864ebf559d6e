import { rule } from '../rules';
import { isFlag, noOf, yesOf } from '../tables';
import type { Filter } from '../terms';
import { condition } from './filters';
import { sides } from './shapes';

/** "compare the cost of 2023 and 2024": what is compared stands between the words. */
export const COMPARED_RULES = [
  rule('comparing', ['with', 'and|or|versus', 'not', 'field'], -0.4, ([, , , field], { tables }) => {
    const definition = tables.field(field);
    const filters = [true, false].map((is): Filter => {
      const values = [is ? yesOf(definition) : noOf(definition)];
      return condition(field, { op: 'is', field: field.field, values });
    });
    return isFlag(definition) ? { kind: 'filters', filters, difference: false } : null;
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
];
