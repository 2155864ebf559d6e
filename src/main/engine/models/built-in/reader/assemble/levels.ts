import type { Period } from '#contract/query';
import { grainOf } from '../periods';
import { type AssemblyContext, NoReading } from './context';
import type { QueryDraft } from './draft';
import { isLevel } from './measures';

/** Stocks and running counts are never added up over time: without a moment of their own they are told as they last were. */
export function addLevels(context: AssemblyContext, draft: QueryDraft, now: boolean): void {
  keepLast(context, draft);
  const levels = draft.values.filter(
    (one) =>
      one.columns.some((ref) => isLevel(context.field(ref))) &&
      one.aggregate !== 'mean' &&
      one.aggregate !== 'median' &&
      one.aggregate !== 'min' &&
      one.aggregate !== 'max',
  );
  const time = context.mainTime();
  // What is "now" only a stock tells.
  if (
    now &&
    draft.where.every((one) => one.op !== 'missing') &&
    (draft.values.every((one) => one.aggregate !== 'min') || draft.compute.length === 0) &&
    levels.length === 0
  )
    throw new NoReading();
  if (levels.length === 0 || !time) return;
  const byTime = draft.by.some((one) => one.grain !== undefined || one.part !== undefined);
  const moment = draft.where.some((one) => one.op === 'during' && isMoment(one.period, context.field(time).grain));
  if (byTime || moment) return;
  const grain = context.field(time).grain;
  const unit =
    grain === 'year' || grain === 'quarter' || grain === 'month' || grain === 'week' || grain === 'hour'
      ? grain
      : 'day';
  const last: Period = { kind: 'last', n: 1, unit };
  draft.where.push({ op: 'during', field: context.name(time), period: last });
}

/** A balance is one figure that every row tells anew. */
function keepLast(context: AssemblyContext, draft: QueryDraft): void {
  const time = context.mainTime();
  for (const one of draft.compute) {
    if (
      !time ||
      !('measure' in one) ||
      one.measure !== 'sum' ||
      typeof one.of !== 'string' ||
      !/balance|saldo|kontostand/i.test(one.of)
    )
      continue;
    one.measure = 'last';
    one.with = context.name(time);
    for (const value of draft.values) if (value.as === one.as) value.aggregate = 'min';
  }
}

const isMoment = (period: Period, grain: string | null): boolean => {
  const own = grainOf(period);
  return own === 'day' || (own !== null && own === grain) || period.kind === 'last';
};
