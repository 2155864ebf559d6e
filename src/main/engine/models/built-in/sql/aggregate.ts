import type { Aggregate, Dataset, Filter, Having, Measure, Moving, RowMeasure, Top } from '../question/plan';
import { movingName } from '../question/statistics';
import { whereOf } from './conditions';
import { type GroupSql, groupSql } from './groups';
import { exactly, measureColumn, measureShow, measureSql } from './measures';
import { type OutColumn, PERCENT, type Query, uniqueNames } from './query';
import { identifier, indent, lines, number, selectNamed } from './text';

/** Totals, counts and averages: the rows of the answer, and what they add up to where that says something. */
export function aggregateQueries(question: Aggregate, dataset: Dataset): Query[] {
  const main = mainQuery(question, dataset);
  const total = totalQuery(question, dataset);
  return total ? [main, total] : [main];
}

type TypicalMeasure = Extract<Measure, { kind: 'typical' }>;

/** The inner table: one row per group with its measures, named so that no column of the data is in the way. */
interface Grouped {
  columns: OutColumn[];
  /** `g1`, `g2`, `o1`, `o2` and `m1`… */
  sql: string;
  having: string | null;
}

function mainQuery(question: Aggregate, dataset: Dataset): Query {
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
  dataset: Dataset,
): { sql: string; columns: OutColumn[] } {
  const columns = uniqueNames([...groups.map((group) => group.column), ...measures.map(measureColumn)]);
  const values = [...groups.map((group) => group.value), ...measures.map((measure) => measureSql(measure))];
  const sql = lines(
    selectNamed(values, columns),
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, ...needsOf(groups, question.filters)),
    groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : null,
    groups.length > 0 ? `ORDER BY ${plainOrder(question, groups, measures).join(', ')}` : null,
    question.top && groups.length > 0 ? `LIMIT ${question.top.n}` : null,
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
  dataset: Dataset,
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
    question.top && groups.length === 1 ? `LIMIT ${question.top.n}` : null,
  );
  return { sql, columns: named };
}

function groupedOf(question: Aggregate, groups: readonly GroupSql[], dataset: Dataset): Grouped {
  const columns = [...groups.map((group) => group.column), ...question.measures.map(measureColumn)];
  const [first] = question.measures;
  const having = question.having;
  if (first.kind === 'typical') {
    const sql = typicalSql(question, dataset, first, groups);
    return { columns, sql, having: having && conditionOf(having, 'm1') };
  }
  const simple = question.measures.filter((one): one is RowMeasure => one.kind !== 'typical');
  const known = having ? simple.findIndex((one) => same(one, having.measure)) : -1;
  const aliases = simple.map((measure, index) => `${measureSql(measure)} AS m${index + 1}`);
  if (having && known === -1 && having.measure.kind !== 'typical') aliases.push(`${measureSql(having.measure)} AS h1`);
  return {
    columns,
    sql: groupedSelect(
      {
        keys: keysOf(groups),
        values: [...ordersOf(groups), ...aliases],
        where: whereOf(question.filters, ...needsOf(groups, question.filters)),
      },
      identifier(dataset.table),
    ),
    having: having && conditionOf(having, known === -1 ? 'h1' : `m${known + 1}`),
  };
}

const same = (a: Measure, b: Measure): boolean => JSON.stringify(a) === JSON.stringify(b);

const conditionOf = (having: Having, value: string): string =>
  `${value} ${having.op === '!=' ? '<>' : having.op} ${number(having.value)}`;

interface Select {
  keys: readonly string[];
  /** Aggregates, each with its alias. */
  values: readonly string[];
  where: string | null;
}

/** Keys are grouped by their place, so that no column of the data can be taken for them. */
function groupedSelect({ keys, values, where }: Select, table: string): string {
  return lines(
    `SELECT\n${[...keys, ...values].map((one) => `  ${one}`).join(',\n')}`,
    `FROM ${table}`,
    where,
    keys.length > 0 ? `GROUP BY ${keys.map((_, index) => index + 1).join(', ')}` : null,
  );
}

const keysOf = (groups: readonly GroupSql[]): string[] =>
  groups.map((group, index) => `${group.value} AS g${index + 1}`);

/** What the groups are put in order by, where that is not their value. */
const ordersOf = (groups: readonly GroupSql[]): string[] =>
  groups.flatMap((group, index) =>
    group.order === null || group.order === group.value ? [] : [`min(${group.order}) AS o${index + 1}`],
  );

/** Conditions that leave out rows without a date, unless one of the filters does. */
export const needsOf = (groups: readonly GroupSql[], filters: readonly Filter[]): string[] => {
  const dated = filters.flatMap((filter) =>
    filter.kind === 'period' && !filter.not ? [identifier(filter.column.name)] : [],
  );
  return [
    ...new Set(
      groups.flatMap(({ needs }) => (needs === null || dated.includes(needs) ? [] : [`${needs} IS NOT NULL`])),
    ),
  ];
};

/** The average of the totals of each month, say: totals first, then their average. */
function typicalSql(
  question: Aggregate,
  dataset: Dataset,
  measure: TypicalMeasure,
  groups: readonly GroupSql[],
): string {
  const per = groupSql(measure.per);
  const totals = groupedSelect(
    {
      keys: [...keysOf(groups), `${per.value} AS per`],
      values: [...ordersOf(groups), `${measureSql(measure.inner)} AS part_total`],
      where: whereOf(question.filters, ...needsOf([...groups, per], question.filters)),
    },
    identifier(dataset.table),
  );
  const orders = groups.flatMap((group, index) =>
    group.order === null || group.order === group.value ? [] : [`min(o${index + 1}) AS o${index + 1}`],
  );
  const average = measure.inner.kind === 'sum' ? exactly('avg(part_total)', measure.inner.column) : 'avg(part_total)';
  const keys = groups.map((_, index) => `g${index + 1}`);
  return groupedSelect({ keys, values: [...orders, `${average} AS m1`], where: null }, `(\n${indent(totals)}\n)`);
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

/** Of two groups, the best of the second overall. */
function bestOverall(top: Top | null, groups: number): string | null {
  if (top?.within !== 'all' || groups < 2) return null;
  const overall = `SELECT g2, sum(m1) AS overall FROM grouped GROUP BY g2 ORDER BY overall ${directionOf(top)} NULLS LAST, g2 LIMIT ${top.n}`;
  return `grouped.g2 IN (SELECT g2 FROM (${overall}))`;
}

/** The best of the second group in each of the first. */
function bestOfEach(top: Top | null, groups: number): string | null {
  if (top?.within !== 'each' || groups < 2) return null;
  return `QUALIFY row_number() OVER (PARTITION BY grouped.g1 ORDER BY grouped.m1 ${directionOf(top)} NULLS LAST, grouped.g2) <= ${top.n}`;
}

const directionOf = (top: Top): string => (top.direction === 'most' ? 'DESC' : 'ASC');

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
function totalQuery(question: Aggregate, dataset: Dataset): Query | null {
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
