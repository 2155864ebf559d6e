import type { FigureShow } from './headline';
import type { QueryColumn } from './query-results';

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'float']);

/** How the cells of a query's column are written. */
export function showOf(column: Omit<QueryColumn, 'name'>): FigureShow {
  const { role, unit, decimals, type } = column;
  if (column.part) return { as: 'part', part: column.part };
  if (column.grain && (type === 'date' || type === 'timestamp')) return { as: 'time', grain: column.grain };
  if (role === 'bin') return { as: 'bin', width: column.width ?? '0' };
  if (!NUMBERS.has(type) || decimals === null) return { as: 'text' };
  if (unit?.kind === 'percent' && (role === 'share' || role === 'growth' || role === 'calculation'))
    return { as: 'percent' };
  if (unit?.kind === 'currency') return { as: 'currency', code: unit.code, decimals: 2 };
  return {
    as: 'number',
    decimals: type === 'integer' ? 0 : type === 'decimal' && column.aggregate !== 'mean' ? decimals : null,
    unit: unit?.kind === 'named' ? unit.name : unit?.kind === 'percent' ? '%' : null,
  };
}
