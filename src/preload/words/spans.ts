import type { FieldDefinition } from '#contract/definitions';
import type { Grain, Period } from '#contract/query';

/** Where a fixed period begins, and how long it is; null for what recurs or is counted back. */
export function periodStart(period: Period): { start: string; grain: Grain } | null {
  const two = (value: number) => String(value).padStart(2, '0');
  switch (period.kind) {
    case 'year':
      return { start: `${period.year}-01-01`, grain: 'year' };
    case 'quarter':
      return { start: `${period.year}-${two(period.quarter * 3 - 2)}-01`, grain: 'quarter' };
    case 'month':
      return { start: `${period.year}-${two(period.month)}-01`, grain: 'month' };
    case 'range':
      return period.from ? { start: period.from, grain: 'day' } : null;
    default:
      return null;
  }
}

/** As it is written behind numbers; null for none. */
export function unitName(unit: FieldDefinition['unit']): string | null {
  if (unit === null) return null;
  return unit.kind === 'currency' ? unit.code : unit.kind === 'percent' ? '%' : unit.name;
}
