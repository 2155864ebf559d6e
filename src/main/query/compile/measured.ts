import type { Grouping } from '#contract/query';
import { keySql } from './groups';
import type { Compilation, RowSource } from './rows';
import { columnsOfRows, freeNames, lines, whereSql } from './text';
import { measureSql } from './values';

/**
 * Rows with, for each grouping that is by how much a field's values have, that amount beside them; `ref` of the grouping's
 * output is its column. It is computed over all rows that the conditions leave.
 */
export function measuredRows(
  { scope, dialect, stepName }: Compilation,
  source: RowSource,
  by: readonly Grouping[],
  fields: readonly string[],
): { source: RowSource; measuredRef(output: string): string } {
  const { identifier } = dialect;
  const free = freeNames([]);
  const { names, ref } = columnsOfRows(fields, scope, identifier, free);
  const columns = [...names].map(([name, column]) => {
    const value = source.context.ref(name);
    return value === identifier(column) ? value : `${value} AS ${identifier(column)}`;
  });
  const amounts = new Map<string, string>();
  for (const grouping of by) {
    const { measured, as } = grouping;
    if (!measured) continue;
    const key = keySql(grouping, source.context);
    const amount = `${measureSql({ ...measured, as }, source.context)} OVER (PARTITION BY ${key})`;
    const column = identifier(free(as));
    amounts.set(as, column);
    columns.push(`CASE WHEN ${source.context.ref(grouping.field)} IS NOT NULL THEN ${amount} END AS ${column}`);
  }
  const step = stepName('measured');
  return {
    source: {
      ctes: [
        ...source.ctes,
        { name: step, sql: lines(`SELECT\n  ${columns.join(',\n  ')}`, source.from, whereSql(source.where)) },
      ],
      from: `FROM ${identifier(step)}`,
      where: [],
      context: { ...source.context, ref, qualified: (name) => `${identifier(step)}.${ref(name)}`, marks: new Map() },
    },
    measuredRef: (output) => amounts.get(output) ?? 'NULL',
  };
}
