import { z } from 'zod';
import { DatasetProfile } from '#contract/datasets';
import { IntakeStage } from '#contract/profile-facts';
import { ERROR_CODES } from '#contract/result';
import { type Cell, Table } from '#contract/tables';
import { Recipe } from './recipe';

const place = { path: z.string(), folder: z.string() };

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
    sources: z.array(z.object({ table: z.string(), recipe: Recipe, ...place })),
    sql: z.string(),
    maxRows: z.int().positive(),
    /** Nothing else may be computed meanwhile. */
    alone: z.boolean(),
  }),
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
  z.object({ say: z.literal('failed'), id: z.int(), code: z.enum(ERROR_CODES), message: z.string() }),
  /** The process takes more memory than it may, and is to be ended. */
  z.object({ say: z.literal('exhausted') }),
]);
export type Say = z.infer<typeof Say>;
