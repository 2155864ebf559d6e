import type { Cell } from '#contract/tables';
import type { Column } from '../question/plan';

/** A name as SQL takes it, whatever is in it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A plain decimal number as it stands; anything else is refused, so that no text can become SQL. */
export function number(value: string): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) throw new RangeError('not a plain decimal number');
  return value;
}

/** A value as a literal of the column's type. */
export function literal(value: Cell, column: Column): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const said = String(value);
  switch (column.type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return /^-?\d+(?:\.\d+)?$/.test(said) ? said : `CAST(${text(said)} AS DOUBLE)`;
    case 'date':
      return `DATE ${text(said)}`;
    case 'timestamp':
      return `TIMESTAMP ${text(said)}`;
    case 'time':
      return `TIME ${text(said)}`;
    default:
      return text(said);
  }
}

export const date = (value: string): string => `DATE ${text(value)}`;

/** A statement from its lines; those that are empty fall out. */
export const lines = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n');

export const indent = (sql: string): string => sql.replaceAll(/^/gm, '  ');

/** Values in the order of the columns they are to be called after. */
export function selectNamed(values: readonly string[], columns: readonly { name: string }[]): string {
  const named = values.map((value, index) => `  ${value} AS ${identifier(columns[index]?.name ?? value)}`);
  return `SELECT\n${named.join(',\n')}`;
}
