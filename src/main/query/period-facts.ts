import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Grain, Period, Query } from '#contract/query';
import type { QueryColumn, QueryFact } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { addDays, addPeriods, daysBetween, spanOf, startOf } from './calendar';
import { isMeasure } from './outputs';
import { edgeOf, type Scope } from './scope';

/** Days by which data may miss the beginning or the end of a period that is whole all the same, as weekends are. */
const SLACK: Record<Grain, number> = { year: 7, quarter: 4, month: 2, week: 2, day: 0, hour: 0, minute: 0 };

/** Periods that the data covers only in part look like a fall, and those without rows are easily overlooked. */
export function periodFacts(
  query: Query,
  scope: Scope,
  columns: readonly QueryColumn[],
  rows: readonly (readonly Cell[])[],
): QueryFact[] {
  return columns.flatMap((column, index): QueryFact[] => {
    const { grain, field, name: output } = column;
    const definition = field === undefined ? undefined : scope.field(field)?.definition;
    if (column.role !== 'time' || grain === undefined || !definition) return [];
    const starts = rows.flatMap((row) => periodStart(row[index] ?? null)).toSorted();
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const gaps = query.limit || query.having ? [] : gapFacts(output, starts, grain);
    if (definition.type === 'integer' || grain === 'hour' || grain === 'minute' || grain === 'day') return gaps;
    const { begins, ends } = edgesOf(definition, scope);
    const early = begins !== null && startOf(begins, grain) === first;
    const late = ends !== null && startOf(ends, grain) === last;
    return [
      ...(early ? uncovered(first, grain, { begins, ends: null }, output) : []),
      ...(late ? uncovered(last, grain, { begins: null, ends }, output) : []),
      ...gaps,
    ];
  });
}

interface Edges {
  begins: string | null;
  ends: string | null;
}

const edgesOf = (definition: FieldDefinition, scope: Scope): Edges => ({
  begins: edgeOf(definition, scope, 'min'),
  ends: edgeOf(definition, scope, 'max'),
});

/** The data begins after the period does, or ends before it. */
function uncovered(start: string, grain: Grain, { begins, ends }: Edges, output?: string): QueryFact[] {
  const until = addDays(addPeriods(start, 1, grain), -1);
  const period: Cell = grain === 'year' ? Number(start.slice(0, 4)) : start;
  const fact = { code: 'period_incomplete' as const, ...(output === undefined ? {} : { output }), period, grain };
  return [
    ...(begins !== null && daysBetween(start, begins) > SLACK[grain]
      ? [{ ...fact, data: 'begins' as const, at: begins }]
      : []),
    ...(ends !== null && daysBetween(ends, until) > SLACK[grain] ? [{ ...fact, data: 'ends' as const, at: ends }] : []),
  ];
}

/** The same for periods of conditions, as of two years that are compared; where rows are grouped by that time, the groups tell. */
export function conditionPeriodFacts(query: Query, scope: Scope): QueryFact[] {
  const conditions: readonly Condition[] = [
    ...(query.where ?? []),
    ...(query.compute ?? []).flatMap((entry) => (isMeasure(entry) ? (entry.where ?? []) : [])),
  ];
  const facts = conditions.flatMap((condition): QueryFact[] => {
    if (condition.op !== 'during' || query.by?.some(({ field, grain }) => field === condition.field && grain))
      return [];
    const definition = scope.field(condition.field)?.definition;
    const grain = grainOf(condition.period);
    if (!definition || grain === null || (definition.type !== 'date' && definition.type !== 'timestamp')) return [];
    const start = spanOf(condition.period, null)?.from;
    return start ? uncovered(start, grain, edgesOf(definition, scope)) : [];
  });
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

const grainOf = ({ kind }: Period): Grain | null =>
  kind === 'year' || kind === 'quarter' || kind === 'month' ? kind : null;

export const periodStart = (cell: Cell): string[] => {
  if (cell === null) return [];
  return [typeof cell === 'number' ? `${String(cell).padStart(4, '0')}-01-01` : String(cell)];
};

const MOST_PERIODS = 100_000;

/** How many periods there are from the one that begins at `first` to the one at `last`, both included; 0 where there are none. */
export function periodsBetween(first: string, last: string, grain: Grain): number {
  if (first === '' || last === '') return 0;
  let count = 0;
  for (let start = first; start <= last && count < MOST_PERIODS; start = addPeriods(start, 1, grain)) count += 1;
  return count;
}

function gapFacts(output: string, starts: readonly string[], grain: Grain): QueryFact[] {
  const there = new Set(starts);
  const last = starts.at(-1) ?? '';
  const of = periodsBetween(starts[0] ?? '', last, grain);
  const count = of - there.size;
  return count > 0 && of < MOST_PERIODS ? [{ code: 'gaps', output, count, of }] : [];
}
