import type { CodeRange } from '#contract';

/** Where in SQL the byte at an offset is, as DuckDB counts; undefined where there is none. */
export function rangeAt(sql: string, offset: number | null): CodeRange | undefined {
  const bytes = Buffer.from(sql);
  if (offset === null || !Number.isInteger(offset) || offset < 0 || offset > bytes.length) return undefined;
  const lines = bytes.subarray(0, offset).toString().split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
