import type { AnswerFact, PlacedFact } from './facts';
import type { Message } from './threads';

/** An answer's text and the facts that stretches of it word. Plain functions: the window may import them. */

/** A piece of a part's text, or the fact that stands in its place; `start` and `end` are UTF-16 units of the text. */
export type PartSegment =
  | { type: 'text'; text: string; start: number }
  | { type: 'fact'; fact: AnswerFact; start: number; end: number };

/**
 * The text of a part in its order, with each fact where the text words it. A stretch may be longer than a text that still
 * arrives, and places come from servers: what does not fit is put where it can be.
 */
export function segmentsOf(text: string, facts: readonly PlacedFact[]): PartSegment[] {
  const segments: PartSegment[] = [];
  let at = 0;
  const add = (until: number) => {
    if (until > at) segments.push({ type: 'text', text: text.slice(at, until), start: at });
    at = Math.max(at, until);
  };
  for (const { fact, start, end } of facts.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, Math.min(start, text.length));
    add(from);
    at = Math.max(from, Math.min(end, text.length));
    segments.push({ type: 'fact', fact, start: from, end: at });
  }
  add(text.length);
  return segments;
}

/** Facts that a reader has to know before trusting the figures, or who is told what else to do: none that are the answer. */
export const isCaveat = ({ code }: AnswerFact): boolean => !NO_CAVEATS.has(code);

const NO_CAVEATS: ReadonlySet<AnswerFact['code']> = new Set([
  'reading',
  'headline',
  'offers',
  'file_columns',
  'file_contents',
  'askable',
  'near_readings',
  'which_reading',
  'declined',
  'rows_shown',
  'printed_nothing',
]);

/** A figure of an answer that nobody has computed, where it stands in its part. */
export interface UnsourcedFigure {
  text: string;
  part: number;
  start: number;
  end: number;
}

/** The figures of an answer without a source, in their order. */
export function unsourcedFigures({ facts }: Pick<Message, 'facts'>): UnsourcedFigure[] {
  return facts.flatMap(({ fact, part }) =>
    fact.code === 'unsourced' || fact.code === 'superseded' ? fact.figures.map((figure) => ({ ...figure, part })) : [],
  );
}

/** An answer that was given once more because of figures nobody had computed; `messages` are those of its thread. */
export function isReplaced(
  message: Pick<Message, 'id' | 'runId' | 'facts'>,
  messages: readonly Pick<Message, 'id' | 'runId' | 'role' | 'parts'>[],
): boolean {
  if (!message.facts.some(({ fact }) => fact.code === 'superseded')) return false;
  const at = messages.findIndex(({ id }) => id === message.id);
  return messages
    .slice(at + 1)
    .some(({ runId, role, parts }) => role === 'assistant' && runId === message.runId && parts.length > 0);
}

/** The message when nothing has taken its place: what would have been withdrawn stands, as figures without a source. */
export function asStanding<M extends Pick<Message, 'facts'>>(message: M): M {
  if (!message.facts.some(({ fact }) => fact.code === 'superseded')) return message;
  const facts = message.facts.map((placed): PlacedFact => {
    const { fact } = placed;
    return fact.code === 'superseded' ? { ...placed, fact: { ...fact, code: 'unsourced' } } : placed;
  });
  return { ...message, facts };
}

/** A fact's sentence as it is put into the text, before or behind it; null where the text has words for the fact itself. */
export function besideText(sentence: string, { start, end }: Pick<PlacedFact, 'start' | 'end'>): string | null {
  if (start < end) return null;
  return start === 0 ? `${sentence}\n\n` : `\n\n${sentence}`;
}

/** How the question was read; null when the answer does not say. */
export function readingOf({ facts }: Pick<Message, 'facts'>): string | null {
  return facts.flatMap(({ fact }) => (fact.code === 'reading' ? [fact.text] : []))[0] ?? null;
}

/** A stretch of text and what is put in its place. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** The text with all of these put in; one within another is left out. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let at = 0;
  let result = '';
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (replacement.start < at) continue;
    result += text.slice(at, replacement.start) + replacement.text;
    at = Math.max(at, Math.min(replacement.end, text.length));
  }
  return result + text.slice(at);
}

/**
 * A message's text parts for where nothing can be pressed, by part: citation marks as numbers in square brackets, and in the
 * place of a fact what `wordsOf` says of it; null leaves it as it is worded.
 */
export function plainParts(
  { parts, facts, citations }: Pick<Message, 'parts' | 'facts' | 'citations'>,
  wordsOf: (fact: AnswerFact, placed: PlacedFact) => string | null,
): (string | null)[] {
  return parts.map((part, index) => {
    if (part.type !== 'text') return null;
    const own = facts.filter((fact) => fact.part === index);
    const worded = own.flatMap((placed): Replacement[] => {
      const text = wordsOf(placed.fact, placed);
      return text === null ? [] : [{ start: placed.start, end: placed.end, text }];
    });
    const marks = citations
      .filter((fact) => fact.part === index)
      .map(({ start, end, number }): Replacement => ({ start, end, text: ` [${number}]` }));
    return replaced(part.text, [...worded, ...marks]).trim();
  });
}
