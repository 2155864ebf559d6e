import { rule } from '../rules';
import { isMeasure, isNumeric, type Tables } from '../tables';
import { type FieldRef, type Measurement, sameField } from '../terms';

const both = (a: FieldRef, b: FieldRef, tables: Tables): Measurement | null =>
  a.table === b.table && !sameField(a, b) && [a, b].every((one) => isNumeric(tables.field(one)))
    ? { kind: 'column', of: a, aggregate: 'correlation', with: b }
    : null;

/** What rises and falls with what. */
export const CORRELATION_RULES = [
  rule(
    'measure',
    ['correlation', 'of|between|in?', 'count?', 'field', 'and|to|with|versus', 'count?', 'field'],
    -0.1,
    ([, , , a, , , b], { tables }) => both(a, b, tables),
  ),
  rule('side', ['field'], 0, ([field]) => field),
  rule('side', ['degree'], 0.1, ([hints], vocabulary) =>
    vocabulary
      .hinted(hints, null)
      .filter((ref) => isMeasure(vocabulary.tables.field(ref)))
      .map((ref, index) => ({ meaning: ref, cost: index * 0.3 })),
  ),
  rule('side', ['field', 'degree'], 0, ([field, hints], vocabulary) =>
    vocabulary.hinted(hints, field.table).some((ref) => sameField(ref, field)) ? field : null,
  ),
  // "better quality", "higher consumption"
  rule('side', ['compare', 'field'], 0.02, ([word, field], { tables }) =>
    word === 'more' && isMeasure(tables.field(field)) ? field : null,
  ),
  // "does colder weather go along with higher consumption"
  rule('measure', ['side', 'correlation', 'to|with|and|versus?', 'side'], -0.1, ([a, , , b], { tables }) =>
    both(a, b, tables),
  ),
  // "do apps with more reviews get better ratings"
  rule('measure', ['counted|field?', 'with', 'side', 'is|with', 'side'], -0.1, ([, , a, , b], { tables }) =>
    both(a, b, tables),
  ),
  // "does ozone rise when it gets warmer"
  rule('measure', ['side', 'window', 'alongside', 'side', 'window?'], -0.2, ([a, , , b], { tables }) =>
    a.table === b.table && !sameField(a, b) && [a, b].every((one) => isMeasure(tables.field(one)))
      ? { kind: 'column', of: a, aggregate: 'correlation', with: b }
      : null,
  ),
  rule('measure', ['field', 'and|with', 'field', 'is?', 'correlation'], 0, ([a, , b], { tables }) =>
    both(a, b, tables),
  ),
  // "does mileage affect the price"
  rule('measure', ['field', 'correlation', 'field'], 0.1, ([a, , b], { tables }) => both(a, b, tables)),
  // "is magnitude related to depth", "does energy go hand in hand with loudness"
  rule('measure', ['field', 'correlation', 'to|with|and|versus', 'field'], -0.1, ([a, , , b], { tables }) =>
    both(a, b, tables),
  ),
];
