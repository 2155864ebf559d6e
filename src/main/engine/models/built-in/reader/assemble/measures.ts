import type { FieldDefinition } from '#contract/definitions';
import type { Aggregate, Measure, PlainCondition, RowValue } from '#contract/query';
import { operandField } from '../grammar/measurements';
import { isMeasure } from '../tables';
import type { FieldRef, Measurement, Operand } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { Made } from './draft';
import { ofGroups } from './of-groups';

/** What somebody is paid is told of single ones, though the costs of all add up. */
const OF_ONE =
  /salary|wage|gehalt|lohn|einkommen|(?:hourly|daily|weekly|monthly|annual|yearly)[ _-]?(?:income|pay|earnings)/i;

/** What a named column is taken for where nothing is said of it. */
function defaultAggregate(field: FieldDefinition): Aggregate {
  return field.addsUp === 'never' || OF_ONE.test(field.column) ? 'mean' : 'sum';
}

/** Stocks and running counts: a figure of one moment, not to be added over time. */
export const isLevel = (field: FieldDefinition): boolean => field.cumulative || field.addsUp === 'not_over_time';

export function rowValue(context: AssemblyContext, of: Operand): RowValue {
  if (!('calculate' in of)) return context.name(of);
  return { calculate: of.calculate, left: context.name(of.left), right: context.name(of.right) };
}

const WORDS: Partial<Record<Aggregate, string>> = {
  sum: 'total',
  mean: 'average',
  distinct: 'different',
  min: 'lowest',
  max: 'highest',
  missing: 'missing',
  standard_deviation: 'deviation',
};

function nameOf(aggregate: Aggregate, of: Operand, percentile: string | undefined): string {
  const field = 'calculate' in of ? `${of.left.field} ${of.calculate} ${of.right.field}` : of.field;
  const word = aggregate === 'percentile' ? `p${percentile ?? '50'}` : (WORDS[aggregate] ?? aggregate);
  return `${word} ${field}`;
}

/** A measurement as computations; `where` holds for it alone. */
export function computed(
  context: AssemblyContext,
  measure: Measurement,
  where: readonly PlainCondition[] = [],
  name = '',
): Made {
  switch (measure.kind) {
    case 'rows': {
      const own = measure.where ? context.conditions(measure.where) : [];
      const as = context.output(name || measure.noun || 'rows');
      return single(withWhere({ measure: 'count', as }, [...own, ...where]), []);
    }
    case 'column':
      return aggregated(context, measure, where, name);
    case 'own':
      return {
        computations: [{ own: measure.id, as: context.output(name || measure.id) }],
        as: measure.id,
        percent: false,
        columns: [],
        aggregate: null,
      };
    case 'each':
      return ofGroups(context, measure, computed(context, measure.of, where, 'each'), name);
    case 'part':
      return part(context, context.conditions(measure.condition), where, name || 'rate');
    case 'calculation': {
      const left = computed(context, measure.left, [...where, ...withBoth(context, measure, measure.right)]);
      const right = computed(context, measure.right, [...where, ...withBoth(context, measure, measure.left)]);
      const as = context.output(name || (measure.calculate === 'divide' ? 'ratio' : measure.calculate));
      const value = {
        calculate: measure.calculate,
        left: left.as,
        right: right.as,
        ...(measure.percent ? { percent: true } : {}),
        as,
      };
      return {
        computations: [...left.computations, ...right.computations, value],
        as,
        percent: measure.percent,
        columns: [...left.columns, ...right.columns],
        aggregate: null,
      };
    }
  }
}

/** In a ratio of two columns a row without one of them counts for neither. */
function withBoth(
  context: AssemblyContext,
  { calculate, left, right }: Extract<Measurement, { kind: 'calculation' }>,
  other: Measurement,
): PlainCondition[] {
  const sums = [left, right].every(
    (one) => one.kind === 'column' && one.aggregate === 'sum' && !('calculate' in one.of),
  );
  if (calculate !== 'divide' || !sums || other.kind !== 'column') return [];
  const ref = operandField(other.of);
  return context.field(ref).missing > 0 ? [{ op: 'present', field: context.name(ref) }] : [];
}

const withWhere = (measure: Measure, where: readonly PlainCondition[]): Measure =>
  where.length === 0 ? measure : { ...measure, where: [...where] };

const single = (measure: Measure, columns: FieldRef[]): Made => ({
  computations: [measure],
  as: measure.as,
  percent: false,
  columns,
  aggregate: measure.measure,
});

function aggregated(
  context: AssemblyContext,
  measure: Extract<Measurement, { kind: 'column' }>,
  where: readonly PlainCondition[],
  name: string,
): Made {
  const ref = operandField(measure.of);
  const field = context.field(ref);
  const times = measure.aggregate === null && !isMeasure(field) && 'calculate' in measure.of;
  // Years, codes and names come to nothing where nobody says what is to be made of them.
  if (measure.aggregate === null && !isMeasure(field) && !times && field.type !== 'boolean') throw new NoReading();
  const aggregate =
    measure.aggregate ??
    (times
      ? 'mean'
      : 'calculate' in measure.of && measure.of.calculate === 'subtract'
        ? 'mean'
        : defaultAggregate(field));
  const thing = aggregate === 'sum' ? context.base.things.find(({ same }) => same.includes(ref.field)) : undefined;
  // What stands in each line of a thing is once in the sum of all.
  if (thing && !('calculate' in measure.of) && ref.table === context.base.table) {
    const key = { table: ref.table, field: thing.key };
    const by = [{ kind: 'field' as const, field: key }];
    const once = aggregated(context, { ...measure, aggregate: 'max' }, where, 'each');
    return ofGroups(context, { kind: 'each', of: measure, by, aggregate: 'sum' }, once, name);
  }
  const as = context.output(name || nameOf(aggregate, measure.of, measure.percentile));
  const made: Measure = {
    measure: aggregate,
    of: rowValue(context, measure.of),
    ...(measure.with ? { with: context.name(measure.with) } : {}),
    ...(measure.percentile === undefined ? {} : { percentile: measure.percentile }),
    as,
  };
  return single(withWhere(made, where), [ref]);
}

/** How many of the rows with an answer fulfil the conditions, in percent. */
export function part(
  context: AssemblyContext,
  conditions: readonly PlainCondition[],
  whole: readonly PlainCondition[],
  name: string,
): Made {
  const known = conditions.flatMap((one): PlainCondition[] =>
    'field' in one && one.op !== 'missing' && one.op !== 'present' ? [{ op: 'present', field: one.field }] : [],
  );
  if (conditions.length === 0) throw new NoReading();
  const some = withWhere({ measure: 'count', as: context.output('of_these') }, [...conditions, ...whole]);
  const all = withWhere({ measure: 'count', as: context.output('of_all') }, [...known, ...whole]);
  const as = context.output(name);
  return {
    computations: [some, all, { calculate: 'divide', left: some.as, right: all.as, percent: true, as }],
    as,
    percent: true,
    columns: [],
    aggregate: null,
  };
}
