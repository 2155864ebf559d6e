import type { Each, PlainCondition, Query } from '#contract/query';
import type { Meanings, Measurement } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import { computed, type Made } from './measures';

const WORDS: Record<Each['aggregate'], string> = {
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  sum: 'total',
  standard_deviation: 'deviation',
  count: 'number',
};

/** A measure of each of some groups, and what is made of them. */
export function ofGroups(
  context: AssemblyContext,
  { of, by, aggregate }: Extract<Measurement, { kind: 'each' }>,
  where: readonly PlainCondition[],
  name: string,
): Made {
  const { computations, columns } = computed(context, of, where, 'each');
  const [inner, ...others] = computations;
  if (!inner || !('measure' in inner) || others.length > 0) throw new NoReading();
  const keys = by.flatMap((group) => context.keys(group));
  const what = typeof inner.of === 'string' ? inner.of : of.kind === 'rows' ? (of.noun ?? 'rows') : 'values';
  const called = `${WORDS[aggregate]} ${what} per ${keys.map(({ field, grain }) => grain ?? field).join(' and ')}`;
  const as = context.output(name || called);
  return {
    computations: [{ ...inner, each: { by: keys, aggregate }, as }],
    as,
    percent: false,
    columns,
    aggregate: aggregate === 'count' ? 'count' : aggregate,
  };
}

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
