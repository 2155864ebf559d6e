import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { check } from '../../../../query';
import { FIRST_RESULT } from './assemble/draft';

/** As it stands, or as the data lets it be asked; null where it cannot be computed, with the reasons. */
export function computed(
  query: Query,
  definitions: readonly Definitions[],
): { query: Query | null; problems: readonly QueryProblem[] } {
  const problems = check(filled(query, '0'), definitions);
  if (problems.length === 0) return { query, problems };
  for (const problem of problems) {
    const other = alternativesOf(problem).find((one) => check(one, definitions).length === 0);
    if (other) return { query: other, problems };
  }
  return { query: null, problems };
}

function alternativesOf(problem: QueryProblem): readonly Query[] {
  switch (problem.code) {
    case 'does_not_add_up':
      // A mean is no answer to whoever asks for a sum.
      return problem.why === 'never' ? [] : problem.alternatives;
    case 'mixed_units':
      return problem.alternatives;
    default:
      return [];
  }
}

/** The query with the results of the first one in their place. */
export const filled = (query: Query, ...first: string[]): Query =>
  JSON.parse(
    JSON.stringify(query).replaceAll(JSON.stringify(FIRST_RESULT), first.map((one) => JSON.stringify(one)).join()),
  );
