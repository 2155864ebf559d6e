import type { FieldDefinition } from '#contract/definitions';
import { isMeasured } from '../cover';
import { rule } from '../rules';
import { isNumeric, isTime } from '../tables';
import { type FieldRef, type Meanings, type Measurement, sameField } from '../terms';
import { stemsOf } from '../tokens';
import type { Vocabulary } from '../vocabulary';

/** What begins, the likeliest first; heads of moments in the thesaurus. */
const BEGINNINGS =
  'borrowed|start|hired|admitted|check in|pickup|signup|order date|invoice date|created|booked|departure'.split('|');

const isDate = (field: FieldDefinition): boolean => isTime(field) && !isNumeric(field);

const datesOf = (hints: readonly string[], table: string | null, vocabulary: Vocabulary): FieldRef[] =>
  hints
    .flatMap((hint) => [
      ...vocabulary.concepts.measured(stemsOf(hint).join(' ')).map(({ ref }) => ref),
      ...vocabulary.hinted([hint], table),
    ])
    .filter((ref) => isDate(vocabulary.tables.field(ref)) && (table === null || ref.table === table));

/** The dates on which what ends at this one may have begun, the likeliest first; a date that is the only other one as well. */
function begun(end: FieldRef, vocabulary: Vocabulary): FieldRef[] {
  const named = datesOf(BEGINNINGS, end.table, vocabulary).filter((ref) => !sameField(ref, end));
  if (named.length > 0) return named;
  const others = vocabulary.tables
    .table(end.table)
    .fields.filter((field) => !field.hidden && isDate(field) && field.id !== end.field)
    .map((field) => ({ table: end.table, field: field.id }));
  return others.length === 1 ? others : [];
}

/** From what began to one of these moments, where a row has both. */
export function lasted(ends: readonly string[], vocabulary: Vocabulary) {
  const dates = (hints: readonly string[], table: string | null) => datesOf(hints, table, vocabulary);
  const [left] = dates(ends, null);
  const [right] = left ? begun(left, vocabulary) : [];
  return left && right ? { calculate: 'subtract' as const, left, right } : null;
}

/** What is told for each moment anew, so that there is a first one. */
const isCounting = (field: FieldDefinition): boolean =>
  isNumeric(field) && (field.cumulative || field.addsUp === 'not_over_time');

type Operand = Meanings['operand'];
const isLength = (of: Operand): boolean => 'calculate' in of && of.calculate === 'subtract';

export const DURATION_OPERANDS = [
  rule('operand', ['time_to', 'field'], 0.05, ([, left], vocabulary) => {
    const [right] = isDate(vocabulary.tables.field(left)) ? begun(left, vocabulary) : [];
    return right ? { calculate: 'subtract', left, right } : null;
  }),
  rule('operand', ['lasting'], 0.3, ([ends], vocabulary) => lasted(ends, vocabulary)),
  // "from order to return"
  rule('operand', ['from|between', 'field', 'to|until|and', 'field'], 0, ([, right, , left], { tables }) =>
    left.table === right.table && !sameField(left, right) && [left, right].every((ref) => isDate(tables.field(ref)))
      ? { calculate: 'subtract', left, right }
      : null,
  ),
  // "until an invoice gets paid"
  rule('operand', ['until|to', 'counted?', 'is?', 'field'], 0.2, ([, , , left], vocabulary) => {
    if (!isDate(vocabulary.tables.field(left))) return null;
    const [right] = begun(left, vocabulary);
    return right ? { calculate: 'subtract', left, right } : null;
  }),
  // "payment time (invoice date to paid on)": told twice.
  rule('operand', ['operand', 'in', 'unit'], 0, ([of, , unit], { tables }) =>
    'calculate' in of && isLength(of) && isDate(tables.field(of.left)) && unit === 'day' ? of : null,
  ),
  rule('operand', ['operand', 'between|from?', 'field', 'to|until', 'field'], 0, ([of, , right, , left]) =>
    'calculate' in of && isLength(of) && sameField(of.left, left) && sameField(of.right, right) ? of : null,
  ),
];

const mean = (of: Operand): Extract<Measurement, { kind: 'column' }> => ({ kind: 'column', of, aggregate: 'mean' });

/** "how long did patients stay", "lifetime in days", "when did cases pass 1000". */
export const DURATION_MEASURES = [
  rule('in_unit', ['within', 'unit'], 0.05, ([, unit]) => (isMeasured(unit) ? unit : null)),
  rule('reached', ['reach', 'number|amount', 'field'], 0, ([, level, field], { tables }) =>
    isCounting(tables.field(field)) ? { field, level: typeof level === 'string' ? level : level.value } : null,
  ),
  rule('reached', ['field', 'reach', 'number|amount'], 0, ([field, , level], { tables }) =>
    isCounting(tables.field(field)) ? { field, level: typeof level === 'string' ? level : level.value } : null,
  ),
  rule('measure', ['extent', 'counted|people|who|field?', 'aggregate?', 'operand'], -0.1, ([, , word, of]) =>
    isLength(of) ? { ...mean(of), aggregate: word?.aggregate ?? 'mean' } : null,
  ),
  // "how long was the longest stay"
  rule('measure', ['extent?', 'superlative', 'operand'], -0.1, ([, { of: hints, direction, judges }, of]) =>
    hints && !judges && isLength(of) && hints.some((hint) => hint === 'length' || hint === 'duration')
      ? { ...mean(of), aggregate: direction === 'most' ? 'max' : 'min' }
      : null,
  ),
  rule('measure', ['count', 'unit', 'counted|people|who|field?', 'operand'], -0.1, ([, unit, , of]) =>
    isLength(of) && unit === 'day' ? mean(of) : null,
  ),
];
