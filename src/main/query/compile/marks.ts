import type { Condition, PlainCondition } from '#contract/query';
import { looksAround } from '../conditions';
import { type ConditionContext, conditionSql } from './conditions';
import { type Compilation, partsOf, type RowSource } from './rows';
import { columnsOfRows, freeNames, lines, whereSql } from './text';

/**
 * Rows under conditions that look around, as repeated ones and outliers: those that the other conditions leave, with what
 * has to be known of their surroundings beside them.
 */
export function markedRows(
  { scope, dialect, stepName }: Compilation,
  source: RowSource,
  around: readonly Condition[],
  fields: readonly string[],
): RowSource {
  const { identifier } = dialect;
  const free = freeNames([]);
  const { names, ref } = columnsOfRows(fields, scope, identifier, free);
  const filtered = stepName('filtered');
  const columns = [...names].map(([name, column]) => asColumn(source.context.ref(name), identifier(column)));
  const marks = new Map<PlainCondition, string>();
  const marked = stepName('marked');
  const added: string[] = [];
  for (const part of around.flatMap((condition) => partsOf(condition, scope)).filter(looksAround)) {
    const mark = markOf(part, { ref, name: (name) => identifier(free(name)), percentile: dialect.percentile });
    added.push(...mark.columns);
    marks.set(part, mark.condition);
  }
  const context: ConditionContext = {
    ...source.context,
    ref,
    qualified: (name) => `${identifier(marked)}.${ref(name)}`,
    marks,
  };
  return {
    ctes: [
      ...source.ctes,
      { name: filtered, sql: lines(`SELECT ${columns.join(', ')}`, source.from, whereSql(source.where)) },
      { name: marked, sql: lines(`SELECT *,\n  ${added.join(',\n  ')}`, `FROM ${identifier(filtered)}`) },
    ],
    from: `FROM ${identifier(marked)}`,
    where: around.map((condition) => conditionSql(condition, context)),
    context,
  };
}

const asColumn = (value: string, column: string): string => (value === column ? value : `${value} AS ${column}`);

const USUAL_FACTOR = '1.5';

interface MarkContext {
  ref(field: string): string;
  /** A new column. */
  name(name: string): string;
  percentile(value: string, share: string): string;
}

function markOf(
  part: PlainCondition,
  { ref, name, percentile }: MarkContext,
): { columns: string[]; condition: string } {
  if (part.op === 'repeated') {
    const times = name('times');
    return {
      columns: [`count(*) OVER (PARTITION BY ${part.fields.map(ref).join(', ')}) AS ${times}`],
      condition: `${times} > 1`,
    };
  }
  if (part.op !== 'outlier') return { columns: [], condition: 'TRUE' };
  const value = ref(part.field);
  const [low, high] = [name('first quartile'), name('third quartile')];
  const reach = `${Number(part.factor ?? USUAL_FACTOR)} * (${high} - ${low})`;
  return {
    columns: [`${percentile(value, '0.25')} OVER () AS ${low}`, `${percentile(value, '0.75')} OVER () AS ${high}`],
    condition: `(${value} < ${low} - ${reach} OR ${value} > ${high} + ${reach})`,
  };
}
