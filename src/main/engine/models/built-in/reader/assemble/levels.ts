import type { Grain, Period } from '#contract/query';
import { dayRange, daysOf, grainOf } from '../periods';
import type { FieldRef } from '../terms';
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
  const field = context.name(time);
  const within = draft.where.findIndex((one) => one.op === 'during' && one.field === field);
  const found = draft.where[within];
  if (found?.op === 'during') draft.where[within] = { ...found, period: endOf(context, found.period, unit) };
  else draft.where.push({ op: 'during', field, period: { kind: 'last', n: 1, unit } });
}

/** Of a stretch of time a level is told as it was at its end. */
function endOf(context: AssemblyContext, period: Period, unit: Grain): Period {
  const [year, ...others] = context.vocabulary.years;
  const single = period.kind === 'part' && period.values.length === 1 ? period.values[0] : undefined;
  if (period.kind === 'part' && (single === undefined || others.length > 0 || year === undefined))
    throw new NoReading();
  const dated: Period =
    period.kind !== 'part' || year === undefined
      ? period
      : period.part === 'month_of_year'
        ? { kind: 'month', year, month: single ?? 1 }
        : { kind: 'quarter', year, quarter: single ?? 1 };
  const last = context.vocabulary.lastDay;
  const to = daysOf(dated)?.to ?? null;
  const end = to !== null && last !== null && to > last ? last : to;
  if (end === null) return { kind: 'last', n: 1, unit };
  const [years = 0, months = 1] = end.split('-').map(Number);
  if (unit === 'year') return { kind: 'year', year: years };
  if (unit === 'quarter') return { kind: 'quarter', year: years, quarter: Math.ceil(months / 3) };
  return unit === 'month' ? { kind: 'month', year: years, month: months } : dayRange(end, end);
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
      !isBalance(context, one.of, time)
    )
      continue;
    one.measure = 'last';
    one.with = context.name(time);
    for (const value of draft.values) if (value.as === one.as) value.aggregate = 'min';
  }
}

/** Money that is there, beside whatever comes in and goes out on some day. */
function isBalance({ base, vocabulary }: AssemblyContext, id: string, time: FieldRef): boolean {
  const field = base.fields.find((one) => one.id === id);
  const isStepped = STEPS.has(vocabulary.tables.field(time).grain ?? '');
  return (
    /balance|saldo|kontostand/i.test(id) ||
    (field?.unit?.kind === 'currency' && field.addsUp === 'not_over_time' && !field.cumulative && !isStepped)
  );
}
const STEPS: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);

const isMoment = (period: Period, grain: string | null): boolean => {
  const own = grainOf(period);
  return own === 'day' || (own !== null && own === grain) || period.kind === 'last';
};
