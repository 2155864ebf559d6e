import type { Aggregate, DescribedDataset, Top } from '../question/plan';
import { groupedOf } from './grouped';
import { groupSql } from './groups';
import { measureShow } from './measures';
import { type OutColumn, PERCENT, type Query, WHOLE } from './query';
import { indent, lines, selectNamed } from './text';

export const limitOf = ({ n, skip }: Pick<Top, 'n' | 'skip'>): string =>
  `LIMIT ${n}${skip === 0 ? '' : ` OFFSET ${skip}`}`;

/** Of two groups, the best of the second overall. */
export function bestOverall(top: Top | null, groups: number): string | null {
  if (top?.within !== 'all' || groups < 2) return null;
  const overall = `SELECT g2, sum(m1) AS overall FROM grouped GROUP BY g2 ORDER BY overall ${directionOf(top)} NULLS LAST, g2 ${limitOf(top)}`;
  return `grouped.g2 IN (SELECT g2 FROM (${overall}))`;
}

/** The best of the second group in each of the first. */
export function bestOfEach(top: Top | null, groups: number): string | null {
  if (top?.within !== 'each' || groups < 2) return null;
  const place = `row_number() OVER (PARTITION BY grouped.g1 ORDER BY grouped.m1 ${directionOf(top)} NULLS LAST, grouped.g2)`;
  return `QUALIFY ${place} ${top.skip === 0 ? `<= ${top.n}` : `BETWEEN ${top.skip + 1} AND ${top.skip + top.n}`}`;
}

export const directionOf = (top: Top): string => (top.direction === 'most' ? 'DESC' : 'ASC');

/** How many groups have the value of the last one that is shown: of equal ones, those shown are a matter of names. */
export function tiesQuery(question: Aggregate, dataset: DescribedDataset): Query | null {
  const { top } = question;
  if (!top || question.groups.length !== 1) return null;
  const grouped = groupedOf(question, question.groups.map(groupSql), dataset);
  const having = grouped.having ? ` WHERE ${grouped.having}` : '';
  const last = `SELECT m1 FROM kept ORDER BY m1 ${directionOf(top)} NULLS LAST, g1 LIMIT 1 OFFSET ${top.skip + top.n - 1}`;
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped.sql)}\n),`,
    `kept AS (SELECT * FROM grouped${having})`,
    'SELECT count(*) AS "equal"',
    'FROM kept',
    `WHERE m1 = (${last})`,
  );
  return { part: 'ties', purpose: 'how many share the last place', sql, columns: [{ name: 'equal', show: WHOLE }] };
}

/** What the best of the groups have together, of what all have. */
export function togetherQuery(question: Aggregate, dataset: DescribedDataset): Query | null {
  const { top, measures } = question;
  const [measure] = measures;
  if (!top || !question.share || question.groups.length !== 1 || question.having) return null;
  const grouped = groupedOf(question, question.groups.map(groupSql), dataset);
  const show = measureShow(measure);
  const columns: OutColumn[] = [
    { name: 'together', show },
    { name: 'in all', show },
    { name: 'share', show: PERCENT },
  ];
  const [together, all] = ['(SELECT sum(m1) FROM best)', '(SELECT sum(m1) FROM grouped)'];
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped.sql)}\n),`,
    `best AS (SELECT m1 FROM grouped ORDER BY m1 ${directionOf(top)} NULLS LAST, g1 ${limitOf(top)})`,
    selectNamed([together, all, `CAST(${together} AS DOUBLE) / nullif(CAST(${all} AS DOUBLE), 0)`], columns),
  );
  return { part: 'statistics', purpose: 'what they have together', sql, columns };
}

/** How far two values that are set against each other lie apart. */
export function differenceQuery(question: Aggregate, dataset: DescribedDataset): Query | null {
  const [measure] = question.measures;
  if (!question.compare || question.groups.length !== 1 || question.measures.length > 1 || question.share) return null;
  if (question.cumulative || question.moving || question.having || !setsTwo(question)) return null;
  const grouped = groupedOf(question, question.groups.map(groupSql), dataset);
  const sql = lines(
    `WITH grouped AS (\n${indent(grouped.sql)}\n)`,
    'SELECT max(m1) - min(m1) AS "difference"',
    'FROM grouped',
  );
  return {
    part: 'difference',
    purpose: 'how far the two lie apart',
    sql,
    columns: [{ name: 'difference', show: measureShow(measure) }],
  };
}

const setsTwo = ({ groups: [group], filters }: Aggregate): boolean =>
  filters.some(
    (one) =>
      one.kind === 'values' &&
      !one.not &&
      one.values.length === 2 &&
      group?.kind === 'column' &&
      one.column === group.column,
  );
