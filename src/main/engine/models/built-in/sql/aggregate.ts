import type { Aggregate, DescribedDataset, Measure, Moving, RowMeasure } from '../question/plan';
import { movingName } from '../question/statistics';
import { whereOf } from './conditions';
import { groupedOf, needsOf } from './grouped';
import { type GroupSql, groupSql } from './groups';
import { measureColumn, measureShow, measureSql } from './measures';
import { type OutColumn, PERCENT, type Query, uniqueNames } from './query';
import { identifier, indent, lines, selectNamed } from './text';
import { bestOfEach, bestOverall, differenceQuery, directionOf, limitOf, tiesQuery, togetherQuery } from './tops';

/** Totals, counts and averages: the rows of the answer, and what they add up to where that says something. */
export function aggregateQueries(question: Aggregate, dataset: DescribedDataset): Query[] {
  const others = [
    totalQuery(question, dataset),
    tiesQuery(question, dataset),
    differenceQuery(question, dataset),
    togetherQuery(question, dataset),
  ];
  return [mainQuery(question, dataset), ...others.filter((one) => one !== null)];
}

function mainQuery(question: Aggregate, dataset: DescribedDataset): Query {
  const groups = question.groups.map(groupSql);
  const plain = isPlain(question);
  const { sql, columns } = plain
    ? plainQuery(question, plain, groups, dataset)
    : nestedQuery(question, groups, dataset);
  return { part: 'main', purpose: purposeOf(question, groups), sql, columns };
}

/** Measures that one SELECT can hold; null when what they come to has to be looked at again. */
function isPlain(question: Aggregate): RowMeasure[] | null {
  const simple = question.measures.filter((one): one is RowMeasure => one.kind !== 'typical');
  const again =
    question.share ||
    question.cumulative ||
    question.moving ||
    question.having ||
    (question.top && question.groups.length > 1);
  return again || simple.length < question.measures.length ? null : simple;
}

/** Written as an analyst would write it; groups and order go by place, so that no column can be taken for them. */
function plainQuery(
  question: Aggregate,
  measures: readonly RowMeasure[],
  groups: readonly GroupSql[],
  dataset: DescribedDataset,
): { sql: string; columns: OutColumn[] } {
  const columns = uniqueNames([...groups.map((group) => group.column), ...measures.map(measureColumn)]);
  const values = [...groups.map((group) => group.value), ...measures.map((measure) => measureSql(measure))];
  const sql = lines(
    selectNamed(values, columns),
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, ...needsOf(groups, question.filters)),
    groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : null,
    groups.length > 0 ? `ORDER BY ${plainOrder(question, groups, measures).join(', ')}` : null,
    question.top && groups.length > 0 ? limitOf(question.top) : null,
  );
  return { sql, columns };
}

function plainOrder(question: Aggregate, groups: readonly GroupSql[], measures: readonly RowMeasure[]): string[] {
  const { top } = question;
  const value = groups.length + 1;
  const [first] = measures;
  if (top) return [`${value} ${directionOf(top)} NULLS LAST`, '1'];
  const own = groups.map((group, index) => {
    if (group.order === null) return null;
    return group.order === group.value ? String(index + 1) : `min(${group.order})`;
  });
  if (groups.length === 1) return own[0] ? [own[0]] : [`${value} DESC NULLS LAST`, '1'];
  const overall = first ? `sum(${measureSql(first)}) OVER (PARTITION BY ${groups[0]?.value}) DESC NULLS LAST` : '1';
  return [...(own[0] ? [own[0]] : [overall, '1']), ...(own[1] ? [own[1]] : [`${value} DESC NULLS LAST`, '2'])];
}

function nestedQuery(
  question: Aggregate,
  groups: readonly GroupSql[],
  dataset: DescribedDataset,
): { sql: string; columns: OutColumn[] } {
  const grouped = groupedOf(question, groups, dataset);
  const columns = [...grouped.columns];
  const keys = groups.map((_, index) => `g${index + 1}`);
  const values = [...keys, ...question.measures.map((_, index) => `m${index + 1}`)];
  const extra = extraColumn(question, groups);
  if (extra) {
    columns.push(extra.column);
    values.push(extra.value);
  }
  const named = uniqueNames(columns);
  const conditions = [grouped.having, bestOverall(question.top, groups.length)].filter((one) => one !== null);
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped.sql)}\n)`,
    selectNamed(values, named),
    'FROM grouped',
    conditions.length > 0 ? `WHERE ${conditions.join('\n  AND ')}` : null,
    bestOfEach(question.top, groups.length),
    groups.length > 0 ? `ORDER BY ${orderOf(question, groups).join(', ')}` : null,
    question.top && groups.length === 1 ? limitOf(question.top) : null,
  );
  return { sql, columns: named };
}

/** A share of what all groups have together, or what has come together up to here. */
function extraColumn(question: Aggregate, groups: readonly GroupSql[]): { column: OutColumn; value: string } | null {
  const [measure] = question.measures;
  if (question.share) {
    // Over time the share is that of each period's total.
    const within = question.groups.length === 2 ? 'OVER (PARTITION BY g1)' : 'OVER ()';
    return {
      column: { name: 'share', show: PERCENT },
      value: `CAST(m1 AS DOUBLE) / nullif(CAST(sum(m1) ${within} AS DOUBLE), 0)`,
    };
  }
  if (groups.length === 0) return null;
  const partition = question.groups.length === 2 ? 'PARTITION BY g2 ' : '';
  if (question.moving) return movingColumn(question.moving, measure, partition);
  if (!question.cumulative) return null;
  return {
    column: { name: 'running total', show: measureShow(measure) },
    value: `sum(m1) OVER (${partition}ORDER BY g1)`,
  };
}

/** Only whole windows have a value: the first ones would be averages of less. */
function movingColumn(moving: Moving, measure: Measure, partition: string): { column: OutColumn; value: string } {
  const { count, grain, statistic, filled } = moving;
  const unit = grain === 'quarter' ? 'month' : grain;
  const length = `INTERVAL '${(count - 1) * (grain === 'quarter' ? 3 : 1)} ${unit}'`;
  const frame = `OVER (${partition}ORDER BY g1 RANGE BETWEEN ${length} PRECEDING AND CURRENT ROW)`;
  const sum = `sum(m1) ${frame}`;
  const average = filled ? `CAST(${sum} AS DOUBLE) / ${count}` : `avg(CAST(m1 AS DOUBLE)) ${frame}`;
  const show = measureShow(measure);
  return {
    column: {
      name: movingName(moving),
      show: statistic === 'sum' || show.as !== 'number' ? show : { as: 'number', decimals: 2 },
    },
    value: `CASE WHEN g1 >= (min(g1) OVER ()) + ${length} THEN ${statistic === 'sum' ? sum : average} END`,
  };
}

/** Time, weekdays and numbers keep their order; other groups come with the largest first. */
function orderOf(question: Aggregate, groups: readonly GroupSql[]): string[] {
  const { top } = question;
  if (top && groups.length === 1) return [`grouped.m1 ${directionOf(top)} NULLS LAST`, 'grouped.g1'];
  const byKey = (group: GroupSql, index: number): string | null => {
    if (group.order === null) return null;
    return group.order === group.value ? `grouped.g${index + 1}` : `grouped.o${index + 1}`;
  };
  const keys = groups.map(byKey);
  if (groups.length === 1) return keys[0] ? [keys[0]] : ['grouped.m1 DESC NULLS LAST', 'grouped.g1'];
  const first = keys[0] ?? 'sum(grouped.m1) OVER (PARTITION BY grouped.g1) DESC NULLS LAST, grouped.g1';
  const second = keys[1] ?? `grouped.m1 ${top ? directionOf(top) : 'DESC'} NULLS LAST, grouped.g2`;
  return [first, second];
}

/** What all rows come to, without the groups. */
function totalQuery(question: Aggregate, dataset: DescribedDataset): Query | null {
  const [measure] = question.measures;
  if (question.groups.length === 0 || question.having || question.cumulative || question.moving) return null;
  if (measure.kind !== 'sum' && measure.kind !== 'count') return null;
  const column = measureColumn(measure);
  const groups = question.groups.map(groupSql);
  const sql = lines(
    `SELECT ${measureSql(measure)} AS ${identifier(column.name)}`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, ...needsOf(groups, question.filters)),
  );
  return { part: 'total', purpose: `${column.name}, all together`, sql, columns: [column] };
}

function purposeOf(question: Aggregate, groups: readonly GroupSql[]): string {
  const what = question.measures.map((measure) => measureColumn(measure).name).join(', ');
  const by = groups.map((group) => group.column.name).join(' and ');
  return by === '' ? what : `${what} by ${by}`;
}
