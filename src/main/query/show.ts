import type { FigureShow } from '#contract/headline';
import type { QueryColumn } from '#contract/query-results';
import { tellingDecimals } from '#contract/telling-digits';

/** How the cells of a column are written in an answer. */
export type Show = FigureShow;

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'float']);

export function showOf(column: QueryColumn): Show {
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

/** With as many digits as tell the values of a column apart. */
export function telling(show: Show, values: readonly number[]): Show {
  switch (show.as) {
    case 'currency':
      return { ...show, decimals: tellingDecimals(values, show.decimals) };
    case 'percent':
    case 'points':
      return {
        ...show,
        decimals: tellingDecimals(
          values.map((value) => value * 100),
          1,
        ),
      };
    default:
      return show;
  }
}
