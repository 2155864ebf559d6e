import { isDate, nounAt } from '../language/scope';
import { wordsOf } from '../language/stems';
import { isSameDeed } from './lateness';
import { type Rule, skip, textOf, word } from './rule';

const COUNTED = new Set(['number', 'of', 'how', 'many', 'the']);
const UNITS = /^(?:days?|weeks?|months?|years?|hours?|time|long)$/;
const PASSED = new Set(['has', 'have', 'it', 'been', 'is', 'was', 'passed', 'gone', 'by']);
const WHICH = new Set([
  'the',
  'our',
  'their',
  'its',
  'his',
  'her',
  'last',
  'latest',
  'most',
  'recent',
  'newest',
  'previous',
]);

/** "days since the last order", "how long ago": until a day that the data does not know. */
export const todayRule: Rule = (scope, tokens, at) => {
  const start = skip(tokens, at, COUNTED);
  if (!UNITS.test(word(tokens, start)) || scope.times.all.length === 0) return null;
  const since = skip(tokens, start + 1, PASSED);
  if (word(tokens, since) !== 'since' && word(tokens, since) !== 'ago') return null;
  const what = skip(tokens, since + 1, WHICH);
  const hit = scope.columns.at(tokens, what);
  const dates = hit?.columns.filter(isDate) ?? [];
  const said = word(tokens, what);
  const told = scope.times.all.filter((column) =>
    wordsOf(column.name.replaceAll('_', ' ')).some((one) => isSameDeed(one, said)),
  );
  const named = dates.length > 0 ? dates : told;
  const taken = named.length > 0 ? (hit?.length ?? 1) : nounAt(scope, tokens[what]) || hit ? (hit?.length ?? 1) : 0;
  const columns = named.length > 0 ? named : scope.times.all;
  const length = what + taken - at;
  return { pieces: [{ kind: 'ask', ask: { about: 'today', text: textOf(tokens, at, at + length), columns } }], length };
};
