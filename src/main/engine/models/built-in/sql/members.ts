import { severalOf } from '../language/stems';
import type { DescribedDataset, Members } from '../question/plan';
import { whereOf } from './conditions';
import { needsOf } from './grouped';
import { groupSql } from './groups';
import { measureColumn, measureSql } from './measures';
import { type OutColumn, type Query, WHOLE } from './query';
import { identifier, indent, lines, number, selectNamed } from './text';

/** The things whose rows come to what is asked, counted. */
export function membersQueries(question: Members, dataset: DescribedDataset): Query[] {
  const { of, having, filters } = question;
  if (having.measure.kind === 'typical') throw new RangeError('an average of totals is no condition on rows');
  const group = groupSql(of);
  const counted = countedColumn(question);
  const needs = group.needs ? needsOf([group], filters) : [`${group.value} IS NOT NULL`];
  const inner = lines(
    `SELECT ${group.value} AS member`,
    `FROM ${identifier(dataset.table)}`,
    whereOf(filters, ...needs),
    'GROUP BY 1',
    `HAVING ${measureSql(having.measure)} ${having.op === '!=' ? '<>' : having.op} ${number(having.value)}`,
  );
  const sql = lines(selectNamed(['count(*)'], [counted]), `FROM (\n${indent(inner)}\n) AS members`);
  return [{ part: 'main', purpose: counted.name, sql, columns: [counted] }];
}

const countedColumn = ({ of }: Members): OutColumn =>
  of.kind === 'column'
    ? measureColumn({ kind: 'distinct', column: of.column, noun: of.column.name })
    : { name: severalOf(of.kind === 'time' ? of.grain : of.part), show: WHOLE };
