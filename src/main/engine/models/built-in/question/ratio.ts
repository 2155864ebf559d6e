import { aggregateOf, simpleOf } from './aggregation';
import type { Bag } from './bag';
import { ask } from './declined';
import { takeFilters } from './filters';
import { takeGroupings } from './groupings';
import { distinctOf, takeSubject } from './measures';
import type { Aggregate, ChartWish, Measure } from './plan';

const INDIVISIBLE = 'Only totals and counts can be divided by each other.';

/** "sales divided by the number of customers" */
export function readRatio(bag: Bag, chart: ChartWish | null): Aggregate | null {
  if (!bag.has('divide')) return null;
  const groupings = takeGroupings(bag);
  const noun = bag.first('noun');
  const subject = takeSubject(bag);
  bag.takeAll('divide');
  const said = subject.measures.map((one) => ({ measure: one.measure, at: one.piece?.from ?? 0 }));
  for (const entity of subject.entities)
    said.push({ measure: distinctOf(entity.column, entity.piece), at: entity.piece.from });
  if (noun && !said.some((one) => one.at === noun.from))
    said.push({ measure: { kind: 'count', noun: noun.noun }, at: noun.from });
  const [over, under, ...others] = said.sort((a, b) => a.at - b.at).map((one) => one.measure);
  if (!over || !under || others.length > 0) ask('A division needs two totals or counts.');
  const measure: Measure = { kind: 'ratio', over: simpleOf(over, INDIVISIBLE), under: simpleOf(under, INDIVISIBLE) };
  const groups = groupings.map((one) => one.group);
  if (groups.length > 2) ask('Two groupings at once are the most that can be shown.');
  const { filters } = takeFilters(bag, { rowish: noun !== null, things: false, measures: [], groups });
  return aggregateOf({ measures: [measure], groups, filters, chart, notes: bag.notes });
}
