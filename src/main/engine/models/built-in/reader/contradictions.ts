import type { Condition, Period, Query } from '#contract/query';

/**
 * Whether conditions leave no row by what they say, as "in Jan and Feb" means either and was read as both; or leave nothing
 * else, so that a share of them is all there is.
 */
export function isContradictory({ where, compute = [] }: Query): boolean {
  const all = where ?? [];
  const texts = new Set(all.map((one) => JSON.stringify(one)));
  const isShare = compute.some((one) => 'calculate' in one && one.calculate === 'divide' && one.percent === true);
  const isAll = compute.some(
    (one) =>
      'where' in one &&
      one.where !== undefined &&
      one.where.length > 0 &&
      one.where.every((part) => texts.has(JSON.stringify(part))),
  );
  if (isShare && isAll) return true;
  // What is counted of none of the rows.
  const isOfNone = compute.some(
    (one) => 'where' in one && one.where?.some((part) => all.some((other) => exclude(part, other))),
  );
  if (isOfNone) return true;
  return all.some((one, index) => all.slice(index + 1).some((other) => exclude(one, other)));
}

function exclude(a: Condition, b: Condition): boolean {
  if (a.op === 'is' && b.op === 'is' && a.field === b.field) return isApart(a, b);
  // "in the one but not in the other": no row says both, and of one that is in the first the second says nothing.
  if (a.op === 'is' && b.op === 'is_not' && a.field === b.field) return isApart(a, b);
  if (a.op === 'is_not' && b.op === 'is' && a.field === b.field) return isApart(a, b);
  if (a.op !== 'during' || b.op !== 'during' || a.field !== b.field) return false;
  const [some, others] = [monthsOf(a.period), monthsOf(b.period)];
  if (some === null || others === null) return false;
  const years = 'year' in a.period && 'year' in b.period && a.period.year !== b.period.year;
  return years || !some.some((month) => others.includes(month));
}

interface Valued {
  values: readonly unknown[];
}
const isApart = (a: Valued, b: Valued): boolean =>
  !a.values.some((value) => b.values.some((other) => String(value) === String(other)));

/** The months of the year that a period can lie in; null where that is not to be told. */
function monthsOf(period: Period): number[] | null {
  switch (period.kind) {
    case 'year':
      return Array.from({ length: 12 }, (_, index) => index + 1);
    case 'quarter':
      return [2, 1, 0].map((back) => period.quarter * 3 - back);
    case 'month':
      return [period.month];
    case 'part':
      return period.part === 'month_of_year' ? period.values : null;
    default:
      return null;
  }
}
