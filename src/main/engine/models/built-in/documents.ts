import type { AnswerFact } from '#contract/facts';
import type { CitablePassage, UnreadDocument } from '../../ports';
import { safe } from './answer/format';
import { type AnswerPiece, factPiece, textPiece } from './answer/pieces';
import { tellingWords } from './functions/words';

const QUOTED = 3;
/** Documents that are named before the rest is only counted. */
const NAMED = 3;
const READING_WORDS = 12;
/** Share of the question's telling words that a passage must hold to be an answer to it. */
const ENOUGH = 0.34;
/** What a heading's words count for in the sentences below it. */
const UNDER_HEADING = 0.9;

interface Quote {
  text: string;
  fit: number;
  passage: CitablePassage;
}

/** Answers from documents in their own words: the sentences that fit best, each with its source; else says what is near. */
export function quoteAnswer(
  question: string,
  passages: readonly CitablePassage[],
  unread: readonly UnreadDocument[] = [],
): AnswerPiece[] {
  const quotes = quotesFor(question, passages);
  const [first, ...rest] = unreadDocuments(unread);
  if (quotes !== null) return [textPiece(quotes), ...unreadDocuments(unread).map(factPiece)];
  // As long as not all has been looked into, nobody can say that nothing is there.
  if (first) return [factPiece({ ...first, code: 'declined', reason: 'documents_unread' }), ...rest.map(factPiece)];
  const nearest = [...new Set(passages.map((one) => one.filename))].slice(0, NAMED);
  return [factPiece({ code: 'declined', reason: 'not_in_documents', nearest })];
}

/** What could not be looked into yet, or cannot be at all. */
function unreadDocuments(unread: readonly UnreadDocument[]) {
  return (['in_progress', 'failed'] as const).flatMap((status) => {
    const names = [...new Set(unread.filter((one) => one.status === status).map((one) => one.filename))];
    const [files, more] = [names.slice(0, NAMED), Math.max(0, names.length - NAMED)];
    const state: 'still_reading' | 'failed' = status === 'failed' ? 'failed' : 'still_reading';
    return names.length === 0 ? [] : [{ code: 'documents_unread' as const, state, files, more }];
  });
}

/** How a question to documents is read: the words that passages are looked for by. */
export function documentReading(question: string): AnswerFact {
  const words = [...new Set(question.match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => tellingWords(word).length > 0);
  return { code: 'reading', text: `passages about ${words.slice(0, READING_WORDS).join(', ') || 'this'}` };
}

/** Null when no passage says anything about the question. */
export function quotesFor(question: string, passages: readonly CitablePassage[]): string | null {
  const asked = [...new Set(tellingWords(question))];
  const quotes = passages.flatMap((passage) => quotesIn(passage, asked));
  const best = quotes.toSorted((a, b) => b.fit - a.fit || b.passage.score - a.passage.score);
  const chosen = best.filter(
    (one, index) =>
      one.fit >= ENOUGH &&
      one.fit >= (best[0]?.fit ?? 0) * 0.6 &&
      best.findIndex((other) => other.text === one.text) === index,
  );
  if (chosen.length === 0) return null;
  return chosen
    .slice(0, QUOTED)
    .map(({ text, passage }) => `${placeOf(passage)}: “${safeLong(text)}”${passage.marker}`)
    .join('\n\n');
}

/** A sentence under a heading is about what the heading names. A heading that only repeats the question answers nothing. */
function quotesIn(passage: CitablePassage, asked: readonly string[]): Quote[] {
  let heading = '';
  return sentences(passage.text).flatMap((text): Quote[] => {
    const own = shareIn(asked, text);
    if (isHeading(text)) {
      heading = text;
      return tellingWords(text).every((word) => asked.includes(word)) ? [] : [{ text, fit: own, passage }];
    }
    const under = /[.!?。！？]["”)」]?$/.test(text) ? shareIn(asked, `${heading} ${text}`) * UNDER_HEADING : 0;
    return [{ text, fit: Math.max(own, under), passage }];
  });
}

const isHeading = (text: string): boolean => text.length < 80 && !/\d|[.!?:;,。！？、]["”)」]?$/.test(text);

function placeOf({ filename, place }: CitablePassage): string {
  const where =
    place.page !== undefined ? `, page ${place.page}` : place.sheet !== undefined ? `, sheet ${safe(place.sheet)}` : '';
  return `**${safe(filename)}**${where}`;
}

/** Documents break their lines where the paper ends, so lines are put together again before they are cut into sentences. */
const sentences = (text: string): string[] =>
  unwrapped(text)
    .flatMap((one) => one.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“(])|(?<=[。！？])/u))
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one.length > 2);

function unwrapped(text: string): string[] {
  const lines = text.split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const whole: string[] = [];
  let before = '';
  for (const line of lines) {
    const last = whole.length - 1;
    if (goesOn(before, line, longest)) whole[last] = `${whole[last]} ${line}`;
    else whole.push(line);
    before = line;
  }
  return whole;
}

/** A line goes on where the next one begins small, or where it was nearly as long as lines are and does not end. */
function goesOn(line: string, next: string, longest: number): boolean {
  if (line.trim() === '' || /\t/.test(line + next) || /[.!?:;]["”)]?\s*$/.test(line)) return false;
  if (/^\s*(?:[-*•·–|#>]|\d+[.)]\s)/.test(next)) return false;
  return /^\s*\p{Ll}/u.test(next) || (line.length >= longest * 0.7 && /^\s*\S/.test(next) && longest > 40);
}

function shareIn(asked: readonly string[], text: string): number {
  if (asked.length === 0) return 0;
  const words = new Set(tellingWords(text));
  return asked.filter((word) => words.has(word)).length / asked.length;
}

/** Sentences may be longer than names. */
const safeLong = (text: string): string => (text.match(/[\s\S]{1,79}/gu) ?? []).map(safePiece).join('');
const safePiece = (piece: string): string =>
  `${/^\s/.test(piece) ? ' ' : ''}${safe(piece)}${/\s$/.test(piece) ? ' ' : ''}`;
