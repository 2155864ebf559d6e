import type { DescribedDataset, Part, Rows, Values } from '../question/plan';
import { conditionOf, whereOf } from './conditions';
import { needsOf } from './grouped';
import { groupSql } from './groups';
import { measureColumn, measureSql } from './measures';
import { PERCENT, type Query, showOf, TEXT, uniqueNames, WHOLE } from './query';
import { identifier, indent, lines, selectNamed } from './text';
import { limitOf } from './tops';

/** One part against the whole, for all rows or for each group. */
export function partQueries(question: Part, dataset: DescribedDataset): Query[] {
  const { measure, group, part } = question;
  const grouping = group ? groupSql(group) : null;
  const column = measureColumn(measure);
  const columns = uniqueNames([
    ...(grouping ? [grouping.column] : []),
    { ...column, name: `${column.name} of the part` },
    { ...column, name: `${column.name} in all` },
    { name: 'share', show: PERCENT },
  ]);
  const filter = ` FILTER (WHERE ${part.map(conditionOf).join(' AND ')})`;
  const inner = lines(
    `SELECT ${grouping ? `${grouping.value} AS g1, ${orderKey(grouping)}` : ''}coalesce(${measureSql(measure, filter)}, 0) AS a, ${measureSql(measure)} AS b`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(question.filters, ...needsOf(grouping ? [grouping] : [], question.filters)),
    grouping ? 'GROUP BY 1' : null,
  );
  const share = 'CAST(parts.a AS DOUBLE) / nullif(CAST(parts.b AS DOUBLE), 0)';
  const ownOrder = grouping?.order === grouping?.value ? 'parts.g1' : 'parts.o1';
  const order = grouping?.order ? ownOrder : `${share} DESC NULLS LAST, parts.g1`;
  const sql = lines(
    `WITH parts AS (\n${indent(inner)}\n)`,
    selectNamed([...(grouping ? ['parts.g1'] : []), 'parts.a', 'parts.b', share], columns),
    'FROM parts',
    grouping ? `ORDER BY ${order}` : null,
  );
  return [{ part: 'main', purpose: `share of ${column.name}`, sql, columns }];
}

const orderKey = (grouping: { order: string | null; value: string }): string =>
  grouping.order === null || grouping.order === grouping.value ? '' : `min(${grouping.order}) AS o1, `;

/** Rows as they are, and how many there are. */
export function rowsQueries(question: Rows, dataset: DescribedDataset): Query[] {
  const { order, limit } = question;
  const columns = dataset.columns.map((column) => ({ name: column.name, show: showOf(column) }));
  const where = whereOf(question.filters, ...(order ? [`${identifier(order.column.name)} IS NOT NULL`] : []));
  const main = lines(
    'SELECT *',
    `FROM ${identifier(dataset.table)}`,
    where,
    order
      ? `ORDER BY ${identifier(order.column.name)} ${order.direction === 'most' ? 'DESC' : 'ASC'}${tieBreak(dataset)}`
      : null,
    limitOf({ n: limit, skip: question.skip }),
  );
  return [
    { part: 'main', purpose: `the ${question.noun}`, sql: main, columns },
    countQuery(dataset, question.noun, whereOf(question.filters)),
    ...(order ? [equalRows(question, order, dataset)] : []),
  ];
}

/** How many rows are equal to the last one that is shown. */
function equalRows(
  { limit, skip, filters }: Rows,
  order: NonNullable<Rows['order']>,
  dataset: DescribedDataset,
): Query {
  const name = identifier(order.column.name);
  const from = `FROM ${identifier(dataset.table)}`;
  const direction = order.direction === 'most' ? 'DESC' : 'ASC';
  const last = `SELECT ${name} ${from} ${whereOf(filters, `${name} IS NOT NULL`)} ORDER BY 1 ${direction} LIMIT 1 OFFSET ${skip + limit - 1}`;
  const sql = lines('SELECT count(*) AS "equal"', from, whereOf(filters, `${name} = (${last})`));
  return { part: 'ties', purpose: 'how many share the last place', sql, columns: [{ name: 'equal', show: WHOLE }] };
}

/** Rows that are equal in what they are ordered by come in the order of the data's own names for them. */
export function tieBreak(dataset: DescribedDataset): string {
  const id = dataset.columns.find((column) => column.role === 'id') ?? dataset.columns[0];
  return id ? `, ${identifier(id.name)}` : '';
}

export function countQuery(dataset: DescribedDataset, noun: string, where: string | null): Query {
  return {
    part: 'count',
    purpose: `how many ${noun} there are`,
    sql: lines(`SELECT count(*) AS ${identifier(noun)}`, `FROM ${identifier(dataset.table)}`, where),
    columns: [{ name: noun, show: WHOLE }],
  };
}

/** The different values of a column, the most frequent first. */
export function valuesQueries(question: Values, dataset: DescribedDataset): Query[] {
  const { column } = question;
  const name = identifier(column.name);
  const columns = uniqueNames([
    { name: column.name, show: column.type === 'integer' ? TEXT : showOf(column) },
    { name: 'rows', show: WHOLE },
  ]);
  const where = whereOf(question.filters, `${name} IS NOT NULL`);
  const main = lines(
    selectNamed([name, 'count(*)'], columns),
    `FROM ${identifier(dataset.table)}`,
    where,
    'GROUP BY 1',
    'ORDER BY 2 DESC, 1',
  );
  const count = lines(
    `SELECT count(DISTINCT ${name}) AS ${identifier('different values')}`,
    `FROM ${identifier(dataset.table)}`,
    where,
  );
  return [
    { part: 'main', purpose: `values of ${column.name}`, sql: main, columns },
    {
      part: 'count',
      purpose: `how many values of ${column.name} there are`,
      sql: count,
      columns: [{ name: 'different values', show: WHOLE }],
    },
  ];
}
