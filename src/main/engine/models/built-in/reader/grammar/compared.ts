import { rule } from '../rules';
import { sides } from './shapes';

/** "compare the cost of 2023 and 2024": what is compared stands between the words. */
export const COMPARED_RULES = [
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
