import type { FieldDefinition } from '#contract/definitions';
import { operandField } from '../grammar/measurements';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import type { Parts } from './parts';

/** How much one of each is, beside the others of its kind; names as units and the titles of columns have them. */
const SIZES: readonly ReadonlyMap<string, number>[] = [
  {
    mg: 0.001,
    g: 1,
    gram: 1,
    grams: 1,
    kg: 1000,
    lb: 453.59237,
    lbs: 453.59237,
    pounds: 453.59237,
    t: 1e6,
    tonnes: 1e6,
  },
  { mm: 1, cm: 10, m: 1000, km: 1e6, inch: 25.4, inches: 25.4, ft: 304.8, feet: 304.8, miles: 1609344, mi: 1609344 },
  {
    second: 1,
    seconds: 1,
    sec: 1,
    s: 1,
    minute: 60,
    minutes: 60,
    min: 60,
    mins: 60,
    hour: 3600,
    hours: 3600,
    h: 3600,
    hrs: 3600,
    day: 86400,
    days: 86400,
  },
].map((sizes) => new Map(Object.entries(sizes)));

/** By what a figure has to be multiplied to be in this unit; null where nobody knows, 0 where it never is. */
function factor(field: FieldDefinition, unit: string): number | null {
  const { unit: own } = field;
  if (own?.kind === 'currency') return SIZES.some((sizes) => sizes.has(unit)) ? 0 : null;
  const names = own?.kind === 'named' ? [own.name.toLowerCase()] : field.column.toLowerCase().split(/[^\p{L}]+/u);
  const sizes = SIZES.find((one) => one.has(unit));
  const from = sizes && names.map((name) => sizes.get(name)).findLast((size) => size !== undefined);
  if (!sizes || from === undefined) return SIZES.some((one) => names.some((name) => one.has(name))) && own ? 0 : null;
  return from / (sizes.get(unit) ?? from);
}

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
  if (times === 0 || (times === null && (unit === 'day' || unit === 'hour'))) throw new NoReading();
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
