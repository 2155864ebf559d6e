import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryColumn, QueryFact } from '#contract/query-results';
import type { Cell, Table } from '#contract/tables';
import type { CompiledCheck, CompiledQuery } from './compile';
import { conditionPeriodFacts, periodFacts, periodStart, periodsBetween } from './period-facts';
import { type Scope, scopeOf } from './scope';

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
    ...conditionPeriodFacts(query, scope),
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
    case 'periods_without_rows':
      return withoutRows(check, {
        there: number('there'),
        groups: number('groups'),
        first: value('first'),
        last: value('last'),
      });
    default:
      return count > 0 ? countedFact(check, count) : [];
  }
}

function withoutRows(
  { output = '', grain = 'day' }: CompiledCheck,
  { there, groups, first, last }: { there: number; groups: number; first: Cell; last: Cell },
): QueryFact[] {
  const of = periodsBetween(periodStart(first)[0] ?? '', periodStart(last)[0] ?? '', grain) * groups;
  return of > there ? [{ code: 'periods_without_rows', output, grain, count: of - there, of }] : [];
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

/** Shares of a total in which some parts are below zero. */
function negativeParts(columns: readonly QueryColumn[], rows: readonly (readonly Cell[])[]): QueryFact[] {
  return columns.flatMap(({ role, name: output }, index): QueryFact[] => {
    if (role !== 'share') return [];
    const count = rows.filter((row) => Number(row[index] ?? 0) < 0).length;
    return count > 0 ? [{ code: 'negative_parts', output, count }] : [];
  });
}
