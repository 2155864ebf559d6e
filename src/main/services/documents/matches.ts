import type { DocumentMatch } from '#contract';
import type { TextSection } from '../../library';

/** Nobody turns to more of them one by one. */
export const MATCHES_AT_MOST = 1_000;
/** Characters that are looked at in one go: between them the app does what else there is to do. */
const STRETCH = 1_000_000;
/** Words with white space between them are no longer than this in the text. */
const LONGEST = 5_000;

/** How characters that are typed may be written in a text. */
const WRITTEN = new Map([
  ["'", "['’‘ʼ]"],
  ['"', '["“”„«»]'],
  ['-', '[-‐‑–—−]'],
]);

/** Places of words in a text, in its order. Soft hyphens and other marks that nobody sees count for nothing. */
export async function matchesIn(
  text: string,
  sections: readonly TextSection[],
  words: string,
): Promise<{ matches: DocumentMatch[]; more: boolean }> {
  const pattern = patternOf(words);
  const line = lineCounter(text);
  const matches: DocumentMatch[] = [];
  for (const section of sections) {
    for (let from = section.start; from < section.end; from += STRETCH) {
      const stretch = text.slice(from, Math.min(section.end, from + STRETCH + LONGEST));
      for (const { 0: written, index } of stretch.matchAll(pattern)) {
        const start = from + index;
        // Found again at the beginning of the next stretch, or at the end of the one before already.
        if (index >= STRETCH || start < (matches.at(-1)?.place.end ?? 0)) continue;
        if (matches.length === MATCHES_AT_MOST) return { matches, more: true };
        const end = start + written.length;
        const { page = null, sheet = null } = section;
        matches.push({ place: { page, sheet, line: line(start), start, end }, text: written });
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return { matches, more: false };
}

function patternOf(words: string): RegExp {
  const letter = (typed: string) => WRITTEN.get(typed) ?? typed.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  const word = (typed: string) => [...typed].map(letter).join('\\p{Cf}*');
  return new RegExp(words.trim().split(/\s+/).map(word).join('\\p{Cf}*\\s[\\s\\p{Cf}]*'), 'giu');
}

/** Counts lines from 1; offsets must not go back. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
