import type { Each } from '#contract/query';
import { phrasesOf } from '../../lexicon';
import { calculation, column, rows, summed } from '../grammar/measurements';
import type { Group, Measurement } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import { isBoundOfSum } from './doubts';
import type { Made } from './draft';
import type { Parts } from './parts';

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

/** "how many weeks are in the data": those that have rows. */
export function countPeriods(context: AssemblyContext, parts: Parts): void {
  const { tally, measures, having, groups, rank, shared, moving, comparing } = parts;
  if (parts.filters.some(({ filter }) => filter.kind !== 'period') && !isOfRows(context, tally)) return;
  if (!tally || measures.length + having.length + groups.length > 0 || rank || shared || moving || comparing) return;
  parts.measures = [{ kind: 'each', of: rows(null, null, true), by: [tally], aggregate: 'count' }];
  parts.tally = null;
  parts.cost += 0.2;
}

/** "when was the highest hourly consumption": the hour, and not the highest of each day. */
export function whenOfEach(parts: Parts): void {
  const [measure, ...others] = parts.measures;
  if (!parts.when || measure?.kind !== 'each' || others.length > 0 || parts.rank) return;
  const [target, ...more] = measure.by;
  const isExtreme = measure.aggregate === 'max' || measure.aggregate === 'min';
  if (!isExtreme || target?.kind !== 'grain' || more.length + parts.groups.length > 0) return;
  const none = { hints: null, counts: false, plain: false, judges: false, size: false, skip: 0, n: null };
  parts.rank = { ...none, direction: measure.aggregate === 'max' ? 'most' : 'least', target, by: measure.of };
  parts.measures = [];
  parts.asked = null;
}

/** "hours below freezing": each row is one, of which a condition is whole or not at all. */
function isOfRows(context: AssemblyContext, tally: Group | null): boolean {
  const time = context.mainTime();
  if (!time || tally?.kind !== 'grain') return false;
  const { grain, distinct } = context.field(time);
  return grain === tally.grain && distinct >= context.base.rows;
}

/** "in how many weeks were they cheaper": dates that are weeks, of the rows that are chosen. */
export function countDates(context: AssemblyContext, parts: Parts): void {
  const { tally, measures, having, groups, rank, shared, moving, comparing, filters } = parts;
  const time = context.mainTime();
  if (tally?.kind !== 'grain' || !time || context.field(time).grain !== tally.grain) return;
  if (measures.length + having.length + groups.length > 0 || rank || shared || moving || comparing) return;
  if (!filters.some(({ filter }) => filter.kind === 'condition')) return;
  // Of what adds up, a week's sum may be meant.
  if (filters.some(({ filter }) => isBoundOfSum(context, filter))) return;
  parts.measures = [{ kind: 'column', of: time, aggregate: 'distinct' }];
  parts.tally = null;
}

/** "cost per day" where a column tells how many days: of each date, or by those days; both are asked about. */
export function byUnits(context: AssemblyContext, parts: Parts): void {
  const [measure, ...others] = parts.measures;
  if (measure?.kind !== 'column' || others.length > 0 || parts.rank || parts.moving) return;
  if (measure.aggregate !== null && measure.aggregate !== 'sum') return;
  const { tokens } = parts;
  const grains = tokens.flatMap(({ word }, at) => (PER.has(word) ? grainsCalled(tokens[at + 1]?.stem ?? '') : []));
  const days = context.base.fields.find(
    ({ unit, ...field }) =>
      unit?.kind === 'named' && grains.some((grain) => unit.name.startsWith(grain)) && field.role === 'measure',
  );
  if (!days) return;
  const group = parts.groups.find((one) =>
    one.kind === 'grain'
      ? one.field === null && grains.includes(one.grain)
      : one.kind === 'field' && one.field.field === days.id,
  );
  if (!group) return;
  if (days.addsUp === 'never' || group.kind === 'field') throw new NoReading();
  if (context.choose(2) === 0) return;
  parts.groups = parts.groups.filter((one) => one !== group);
  const per = column({ table: context.base.table, field: days.id }, 'sum');
  parts.measures = [calculation('divide', summed(measure), per)];
}
const PER: ReadonlySet<string> = new Set(['per', 'a', 'each', 'pro', 'je']);
const grainsCalled = (stem: string): string[] =>
  phrasesOf(stem).flatMap(({ entry }) => (entry.category === 'grain' ? [entry.meaning] : []));
