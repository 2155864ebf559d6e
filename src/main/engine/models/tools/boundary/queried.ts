import { QueryDataOutput } from '#contract/data-tools';
import type { Room } from '../cut';
import { type Boundary, HELD_BACK } from './boundary';
import { maskName, wordsIn } from './masked';

/** A result of `query_data`, as far as it may be told; null where it is no answer of that tool. */
export function queriedData(
  output: unknown,
  boundary: Boundary,
  room: Room,
  /** What names of columns may be made of: the query, and names that were described. */
  known: string,
): string | null {
  const parsed = QueryDataOutput.safeParse(output);
  if (!parsed.success) return null;
  const { result_id, columns, rows, cut, row_count, truncated } = parsed.data;
  const shape = { result_id, row_count, ...(truncated ? { truncated } : {}) };
  if (boundary === 'schema') {
    const words = new Set([...wordsIn(known), 'count_star']);
    const named = columns.map(({ name, type }) => ({ name: maskName(name, words), type }));
    return JSON.stringify({ ...shape, columns: named, rows: HELD_BACK });
  }
  const shown = rowsThatFit(rows, room);
  const missing = row_count - shown.length;
  return JSON.stringify({
    ...shape,
    columns: columns.map(({ name, type }) => `${name} (${type})`),
    rows: shown,
    ...(missing > 0
      ? { left_out: `${missing} more rows. The analyst sees them; ask a narrower query for what you need.` }
      : {}),
    ...(cut?.some(({ row }) => row < shown.length) ? { cut_texts: cut.filter(({ row }) => row < shown.length) } : {}),
  });
}

/** As many rows as may be told and as there is room for, one at least. */
export function rowsThatFit<Row>(rows: readonly Row[], { rows: most, characters }: Room): Row[] {
  let remaining = characters;
  const shown: Row[] = [];
  for (const row of rows) {
    remaining -= JSON.stringify(row).length + 1;
    if (shown.length >= most || (remaining < 0 && shown.length > 0)) break;
    shown.push(row);
  }
  return shown;
}
