import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import { check } from '../../../../query';
import { FIRST_RESULT } from './assemble/draft';

/** As it stands, or with what adds up in place of what does not; null where it cannot be computed. */
export function computable(query: Query, definitions: readonly Definitions[]): Query | null {
  const problems = check(filled(query, '0'), definitions);
  if (problems.length === 0) return query;
  for (const problem of problems) {
    // A mean is no answer to whoever asks for a sum.
    if (problem.code !== 'does_not_add_up' || problem.why === 'never') continue;
    const other = problem.alternatives.find((one) => check(one, definitions).length === 0);
    if (other) return other;
  }
  return null;
}

/** The query with the results of the first one in their place. */
export const filled = (query: Query, ...first: string[]): Query =>
  JSON.parse(
    JSON.stringify(query).replaceAll(JSON.stringify(FIRST_RESULT), first.map((one) => JSON.stringify(one)).join()),
  );
