import { rule } from '../rules';
import { isNumeric } from '../tables';
import type { Meanings } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { column } from './measurements';
import { sides } from './shapes';

type Compared = Meanings['comparing'];

/** The mean of what a word such as "heavier" speaks of, of the one and of the other. */
function ofEach(hints: readonly string[], made: Compared | null, vocabulary: Vocabulary) {
  return made === null
    ? null
    : vocabulary
        .hinted(hints, null)
        .filter((ref) => isNumeric(vocabulary.tables.field(ref)))
        .map((ref, index) => ({
          meaning: { ...made, of: column(ref, 'mean') },
          cost: index * 0.3,
        }));
}

const periods = (a: Meanings['span'], b: Meanings['span']): Compared | null =>
  a.kind === b.kind ? { kind: 'periods', periods: [b, a], difference: true } : null;

/** "how much heavier are males than females", "how much warmer was July than May". */
export const DEGREE_RULES = [
  rule(
    'comparing',
    ['count|difference', 'degree', 'is?', 'values', 'than|and|versus', 'values'],
    -0.6,
    ([, of, , a, , b], vocabulary) => ofEach(of, sides(a, b, true), vocabulary),
  ),
  rule(
    'comparing',
    ['count|difference', 'degree', 'is?', 'in?', 'span', 'than|and|versus', 'in?', 'span'],
    -0.6,
    ([, of, , , a, , , b], vocabulary) => ofEach(of, periods(a, b), vocabulary),
  ),
  rule('comparing', ['is', 'values', 'comparative', 'values'], 0, ([, a, { of }, b], vocabulary) =>
    of ? ofEach(of, sides(a, b, true), vocabulary) : null,
  ),
];
