import { conceptsOf, keyOf } from '../../lexicon/concepts';
import { rule } from '../rules';
import { isMeasure, type Tables } from '../tables';
import { type FieldRef, type Measurement, sameField } from '../terms';
import { condition } from './filters';

/** Columns that are called by the names of those they count for: votes for Okafor stand in `Okafor`. */
const isOfName = (ref: FieldRef, tables: Tables): boolean => {
  const field = tables.field(ref);
  const words = field.title.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return (
    isMeasure(field) &&
    field.addsUp !== 'never' &&
    /^\p{Lu}\p{Ll}/u.test(field.column) &&
    [field.title, ...words].every((word) => conceptsOf(keyOf(word)).every(({ kind }) => kind === 'thing'))
  );
};

const summed = (of: FieldRef): Measurement => ({ kind: 'column', of, aggregate: 'sum' });
const counts = (thing: Measurement): boolean => thing.kind === 'rows' || thing.kind === 'column';

/** "total votes for Okafor", "Keller votes by county", "where Keller got more votes than Okafor". */
export const OF_COLUMN_RULES = [
  rule('measure', ['aggregate|count?', 'counted|operand', 'of', 'field'], 0, ([word, thing, , field], { tables }) => {
    const aggregate = typeof word === 'object' ? word.aggregate : 'sum';
    const isThing = !('kind' in thing) || counts(thing);
    return isThing && isOfName(field, tables) ? { kind: 'column', of: field, aggregate } : null;
  }),
  // "how many votes did Keller get"
  rule('measure', ['count', 'counted|operand', 'field', 'list?'], -0.1, ([, thing, field], { tables }) =>
    (!('kind' in thing) || counts(thing)) && isOfName(field, tables) ? summed(field) : null,
  ),
  // "how many reviews does a listing get on average": of each row its own number.
  rule(
    'measure',
    ['count', 'operand', 'counted', 'list|with?', 'aggregate'],
    -0.2,
    ([, of, thing, , { aggregate }], { tables }) =>
      'calculate' in of || thing.kind !== 'rows' || thing.table !== of.table || !isMeasure(tables.field(of))
        ? null
        : { kind: 'column', of, aggregate },
  ),
  rule('measure', ['count', 'field', 'aggregate'], 0.05, ([, of, { aggregate }], { tables }) =>
    isMeasure(tables.field(of)) && aggregate !== 'sum' ? { kind: 'column', of, aggregate } : null,
  ),
  rule('measure', ['field', 'counted|operand'], 0, ([field, thing], { tables }) =>
    (!('kind' in thing) || counts(thing)) && isOfName(field, tables) ? summed(field) : null,
  ),
  rule(
    'filters',
    ['field', 'list?', 'less_more', 'counted|field?', 'than', 'field'],
    -0.2,
    ([left, , sign, , , right], { tables }) => {
      // What costs more than it earns does so in all, and not in a single row.
      const areNames = isOfName(left, tables) && isOfName(right, tables);
      return left.table === right.table && !sameField(left, right) && areNames
        ? [condition(left, { op: 'compare', left: left.field, comparison: sign, right: right.field })]
        : null;
    },
  ),
];
