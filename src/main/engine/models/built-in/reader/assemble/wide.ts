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
  const wide = base.wide?.find((entry) => entry.name.id === name);
  const values = new Set(wide?.values.map(({ field }) => field.id));
  // Rows are counted by what stands in the columns; "the share of people in 2020" is that, and no number of rows.
  const isByValue = uses.some(({ field, path }) => values.has(field) && path.startsWith('where'));
  const counted = (computation: Computation): Computation => {
    if (!('measure' in computation) || computation.measure !== 'count' || computation.of !== undefined)
      return computation;
    if (!isByValue) throw new NoReading();
    return key ? { ...computation, measure: 'distinct', of: key.id } : computation;
  };
  return made.compute ? { ...made, compute: made.compute.map(counted) } : made;
}
