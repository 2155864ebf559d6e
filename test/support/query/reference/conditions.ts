import type { Condition, Period, PlainCondition } from '../../../../src/preload/contract/query';
import { before, partOf, periodOf } from './calendar';
import { compares, like, numbers, order, quantile, type Row, type Value } from './rows';

export const around = ({ op }: Condition): boolean => op === 'repeated' || op === 'outlier';

export function holds(condition: Condition, row: Row, all: readonly Row[]): boolean {
  switch (condition.op) {
    case 'any':
      return condition.conditions.some((part) => holds(part, row, all));
    case 'none':
      return !condition.conditions.some((part) => holds(part, row, all));
    case 'has':
    case 'has_no':
    case 'own':
    case 'not_own':
      throw new Error('not in the reference');
    default:
      return plainHolds(condition, row, all);
  }
}

function plainHolds(
  condition: Exclude<PlainCondition, { op: 'own' | 'not_own' }>,
  row: Row,
  all: readonly Row[],
): boolean {
  switch (condition.op) {
    case 'repeated': {
      const key = (other: Row): string => JSON.stringify(condition.fields.map((field) => other[field]));
      return all.filter((other) => key(other) === key(row)).length > 1;
    }
    case 'outlier': {
      const values = numbers(all.map((other) => other[condition.field] ?? null));
      const [low, high] = [quantile(values, 0.25)!, quantile(values, 0.75)!];
      const reach = Number(condition.factor ?? 1.5) * (high - low);
      const value = row[condition.field];
      return value !== null && (Number(value) < low - reach || Number(value) > high + reach);
    }
    case 'compare': {
      const [a, b] = [row[condition.left] ?? null, row[condition.right] ?? null];
      if (a === null || b === null) return false;
      return condition.plus === undefined
        ? compares(order(a, b), condition.comparison)
        : compares(apart(a, b) - Number(condition.plus), condition.comparison);
    }
    default:
      return valueHolds(
        condition,
        row[condition.field] ?? null,
        all.map((other) => other[condition.field] ?? null),
      );
  }
}

/** In days, where they are dates. */
const apart = (a: Value, b: Value): number =>
  typeof a === 'number' ? a - Number(b) : (Date.parse(String(a)) - Date.parse(String(b))) / 86_400_000;

type ValueCondition = Extract<PlainCondition, { field: string }>;

function valueHolds(condition: ValueCondition, value: Value, column: readonly Value[]): boolean {
  const equals = (operand: string | boolean): boolean => value !== null && order(value, like(operand, value)) === 0;
  switch (condition.op) {
    case 'is':
      return condition.values.some(equals);
    case 'is_not':
      return !condition.values.some(equals);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return value !== null && compares(order(value, like(condition.value, value)), condition.op);
    case 'between':
      return (
        value !== null && order(value, like(condition.from, value)) >= 0 && order(value, like(condition.to, value)) <= 0
      );
    case 'missing':
      return value === null;
    case 'present':
      return value !== null;
    case 'contains':
      return value !== null && String(value).toLowerCase().includes(String(condition.text).toLowerCase());
    case 'not_contains':
      return value === null || !String(value).toLowerCase().includes(String(condition.text).toLowerCase());
    case 'starts_with':
      return value !== null && String(value).toLowerCase().startsWith(String(condition.text).toLowerCase());
    case 'ends_with':
      return value !== null && String(value).toLowerCase().endsWith(String(condition.text).toLowerCase());
    case 'during':
      return value !== null && isDuring(condition.period, String(value), column);
    case 'not_during':
      return value === null || !isDuring(condition.period, String(value), column);
    default:
      throw new Error(`not in the reference: ${condition.op}`);
  }
}

function isDuring(period: Period, iso: string, column: readonly Value[]): boolean {
  const date = iso.slice(0, 10);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  switch (period.kind) {
    case 'year':
      return year === period.year;
    case 'quarter':
      return year === period.year && Math.ceil(month / 3) === period.quarter;
    case 'month':
      return year === period.year && month === period.month;
    case 'range':
      return (period.from ?? '') <= date && date <= (period.to ?? '9999');
    case 'last': {
      const last = column
        .filter((value) => value !== null)
        .map(String)
        .toSorted()
        .at(-1)!;
      let start = periodOf(last, period.unit);
      for (let n = 1; n < period.n; n += 1) start = before(start, period.unit);
      return iso >= start;
    }
    case 'part':
      return period.values.includes(partOf(iso, period.part));
  }
}
