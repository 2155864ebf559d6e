import { z } from 'zod';
import { FieldDefinition } from './definitions';
import { FigureShow } from './headline';
import { CallId, ChartId, ResultId } from './ids';
import { Cell, ColumnType } from './tables';

/** What differs between two results: facts of rows that belong together, never of rows that only stand at the same place. */

const count = z.int().nonnegative();

export const ComparedColumn = z.object({
  name: z.string(),
  type: ColumnType,
  unit: FieldDefinition.shape.unit,
  show: FigureShow,
  /** Those of the earlier one, where they are written otherwise. */
  showBefore: FigureShow.nullable(),
  /** It tells rows apart. */
  key: z.boolean(),
  /** It is in one of the two only. */
  only: z.enum(['before', 'after']).nullable(),
  /** Why its values are set side by side without a difference. */
  incomparable: z.enum(['type', 'unit']).nullable(),
});
export type ComparedColumn = z.infer<typeof ComparedColumn>;

export const CellChange = z.object({
  column: count,
  /** After minus before, exact, as decimal text; null for what is no number. */
  by: z.string().nullable(),
  /** Relative to the size of what was before: 0.1 is 10 % more. Null where that was nothing. */
  share: z.number().nullable(),
});
export type CellChange = z.infer<typeof CellChange>;

export const RowDifference = z.object({
  state: z.enum(['same', 'changed', 'gone', 'new']),
  /** In the order of `columns`, nothing where the other one alone has it. */
  before: z.array(Cell).nullable(),
  after: z.array(Cell).nullable(),
  changes: z.array(CellChange),
  /** From 0. */
  places: z.object({ before: count.nullable(), after: count.nullable() }),
});
export type RowDifference = z.infer<typeof RowDifference>;

export const TableDifferences = z.object({
  /** Byte for byte: columns, rows and their order. */
  equal: z.boolean(),
  columns: z.array(ComparedColumn),
  /** In the order of the newer one; those that are gone where they stood. At most 2,000, the changed ones first kept. */
  rows: z.array(RowDifference),
  counts: z.object({ same: count, changed: count, gone: count, new: count }),
  /** Rows that are in both stand in another order. */
  reordered: z.boolean(),
  /** By which rows were matched: names of groups, all values of the row, or, where there is one row each, that. */
  matchedBy: z.enum(['groups', 'rows', 'single']),
  /** One of them has more rows than are kept. */
  truncated: z.boolean(),
});
export type TableDifferences = z.infer<typeof TableDifferences>;

export const CallDifferences = z.object({
  equal: z.boolean(),
  before: z.object({ callId: CallId, resultId: ResultId.nullable(), chartId: ChartId.nullable() }),
  after: z.object({ callId: CallId, resultId: ResultId.nullable(), chartId: ChartId.nullable() }),
  /** Of the rows; null where one of them has none. */
  table: TableDifferences.nullable(),
  code: z.object({ before: z.string().nullable(), after: z.string().nullable(), equal: z.boolean() }),
  /** What code printed. */
  printed: z.object({ before: z.string(), after: z.string(), equal: z.boolean() }),
  /** Whether pictures of code are the same, byte for byte; null where there are none. */
  pictures: z.boolean().nullable(),
});
export type CallDifferences = z.infer<typeof CallDifferences>;
