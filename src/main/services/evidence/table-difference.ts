import type { Table } from '#contract';

/** Where two results part first, in a line; null where they are the same in every cell. */
export function tableDifference(then: Table, now: Table): string | null {
  const columns = [then, now].map((table) => table.columns.map(({ name, type }) => `${name} ${type}`).join(', '));
  if (columns[0] !== columns[1]) return `(${columns[0]}) → (${columns[1]})`;
  if (then.rows.length !== now.rows.length) return `${then.rows.length} → ${now.rows.length}`;
  for (const [row, cells] of then.rows.entries())
    for (const [column, cell] of cells.entries()) {
      const other = now.rows[row]?.[column];
      if (cell !== other) return `${then.columns[column]?.name}, ${row + 1}: ${String(cell)} → ${String(other)}`;
    }
  return null;
}
