import { AnalyzeFailure, AnalyzeOutput } from '#contract/analyze';
import type { QueryColumn, QueryFact } from '#contract/query-results';
import type { Room } from '../cut';
import { type Boundary, HELD_BACK } from './boundary';
import { maskQuoted } from './masked';
import { rowsThatFit } from './queried';

/**
 * A result of `analyze`, as far as it may be told; null where it is no answer of that tool. Its columns are called as the
 * query calls them; neither the query nor its SQL is told again.
 */
export function analyzedData(output: unknown, boundary: Boundary, room: Room): string | null {
  const parsed = AnalyzeOutput.safeParse(output);
  if (!parsed.success) return null;
  const { result_id, columns, rows, cut, row_count, truncated, facts } = parsed.data;
  const shape = { result_id, row_count, ...(truncated ? { truncated } : {}) };
  const named = columns.map(columnText);
  if (boundary === 'schema')
    return JSON.stringify({ ...shape, columns: named, rows: HELD_BACK, facts: facts.map(withoutValues) });
  const shown = rowsThatFit(rows, room);
  const missing = row_count - shown.length;
  const long = cut?.filter(({ row }) => row < shown.length) ?? [];
  return JSON.stringify({
    ...shape,
    columns: named,
    rows: shown,
    ...(missing > 0
      ? { left_out: `${missing} more rows. The analyst sees them; ask a narrower query for what you need.` }
      : {}),
    ...(long.length > 0 ? { cut_texts: long } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  });
}

/** `sales (decimal, USD)`, `month (date, month)`. */
function columnText({ name, type, unit, grain, part, width }: QueryColumn): string {
  const about = [
    type,
    ...(unit ? [unit.kind === 'currency' ? unit.code : unit.kind === 'named' ? unit.name : 'share: 0.12 is 12 %'] : []),
    ...(grain ? [grain] : []),
    ...(part ? [part] : []),
    ...(width === undefined ? [] : [`from here on ${width}`]),
  ];
  return `${name} (${about.join(', ')})`;
}

/** Which value is shared, and when the data ends, are values. */
function withoutValues(fact: QueryFact): object {
  switch (fact.code) {
    case 'ties':
    case 'period_incomplete': {
      const { code, output } = fact;
      return { code, output };
    }
    default:
      return fact;
  }
}

/** Why a query could not be computed; null where that is not it. Values that the model wrote itself it may be told. */
export function failedAnalysis(output: unknown, boundary: Boundary, known: string): string | null {
  const parsed = AnalyzeFailure.safeParse(output);
  if (!parsed.success) return null;
  const { error, problems } = parsed.data;
  const message = boundary === 'schema' ? maskQuoted(error.message, known) : error.message;
  return JSON.stringify({ error: { ...error, message }, problems });
}
