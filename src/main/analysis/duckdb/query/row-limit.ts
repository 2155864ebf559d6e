import { z } from 'zod';

const Modifier = z.looseObject({ type: z.string() });
const Parsed = z.looseObject({
  statements: z.array(z.looseObject({ node: z.looseObject({ modifiers: z.array(Modifier) }) })).length(1),
});

/**
 * A sorted statement with a limit to its rows, so that DuckDB need not sort what nobody gets to see; as it was where it is
 * not sorted, or has a limit of its own.
 * @param json what DuckDB's parser made of it
 * @param parse that parser, which also proves that nothing but the limit has changed
 */
export async function withRowLimit(
  { sql, json }: { sql: string; json: string },
  rows: number,
  parse: (sql: string) => Promise<string>,
): Promise<string> {
  const before = modifiersOf(json);
  if (!before?.types.includes('ORDER_MODIFIER') || before.types.some((type) => type.startsWith('LIMIT'))) return sql;
  const limited = `${sql.replace(/[;\s]+$/, '')}\nLIMIT ${rows}`;
  const after = modifiersOf(await parse(limited));
  return after?.types.at(-1) === 'LIMIT_MODIFIER' && after.rest === before.rest && after.without === before.all
    ? limited
    : sql;
}

function modifiersOf(json: string) {
  const { data } = Parsed.safeParse(JSON.parse(json));
  const node = data?.statements[0]?.node;
  if (!node) return null;
  const { modifiers, ...rest } = node;
  return {
    types: modifiers.map(({ type }) => type),
    all: JSON.stringify(modifiers),
    /** But for the last. */
    without: JSON.stringify(modifiers.slice(0, -1)),
    rest: JSON.stringify(rest),
  };
}
