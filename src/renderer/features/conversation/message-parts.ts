import type { Citation, Message, NumberSource } from '#contract';
import { numberMarks } from '#contract/conventions';
import { sourceLines } from '#contract/places';

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
export const citationsOf = byPart<Citation>((message) => message.citations);

/** An answer to be pasted elsewhere: citation marks as numbers, and what they stand for at the end. */
export function plainText(message: Message): string {
  const reading = message.reading === null ? [] : [`Read as: ${message.reading}`];
  const texts = message.parts.flatMap((part, index) =>
    part.type === 'text' ? [numberMarks(part.text, citationsOf(message, index)).trim()] : [],
  );
  const listed = sourceLines(message.citations);
  return [...reading, ...texts, ...(listed.length > 0 ? [listed.join('\n')] : [])].join('\n\n');
}
