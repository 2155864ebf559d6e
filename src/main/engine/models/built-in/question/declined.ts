import type { Refusal } from '../language/pieces';

/** Why there is no answer, told so that the analyst knows what to ask instead. */
export type Decline =
  | { reason: 'unknown words'; words: string[]; near: string[] }
  | { reason: 'unclear'; words: string[] }
  | { reason: 'refusal'; refusal: Refusal; text: string }
  /** A question put back; `options` are whole questions, one per reading. */
  | { reason: 'ask'; sentence: string; options: string[] }
  | { reason: 'several questions'; options: string[] }
  | { reason: 'not English' }
  | { reason: 'too long' }
  | { reason: 'empty' };

/** Thrown while a question is put together, and caught where it is read. */
export class DeclinedError extends Error {
  readonly decline: Decline;

  constructor(decline: Decline) {
    super(decline.reason);
    this.name = 'DeclinedError';
    this.decline = decline;
  }
}

export function ask(sentence: string, options: string[] = []): never {
  throw new DeclinedError({ reason: 'ask', sentence, options });
}
