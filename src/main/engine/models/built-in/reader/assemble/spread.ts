import type { Query } from '#contract/query';
import type { Meanings } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import { computed } from './measures';

/** How many things there are with how many rows each. */
export function spread(
  context: AssemblyContext,
  { of, each }: Extract<Meanings['special'], { kind: 'spread' }>,
  kept: Partial<Query>,
): Partial<Query> {
  const { computations } = computed(context, of, [], 'each');
  const [inner] = computations;
  if (!inner || !('measure' in inner) || inner.where || (inner.measure !== 'count' && inner.measure !== 'distinct'))
    throw new NoReading();
  const field = context.name(each);
  const what = of.kind === 'rows' ? (of.noun ?? 'rows') : typeof inner.of === 'string' ? inner.of : 'values';
  const as = context.output(`${what} per ${each.field}`);
  const { measure, of: value } = inner;
  return {
    ...kept,
    by: [{ field, measured: { measure, ...(value === undefined ? {} : { of: value }) }, as }],
    compute: [
      {
        measure: 'count',
        each: { by: [{ field }], aggregate: 'count' },
        as: context.output(`number of ${each.field}`),
      },
    ],
    order: [{ value: as, direction: 'ascending' }],
  };
}
