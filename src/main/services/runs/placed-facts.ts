import type { AnswerFact, MessagePart, PlacedFact } from '#contract';
import type { ServerFact } from '../../api';

/** A server's facts where they stand in the texts that have come, in UTF-16 units. */
export function placedFacts(facts: readonly ServerFact[], parts: readonly MessagePart[]): PlacedFact[] {
  return facts.flatMap(({ fact, part: index, start, end }): PlacedFact[] => {
    const part = parts[index];
    if (part && part.type !== 'text') return [];
    const text = part?.text ?? '';
    return [{ fact: inUnits(fact, text), part: index, start: unitsOf(text, start), end: unitsOf(text, end) }];
  });
}

/** Some facts have places of their own in the text. */
function inUnits(fact: AnswerFact, text: string): AnswerFact {
  if (fact.code !== 'unsourced' && fact.code !== 'superseded') return fact;
  const figures = fact.figures.map((figure) => ({
    ...figure,
    start: unitsOf(text, figure.start),
    end: unitsOf(text, figure.end),
  }));
  return { ...fact, figures };
}

/** How many units the first `characters` of a text take; those that are still to come are taken for one unit each. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  let remaining = characters;
  for (; remaining > 0 && units < text.length; remaining -= 1) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units + remaining;
}
