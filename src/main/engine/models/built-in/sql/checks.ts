import { isDate } from '../language/scope';
import type { Checks, Column, DescribedDataset } from '../question/plan';
import { whereOf } from './conditions';
import { PERCENT, type Query, showOf, TEXT, uniqueNames, WHOLE } from './query';
import { countQuery } from './rows';
import { identifier, indent, lines, selectNamed, text } from './text';

const ROWS_SHOWN = 100;

/** Empty cells, repetitions, and what is in the data at all. */
export function checkQueries(question: Checks, dataset: DescribedDataset): Query[] {
  const table = identifier(dataset.table);
  const where = whereOf(question.filters);
  if (question.kind === 'duplicates') return duplicateQueries(question, dataset);
  const columns = question.column ? [question.column] : dataset.columns;
  const described = question.kind === 'describe';
  const cells = columns.map((column) => {
    const name = identifier(column.name);
    const base = [`"column" := ${text(column.name)}`, `filled := count(${name})`, `empty := count(*) - count(${name})`];
    const more = [
      `"different" := count(DISTINCT ${name})`,
      `"lowest" := ${edgeOf('min', column)}`,
      `"highest" := ${edgeOf('max', column)}`,
    ];
    return `struct_pack(${[...base, ...(described ? more : [`share := CAST(count(*) - count(${name}) AS DOUBLE) / nullif(count(*), 0)`])].join(', ')})`;
  });
  const out = [
    { name: 'column', show: TEXT },
    { name: 'filled', show: WHOLE },
    { name: 'empty', show: WHOLE },
    ...(described
      ? [
          { name: 'different', show: WHOLE },
          { name: 'lowest', show: TEXT },
          { name: 'highest', show: TEXT },
        ]
      : [{ name: 'share', show: PERCENT }]),
  ];
  const inner = lines(`SELECT unnest([\n${indent(cells.join(',\n'))}\n], recursive := true)`, `FROM ${table}`, where);
  const main = described ? inner : `SELECT * FROM (\n${indent(inner)}\n)\nORDER BY empty DESC, "column"`;
  const purpose = described ? 'every column in figures' : 'empty cells by column';
  return [{ part: 'main', purpose, sql: main, columns: out }, countQuery(dataset, 'rows', where)];
}

const edgeOf = (which: 'min' | 'max', column: Column): string => {
  const name = identifier(column.name);
  return `CAST(${which}(${isDate(column) && column.type === 'timestamp' ? `CAST(${name} AS DATE)` : name}) AS VARCHAR)`;
};

function duplicateQueries(question: Checks, dataset: DescribedDataset): Query[] {
  const table = identifier(dataset.table);
  const keys = (question.column ? [question.column] : dataset.columns).map((column) => identifier(column.name));
  const where = whereOf(question.filters, ...(question.column ? keys.map((key) => `${key} IS NOT NULL`) : []));
  const columns = uniqueNames([
    ...(question.column ? [question.column] : dataset.columns).map((column) => ({
      name: column.name,
      show: column.type === 'integer' ? TEXT : showOf(column),
    })),
    { name: 'times', show: WHOLE },
  ]);
  const grouped = lines(
    selectNamed([...keys, 'count(*)'], columns),
    `FROM ${table}`,
    where,
    `GROUP BY ${keys.join(', ')}`,
    'HAVING count(*) > 1',
  );
  const times = identifier(columns.at(-1)?.name ?? 'times');
  return [
    {
      part: 'main',
      purpose: question.column ? `repeated values of ${question.column.name}` : 'repeated rows',
      sql: `${grouped}\nORDER BY ${times} DESC, 1\nLIMIT ${ROWS_SHOWN}`,
      columns,
    },
    {
      part: 'count',
      purpose: 'how much is repeated',
      sql: `SELECT count(*) AS "repeated", coalesce(sum(times - 1), 0) AS "rows too many"\nFROM (\n${indent(lines(`SELECT count(*) AS times`, `FROM ${table}`, where, `GROUP BY ${keys.join(', ')}`, 'HAVING count(*) > 1'))}\n)`,
      columns: [
        { name: 'repeated', show: WHOLE },
        { name: 'rows too many', show: WHOLE },
      ],
    },
  ];
}
