import type { Scope } from '../scope';

/** A statement from its lines; those that are empty fall out. */
export const lines = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n');

/** Two more blanks before each line that begins outside of a quoted text or name: what is quoted stays as it is. */
export function indent(sql: string): string {
  let quote: string | null = null;
  let indented = '  ';
  for (const character of sql) {
    indented += character;
    if (quote === null && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = null;
    if (character === '\n' && quote === null) indented += '  ';
  }
  return indented;
}

/** Columns of a step for fields, each under a name of its own, and how it is called there. */
export function columnsOfRows(
  fields: readonly string[],
  { field }: Pick<Scope, 'field'>,
  identifier: (name: string) => string,
  free: (name: string) => string,
): { names: Map<string, string>; ref(field: string): string } {
  const names = new Map(
    fields.flatMap((name) => {
      const known = field(name);
      return known ? [[known.name, known.definition.column] as const] : [];
    }),
  );
  for (const [name, column] of names) names.set(name, free(column));
  return { names, ref: (name) => identifier(names.get(field(name)?.name ?? name) ?? name) };
}

export const whereSql = (conditions: readonly string[]): string | null =>
  conditions.length === 0 ? null : `WHERE ${conditions.join('\n  AND ')}`;

/** A step of its own. */
export interface Cte {
  name: string;
  sql: string;
}

export function withCtes(ctes: readonly Cte[], sql: string, identifier: (name: string) => string): string {
  if (ctes.length === 0) return sql;
  const steps = ctes.map(({ name, sql: body }) => `${identifier(name)} AS (\n${indent(body)}\n)`);
  return `WITH ${steps.join(',\n')}\n${sql}`;
}

/** Names that are not taken, whatever their case. */
export function freeNames(taken: Iterable<string>): (name: string) => string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return (name) => {
    let free = name;
    for (let next = 2; used.has(free.toLowerCase()); next += 1) free = `${name}_${next}`;
    used.add(free.toLowerCase());
    return free;
  };
}
