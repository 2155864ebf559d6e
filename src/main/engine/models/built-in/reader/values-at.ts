import { isLexiconWord, phrasesOf } from '../lexicon';
import { itemOf } from './rules';
import type { Token } from './tokens';
import { valuesWith } from './value-keys';
import type { Vocabulary } from './vocabulary';

/** Any word may be what a text holds. */
const TEXT = 0.4;
/** A year that the data does not have. */
const OTHER_YEAR = 0.6;

/** A year of the data, or one beside them. */
const isNear = (year: number, years: readonly number[]): boolean =>
  year >= (years[0] ?? year) - 1 && year <= (years.at(-1) ?? year) + 1;

/** Numbers, dates, and words made of digits. */
export function valuesAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary) {
  const token = tokens[at];
  if (!token) return [];
  const item = (category: Parameters<typeof itemOf>[0], meaning: unknown, cost = 0) =>
    itemOf(category, meaning, at, at + 1, cost);
  if (token.quoted && token.kind === 'word') return [item('text', token.text), ...quotedAt(tokens, at, vocabulary)];
  if (token.kind === 'date') return [item('day', token.value)];
  if (token.kind === 'clock') return [item('clock', token.value)];
  if (token.kind === 'number') {
    const year = /^(?:1[5-9]|2[01])\d\d$/.test(token.value) ? [item('year', Number(token.value))] : [];
    // What may be a year is seldom an amount, where the data has that year.
    const isOurs = vocabulary.years.length === 0 || isNear(Number(token.value), vocabulary.years);
    if (!isOurs) return [...year.map((one) => ({ ...one, cost: OTHER_YEAR })), item('number', token.value)];
    return [...year, item('number', token.value, year.length > 0 ? 0.4 : 0)];
  }
  const decade = /^((?:1[89]|20)?\d0)(?:s|er|ern)$/.exec(token.word);
  if (decade) return [item('decade', Number(decade[1]) < 100 ? 1900 + Number(decade[1]) : Number(decade[1]))];
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(token.word);
  if (ordinal) return [item('ordinal', Number(ordinal[1]))];
  const percentile = /^p(\d\d?)$/.exec(token.word);
  const known = percentile ? [item('aggregate', { aggregate: 'percentile', percentile: percentile[1] })] : [];
  // A word of the language is seldom meant as it stands.
  const meant = isLexiconWord(token.word) || phrasesOf(token.stem).length > 0 || vocabulary.isCalled(token.stem);
  return token.kind === 'word' && !meant ? [...known, item('text', token.text, TEXT)] : known;
}

/** Several words between two quotes: values that hold them as they stand there. */
function quotedAt(tokens: readonly Token[], at: number, { tables }: Vocabulary) {
  if (tokens[at - 1]?.quoted) return [];
  const rest = tokens.findIndex(({ quoted }, index) => index > at && !quoted);
  const to = rest < 0 ? tokens.length : rest;
  const text = tokens.slice(at, to).map((token) => token.text);
  return text.length < 2
    ? []
    : valuesWith(text.join(' '), tables).map((one) => itemOf('value', one.meaning, at, to, one.cost));
}
