import { column, fits } from '../grammar/measurements';
import { isTime } from '../tables';
import type { FieldRef } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { Parts } from './parts';

/** "how many dry days": the days are what is counted, though a condition stands before them. */
export function countMentioned(context: AssemblyContext, parts: Parts): void {
  const [measure] = parts.measures;
  const [day] = parts.mentions;
  const isBare = measure?.kind === 'rows' && measure.explicit && measure.table === null && measure.noun === null;
  if (!isBare || measure.where || parts.measures.length > 1 || !day || parts.mentions.length > 1) return;
  if (parts.filters.length === 0 || day.table !== context.base.table) return;
  const field = context.field(day);
  if (!isTime(field) || field.grain !== 'day') return;
  parts.measures = [column(day, 'distinct')];
  parts.mentions = [];
}

/** The one column that is measured without a word for how. */
function plainColumn({ measures, groups, rank, moving }: Parts): FieldRef | null {
  const [measure, ...more] = measures;
  if (measure?.kind !== 'column' || more.length > 0 || measure.aggregate !== null || 'calculate' in measure.of)
    return null;
  // "average monthly amount" is a mean of the months' sums.
  if (groups.length > 0 || rank !== null || moving !== null) return null;
  return measure.of;
}

/** "the windiest on average", "how humid was it on average", "total unpaid amount": its aggregate stands apart. */
export function isAggregated(parts: Parts): boolean {
  const { restated, rank, measures } = parts;
  if (!restated) return false;
  if (plainColumn(parts)) return true;
  if (restated.aggregate !== 'mean') return false;
  return rank !== null && measures.length === 0
    ? rank.hints !== null && rank.by === null
    : measures.length > 0 && measures.every((one) => one.kind === 'column' && one.aggregate === 'mean');
}

/** Gives the column that is measured the aggregate that stands apart from it. */
export function aggregateApart(context: AssemblyContext, parts: Parts): void {
  const of = plainColumn(parts);
  if (!parts.restated || !of) return;
  const { aggregate } = parts.restated;
  if (!fits(aggregate, context.field(of)) || aggregate === 'percentile') throw new NoReading();
  parts.measures = [column(of, aggregate)];
}
