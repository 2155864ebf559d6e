import type { AnswerFact } from '#contract/facts';
import { datesOf, isDate, isNumeric, type Scope } from '../language/scope';
import type { Decline } from '../question/declined';
import { listed } from '../question/names';
import type { Column, DescribedDataset } from '../question/plan';
import { safe } from './format';
import { type AnswerPiece, factPiece, textPiece } from './pieces';
import { suggestions } from './suggestions';

const FIRST_QUESTIONS = 6;

/** Says what was not understood, and offers what can be answered. */
export function declineFacts(scope: Scope, decline: Decline): AnswerFact[] {
  const questions = suggestions(scope, wordsOf(decline), optionsOf(decline));
  return [declinedFact(decline), { code: 'offers', questions }];
}

/** Questions about all that is in this data, for who does not know it yet. */
export const firstQuestions = (scope: Scope): AnswerFact => ({
  code: 'offers',
  questions: suggestions(scope, [], [], FIRST_QUESTIONS),
});

function declinedFact(decline: Decline): AnswerFact {
  switch (decline.reason) {
    case 'unknown words':
      return { code: 'declined', reason: 'unknown_words', words: decline.words, near: decline.near };
    case 'unclear':
      return { code: 'declined', reason: 'unclear', words: decline.words };
    case 'refusal': {
      const kind = decline.refusal === 'other topic' ? 'other_topic' : decline.refusal;
      return { code: 'declined', reason: 'refused', kind, text: decline.text };
    }
    case 'ask':
      return { code: 'declined', reason: 'ambiguous', text: decline.sentence };
    case 'several questions':
      return { code: 'declined', reason: 'several_questions' };
    case 'not English':
      return { code: 'declined', reason: 'not_english' };
    case 'too long':
      return { code: 'declined', reason: 'too_long' };
    case 'empty':
      return { code: 'declined', reason: 'empty' };
  }
}

const optionsOf = (decline: Decline): string[] => ('options' in decline ? decline.options : []);

const wordsOf = (decline: Decline): string[] => (decline.reason === 'unknown words' ? decline.near : []);

/** What can be asked, for who asks that. */
export function helpPieces(scope: Scope): AnswerPiece[] {
  const about = `${contents(scope.dataset)} Ask for totals, counts, averages and medians, by category and over time; the top and the bottom; shares, growth and comparisons; distributions and relations; and what is missing, repeated or odd.`;
  return [textPiece(about), factPiece(firstQuestions(scope))];
}

const NAMED_AT_MOST = 6;

/** A file in two sentences: how much it is, and what its columns are good for. */
function contents({ name, rows, columns }: DescribedDataset): string {
  const named = (what: string, those: readonly Column[]): string[] => {
    const names = those.slice(0, NAMED_AT_MOST).map((column) => safe(column.name));
    const more = those.length - names.length;
    return names.length === 0 ? [] : [`${what} ${listed(more > 0 ? [...names, `${more} more`] : names, 'and')}`];
  };
  const numbers = columns.filter((column) => column.role === 'measure' && isNumeric(column));
  const groups = columns.filter((column) => column.role === 'dimension' || column.role === 'flag');
  const dates = columns.filter(isDate).map((column) => ({ column, dates: datesOf(column) }));
  const times = dates.map((one) =>
    one.dates
      ? `dates in ${safe(one.column.name)} from ${one.dates.first} to ${one.dates.last}`
      : `dates in ${safe(one.column.name)}`,
  );
  const parts = [...named('numbers in', numbers), ...named('categories in', groups), ...times.slice(0, 2)];
  const size = `${safe(name)} has ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  return parts.length === 0 ? `${size}.` : `${size}, with ${parts.join('; ')}.`;
}
