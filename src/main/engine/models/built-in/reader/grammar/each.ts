import type { Each } from '#contract/query';
import { rule } from '../rules';
import { isMeasure, isTime, type Tables } from '../tables';
import type { Group, Meanings, Measurement, Operand } from '../terms';
import { column } from './measurements';

const AGGREGATES: ReadonlySet<string> = new Set(['mean', 'median', 'min', 'max', 'standard_deviation']);

const overGroups = ({ aggregate }: Meanings['aggregate']): Each['aggregate'] | null =>
  AGGREGATES.has(aggregate) ? (aggregate as Each['aggregate']) : null;

const isCount = (measure: Measurement): boolean =>
  measure.kind === 'rows' || (measure.kind === 'column' && measure.aggregate === 'distinct');

/** What adds up, so that each group has a sum of its own. */
function summed(of: Operand, tables: Tables): Measurement | null {
  const field = tables.field('calculate' in of ? of.left : of);
  const adds = isMeasure(field) && field.addsUp === 'always' && !('calculate' in of && of.calculate === 'divide');
  return adds ? column(of, 'sum') : null;
}

/** Things of which there are many, with several rows each: nobody wants a figure for every one of them. */
function isManyThings(group: Group, tables: Tables): boolean {
  if (group.kind !== 'field') return group.kind === 'grain' || group.kind === 'part';
  const { role, distinct, column: name } = tables.field(group.field);
  const { rows } = tables.table(group.field.table);
  return (
    !isTime(tables.field(group.field)) && (role === 'id' || KEYS.test(name) || distinct > SOME) && distinct < rows * 0.9
  );
}
const SOME = 25;
const KEYS = /(?:^|[ _])(?:id|nr|number|key)$/i;

/** What somebody gets or pays at a time: "average salary per year" may be of single ones as well, and both are offered. */
const OF_ONE = /salary|wage|pay|bonus|fare|tip|fee|hours|minutes|duration|distance|gehalt|lohn/i;
const isOfOne = (of: Operand, tables: Tables): boolean =>
  OF_ONE.test(tables.field('calculate' in of ? of.left : of).column);
/** What makes it as likely as a figure for each group. */
const AS_A_GROUP = 0.28;

function each(word: Meanings['aggregate'], of: Measurement | null, group: Group): Measurement | null {
  const aggregate = overGroups(word);
  if (!of || aggregate === null || group.kind === 'time') return null;
  const same = of.kind === 'column' && group.kind === 'field' && JSON.stringify(of.of) === JSON.stringify(group.field);
  return same ? null : { kind: 'each', of, by: [group], aggregate };
}

const grained = (grain: Meanings['grain']): Group => ({ kind: 'grain', grain, field: null });

/** Groups within groups: "median orders per customer", "sales per month on average". */
export const EACH_RULES = [
  rule('measure', ['aggregate', 'count?', 'of?', 'counted', 'per', 'group'], -0.25, ([word, , , of, , group]) =>
    isCount(of) ? each(word, of, group) : null,
  ),
  rule('measure', ['count?', 'counted', 'per', 'group', 'aggregate'], -0.25, ([, of, , group, word]) =>
    isCount(of) ? each(word, of, group) : null,
  ),
  rule('measure', ['count', 'counted', 'field', 'aggregate'], 0, ([, of, field, word], { tables }) =>
    isCount(of) && !isMeasure(tables.field(field)) && !isTime(tables.field(field))
      ? each(word, of, { kind: 'field', field })
      : null,
  ),
  // "average salary per department" is a figure for each, so that only "per" and what adds up is meant otherwise.
  rule('measure', ['aggregate', 'of?', 'operand', 'per', 'group'], -0.25, ([word, , of, how, group], { tables }) => {
    const isMean = word.aggregate === 'mean' || word.aggregate === 'median';
    const meaning =
      how === 'per' && isMean && isManyThings(group, tables) ? each(word, summed(of, tables), group) : null;
    return meaning && [{ meaning, cost: isOfOne(of, tables) && group.kind !== 'field' ? AS_A_GROUP : 0 }];
  }),
  rule(
    'measure',
    ['aggregate', 'of?', 'operand', 'per', 'group', 'aggregate'],
    -0.3,
    ([sum, , of, , group, word], { tables }) =>
      sum.aggregate === 'sum' ? each(word, summed(of, tables), group) : null,
  ),
  rule('measure', ['operand', 'per', 'group', 'aggregate'], -0.25, ([of, , group, word], { tables }) =>
    each(word, summed(of, tables), group),
  ),
  rule('measure', ['aggregate', 'each_grain', 'of?', 'operand'], -0.25, ([word, grain, , of], { tables }) =>
    isOfOne(of, tables) ? null : each(word, summed(of, tables), grained(grain)),
  ),
  rule('measure', ['aggregate', 'each_grain', 'count?', 'of?', 'counted'], -0.25, ([word, grain, , , of]) =>
    isCount(of) ? each(word, of, grained(grain)) : null,
  ),
  rule(
    'special',
    ['distribution', 'of?', 'count?', 'counted', 'per', 'field'],
    -0.15,
    ([, , , of, , field], { tables }) =>
      isCount(of) && isManyThings({ kind: 'field', field }, tables) ? { kind: 'spread', of, each: field } : null,
  ),
  rule('special', ['count?', 'counted', 'per', 'field', 'distribution'], -0.15, ([, of, , field], { tables }) =>
    isCount(of) && isManyThings({ kind: 'field', field }, tables) ? { kind: 'spread', of, each: field } : null,
  ),
];
