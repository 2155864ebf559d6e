import type { AnswerFact } from '#contract/facts';
import type { Headline } from '#contract/headline';
import type { ReadingNames } from '#contract/readings';

/** A part of an answer before it is worded: what it says in figures, as markdown, and what it says as facts. */
export type AnswerPiece =
  | { type: 'text'; text: string }
  /** `names` is what the question calls what it computes. */
  | { type: 'fact'; fact: AnswerFact; names?: ReadingNames }
  | { type: 'image'; fileId: string };

export const textPiece = (text: string): AnswerPiece => ({ type: 'text', text });
export const factPiece = (fact: AnswerFact): AnswerPiece => ({ type: 'fact', fact });
export const headlinePiece = (says: Headline, names: ReadingNames): AnswerPiece => ({
  type: 'fact',
  fact: { code: 'headline', says },
  names,
});

const BLANK_LINE = textPiece('\n\n');

/** Pieces as paragraphs of their own; pictures need no line between them and text. */
export function paragraphs(pieces: readonly AnswerPiece[]): AnswerPiece[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    const apart = before !== undefined && before.type !== 'image' && piece.type !== 'image';
    return apart ? [BLANK_LINE, piece] : [piece];
  });
}
