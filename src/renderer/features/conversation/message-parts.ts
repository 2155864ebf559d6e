import type { Citation, Message, NumberSource, PlacedFact } from '#contract';
import { type UnsourcedFigure, unsourcedFigures } from '#contract/stretches';

/** What of a message its texts are drawn from. */
export type DrawnMessage = Pick<Message, 'runId' | 'status' | 'parts' | 'facts' | 'numbers' | 'citations'>;

/** The same list each time for the same message, so that unchanged blocks are not drawn again. */
function byPart<T extends { part: number }>(of: (message: DrawnMessage) => readonly T[]) {
  const none: readonly T[] = [];
  const known = new WeakMap<DrawnMessage, Map<number, readonly T[]>>();
  return (message: DrawnMessage, part: number): readonly T[] => {
    if (of(message).length === 0) return none;
    const parts = known.get(message) ?? new Map<number, readonly T[]>();
    known.set(message, parts);
    const found = parts.get(part) ?? of(message).filter((one) => one.part === part);
    parts.set(part, found);
    return found;
  };
}

export const numbersOf = byPart<NumberSource>((message) => message.numbers);
export const factsOf = byPart<PlacedFact>((message) => message.facts);
export const unsourcedOf = byPart<UnsourcedFigure>(unsourcedFigures);
export const citationsOf = byPart<Citation>((message) => message.citations);
