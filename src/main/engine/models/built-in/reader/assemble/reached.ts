import type { Query } from '#contract/query';
import { type AssemblyContext, NoReading } from './context';
import { conditionsOf } from './draft';
import type { Parts } from './parts';

/** "on which day did France pass 10000 cases": the first moment at which a level is reached. */
export function reachedQuery(context: AssemblyContext, parts: Parts): Partial<Query> {
  const { reached, measures, groups, rank, having, filters, asked } = parts;
  const time = context.mainTime();
  const asksWhen = parts.when || asked?.kind === 'time' || asked?.kind === 'grain';
  if (!reached || !time || !asksWhen || measures.length + groups.length + having.length > 0 || rank)
    throw new NoReading();
  const field = context.name(reached.field);
  const value = context.name(time);
  return {
    where: [
      ...conditionsOf(
        context,
        filters.map((one) => one.filter),
      ),
      { op: '>=', field, value: reached.level },
    ],
    compute: [{ measure: 'min', of: value, as: context.output(`first ${time.field}`) }],
  };
}
