import type { DescribedDataset, Frequency } from '../question/plan';
import { whereOf } from './conditions';
import { measureColumn, measureSql } from './measures';
import { type Query, uniqueNames, WHOLE } from './query';
import { identifier, indent, lines, selectNamed } from './text';

/** The things with one row, with two, and so on; and the figures that sum that up. */
export function frequencyQueries({ measure, per, filters }: Frequency, dataset: DescribedDataset): Query[] {
  const name = identifier(per.name);
  const counts = lines(
    `SELECT ${name}, ${measureSql(measure)} AS m1`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(filters, `${name} IS NOT NULL`),
    'GROUP BY 1',
  );
  const from = `FROM (\n${indent(counts)}\n) AS counted`;
  const columns = uniqueNames([measureColumn(measure), { name: `number of ${per.name}`, show: WHOLE }]);
  const figures = uniqueNames([
    { name: per.name, show: WHOLE },
    { name: 'lowest', show: WHOLE },
    { name: 'median', show: { as: 'number', decimals: 1 } },
    { name: 'average', show: { as: 'number', decimals: 2 } },
    { name: 'highest', show: WHOLE },
  ]);
  return [
    {
      part: 'main',
      purpose: `${per.name} by ${columns[0]?.name ?? 'rows'}`,
      sql: lines(selectNamed(['m1', 'count(*)'], columns), from, 'GROUP BY 1', 'ORDER BY 1'),
      columns,
    },
    {
      part: 'statistics',
      purpose: `${columns[0]?.name ?? 'rows'} per ${per.name} in figures`,
      sql: lines(selectNamed(['count(*)', 'min(m1)', 'median(m1)', 'avg(m1)', 'max(m1)'], figures), from),
      columns: figures,
    },
  ];
}
