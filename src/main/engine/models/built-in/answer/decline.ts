import { OFFERS_LEAD } from '#contract/conventions';
import type { Refusal } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Decline } from '../question/declined';
import { listed } from '../question/names';
import { safe } from './format';
import { suggestions } from './suggestions';

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
  const offers = suggestions(scope, wordsOf(decline), options);
  return [reasonOf(decline), [OFFERS_LEAD, ...offers.map((one) => `- ${safe(one)}`)].join('\n')].join('\n\n');
}

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
    `I work out figures from ${safe(scope.dataset.name)}: totals, counts, averages and medians, by category and over time; the top and the bottom; shares, growth and comparisons; distributions and relations; and what is missing, repeated or odd.`,
    [OFFERS_LEAD, ...suggestions(scope).map((one) => `- ${safe(one)}`)].join('\n'),
  ].join('\n\n');
}
