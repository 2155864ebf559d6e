import type { Aggregate, DescribedDataset, Filter, Having, Measure, RowMeasure } from '../question/plan';
import { whereOf } from './conditions';
import { type GroupSql, groupSql } from './groups';
import { exactly, measureColumn, measureSql } from './measures';
import type { OutColumn } from './query';
import { identifier, indent, lines, number } from './text';

type TypicalMeasure = Extract<Measure, { kind: 'typical' }>;

/** The inner table: one row per group with its measures, named so that no column of the data is in the way. */
interface Grouped {
  columns: OutColumn[];
  /** `g1`, `g2`, `o1`, `o2` and `m1`… */
  sql: string;
  having: string | null;
}

/** The measures of each group, to be looked at again by the query around it. */
export function groupedOf(question: Aggregate, groups: readonly GroupSql[], dataset: DescribedDataset): Grouped {
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
  dataset: DescribedDataset,
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
