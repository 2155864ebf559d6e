import type { DocumentLine } from '#contract';
import type { TextSection } from '../../library';

/** Longer lines are shown in pieces: a page with one of a million characters would not move any more. */
const LONGEST = 2_000;

export type PartLines = DocumentLine[];

/** The lines of one part of a text, each with its place in the whole. */
export function linesOf(text: string, { start, end }: TextSection): PartLines {
  const lines: PartLines = [];
  let at = start;
  for (const [index, line] of text.slice(start, end).split('\n').entries()) {
    for (let from = 0; from === 0 || from < line.length; from += LONGEST)
      lines.push({ number: from === 0 ? index + 1 : null, start: at + from, text: line.slice(from, from + LONGEST) });
    at += line.length + 1;
  }
  return lines;
}

/** The part in which an offset stands; between two parts, the one before. */
export function partAt(sections: readonly TextSection[], offset: number): number {
  return Math.max(
    0,
    sections.findLastIndex((section) => section.start <= offset),
  );
}
