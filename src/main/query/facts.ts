import type { Definitions } from '#contract/definitions';
import type { Grain, Query } from '#contract/query';
import type { QueryColumn, QueryFact } from '#contract/query-results';
import type { Cell, Table } from '#contract/tables';
import { addDays, addPeriods, daysBetween, startOf } from './calendar';
import type { CompiledCheck, CompiledQuery } from './compile';
import { edgeOf, type Scope, scopeOf } from './scope';

/** What a check gave. */
export interface CheckedTable {
  check: CompiledCheck;
  table: Table;
}

/** What to know of the figures, from the result, what was run beside it, and what is known of the data. */
export function factsOf(
  query: Query,
  definitions: readonly Definitions[],
  compiled: CompiledQuery,
  rows: readonly (readonly Cell[])[],
  checks: readonly CheckedTable[],
): QueryFact[] {
  const scope = scopeOf(query, definitions);
  if (!scope) return [];
  const { columns } = compiled;
  return [
    ...checks.flatMap((result) => checkFacts(result, scope)),
    ...compiled.facts,
    ...periodFacts(query, scope, columns, rows),
    ...negativeParts(columns, rows),
  ];
}

function checkFacts({ check, table }: CheckedTable, scope: Scope): QueryFact[] {
  const [row] = table.rows;
  if (!row) return [];
  const value = (name: string): Cell => row[table.columns.findIndex((column) => column.name === name)] ?? null;
  const number = (name: string): number => Number(value(name) ?? 0);
  const count = number('count');
  switch (check.code) {
    case 'rows': {
      const empty = (check.empty ?? []).flatMap(({ column, field, outputs }): QueryFact[] => {
        const without = number(column);
        return without > 0 ? [{ code: 'rows_without', field, count: without, outputs }] : [];
      });
      const of = [scope.own, ...scope.below].reduce((sum, { rows }) => sum + rows, 0);
      return check.table === undefined ? [{ code: 'rows_used', used: number('used'), of }, ...empty] : empty;
    }
    case 'ties':
      return [{ code: 'ties', output: check.output ?? '', at: value('at'), count, shown: number('shown') }];
    default:
      return count > 0 ? countedFact(check, count) : [];
  }
}

function countedFact({ code, output = '', table = '', kept = true }: CompiledCheck, count: number): QueryFact[] {
  switch (code) {
    case 'ties_within':
    case 'several_at_moment':
      return [{ code, output, count }];
    case 'unmatched':
      return [{ code, table, count, kept }];
    case 'orphans':
      return [{ code, table, count }];
    default:
      return [];
  }
}

/** Days by which data may miss the beginning or the end of a period that is whole all the same, as weekends are. */
const SLACK: Record<Grain, number> = { year: 7, quarter: 4, month: 2, week: 2, day: 0, hour: 0, minute: 0 };

/** Periods that the data covers only in part look like a fall, and those without rows are easily overlooked. */
function periodFacts(
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
    const [begins, ends] = [edgeOf(definition, scope, 'min'), edgeOf(definition, scope, 'max')];
    const late = ends !== null && startOf(ends, grain) === last && !reachesEnd(last, grain, ends);
    const early = begins !== null && startOf(begins, grain) === first && daysBetween(first, begins) > SLACK[grain];
    const written = (start: string): Cell => (grain === 'year' ? Number(start.slice(0, 4)) : start);
    return [
      ...(early
        ? [{ code: 'period_incomplete', output, period: written(first), data: 'begins', at: begins } as const]
        : []),
      ...(late ? [{ code: 'period_incomplete', output, period: written(last), data: 'ends', at: ends } as const] : []),
      ...gaps,
    ];
  });
}

const periodStart = (cell: Cell): string[] => {
  if (cell === null) return [];
  return [typeof cell === 'number' ? `${String(cell).padStart(4, '0')}-01-01` : String(cell)];
};

const reachesEnd = (start: string, grain: Grain, last: string): boolean =>
  daysBetween(last, addDays(addPeriods(start, 1, grain), -1)) <= SLACK[grain];

const MOST_PERIODS = 100_000;

function gapFacts(output: string, starts: readonly string[], grain: Grain): QueryFact[] {
  const there = new Set(starts);
  const last = starts.at(-1) ?? '';
  let of = 0;
  for (let start = starts[0] ?? ''; start <= last && of < MOST_PERIODS; start = addPeriods(start, 1, grain)) of += 1;
  const count = of - there.size;
  return count > 0 && of < MOST_PERIODS ? [{ code: 'gaps', output, count, of }] : [];
}

/** Shares of a total in which some parts are below zero. */
function negativeParts(columns: readonly QueryColumn[], rows: readonly (readonly Cell[])[]): QueryFact[] {
  return columns.flatMap(({ role, name: output }, index): QueryFact[] => {
    if (role !== 'share') return [];
    const count = rows.filter((row) => Number(row[index] ?? 0) < 0).length;
    return count > 0 ? [{ code: 'negative_parts', output, count }] : [];
  });
}
