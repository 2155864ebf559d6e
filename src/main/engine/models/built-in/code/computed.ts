import { z } from 'zod';
import type { AnalyzeOutput } from '#contract/analyze';
import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryFact } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { columnsOf, normal, scopeOf } from '../../../../query';
import { jsonOf } from '../json';

const count = z.int().nonnegative();
const Head = z.object({ used: count, of: count, lines: count, without: z.record(z.string(), count) });
const Line = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

const COUNTED: ReadonlySet<string> = new Set(['integer', 'float']);

/** What code for a query has printed, as the function that computes queries would have given it; null where it is something else. */
export function computedBy(printed: string, query: Query, definitions: readonly Definitions[]): AnalyzeOutput | null {
  const [first = '', ...others] = printed.split('\n').filter((line) => line.trim() !== '');
  const head = Head.safeParse(jsonOf(first));
  const lines = others.map((line) => Line.safeParse(jsonOf(line)));
  const scope = scopeOf(query, definitions);
  if (!head.success || !scope || lines.some(({ success }) => !success)) return null;
  const columns = columnsOf(query, scope);
  const rows = lines.flatMap(({ data }) => (data ? [data.map((cell, at) => cellOf(cell, columns[at]?.type))] : []));
  const { used, of, lines: all, without } = head.data;
  const gaps = Object.entries(without).flatMap(([field, gap]): QueryFact[] => {
    const outputs = (query.compute ?? []).flatMap((entry) =>
      'measure' in entry && entry.of === field ? entry.as : [],
    );
    return gap > 0 ? [{ code: 'rows_without', field, count: gap, outputs }] : [];
  });
  return {
    result_id: 'code',
    query: normal(query),
    sql: '',
    columns,
    rows,
    row_count: all,
    truncated: all > rows.length,
    facts: [{ code: 'rows_used', used, of }, ...gaps],
  };
}

/** Exact numbers are printed as texts. */
const cellOf = (cell: Cell, type: string | undefined): Cell =>
  typeof cell === 'string' && type !== undefined && COUNTED.has(type) ? Number(cell) : cell;
