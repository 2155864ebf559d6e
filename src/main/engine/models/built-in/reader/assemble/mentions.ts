import { column } from '../grammar/measurements';
import { isTime } from '../tables';
import type { AssemblyContext } from './context';
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

/** "the windiest on average", "how humid was it on average": of what is told as a mean, or may be. */
export function isAggregated(parts: Parts): boolean {
  const { restated, rank, measures } = parts;
  if (restated?.aggregate !== 'mean') return false;
  return rank !== null && measures.length === 0
    ? rank.hints !== null && rank.by === null
    : measures.length > 0 && measures.every((one) => one.kind === 'column' && one.aggregate === 'mean');
}
