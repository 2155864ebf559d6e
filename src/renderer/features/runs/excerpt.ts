const LONGEST = 220;
/** Words of the passage before the first hit, in characters. */
const BEFORE = 40;

export interface ExcerptPiece {
  text: string;
  hit: boolean;
}

/** The piece of a passage where most of the words stand together, the words set apart. `stems` begin the words meant. */
export function excerptOf(passage: string, stems: readonly string[]): ExcerptPiece[] {
  const text = passage.replaceAll(/\s+/g, ' ').trim();
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    at: index,
    stem: meant(word, stems),
  }));
  const hits = words.filter((one) => one.stem !== null);
  const best = hits.reduce(
    (found, { at }) => {
      const near = new Set(hits.filter((one) => one.at >= at && one.at < at + LONGEST - BEFORE).map((one) => one.stem));
      return near.size > found.size ? { at, size: near.size } : found;
    },
    { at: 0, size: 0 },
  );
  const wanted = Math.max(0, best.at - BEFORE);
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const end = Math.min(text.length, start + LONGEST);
  const pieces: ExcerptPiece[] = start > 0 ? [{ text: '… ', hit: false }] : [];
  let at = start;
  for (const { word, at: from } of hits) {
    if (from < start || from + word.length > end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: word, hit: true });
    at = from + word.length;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), hit: false });
  return pieces;
}

/** The stems as the passage has them, for people to read: `leav` is `leave`. */
export function wordsOf(passage: string, stems: readonly string[]): string[] {
  const words = passage.match(/[\p{L}\p{N}]+/gu) ?? [];
  return stems.map((stem) => words.find((word) => meant(word, [stem]))?.toLowerCase() ?? stem);
}

function meant(word: string, stems: readonly string[]): string | null {
  const plain = word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return stems.find((stem) => plain.startsWith(stem)) ?? null;
}
