import { z } from 'zod';

export const ColumnType = z.enum(['integer', 'decimal', 'float', 'date', 'timestamp', 'time', 'boolean', 'text']);
export type ColumnType = z.infer<typeof ColumnType>;

/**
 * One value of a table. Decimals travel as strings so that money keeps every digit, as do integers beyond 2^53;
 * dates as `YYYY-MM-DD`; timestamps as `YYYY-MM-DDTHH:MM:SS[.fff]` without zone.
 */
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof Cell>;

export const TableColumn = z.object({ name: z.string(), type: ColumnType });
export type TableColumn = z.infer<typeof TableColumn>;

/** A text of which only the beginning is there: where it stands, and how long it is, in characters as JavaScript counts them. */
export const CutCell = z.object({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  length: z.int().positive(),
});
export type CutCell = z.infer<typeof CutCell>;

export const Table = z.object({
  columns: z.array(TableColumn),
  rows: z.array(z.array(Cell)),
  /** Those of the cells that were cut; there only where some were. */
  cut: z.array(CutCell).optional(),
});
export type Table = z.infer<typeof Table>;
