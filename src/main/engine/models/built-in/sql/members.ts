import type { Dataset, Members } from '../question/plan';
import { whereOf } from './conditions';
import { measureColumn, measureSql } from './measures';
import type { Query } from './query';
import { identifier, indent, lines, number, selectNamed } from './text';

/** The things whose rows come to what is asked, counted. */
export function membersQueries(question: Members, dataset: Dataset): Query[] {
  const { column, having, filters } = question;
  if (having.measure.kind === 'typical') throw new RangeError('an average of totals is no condition on rows');
  const counted = measureColumn({ kind: 'distinct', column, noun: column.name });
  const name = identifier(column.name);
  const inner = lines(
    `SELECT ${name}`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(filters, `${name} IS NOT NULL`),
    'GROUP BY 1',
    `HAVING ${measureSql(having.measure)} ${having.op === '!=' ? '<>' : having.op} ${number(having.value)}`,
  );
  const sql = lines(selectNamed(['count(*)'], [counted]), `FROM (\n${indent(inner)}\n) AS members`);
  return [{ part: 'main', purpose: counted.name, sql, columns: [counted] }];
}
