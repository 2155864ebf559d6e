import type { Each } from '#contract/query';
import type { Measurement } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import type { Made } from './draft';

const WORDS: Record<Each['aggregate'], string> = {
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  sum: 'total',
  standard_deviation: 'deviation',
  count: 'number',
};

/** What is made of a measure of each of some groups. */
export function ofGroups(
  context: AssemblyContext,
  { of, by, aggregate }: Extract<Measurement, { kind: 'each' }>,
  { computations, columns }: Pick<Made, 'computations' | 'columns'>,
  name: string,
): Made {
  // Rows of another table are not those that are grouped here.
  if (of.kind === 'rows' && of.table !== null && of.table !== context.base.table) throw new NoReading();
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
