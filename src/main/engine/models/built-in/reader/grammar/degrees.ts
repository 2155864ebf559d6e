import { rule } from '../rules';
import { isMeasure, isNumeric } from '../tables';
import { type FieldRef, type Meanings, type Measurement, sameField } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { column } from './measurements';
import { sides } from './shapes';

type Compared = Meanings['comparing'];

/** The mean of what a word such as "heavier" speaks of, of the one and of the other. */
function ofEach(hints: readonly string[], made: Compared | null, vocabulary: Vocabulary, named?: FieldRef) {
  return made === null
    ? null
    : vocabulary
        .hinted(hints, null)
        .filter((ref) => isNumeric(vocabulary.tables.field(ref)) && (!named || sameField(ref, named)))
        .map((ref, index) => ({
          meaning: { ...made, of: column(ref, 'mean') },
          cost: index * 0.3,
        }));
}

const periods = (a: Meanings['span'], b: Meanings['span']): Compared | null =>
  a.kind === b.kind ? { kind: 'periods', periods: [b, a], difference: true } : null;

const named = (about: FieldRef | Measurement | undefined): FieldRef | undefined =>
  about && !('kind' in about) ? about : undefined;

/** "how much heavier are males than females", "how much warmer was July than May". */
export const DEGREE_RULES = [
  rule(
    'comparing',
    ['count|difference', 'degree', 'is?', 'values', 'field|counted?', 'than|and|versus', 'values', 'field|counted?'],
    -0.6,
    ([, of, , a, about, , b, again], vocabulary) =>
      ofEach(of, sides(a, b, true), vocabulary, named(about) ?? named(again)),
  ),
  // "how far is U6 above U3", "how much higher is the list price than the cost"
  rule(
    'measure',
    ['count|difference|extent', 'degree|compare?', 'is?', 'field', 'comparative|than', 'field'],
    -0.4,
    ([how, degree, , left, word, right], { tables }) =>
      // How many are below it is no question of how far.
      !(degree === undefined && how === 'rows') &&
      left.table === right.table &&
      !sameField(left, right) &&
      [left, right].every((one) => isMeasure(tables.field(one))) &&
      (word === true || ((word.op === '>' || word.op === '<') && !word.of))
        ? column(
            word !== true && word.op === '<'
              ? { calculate: 'subtract', left: right, right: left }
              : { calculate: 'subtract', left, right },
            'mean',
          )
        : null,
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
