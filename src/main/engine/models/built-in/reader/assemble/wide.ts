import type { Computation, Query } from '#contract/query';
import { withUnpivot } from '../../../../../query';
import { fieldUses } from '../../../../../query/fields';
import { isMeasure, isTime, ownFields } from '../tables';
import { type AssemblyContext, NoReading } from './context';

/** The query with a row for each of the columns of one kind, where it speaks of what tells them apart or of what stands in them. */
export function unpivotedQuery({ base, vocabulary }: AssemblyContext, query: Query): Query {
  const made = withUnpivot(query, [base]);
  const name = made.from.unpivot;
  if (name === undefined) return made;
  const uses = fieldUses(made);
  // Each column is one of the rows now, and none that stands beside them.
  if (uses.some(({ field }) => vocabulary.wide.isMember({ table: base.table, field }))) throw new NoReading();
  const key = ownFields(base).find(
    (field) => !field.hidden && !isMeasure(field) && !isTime(field) && field.distinct >= base.rows,
  );
  const isOfOne = uses.some(({ field, path }) => field === name && /^(?:by|where)/.test(path));
  const counted = (computation: Computation): Computation => {
    if (!('measure' in computation) || computation.measure !== 'count' || computation.of !== undefined)
      return computation;
    if (key) return { ...computation, measure: 'distinct', of: key.id };
    if (!isOfOne) throw new NoReading();
    return computation;
  };
  return made.compute ? { ...made, compute: made.compute.map(counted) } : made;
}
