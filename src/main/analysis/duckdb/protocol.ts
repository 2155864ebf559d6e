import { z } from 'zod';
import { CodeRange } from '#contract/code-range';
import { DatasetProfile } from '#contract/datasets';
import { FailureReason } from '#contract/failure-reasons';
import { IntakeStage } from '#contract/profile-facts';
import { ERROR_CODES } from '#contract/result';
import { ColumnDetails, ResultFilter, ResultSort } from '#contract/results';
import { type Cell, Table, TableColumn } from '#contract/tables';
import { Recipe } from './recipe';

const place = { path: z.string(), folder: z.string() };
const sources = z.array(
  z.object({ table: z.string(), recipe: Recipe, columns: z.record(z.string(), z.string()).optional(), ...place }),
);

/** Where the rows of a result come from: JSON texts, each an array of rows; or the query, which is then computed again. */
export const ResultOrigin = z.union([z.object({ rows: z.array(z.string()) }), z.object({ sql: z.string() })]);
export type ResultOrigin = z.infer<typeof ResultOrigin>;

/** What is wanted of a result whose rows are looked at. */
export const ResultWish = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rows'), offset: z.int().nonnegative(), limit: z.int().positive() }),
  z.object({ type: z.literal('column'), column: z.int().nonnegative() }),
]);
export type ResultWish = z.infer<typeof ResultWish>;

/** Rows of a result, sorted and filtered. */
export const ResultRequest = z.object({
  /** What tells the rows from those of other results. */
  key: z.string(),
  columns: z.array(TableColumn),
  /** Null where the process may have them already. */
  origin: ResultOrigin.nullable(),
  sort: z.array(ResultSort),
  filters: z.array(ResultFilter),
  wish: ResultWish,
});
export type ResultRequest = z.infer<typeof ResultRequest>;

/** What the app asks its data process for. */
export const DataRequest = z.discriminatedUnion('op', [
  z.object({ op: z.literal('sheets'), id: z.int(), path: z.string() }),
  z.object({
    op: z.literal('read'),
    id: z.int(),
    name: z.string(),
    sheet: z.int().nonnegative().nullable(),
    lead: z.boolean(),
    ...place,
  }),
  z.object({
    op: z.literal('query'),
    id: z.int(),
    sources,
    sql: z.string(),
    maxRows: z.int().positive(),
    /** Nothing else may be computed meanwhile. */
    alone: z.boolean(),
  }),
  z.object({ op: z.literal('result'), id: z.int(), sources, request: ResultRequest, alone: z.boolean() }),
  /** Makes the columnar copy of a file anew. */
  z.object({ op: z.literal('restore'), id: z.int(), recipe: Recipe, ...place }),
  /** Writes the rows as code reads them into the dataset's folder, unless they are there. */
  z.object({ op: z.literal('export'), id: z.int(), recipe: Recipe, ...place }),
  /** Whether a file can be queried with what was kept when it was read. */
  z.object({ op: z.literal('check'), id: z.int(), recipe: Recipe, ...place }),
  z.object({ op: z.literal('stop'), id: z.int() }),
]);
export type DataRequest = z.infer<typeof DataRequest>;

/** The sheets of a workbook that are read, in their order. */
export const SheetsAnswer = z.array(z.object({ at: z.int().nonnegative(), name: z.string() }));
export const ReadAnswer = z.object({ profile: DatasetProfile, recipe: Recipe });
/** Looked through by hand: a result may have millions of cells, for which a schema takes half a second of the app's time. */
const rows = z.custom<Cell[][]>((value) => Array.isArray(value) && value.every(isRow));
export const QueryAnswer = z.object({
  table: Table.extend({ rows }),
  truncated: z.boolean(),
  /** The folders whose columnar copy is damaged or gone; the query was answered without it. */
  withoutCopy: z.array(z.string()),
});

export const LookedRows = z.object({
  type: z.literal('rows'),
  rows,
  places: z.array(z.int().nonnegative()),
  /** Texts of them that were cut, as in tables. */
  cut: Table.shape.cut,
  matching: z.int().nonnegative(),
  of: z.int().nonnegative(),
});
export type LookedRows = z.infer<typeof LookedRows>;
export const ResultAnswer = z.discriminatedUnion('type', [
  LookedRows,
  z.object({ type: z.literal('column'), details: ColumnDetails }),
  /** The process has not got the rows. */
  z.object({ type: z.literal('unknown') }),
]);
export type ResultAnswer = z.infer<typeof ResultAnswer>;

function isRow(row: unknown): boolean {
  return (
    Array.isArray(row) && row.every((cell) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell))
  );
}

/** What the data process says back. */
export const Say = z.discriminatedUnion('say', [
  /** A query that may have waited computes from now on; said again when it is tried again. */
  z.object({ say: z.literal('started'), id: z.int() }),
  z.object({ say: z.literal('progress'), id: z.int(), share: z.number(), doing: IntakeStage }),
  z.object({ say: z.literal('done'), id: z.int(), value: z.unknown() }),
  z.object({
    say: z.literal('failed'),
    id: z.int(),
    code: z.enum(ERROR_CODES),
    message: z.string(),
    at: CodeRange.optional(),
    reason: FailureReason.optional(),
  }),
  /** The process takes more memory than it may, and is to be ended. */
  z.object({ say: z.literal('exhausted') }),
]);
export type Say = z.infer<typeof Say>;
