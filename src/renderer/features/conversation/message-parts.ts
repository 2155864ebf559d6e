import type { Citation, Message, NumberSource, PlacedFact } from '#contract';
import { sourceLines } from '#contract/places';
import { besideText, plainParts, type UnsourcedFigure, unsourcedFigures } from '#contract/stretches';
import { absentWords, factWords, type Words } from '#words';

/** The same list each time for the same message, so that unchanged blocks are not drawn again. */
function byPart<T extends { part: number }>(of: (message: Message) => readonly T[]) {
  const none: readonly T[] = [];
  const known = new WeakMap<Message, Map<number, readonly T[]>>();
  return (message: Message, part: number): readonly T[] => {
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

/** An answer to be pasted elsewhere: facts in words, citation marks as numbers, and what they stand for at the end. */
export function plainText(message: Message, words: Words): string {
  const plain = plainParts(message, (fact, placed) => {
    const sentence = factWords(words, fact);
    return besideText(sentence, placed) ?? sentence;
  });
  const texts = message.parts.map((part, index) =>
    part.type === 'missing' || part.type === 'gone' ? absentWords(words, part) : plain[index],
  );
  return [...texts, sourceLines(message.citations).join('\n')].filter(Boolean).join('\n\n');
}
