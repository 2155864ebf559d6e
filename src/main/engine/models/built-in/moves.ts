import type { Declined } from '#contract/facts';
import { type AnswerPiece, factPiece, paragraphs } from './answer/pieces';

/** What is done next in a run. */

export interface PlannedCall {
  name: string;
  arguments: unknown;
}
export type Move =
  | { kind: 'calls'; calls: PlannedCall[] }
  | { kind: 'search'; queries: string[] }
  | { kind: 'code'; code: string }
  | { kind: 'say'; pieces: AnswerPiece[] };

export const say = (...pieces: AnswerPiece[]): Move => ({ kind: 'say', pieces: paragraphs(pieces) });
export const decline = (fact: Declined): Move => say(factPiece(fact));
export const calls = (...made: PlannedCall[]): Move => ({ kind: 'calls', calls: made });
