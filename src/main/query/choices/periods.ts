import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Period, Query } from '#contract/query';
import type { Choice } from '#contract/readings';
import { choice } from './choice';
import { periodOf } from './written';

const YEARS_AT_MOST = 12;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Periods of a time: what was written, then those that the data has, the latest first. */
export function periodChoices(
  name: string,
  field: FieldDefinition,
  search: string,
  current: Condition | null,
  set: (value: Condition) => Query,
): Choice[] {
  const op = current?.op === 'not_during' ? 'not_during' : 'during';
  const chosen = current && (current.op === 'during' || current.op === 'not_during') ? current.period : null;
  const written = periodOf(search);
  const offer = (period: Period, terms: string) =>
    choice('periods', { code: 'period', period }, set({ op, field: name, period }), {
      chosen: JSON.stringify(period) === JSON.stringify(chosen),
      terms,
    });
  const listed = [...yearsOf(field), ...LAST, ...latestOf(field), ...PARTS];
  const others = listed.filter((period) => JSON.stringify(period) !== JSON.stringify(written));
  return [
    ...(written ? [offer(written, search.toLowerCase())] : []),
    ...others.map((period) => offer(period, period.kind)),
  ];
}

const LAST: readonly Period[] = [
  { kind: 'last', n: 12, unit: 'month' },
  { kind: 'last', n: 6, unit: 'month' },
  { kind: 'last', n: 3, unit: 'month' },
  { kind: 'last', n: 30, unit: 'day' },
  { kind: 'last', n: 7, unit: 'day' },
];

const PARTS: readonly Period[] = [
  ...MONTHS.map((month): Period => ({ kind: 'part', part: 'month_of_year', values: [month] })),
  ...WEEKDAYS.map((day): Period => ({ kind: 'part', part: 'weekday', values: [day] })),
];

function yearsOf({ min, max }: FieldDefinition): Period[] {
  const first = Number(String(min).slice(0, 4));
  const last = Number(String(max).slice(0, 4));
  if (!Number.isInteger(first) || !Number.isInteger(last)) return [];
  const count = Math.min(YEARS_AT_MOST, Math.max(0, last - first + 1));
  return Array.from({ length: count }, (_, back): Period => ({ kind: 'year', year: last - back }));
}

/** The quarter and the month that the data ends in. */
function latestOf({ max }: FieldDefinition): Period[] {
  const [, year, month] = String(max).match(/^(\d{4})-(\d{2})/) ?? [];
  if (year === undefined || month === undefined) return [];
  return [
    { kind: 'quarter', year: Number(year), quarter: Math.ceil(Number(month) / 3) },
    { kind: 'month', year: Number(year), month: Number(month) },
  ];
}
