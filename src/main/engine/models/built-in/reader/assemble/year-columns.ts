import type { Period } from '#contract/query';
import { isMeasure } from '../tables';
import type { FieldRef, Filter, Measurement } from '../terms';
import { hintedFields } from './chosen-measures';
import type { AssemblyContext } from './context';
import type { Parts } from './parts';

/** Where rows have no time, a year may be told by the column: "population in 2000" is `2000 Population`. */
const isTimeless = (context: AssemblyContext): boolean =>
  context.mainTime() === null && context.calendar('year') === null;

/** The measure of the column of that year; null where there is none. */
export function measureOfYear(context: AssemblyContext, measure: Measurement, period: Period): Measurement | null {
  if (period.kind !== 'year' || measure.kind !== 'column' || 'calculate' in measure.of || !isTimeless(context))
    return null;
  const of = context.vocabulary.series.ofYear(measure.of, period.year);
  return of && { ...measure, of };
}

/** The one year that is spoken of chooses the columns of that year. */
export function inYearColumns(context: AssemblyContext, parts: Parts): void {
  const years = parts.filters.filter(({ filter }) => filter.kind === 'period' && filter.period.kind === 'year');
  const [named, ...others] = years;
  if (!named || others.length > 0 || named.filter.kind !== 'period' || named.filter.negated) return;
  if (named.filter.field || !isTimeless(context)) return;
  const { period } = named.filter;
  let isFound = false;
  const inYear = <M extends Measurement | null>(measure: M): M => {
    const made = measure && measureOfYear(context, measure, period);
    isFound ||= made !== null;
    return (made ?? measure) as M;
  };
  const ofYear = (ref: FieldRef): FieldRef =>
    (period.kind === 'year' ? context.vocabulary.series.ofYear(ref, period.year) : null) ?? ref;
  const inColumn = (filter: Filter): Filter => {
    if (filter.kind !== 'condition' || !('field' in filter.condition)) return filter;
    const { field } = ofYear({ table: filter.table, field: filter.condition.field });
    isFound ||= field !== filter.condition.field;
    return { ...filter, condition: { ...filter.condition, field } };
  };
  const { rank } = parts;
  const [hinted] = rank?.hints ? hintedFields(context, rank.hints, isMeasure) : [];
  const by = hinted ? inYear<Measurement>({ kind: 'column', of: hinted, aggregate: null }) : inYear(rank?.by ?? null);
  const made = {
    measures: parts.measures.map(inYear),
    having: parts.having.map((one) => ({ ...one, measure: inYear(one.measure) })),
    filters: parts.filters.flatMap((one) => (one === named ? [] : [{ ...one, filter: inColumn(one.filter) }])),
  };
  if (isFound) Object.assign(parts, made, rank ? { rank: { ...rank, by, hints: hinted ? null : rank.hints } } : {});
}
