import { ask } from './declined';
import type { Aggregate, Measure, SimpleMeasure } from './plan';

/** Totals, counts and averages with nothing more to them than what is said here. */
export const aggregateOf = (
  asked: Pick<Aggregate, 'measures' | 'groups' | 'filters' | 'chart' | 'notes'>,
): Aggregate => ({
  kind: 'aggregate',
  top: null,
  having: null,
  share: false,
  cumulative: false,
  moving: null,
  compare: false,
  ...asked,
});

/** A total or a count. @throws Declined with `otherwise` for averages and the like. */
export function simpleOf(measure: Measure, otherwise: string): SimpleMeasure {
  if (measure.kind === 'sum' || measure.kind === 'count' || measure.kind === 'distinct') return measure;
  return ask(otherwise);
}
