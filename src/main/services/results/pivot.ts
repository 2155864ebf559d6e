import type { Cell, ResultPivot, Table, TableColumn } from '#contract';
import { AppError } from '#contract/result';

const COLUMNS_AT_MOST = 200;

/** Two groupings side by side; columns and rows come in the order in which their values do. @throws AppError `invalid_input` */
export function pivoted(table: Table, { along, across, value }: ResultPivot): Table {
  const first = table.columns[along];
  const shown = table.columns[value];
  if (!first || !shown || !table.columns[across]) throw new AppError('invalid_input', 'The result has no such column.');
  const names = [...new Set(table.rows.map((row) => row[across] ?? null))];
  if (names.length > COLUMNS_AT_MOST)
    throw new AppError('too_large', 'There are too many values to stand side by side.');
  const places = new Map(names.map((name, at) => [name, at + 1]));
  const rows = new Map<Cell, Cell[]>();
  for (const row of table.rows) {
    const key = row[along] ?? null;
    const cells = rows.get(key) ?? [key, ...names.map(() => null)];
    rows.set(key, cells);
    cells[places.get(row[across] ?? null) ?? 0] = row[value] ?? null;
  }
  const columns = names.map((name): TableColumn => ({ name: name === null ? '' : String(name), type: shown.type }));
  return { columns: [first, ...columns], rows: [...rows.values()] };
}
