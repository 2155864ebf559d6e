import type { TimeGrain } from '#contract/charts';
import type { Column } from '../question/plan';

/** How the cells of a column are written in an answer. */
export type Show =
  | { as: 'text' }
  /** `decimals` null: as many as the value needs. */
  | { as: 'number'; decimals: number | null }
  | { as: 'currency'; code: string; decimals: number }
  /** Fractions: 0.25 is 25 %. */
  | { as: 'percent' }
  | { as: 'time'; grain: TimeGrain };

export interface OutColumn {
  name: string;
  show: Show;
}

/** What a query is for in the answer. */
export type QueryRole = 'main' | 'total' | 'statistics' | 'count' | 'ties' | 'difference';

/** One SELECT and what its columns hold. Names are unique within a query. */
export interface Query {
  part: QueryRole;
  /** For the analyst, in the list of steps. */
  purpose: string;
  sql: string;
  columns: OutColumn[];
}

/** Column names that differ, as a result needs them: a second "share" is "share (2)". */
export function uniqueNames(columns: readonly OutColumn[]): OutColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column.name;
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${column.name} (${next})`;
    taken.add(name.toLowerCase());
    return { ...column, name };
  });
}

export const NUMBER: Show = { as: 'number', decimals: null };
export const WHOLE: Show = { as: 'number', decimals: 0 };
export const TEXT: Show = { as: 'text' };
export const PERCENT: Show = { as: 'percent' };

/** How a single value of the column is written. */
export function showOf(column: Column): Show {
  if (column.unit?.kind === 'percent') return PERCENT;
  if (column.unit?.kind === 'currency')
    return { as: 'currency', code: column.unit.code, decimals: Math.max(2, column.scale) };
  if (column.type === 'integer') return column.role === 'measure' ? WHOLE : TEXT;
  if (column.type === 'decimal') return { as: 'number', decimals: column.scale };
  return column.type === 'float' ? NUMBER : TEXT;
}

/** An average of whole numbers is not whole. */
export const showAverage = (column: Column): Show => {
  const show = showOf(column);
  return show.as === 'number' && column.type !== 'float' ? { as: 'number', decimals: Math.max(2, column.scale) } : show;
};
