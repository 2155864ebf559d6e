import { column } from '../grammar/measurements';
import { isTime } from '../tables';
import type { FieldRef } from '../terms';
import type { AssemblyContext } from './context';
import type { Parts } from './parts';

const isDay = (context: AssemblyContext, ref: FieldRef): boolean =>
  ref.table === context.base.table && isTime(context.field(ref)) && context.field(ref).grain === 'day';

/** "how many dry days": the days are what is counted, though a condition stands before them. */
export function countMentioned(context: AssemblyContext, parts: Parts): void {
  const [measure] = parts.measures;
  const [day] = parts.mentions;
  if (
    parts.shared &&
    parts.shared.of === null &&
    !measure &&
    day &&
    isDay(context, day) &&
    parts.mentions.length === 1
  ) {
    parts.shared = { ...parts.shared, of: column(day, 'distinct') };
    parts.mentions = [];
    return;
  }
  const isBare = measure?.kind === 'rows' && measure.explicit && measure.table === null && measure.noun === null;
  if (!isBare || measure.where || parts.measures.length > 1 || !day || parts.mentions.length > 1) return;
  if (parts.filters.length === 0 || !isDay(context, day)) return;
  parts.measures = [column(day, 'distinct')];
  parts.mentions = [];
}

/** "the windiest on average", "how humid was it on average": of what is told as a mean, or may be. */
export function isAggregated(parts: Parts): boolean {
  const { restated, rank, measures } = parts;
  if (restated?.aggregate !== 'mean') return false;
  return rank !== null && measures.length === 0
    ? rank.hints !== null && rank.by === null
    : measures.length > 0 && measures.every((one) => one.kind === 'column' && one.aggregate === 'mean');
}
