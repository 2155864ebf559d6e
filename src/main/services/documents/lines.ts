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
    for (let from = 0; from === 0 || from < line.length; ) {
      const piece = line.slice(from, endOfPiece(line, from));
      lines.push({ number: from === 0 ? index + 1 : null, start: at + from, text: piece });
      from += Math.max(1, piece.length);
    }
    at += line.length + 1;
  }
  return lines;
}

/** A character of two units is not cut in two. */
function endOfPiece(line: string, from: number): number {
  const end = from + LONGEST;
  return (line.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}

/** The part in which an offset stands; between two parts, the one before. */
export function partAt(sections: readonly TextSection[], offset: number): number {
  return Math.max(
    0,
    sections.findLastIndex((section) => section.start <= offset),
  );
}
