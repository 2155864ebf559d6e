import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { valueNodes } from '../outputs';
import { scopeOf } from '../scope';
import { checkSum } from './additivity';
import { checkConditions } from './conditions';
import type { CheckContext } from './context';
import { checkEach } from './each';
import { checkGroupings, checkNames } from './groupings';
import { checkFrom, checkTables } from './joins';
import { checkMixed } from './mixed';
import { checkResult } from './results';
import { checkValues } from './values';

/** Why a query cannot be computed as it stands; nothing where it can. Each problem once, in the order of the query's parts. */
export function check(query: Query, definitions: readonly Definitions[]): QueryProblem[] {
  const problems = new Map<string, QueryProblem>();
  const report = (problem: QueryProblem): void => {
    problems.set(JSON.stringify(problem), problem);
  };
  checkTables({ query, definitions, report });
  const scope = problems.size > 0 ? null : scopeOf(query, definitions);
  if (scope) checkScoped({ query, scope, definitions, report });
  return [...problems.values()];
}

function checkScoped(context: CheckContext): void {
  const { query, scope } = context;
  checkFrom(context);
  checkConditions(context);
  checkGroupings(context);
  checkNames(context);
  checkValues(context);
  for (const node of valueNodes(query, scope)) {
    if (node.kind !== 'measure') continue;
    checkSum(context, node);
    checkMixed(context, node);
    checkEach(context, node);
  }
  checkResult(context);
}
