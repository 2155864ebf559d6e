import { daysBetween, startOf } from '../language/calendar';
import { coverOf } from '../language/cover';
import type { Change, DescribedDataset, Growth } from '../question/plan';
import { reachesEnd, SLACK } from '../question/spans';
import { conditionOf, whereOf } from './conditions';
import { needsOf } from './grouped';
import { groupSql, periodStart } from './groups';
import { measureColumn, measureShow, measureSql } from './measures';
import { type OutColumn, PERCENT, type Query, uniqueNames, WHOLE } from './query';
import { date, identifier, indent, lines, selectNamed } from './text';
import { limitOf } from './tops';

/** Each period next to the one it is compared with, found by the calendar and not by its place in the result. */
export function growthQueries(question: Growth, dataset: DescribedDataset): Query[] {
  const { time, split, measure, against, shown } = question;
  const groups = [groupSql(time), ...(split ? [groupSql(split)] : [])];
  const start = periodStart(time.grain, identifier(time.column.name));
  const step = against === 'year' ? '1 YEAR' : `1 ${time.grain === 'quarter' ? 'QUARTER' : time.grain.toUpperCase()}`;
  const value = measureColumn(measure);
  const before = against === 'year' ? 'a year before' : `${time.grain} before`;
  const columns = uniqueNames([
    ...groups.map((group) => group.column),
    value,
    { ...value, name: before },
    { ...value, name: 'change' },
    { name: 'change in %', show: PERCENT },
  ]);
  const splitKey = split ? `,\n    ${groups[1]?.value} AS g2` : '';
  const grouped = lines(
    `SELECT\n    ${start} AS p${splitKey},\n    ${measureSql(measure)} AS m`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, ...needsOf(groups, question.filters)),
    `GROUP BY 1${split ? ', 2' : ''}`,
  );
  const label = time.grain === 'year' ? 'CAST(year(cur.p) AS VARCHAR)' : 'cur.p';
  const change = '(cur.m - prev.m)';
  const values = [
    label,
    ...(split ? ['cur.g2'] : []),
    'cur.m',
    'prev.m',
    change,
    `CAST(${change} AS DOUBLE) / nullif(abs(CAST(prev.m AS DOUBLE)), 0)`,
  ];
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped)}\n)`,
    selectNamed(values, columns),
    'FROM grouped AS cur',
    `LEFT JOIN grouped AS prev ON prev.p = CAST(cur.p - INTERVAL ${step} AS DATE)${split ? ' AND prev.g2 IS NOT DISTINCT FROM cur.g2' : ''}`,
    shown
      ? `WHERE ${conditionOf({ ...shown, column: { ...shown.column, name: 'p' } }).replaceAll('"p"', 'cur.p')}`
      : null,
    `ORDER BY cur.p${split ? ', cur.g2' : ''}`,
  );
  const main: Query = { part: 'main', purpose: `${value.name} against the ${before.replace(/^a /, '')}`, sql, columns };
  const trend = split || against === 'year' ? null : trendQuery(question, grouped, step);
  return trend ? [main, trend] : [main];
}

/** The first and the last whole period, and in how many of them it rose or fell. */
function trendQuery({ time, measure, shown }: Growth, grouped: string, step: string): Query {
  const value = measureColumn(measure);
  const period: OutColumn = { name: 'first period', show: { as: 'time', grain: time.grain } };
  const columns: OutColumn[] = [
    period,
    { ...period, name: 'last period' },
    { ...value, name: 'at first' },
    { ...value, name: 'at last' },
    { ...value, name: 'change' },
    { name: 'change in %', show: PERCENT },
    { name: 'rose', show: WHOLE },
    { name: 'fell', show: WHOLE },
    { name: 'compared', show: WHOLE },
  ];
  const label = (sql: string) => (time.grain === 'year' ? `CAST(year(${sql}) AS VARCHAR)` : sql);
  const [first, last] = ['arg_min(m, p)', 'arg_max(m, p)'];
  const values = [
    label('min(p)'),
    label('max(p)'),
    first,
    last,
    `${last} - ${first}`,
    `CAST(${last} - ${first} AS DOUBLE) / nullif(abs(CAST(${first} AS DOUBLE)), 0)`,
    'count(*) FILTER (m > before)',
    'count(*) FILTER (m < before)',
    'count(before)',
  ];
  const within = shown
    ? conditionOf({ ...shown, column: { ...shown.column, name: 'p' } })
    : wholePeriods(time)
        .map((one) => `p ${one}`)
        .join(' AND ');
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped)}\n),`,
    `whole AS (SELECT * FROM grouped${within === '' ? '' : ` WHERE ${within}`}),`,
    `steps AS (\n  SELECT cur.p, cur.m, prev.m AS before\n  FROM whole AS cur\n  LEFT JOIN whole AS prev ON prev.p = CAST(cur.p - INTERVAL ${step} AS DATE)\n)`,
    selectNamed(values, columns),
    'FROM steps',
  );
  return { part: 'statistics', purpose: `where ${value.name} went over all`, sql, columns };
}

/** Periods that the data covers only in part look like a fall. */
function wholePeriods({ column, grain }: Growth['time']): string[] {
  const cover = coverOf(column);
  if (!cover) return [];
  const [first, last] = [startOf(cover.first, grain), startOf(cover.last, grain)];
  return [
    ...(daysBetween(first, cover.first) > SLACK[grain] ? [`> ${date(first)}`] : []),
    ...(reachesEnd(last, grain, cover.last) ? [] : [`< ${date(last)}`]),
  ];
}

/** Two periods next to each other, with the difference; on their own or for each group. */
export function changeQueries(question: Change, dataset: DescribedDataset): Query[] {
  const { measure, group, from, to, time, top, only } = question;
  const grouping = group ? groupSql(group) : null;
  const spans = [from, to].map((span) => conditionOf({ kind: 'period', column: time, spans: [span], not: false }));
  const show = measureShow(measure);
  const value = (index: number) => measureSql(measure, ` FILTER (WHERE ${spans[index]})`);
  const columns = uniqueNames([
    ...(grouping ? [grouping.column] : []),
    { name: from.label, show },
    { name: to.label, show },
    { name: 'change', show },
    { name: 'change in %', show: PERCENT },
  ]);
  const empty = measure.kind === 'sum' && group ? (sql: string) => `coalesce(${sql}, 0)` : (sql: string) => sql;
  const inner = lines(
    `SELECT ${grouping ? `${grouping.value} AS g1, ` : ''}${empty(value(0))} AS a, ${empty(value(1))} AS b`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, `(${spans.join(' OR ')})`, ...needsOf(grouping ? [grouping] : [], question.filters)),
    grouping ? 'GROUP BY 1' : null,
  );
  const share = 'CAST(compared.b - compared.a AS DOUBLE) / nullif(abs(CAST(compared.a AS DOUBLE)), 0)';
  const rank = top?.by === 'share' ? share : 'compared.b - compared.a';
  const direction = top?.direction === 'least' || (!top && only === 'down') ? 'ASC' : 'DESC';
  const sql = lines(
    `WITH compared AS (\n${indent(inner)}\n)`,
    selectNamed(
      [...(grouping ? ['compared.g1'] : []), 'compared.a', 'compared.b', 'compared.b - compared.a', share],
      columns,
    ),
    'FROM compared',
    only === null ? null : `WHERE compared.b - compared.a ${only === 'up' ? '>' : '<'} 0`,
    grouping ? `ORDER BY ${rank} ${direction} NULLS LAST, compared.g1` : null,
    top ? limitOf(top) : null,
  );
  const by = grouping ? ` by ${grouping.column.name}` : '';
  return [
    { part: 'main', purpose: `${measureColumn(measure).name}: ${from.label} and ${to.label}${by}`, sql, columns },
  ];
}
