import { AGGREGATES, COMPARISONS } from '../language/phrases';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Comparison } from '../question/plan';
import { numericOnly, operandAt } from './operands';
import { type Rule, skip, word } from './rule';

const LINKS = new Set(['is', 'are', 'was', 'were', 'of', 'that', 'being']);
const ARTICLES = new Set(['the', 'their', 'its', 'an', 'overall', 'general']);
const OF = new Set(['of', 'the']);
const MEANS = new Map<string, 'average' | 'median'>([
  ['average', 'average'],
  ['mean', 'average'],
  ['avg', 'average'],
  ['median', 'median'],
]);

/** "grade above the average", "more than the average weight", "above average grades" */
export const averageRule: Rule = (scope, tokens, at) => {
  const subject = numericOnly(operandAt(scope, tokens, at));
  const start = subject ? skip(tokens, at + subject.length, LINKS) : at;
  const compared = comparedAt(tokens, start);
  const mean = compared && MEANS.get(word(tokens, compared.next));
  if (!compared || !mean) return null;
  const end = compared.next + 1;
  const named = skip(tokens, end, OF);
  const after = subject ? null : numericOnly(operandAt(scope, tokens, named));
  if (tokens[named]?.kind === 'number') return null;
  const total = isComputed(scope, tokens, at);
  const of = subject?.columns ?? after?.columns ?? null;
  return {
    pieces: [{ kind: 'above', of, op: compared.op, statistic: mean, total }],
    length: (after ? named + after.length : end) - at,
  };
};

function comparedAt(tokens: readonly Token[], at: number): { op: Comparison; next: number } | null {
  const found = COMPARISONS.at(tokens, at);
  if (!found || found.meaning === '=' || found.meaning === '!=') return null;
  return { op: found.meaning, next: skip(tokens, at + found.length, ARTICLES) };
}

/** In "average grade above the average" it is no row that is compared. */
function isComputed(scope: Scope, tokens: readonly Token[], at: number): boolean {
  const before = OF.has(word(tokens, at - 1)) ? at - 2 : at - 1;
  return AGGREGATES.at(tokens.slice(0, before + 1), before) !== null && !scope.columns.at(tokens, before);
}
