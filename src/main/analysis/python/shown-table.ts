import { z } from 'zod';
import { Cell, type ColumnType, TableColumn } from '#contract/tables';
import type { ShownTable } from './types';

/** As in `harness/shown.py`. */
const ROWS_AT_MOST = 30_000;
const CELLS_AT_MOST = 300_000;

const TableMessage = z.object({
  columns: z.array(TableColumn).min(1).max(1_000),
  rows: z.array(z.array(Cell)).min(1),
  count: z.int().positive(),
});

/** What cells of a type look like; a column that holds anything else is text. */
const LOOKS: Partial<Record<ColumnType, (cell: Cell) => boolean>> = {
  integer: (cell) => Number.isSafeInteger(cell) || (typeof cell === 'string' && /^-?\d+$/.test(cell)),
  decimal: (cell) => typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/.test(cell),
  float: (cell) => typeof cell === 'number' || cell === 'inf' || cell === '-inf',
  date: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell),
  timestamp: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?$/.test(cell),
  time: (cell) => typeof cell === 'string' && /^\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?$/.test(cell),
  boolean: (cell) => typeof cell === 'boolean',
};

/** The table that code has shown, read as hostile; null for what is none. */
export function shownTable(body: Uint8Array): ShownTable | null {
  const value = parsed(body);
  const message = isWithinBounds(value) ? TableMessage.safeParse(value).data : undefined;
  if (!message) return null;
  const { columns, rows, count } = message;
  const fits = columns.map(({ type }, at) => {
    const looks = LOOKS[type];
    return looks !== undefined && rows.every((row) => row[at] === null || looks(row[at] ?? null));
  });
  return {
    table: {
      columns: columns.map(({ name, type }, at) => ({ name, type: fits[at] ? type : 'text' })),
      rows: rows.map((row) => row.map((cell, at) => (fits[at] || cell === null ? cell : String(cell)))),
    },
    count: Math.max(count, rows.length),
  };
}

/** Before each cell is looked at. */
function isWithinBounds(value: unknown): boolean {
  const { columns, rows } = Object(value) as { columns?: unknown; rows?: unknown };
  if (!Array.isArray(columns) || !Array.isArray(rows) || rows.length > ROWS_AT_MOST) return false;
  const width = columns.length;
  return rows.length * width <= CELLS_AT_MOST && rows.every((row) => Array.isArray(row) && row.length === width);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
