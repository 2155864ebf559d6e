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

/** From what began to one of these moments, where a row has both. */
function lasted(ends: readonly string[], vocabulary: Vocabulary) {
  const { tables } = vocabulary;
  const dates = (hints: readonly string[], table: string | null): FieldRef[] =>
    hints
      .flatMap((hint) => [
        ...vocabulary.concepts.measured(stemsOf(hint).join(' ')).map(({ ref }) => ref),
        ...vocabulary.hinted([hint], table),
      ])
      .filter((ref) => isDate(tables.field(ref)) && (table === null || ref.table === table));
  const [left] = dates(ends, null);
  const [right] = left ? dates(BEGINNINGS, left.table).filter((ref) => !sameField(ref, left)) : [];
  return left && right ? { calculate: 'subtract' as const, left, right } : null;
}

/** What is told for each moment anew, so that there is a first one. */
const isCounting = (field: FieldDefinition): boolean =>
  isNumeric(field) && (field.cumulative || field.addsUp === 'not_over_time');

type Operand = Meanings['operand'];
const isLength = (of: Operand): boolean => 'calculate' in of && of.calculate === 'subtract';

export const DURATION_OPERANDS = [
  rule('operand', ['lasting'], 0.3, ([ends], vocabulary) => lasted(ends, vocabulary)),
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
  rule('measure', ['count', 'unit', 'counted|people|who|field?', 'operand'], -0.1, ([, unit, , of]) =>
    isLength(of) && unit === 'day' ? mean(of) : null,
  ),
];
