import type { Cell, ColumnType, ResultFilter, ResultSort } from '#contract';
import { quoteText } from '../sql';

/** The SQL of rows that are looked at: their columns are `c0`, `c1`, …, and they lie in the order of the result. */

/** What kept cells are compared as. */
export const TYPES: Record<ColumnType, string> = {
  integer: 'HUGEINT',
  decimal: 'DECIMAL(38, 10)',
  float: 'DOUBLE',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  time: 'TIME',
  boolean: 'BOOLEAN',
  text: 'VARCHAR',
};

const NUMBERS: ReadonlySet<ColumnType> = new Set(['integer', 'decimal', 'float']);
export const isNumber = (type: ColumnType): boolean => NUMBERS.has(type);

export const columnName = (at: number): string => `c${at}`;
/** Lists and the like are told apart by how they are written. */
export const textOf = (column: string): string => `CAST(${column} AS VARCHAR)`;
/** As people order words: whatever their case and accents. */
const folded = (text: string): string => `lower(strip_accents(${text}))`;

export function whereOf(filters: readonly ResultFilter[], types: readonly ColumnType[]): string {
  const conditions = filters.map((filter) => conditionOf(filter, types[filter.column] ?? 'text'));
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

export function orderOf(sort: readonly ResultSort[], types: readonly ColumnType[]): string {
  const keys = sort.flatMap(({ column, descending }) => {
    const name = columnName(column);
    const direction = `${descending ? 'DESC' : 'ASC'} NULLS LAST`;
    const values = types[column] === 'text' ? [folded(textOf(name)), textOf(name)] : [name];
    return values.map((value) => `${value} ${direction}`);
  });
  return ` ORDER BY ${[...keys, 'rowid'].join(', ')}`;
}

function conditionOf(filter: ResultFilter, type: ColumnType): string {
  const name = columnName(filter.column);
  switch (filter.type) {
    case 'contains':
      return `contains(${folded(textOf(name))}, ${folded(quoteText(filter.text))})`;
    case 'empty':
      return `${name} IS ${filter.empty ? '' : 'NOT '}NULL`;
    case 'in': {
      const values = filter.values
        .filter((value) => value !== null)
        .map((value) => `${name} = ${literal(value, type)}`);
      const empty = filter.values.includes(null) ? [`${name} IS NULL`] : [];
      return `(${[...values, ...empty].join(' OR ')})`;
    }
    case 'range': {
      const value = isNumber(type) ? `CAST(${name} AS DOUBLE)` : name;
      const bound = (cell: Cell) => literal(cell, isNumber(type) ? 'float' : type);
      const bounds = [
        ...(filter.from === null ? [] : [`${value} >= ${bound(filter.from)}`]),
        ...(filter.to === null ? [] : [`${value} <= ${bound(filter.to)}`]),
      ];
      return bounds.length === 0 ? 'true' : `(${bounds.join(' AND ')})`;
    }
  }
}

/** A value to compare with; what is none of the column's type is equal to nothing. */
function literal(cell: Cell, type: ColumnType): string {
  const text = String(cell);
  if (type === 'text') return quoteText(text);
  if (type === 'boolean') return text === 'true' ? 'true' : 'false';
  if (!isNumber(type)) return `TRY_CAST(${quoteText(text.replace('T', ' '))} AS ${TYPES[type]})`;
  // Digit by digit: a number of JavaScript's would not be the same.
  return type !== 'float' && /^-?\d{1,37}(?:\.\d+)?$/.test(text) ? text : `TRY_CAST(${quoteText(text)} AS DOUBLE)`;
}
