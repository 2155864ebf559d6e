import type { Column } from './plan';

/** A column that names things before one that numbers them. */
export const namesFirst = (columns: readonly Column[]) =>
  prefer(
    columns,
    (column) => column.role !== 'id' && column.role !== 'measure',
    (column) => column.role !== 'id',
  );
/** A column that tells things apart before one that describes them. */
export const idsFirst = (columns: readonly Column[]) =>
  prefer(
    columns,
    (column) => column.role === 'id',
    (column) => column.role !== 'measure',
  );

function prefer(columns: readonly Column[], ...tests: ((column: Column) => boolean)[]): Column[] {
  for (const test of tests) {
    const found = columns.filter(test);
    if (found.length > 0) return found;
  }
  return [...columns];
}
