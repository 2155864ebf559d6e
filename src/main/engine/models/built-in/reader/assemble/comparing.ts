import type { Period } from '#contract/query';
import { daysOf, grainOf, yearsLater } from '../periods';
import type { Comparison, Group, Measurement } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import type { Parts } from './parts';

export interface Compared {
  groups: Group[];
  measures: Measurement[] | null;
  difference: boolean;
  /** Each measure is computed for each of them, side by side. */
  periods?: Period[];
}

/** Of two sides of a column that are set side by side no condition leaves only one. */
const isChosenFrom = (comparing: Comparison, chosen: Parts['filters']): boolean =>
  comparing.kind === 'filters' &&
  comparing.filters.every(({ kind }) => kind === 'condition') &&
  chosen.some(({ filter }) => comparing.filters.some((one) => JSON.stringify(one) === JSON.stringify(filter)));

/** Things set side by side are groups, and only they are looked at. */
export function compared(context: AssemblyContext, { comparing, pooled, filters }: Parts, draft: QueryDraft): Compared {
  if (!comparing || isChosenFrom(comparing, filters)) throw new NoReading();
  switch (comparing.kind) {
    case 'measures':
      return { groups: [], measures: comparing.measures, difference: comparing.difference };
    case 'values': {
      const [first] = comparing.values;
      if (!first) throw new NoReading();
      const values = comparing.values.flatMap((one) => one.values);
      draft.where.push({ op: 'is', field: context.name(first), values });
      return {
        groups: pooled ? [] : [{ kind: 'field', field: { table: first.table, field: first.field } }],
        measures: null,
        difference: comparing.difference,
      };
    }
    case 'periods': {
      const [start] = comparing.periods;
      const areParts =
        start?.kind === 'part' && comparing.periods.every((one) => one.kind === 'part' && one.part === start.part);
      // Weekends and weekdays are not seven groups.
      if (areParts && comparing.periods.some((one) => one.kind === 'part' && one.values.length > 1))
        return { groups: [], measures: null, difference: false, periods: comparing.periods };
      if (areParts) {
        const parted = comparing.periods.flatMap((one) => (one.kind === 'part' ? one.values : []));
        draft.where.push(
          ...context.conditions({ kind: 'period', field: null, period: { ...start, values: parted }, negated: false }),
        );
        const grain = start.part === 'month_of_year' ? 'month' : start.part === 'quarter_of_year' ? 'quarter' : null;
        const group: Group =
          grain !== null && context.vocabulary.years.length === 1
            ? { kind: 'grain', grain, field: null }
            : { kind: 'part', part: start.part, field: null };
        return { groups: [group], measures: null, difference: comparing.difference };
      }
      const grains = new Set(comparing.periods.map(grainOf));
      const [grain = null] = grains;
      if (grains.size > 1 || grain === null) {
        if (comparing.periods.some((one) => daysOf(one) === null)) throw new NoReading();
        return { groups: [], measures: null, difference: false, periods: comparing.periods };
      }
      const conditions = comparing.periods.map((period) =>
        context.conditions({ kind: 'period', field: null, period, negated: false }),
      );
      // Years and months in columns of their own are no choice of either.
      if (conditions.some((those) => those.length > 1))
        return { groups: [], measures: null, difference: false, periods: comparing.periods };
      const years = conditions.flatMap((one) =>
        one.flatMap((condition) => (condition.op === 'is' ? condition.values : [])),
      );
      const [sample] = conditions.flat();
      if (sample?.op === 'is') draft.where.push({ ...sample, values: years });
      else draft.where.push({ op: 'any', conditions: conditions.flat() });
      return {
        groups: pooled ? [] : [{ kind: 'grain', grain, field: null }],
        measures: null,
        difference: !pooled && comparing.periods.length === 2,
      };
    }
    case 'filters': {
      const [first] = comparing.filters;
      if (first?.kind !== 'condition' || !('field' in first.condition)) throw new NoReading();
      return {
        groups: [{ kind: 'field', field: { table: first.table, field: first.condition.field } }],
        measures: null,
        difference: false,
      };
    }
  }
}

/** "compared to the same period last year": the period that the question names, beside that of a year before. */
export function besideYearBefore(context: AssemblyContext, parts: Parts): void {
  const { againstYear } = parts;
  if (!againstYear) return;
  const named = parts.filters.filter(({ filter }) => filter.kind === 'period' && !filter.negated);
  const [only] = named;
  if (parts.comparing || parts.moving || named.length !== 1 || only?.filter.kind !== 'period' || only.filter.field)
    throw new NoReading();
  const { period } = only.filter;
  if (againstYear.period && JSON.stringify(againstYear.period) !== JSON.stringify(period)) throw new NoReading();
  const last = context.vocabulary.years.at(-1);
  const dated = last === undefined ? period : ofYear(period, last);
  const before = yearsLater(dated, -1);
  if (!before) throw new NoReading();
  parts.filters = parts.filters.filter((one) => one !== only);
  parts.comparing = { kind: 'periods', periods: [before, dated], difference: true };
}

/** A quarter or month without its year is that of the last year there is. */
function ofYear(period: Period, year: number): Period {
  if (period.kind !== 'part' || period.values.length !== 1) return period;
  const [value = 1] = period.values;
  if (period.part === 'quarter_of_year') return { kind: 'quarter', year, quarter: value };
  return period.part === 'month_of_year' ? { kind: 'month', year, month: value } : period;
}
