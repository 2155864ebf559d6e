/**
 * Text as upstream, the schemas and Python count it: by code points. What JavaScript keeps in two units is one character.
 */

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

export function lengthOf(text: string): number {
  return text.length - (text.match(PAIR)?.length ?? 0);
}

interface Span {
  start_index: number;
  end_index: number;
}

/** The same spans of `text`, given in UTF-16 units, in characters. */
export function inCharacters<S extends Span>(text: string, spans: S[]): S[] {
  if (spans.length === 0) return spans;
  const pairs = Array.from(text.matchAll(PAIR), (pair) => pair.index);
  if (pairs.length === 0) return spans;
  const shifted = (offset: number): number => offset - countBelow(pairs, offset);
  return spans.map((span) => ({
    ...span,
    start_index: shifted(span.start_index),
    end_index: shifted(span.end_index),
  }));
}

/** How many of the `sorted` numbers are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
