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

type MalformedPlace = { path: PropertyKey[]; message: string; unknown: boolean };

function deepestOf(issue: Issue, before: readonly PropertyKey[]): MalformedPlace[] {
  const path = [...before, ...issue.path];
  const own: MalformedPlace = { path, message: issue.message, unknown: issue.code === 'unrecognized_keys' };
  if (!issue.errors || issue.errors.length === 0) return [own];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => deepestOf(inner, path)));
  // Keys that a form does not know count most: the nearest form is the one whose parts are there.
  const [nearest] = branches.toSorted((a, b) => wrongness(a) - wrongness(b));
  return nearest && nearest.length > 0 ? nearest : [own];
}

const wrongness = (issues: readonly MalformedPlace[]): number =>
  issues.reduce((sum, { unknown }) => sum + (unknown ? 2 : 1), 0);
