import type { QueryProblem } from '#contract/query-results';

/** As the contract's parser has them. */
interface Issue {
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  errors?: readonly (readonly Issue[])[];
}

const MOST = 5;

/** What is wrong with the form, at the place where it is; of several possible forms the one that is nearest. */
export function malformed(value: unknown, error: { issues: readonly Issue[] }): QueryProblem[] {
  if (typeof value !== 'object' || value === null)
    return [
      {
        code: 'malformed',
        path: '',
        message: 'A query is an object: {"from": {"table": …}, "by": […], "compute": […]}.',
      },
    ];
  const deepest = error.issues.flatMap((issue) => deepestOf(issue, []));
  return deepest
    .slice(0, MOST)
    .map(({ path, message }) => ({ code: 'malformed', path: path.map(String).join('.'), message }));
}

function deepestOf(issue: Issue, before: readonly PropertyKey[]): { path: PropertyKey[]; message: string }[] {
  const path = [...before, ...issue.path];
  if (!issue.errors || issue.errors.length === 0) return [{ path, message: issue.message }];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => deepestOf(inner, path)));
  // Keys that a form does not know count most: the nearest form is the one whose parts are there.
  const [nearest] = branches.toSorted((a, b) => wrongness(a) - wrongness(b));
  return nearest && nearest.length > 0 ? nearest : [{ path, message: issue.message }];
}

const wrongness = (issues: readonly { message: string }[]): number =>
  issues.reduce((sum, { message }) => sum + (message.startsWith('Unrecognized') ? 2 : 1), 0);
