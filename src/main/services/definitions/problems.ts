import type { DefinitionEdits, Definitions } from '#contract/definitions';
import type { Computation, Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { beforeEach, check } from '../../query';

/** Why edits cannot hold for a table: each as the problem of a query that would use them. */
export function problemsOf(edits: DefinitionEdits, derived: Definitions): QueryProblem[] {
  const { table, fields } = derived;
  const ids = new Set(fields.map(({ id }) => id));
  const names = [
    ...edits.fields.map(({ field }) => field),
    ...edits.relations.flatMap(({ on }) => on.map(([own]) => own)),
  ];
  const unknown = names
    .filter((name) => !ids.has(name))
    .map((field): QueryProblem => ({ code: 'unknown_field', path: `fields.${field}`, field, near: [] }));
  const measures = beforeEach(edits.measures).flatMap(([{ id, compute }, before]) =>
    at(
      `measures.${id}`,
      check({ from: { table }, compute: [...compute] }, [{ ...derived, measures: [...derived.measures, ...before] }]),
    ),
  );
  const count: Computation = { measure: 'count', as: 'rows' };
  const conditions = edits.conditions.flatMap(({ id, where }) => {
    const query: Query = { from: { table }, where: [...where], compute: [count] };
    return at(`conditions.${id}`, check(query, [{ ...derived, conditions: [] }]));
  });
  return [...unknown, ...measures, ...conditions];
}

const at = (path: string, problems: readonly QueryProblem[]): QueryProblem[] =>
  problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
