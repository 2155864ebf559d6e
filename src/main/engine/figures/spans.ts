/** A stretch of a text, in UTF-16 units. */
export interface TextSpan {
  start: number;
  end: number;
}

/** Whether a stretch lies within one of these, or several that overlap. */
export function coverage(spans: readonly TextSpan[]): (start: number, end: number) => boolean {
  const merged: TextSpan[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return (start, end) => {
    const span = lastFrom(merged, start);
    return span !== undefined && end <= span.end;
  };
}

/** The last of the sorted spans that begins at `start` or before. */
export function lastFrom<S extends TextSpan>(spans: readonly S[], start: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? start) <= start) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
