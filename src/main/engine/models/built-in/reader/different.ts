import type { Definitions } from '#contract/definitions';
import type { Query } from '#contract/query';
import { sameQuestion } from '../../../../query';

/** Each question once, by its likeliest reading. */
export function different<R extends { query: Query }>(
  readings: readonly R[],
  definitions: readonly Definitions[],
): R[] {
  const found: R[] = [];
  for (const reading of readings)
    if (found.every(({ query }) => !sameQuestion(asked(query, definitions), asked(reading.query, definitions))))
      found.push(reading);
  return found;
}

/** Without what changes no figure: the order of all there is, the picture, and conditions that every row fulfils. */
function asked({ show: _, order, where, ...query }: Query, definitions: readonly Definitions[]): Query {
  const telling = where?.filter((one) => !isAlwaysTrue(one, query.from.table, definitions)) ?? [];
  return { ...query, ...(telling.length > 0 ? { where: telling } : {}), ...(query.limit && order ? { order } : {}) };
}

type Condition = NonNullable<Query['where']>[number];
/** Of a column that has one value everywhere. */
function isAlwaysTrue(condition: Condition, table: string, definitions: readonly Definitions[]): boolean {
  if (condition.op !== 'is') return false;
  const fields = definitions.find((one) => one.table === table)?.fields;
  const field = fields?.find(({ id }) => id === condition.field);
  const [only] = field?.values.list ?? [];
  return (
    field !== undefined &&
    field.distinct === 1 &&
    field.missing === 0 &&
    condition.values.map(String).includes(String(only?.value))
  );
}
