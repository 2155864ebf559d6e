import { z } from 'zod';
import { Chart, Saved } from './charts';
import { Dataset } from './datasets';
import { CallId, ResultId, RunId } from './ids';
import { Run } from './runs';
import { Cell, Table } from './tables';

/** Rows of a kept result as they are looked at: sorted, filtered, set side by side, saved. */

/** A column by its place among those of the view. */
const column = z.int().nonnegative();

export const ResultSort = z.object({ column, descending: z.boolean() });
export type ResultSort = z.infer<typeof ResultSort>;

/** Which rows are shown: those that all filters let through. */
export const ResultFilter = z.discriminatedUnion('type', [
  /** The text is in the value, whatever its case and accents. */
  z.object({ type: z.literal('contains'), column, text: z.string().min(1).max(1_000) }),
  /** One of these values; null is an empty one. */
  z.object({ type: z.literal('in'), column, values: z.array(Cell).min(1).max(1_000) }),
  /** From one to the other, both included; numbers, dates and times as their cells are written. */
  z.object({ type: z.literal('range'), column, from: Cell, to: Cell }),
  z.object({ type: z.literal('empty'), column, empty: z.boolean() }),
]);
export type ResultFilter = z.infer<typeof ResultFilter>;

/** Two groupings side by side: a row for each value of `along`, a column for each value of `across`. */
export const ResultPivot = z.object({ along: column, across: column, value: column });
export type ResultPivot = z.infer<typeof ResultPivot>;

export const ResultView = z.object({
  resultId: ResultId,
  /** Its columns are those of the view then. */
  pivot: ResultPivot.optional(),
  /** The first one counts most; without any, rows stand as the query gave them. */
  sort: z.array(ResultSort).max(5).default([]),
  filters: z.array(ResultFilter).max(50).default([]),
  /** All rows of the query are wanted, not only those that are kept. Sorting and filtering always look at all of them. */
  whole: z.boolean().default(false),
});
export type ResultView = z.infer<typeof ResultView>;

export const ResultPage = Table.extend({
  /** For each row, its place among those of the query. */
  places: z.array(z.int().nonnegative()),
  /** Rows that the filters let through, and all there are to look through. */
  matching: z.int().nonnegative(),
  of: z.int().nonnegative(),
  /** False where the query has more rows, and those that are not kept could not be computed again. */
  complete: z.boolean(),
});
export type ResultPage = z.infer<typeof ResultPage>;

/** What is in a column, of the rows that the filters let through. */
export const ColumnDetails = z.object({
  rows: z.int().nonnegative(),
  empty: z.int().nonnegative(),
  distinct: z.int().nonnegative(),
  min: Cell,
  max: Cell,
  /** Null for what is no number. */
  mean: z.number().nullable(),
  median: z.number().nullable(),
  /** Of numbers and dates; `from` belongs to it, `to` only in the last one. The first and the last take in what lies beyond. */
  histogram: z.array(z.object({ from: Cell, to: Cell, count: z.int().nonnegative() })),
  /** The most frequent values. */
  top: z.array(z.object({ value: Cell, count: z.int().positive() })),
});
export type ColumnDetails = z.infer<typeof ColumnDetails>;

export const resultRequests = {
  page: {
    input: ResultView.extend({ offset: z.int().nonnegative(), limit: z.int().min(1).max(1_000) }),
    output: ResultPage,
  },
  column: { input: ResultView.extend({ column }), output: ColumnDetails },
  /** Rows in the order of the view, of these columns under these titles. */
  save: {
    input: ResultView.extend({
      columns: z.array(z.object({ column, title: z.string().max(500) })).min(1),
      format: z.enum(['csv', 'xlsx']),
      name: z.string().max(200),
    }),
    output: Saved,
  },
  /** Draws a chart that suits the rows, kept with the call they came from. Fails with `invalid_input` where none does. */
  chart: { input: z.object({ resultId: ResultId }), output: Chart },
  /** Makes all rows data of the thread, as a file that is called so; it is being read when this answers. */
  takeAsData: { input: z.object({ resultId: ResultId, name: z.string().trim().min(1).max(100) }), output: Dataset },
  /** Puts what a local run of a run's code came to in the place of its answer, which stays; null puts that back. */
  makeAnswer: { input: z.object({ runId: RunId, callId: CallId.nullable() }), output: Run },
};
