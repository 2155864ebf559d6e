import type { Chunking, Extracted, Place } from './types';

export interface Chunk {
  text: string;
  place: Place;
}

/** Where text may be cut, the best places first: between paragraphs, lines, sentences, words. */
const CUTS = [/\n\n+/g, /\n/g, /(?<=[.!?])\s+/g, /\s+/g];
const LEAST_SHARE = 0.5;

/** Cuts each page or sheet into passages of at most so many tokens; neighbours share some text. */
export function chunksOf({ text, sections }: Extracted, chunking: Chunking): Chunk[] {
  const lines = lineStarts(text);
  return sections.flatMap(({ start, end, ...where }) =>
    cut(text, start, end, chunking).map(({ from, to }) => ({
      text: text.slice(from, to),
      place: { ...where, line: lineAt(lines, from), start: from, end: to },
    })),
  );
}

function cut(
  text: string,
  start: number,
  end: number,
  { maxTokens, overlapTokens }: Chunking,
): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = skipSpace(text, start, end);
  while (from < end) {
    const limit = reach(text, from, end, maxTokens);
    const to = limit >= end ? end : bestCut(text, from, limit);
    pieces.push({ from, to: trimEnd(text, from, to) });
    if (to >= end) break;
    // Every passage brings something new, however long the overlap is asked to be.
    const back =
      overlapTokens === 0 ? to : Math.max(from + Math.ceil((to - from) / 4), backBy(text, to, overlapTokens));
    from = skipSpace(text, wordStart(text, back, to), end);
  }
  return pieces.filter((piece) => piece.to > piece.from);
}

const tokenOf = (code: number): number => (code < 128 ? 0.25 : 1);

/** How far so many tokens reach. */
function reach(text: string, from: number, end: number, tokens: number): number {
  let spent = 0;
  let at = from;
  while (at < end) {
    spent += tokenOf(text.charCodeAt(at));
    if (spent > tokens) return Math.max(at, from + 1);
    at += 1;
  }
  return end;
}

function backBy(text: string, to: number, tokens: number): number {
  let spent = 0;
  let at = to;
  while (at > 0 && spent < tokens) {
    at -= 1;
    spent += tokenOf(text.charCodeAt(at));
  }
  return at;
}

/** The last good place in the second half of what fits. */
function bestCut(text: string, from: number, limit: number): number {
  const least = from + Math.floor((limit - from) * LEAST_SHARE);
  const half = text.slice(least, limit);
  for (const pattern of CUTS) {
    const last = [...half.matchAll(pattern)].at(-1);
    if (last) return least + last.index + last[0].length;
  }
  // Between the halves of a surrogate pair nothing may be cut.
  const halved = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '');
  return halved ? (limit - 1 > from ? limit - 1 : limit + 1) : limit;
}

const skipSpace = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? '')) at += 1;
  return at;
};
const trimEnd = (text: string, from: number, to: number): number => {
  let at = to;
  while (at > from && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
};
const wordStart = (text: string, from: number, to: number): number => {
  const space = text.slice(from, to).search(/\s/);
  return space === -1 ? from : from + space;
};

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
