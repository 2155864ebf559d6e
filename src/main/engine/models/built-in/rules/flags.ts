import type { Scope } from '../language/scope';
import { nounAt } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Filter } from '../question/plan';
import { valueRule } from './conditions';
import { oppositeRule } from './opposites';
import { type Match, type Rule, word } from './rule';

/** "returns", "returned orders", "non-returns", "unpaid": a yes/no column by the word it stands for. */
export const flagRule: Rule = (scope, tokens, at) => {
  const negated = /^(?:non|not)$/.test(word(tokens, at)) ? 1 : 0;
  const found = flagAt(scope, tokens, at + negated);
  if (!found) return null;
  const length = found.length + negated;
  if ('ask' in found) return { pieces: [found.ask], length };
  const filter: Filter = { ...found.filter, value: found.filter.value !== (negated === 1) };
  const match: Match = { pieces: [{ kind: 'filter', filter, versus: false, lead: null }], length };
  return match;
};

/** "still open", "currently on hold": the data says how it is now; said of anything else the word asks for more. */
export const stillRule: Rule = (scope, tokens, at) => {
  if (!/^(?:still|currently|presently)$/.test(word(tokens, at))) return null;
  const next = word(tokens, at + 1) === 'not' ? at + 2 : at + 1;
  const state =
    flagAt(scope, tokens, next) !== null || valueRule(scope, tokens, next) || oppositeRule(scope, tokens, next);
  return state ? { pieces: [{ kind: 'filler' }], length: 1 } : null;
};

/** "including returns" leaves everything in, which is how it is anyway. */
export const includingRule: Rule = (scope, tokens, at) => {
  if (!/^(?:including|include|incl)$/.test(word(tokens, at))) return null;
  const next = word(tokens, at + 1) === 'the' || word(tokens, at + 1) === 'all' ? at + 2 : at + 1;
  const found = flagAt(scope, tokens, next);
  return found && !('ask' in found) ? { pieces: [{ kind: 'filler' }], length: next - at + found.length } : null;
};

export function flagAt(scope: Scope, tokens: readonly Token[], at: number) {
  const hit = scope.flags.at(tokens, at);
  if (!hit || nounTakes(scope, tokens, at)) return null;
  // A value that is called so is nearer than the opposite of a flag.
  if (!hit.value && scope.values.at(tokens, at)) return null;
  if (hit.others.length > 0) {
    const columns = [hit.column, ...hit.others];
    const text = tokens[at]?.text ?? '';
    return {
      ask: { kind: 'ask' as const, ask: { about: 'column' as const, text, columns, use: 'filter' as const } },
      length: hit.length,
    };
  }
  return { filter: { kind: 'flag' as const, column: hit.column, value: hit.value }, length: hit.length };
}

/** A word that names the rows themselves says nothing about a flag: orders with `is_ordered`. */
const nounTakes = (scope: Scope, tokens: readonly Token[], at: number): boolean => {
  const noun = nounAt(scope, tokens[at]);
  return noun !== null && noun.noun === tokens[at]?.word;
};
