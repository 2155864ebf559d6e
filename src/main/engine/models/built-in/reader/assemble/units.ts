import { isMeasured } from '../cover';
import { operandField } from '../grammar/measurements';
import { factor } from '../units';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import type { Parts } from './parts';

const DAYS_IN = new Map([
  ['day', 1],
  ['hour', 24],
  ['minute', 1440],
]);

/** "how many days does it take from order to return": the days are those of what is asked for, and none are counted. */
export function lengthIn(parts: Parts): void {
  const { tally, measures } = parts;
  const [measure, ...others] = measures.filter((one) => one.kind !== 'rows' || one.where);
  const isLength =
    measure?.kind === 'column' && 'calculate' in measure.of && measure.of.calculate === 'subtract' && !others.length;
  if (tally?.kind !== 'grain' || tally.field || !isLength || parts.unit !== null || parts.having.length > 0) return;
  parts.tally = null;
  parts.unit = tally.grain;
  parts.measures = [measure.aggregate === null ? { ...measure, aggregate: 'mean' } : measure];
}

/** "average weight in kg" of what is kept in grams. */
export function inUnit(context: AssemblyContext, parts: Parts, draft: QueryDraft): void {
  const { unit } = parts;
  if (unit === null) return;
  const [value, ...others] = draft.values;
  const [measure] = parts.measures;
  if (!value || others.length > 0 || value.percent || measure?.kind !== 'column') throw new NoReading();
  const isDays = 'calculate' in measure.of && measure.of.calculate === 'subtract';
  const field = context.field(operandField(measure.of));
  const isDate = field.type === 'date' || field.type === 'timestamp';
  const times = isDays && isDate ? (DAYS_IN.get(unit) ?? 0) : factor(field, unit);
  // In which unit it is kept nobody has told.
  if (times === 0 || (times === null && isMeasured(unit))) throw new NoReading();
  if (times === null || times === 1) return;
  const as = context.output(`${value.as} in ${unit}`);
  const divides = times < 1;
  const number = String(Number((divides ? 1 / times : times).toPrecision(12)));
  const made = {
    calculate: divides ? ('divide' as const) : ('multiply' as const),
    left: value.as,
    right: { number },
    as,
  };
  draft.compute.push(made);
  draft.values[0] = { ...value, computations: [...value.computations, made], as };
}
