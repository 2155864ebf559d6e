import type { Period } from '#contract/query';

type Written =
  | { op: '<' | '<=' | '>' | '>='; value: string }
  | { op: 'between'; from: string; to: string }
  | { op: 'is'; values: string[] };

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const SIGNS = new Map([
  ['≥', '>='],
  ['≤', '<='],
]);

/** What a number in plain digits can be compared by: `25`, `> 25`, `10 to 20`. */
export function comparisonsOf(text: string): Written[] {
  const range = text.trim().match(new RegExp(`^(${NUMBER})\\s*(?:-|–|to|and|\\.\\.)\\s*(${NUMBER})$`));
  if (range) return [{ op: 'between', from: range[1] ?? '', to: range[2] ?? '' }];
  const compared = text.trim().match(new RegExp(`^(<=|>=|≤|≥|<|>|=)?\\s*(${NUMBER})$`));
  if (!compared) return [];
  const value = compared[2] ?? '';
  const all: Written[] = [
    { op: '>=', value },
    { op: '<=', value },
    { op: '>', value },
    { op: '<', value },
    { op: 'is', values: [value] },
  ];
  const sign = compared[1];
  if (sign === undefined) return all;
  const op = sign === '=' ? 'is' : (SIGNS.get(sign) ?? sign);
  return all.filter((written) => written.op === op);
}

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;

/** A period that was written: `2025`, `2025-03`, `Q1 2025`, `2025-03-01 to 2025-04-15`, `since 2025-03-01`, `last 3 months`. */
export function periodOf(text: string): Period | null {
  const wanted = text.trim().toLowerCase();
  const range = wanted.match(new RegExp(`^(${DATE})\\s*(?:to|–|\\.\\.)\\s*(${DATE})$`));
  if (range) return { kind: 'range', from: firstDay(range[1] ?? ''), to: lastDay(range[2] ?? '') };
  const open = wanted.match(new RegExp(`^(since|from|after|until|to)\\s+(${DATE})$`));
  if (open) {
    const isStart = !['until', 'to'].includes(open[1] ?? '');
    return isStart ? { kind: 'range', from: firstDay(open[2] ?? '') } : { kind: 'range', to: lastDay(open[2] ?? '') };
  }
  const last = wanted.match(/^last\s+(\d{1,4})\s+(year|quarter|month|week|day|hour)s?$/);
  if (last)
    return {
      kind: 'last',
      n: Math.max(1, Number(last[1])),
      unit: last[2] as Extract<Period, { kind: 'last' }>['unit'],
    };
  const quarter = wanted.match(/^q([1-4])\s+(\d{4})$/) ?? wanted.match(/^(?<year>\d{4})\s*-?\s*q(?<quarter>[1-4])$/);
  if (quarter) {
    const { year = quarter[2], quarter: n = quarter[1] } = quarter.groups ?? {};
    return { kind: 'quarter', year: Number(year), quarter: Number(n) };
  }
  const date = wanted.match(/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/);
  if (!date) return null;
  const [, year = '', month, day] = date;
  if (month === undefined) return { kind: 'year', year: Number(year) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { kind: 'month', year: Number(year), month: Number(month) };
  return { kind: 'range', from: wanted, to: wanted };
}

/** `2025` and `2025-03` begin with their first day. */
const firstDay = (text: string): string => `${text}${'-01-01'.slice(text.length - 4)}`;

function lastDay(text: string): string {
  const [year = 0, month, day] = text.split('-').map(Number);
  if (day !== undefined) return text;
  const end = new Date(Date.UTC(year, month ?? 12, 0));
  return end.toISOString().slice(0, 10);
}
