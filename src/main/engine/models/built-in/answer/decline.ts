import { OFFERS_LEAD } from '#contract/conventions';
import type { Refusal } from '../language/pieces';
import { datesOf, isDate, isNumeric, type Scope } from '../language/scope';
import type { Decline } from '../question/declined';
import { listed } from '../question/names';
import type { Column, Dataset } from '../question/plan';
import { safe } from './format';
import { suggestions } from './suggestions';

const FIRST_QUESTIONS = 6;

const REFUSALS: Record<Refusal, string> = {
  forecast: 'The data says what was, and this analyst does not guess what will be.',
  cause: 'Figures show what happened and not why, so this analyst does not name causes.',
  opinion: 'This analyst works out figures; judging them is left to you.',
  change: 'Data is only read here and never changed. Charts and tables can be saved from where they are shown.',
  join: 'A question is answered from one file at a time.',
  language: 'This analyst understands questions in English.',
  arithmetic: 'That kind of calculation is more than this analyst can do.',
  undone:
    'Rows say what was done; who did nothing, or never did, cannot be read from them by leaving some of them out.',
  'other topic': 'That is not a question about the data.',
};

/** Says what was not understood, and offers what can be answered. */
export function declineText(scope: Scope, decline: Decline): string {
  const options = optionsOf(decline);
  return [reasonOf(decline), offered(suggestions(scope, wordsOf(decline), options))].join('\n\n');
}

const offered = (questions: readonly string[]): string =>
  [OFFERS_LEAD, ...questions.map((one) => `- ${safe(one)}`)].join('\n');

/** Questions about all that is in this data, for who does not know it yet. */
export const firstQuestions = (scope: Scope): string => offered(suggestions(scope, [], [], FIRST_QUESTIONS));

const quoted = (words: readonly string[]): string =>
  listed(
    words.map((word) => `“${safe(word)}”`),
    'and',
  );

function reasonOf(decline: Decline): string {
  switch (decline.reason) {
    case 'unknown words': {
      const near =
        decline.near.length > 0
          ? ` Close to it: ${listed(
              decline.near.map((name) => `**${safe(name)}**`),
              'or',
            )}.`
          : '';
      return `I did not understand ${quoted(decline.words)}: no column or value of this data is called that, and it is no word I know.${near}`;
    }
    case 'unclear':
      return `I did not understand how ${quoted(decline.words)} belongs to the rest of the question, so I have computed nothing.`;
    case 'refusal':
      return `I cannot answer “${safe(decline.text)}”. ${REFUSALS[decline.refusal]}`;
    case 'ask':
      return decline.sentence.replaceAll(/[<>`]/g, '\\$&');
    case 'several questions':
      return 'These are several questions; I answer one at a time.';
    case 'not English':
      return 'I did not understand this. I can read questions in English so far.';
    case 'too long':
      return 'I did not understand this: the question is too long for me. Ask it in one sentence.';
    case 'empty':
      return 'I did not find a question in this.';
  }
}

const optionsOf = (decline: Decline): string[] => ('options' in decline ? decline.options : []);

const wordsOf = (decline: Decline): string[] => (decline.reason === 'unknown words' ? decline.near : []);

/** What can be asked, for who asks that. */
export function helpText(scope: Scope): string {
  return [
    `${contents(scope.dataset)} Ask for totals, counts, averages and medians, by category and over time; the top and the bottom; shares, growth and comparisons; distributions and relations; and what is missing, repeated or odd.`,
    firstQuestions(scope),
  ].join('\n\n');
}

const NAMED_AT_MOST = 6;

/** A file in two sentences: how much it is, and what its columns are good for. */
function contents({ name, rows, columns }: Dataset): string {
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
