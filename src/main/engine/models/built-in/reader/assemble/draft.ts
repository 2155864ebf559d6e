import type { Aggregate, Computation, Condition, Grouping, Limit, Order, ResultCondition } from '#contract/query';
import type { FieldRef, Filter, Group } from '../terms';
import { type AssemblyContext, NoReading } from './context';

/** What one measure has become. */
export interface Made {
  /** The parts first; the last one is the value. */
  computations: Computation[];
  as: string;
  percent: boolean;
  /** The columns that are aggregated. */
  columns: FieldRef[];
  aggregate: Aggregate | null;
}

/** A query that is being put together. */
export interface QueryDraft {
  where: Condition[];
  by: Grouping[];
  /** What stands for each grouping, in its order. */
  groups: Group[];
  compute: Computation[];
  /** The outputs that were asked for, the first one first; parts of them are not among them. */
  values: Made[];
  having: ResultCondition[];
  order: Order[];
  limit: Limit | null;
}

/** Stands where the result of the first query goes. */
export const FIRST_RESULT = '{first}';
export const FIRST_OUTPUT = 'first';

export function conditionsOf(context: AssemblyContext, filters: readonly Filter[]): Condition[] {
  return filters.flatMap((filter): Condition[] => {
    if (filter.kind !== 'related') return context.conditions(filter);
    const relation = context.base.relations.find((one) => one.to === filter.to);
    if (!relation) throw new NoReading();
    return [{ op: filter.negated ? 'has_no' : 'has', table: filter.to, on: relation.on }];
  });
}

export function addGroup(context: AssemblyContext, draft: QueryDraft, group: Group): void {
  const made = context.groupings(group);
  const more = made.filter(
    (one) =>
      !draft.by.some((other) => other.field === one.field && other.grain === one.grain && other.part === one.part),
  );
  draft.by.push(...more);
  draft.groups.push(...more.map(() => group));
}

export function add(draft: QueryDraft, made: Made): void {
  draft.compute.push(...made.computations);
  draft.values.push(made);
}
