import type { ColumnAggregate, Moving, Percentile } from './plan';

/** The share of values that a percentile is above: 0.9 for `p90`; null for every other statistic. */
export const shareOf = (kind: ColumnAggregate): number | null =>
  kind.startsWith('p') ? Number(kind.slice(1)) / 100 : null;

/** "90th percentile" */
function percentileName(kind: Percentile): string {
  const number = Number(kind.slice(1));
  const ending = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending} percentile`;
}

/** The word for a statistic, where percentiles have names of their own. */
export const statisticName = (
  kind: ColumnAggregate,
  names: Record<Exclude<ColumnAggregate, Percentile>, string>,
): string => (isPercentile(kind) ? `${percentileName(kind)} of` : names[kind]);

const isPercentile = (kind: ColumnAggregate): kind is Percentile => shareOf(kind) !== null;

/** "3-month moving average" */
export const movingName = ({ count, grain, statistic }: Moving): string =>
  `${count}-${grain} moving ${statistic === 'sum' ? 'total' : 'average'}`;
