import { isIdentifier } from '#contract/conventions';
import type { FigureShow } from '#contract/headline';
import type { QueryColumn } from '#contract/query-results';
import type { Cell, Table, TableColumn } from '#contract/tables';
import { showOf, telling } from '../query';
import type { PublicationColumn } from './publication';

/** More are noise of computing. */
const FLOAT_DECIMALS = 6;

/**
 * The columns of a result as a document has them.
 * @param about of the result, where it was computed from a query; elsewhere numbers have the digits that the cells have
 */
export function publicationColumns(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  about: readonly QueryColumn[] | null,
  titles: readonly string[] = columns.map(({ name }) => name),
): PublicationColumn[] {
  return columns.map((column, at) => {
    const known = about?.[at];
    const cells = rows.map((row) => row[at] ?? null);
    const show = known ? telling(showOf({ ...known, type: column.type }), numbersOf(cells)) : plainShow(column, cells);
    return { title: titles[at] ?? column.name, type: column.type, show };
  });
}

function plainShow({ name, type }: TableColumn, cells: readonly Cell[]): FigureShow {
  if ((type !== 'integer' && type !== 'decimal' && type !== 'float') || (type === 'integer' && isIdentifier(name)))
    return { as: 'text' };
  const most = type === 'float' ? FLOAT_DECIMALS : Number.POSITIVE_INFINITY;
  const decimals = cells.reduce<number>((least, cell) => Math.max(least, decimalsOf(cell)), 0);
  return { as: 'number', decimals: Math.min(most, decimals), unit: null };
}

const decimalsOf = (cell: Cell): number => /^-?\d+\.(\d+)$/.exec(String(cell))?.[1]?.length ?? 0;

const numbersOf = (cells: readonly Cell[]): number[] => cells.flatMap((cell) => (cell === null ? [] : [Number(cell)]));
