import { z } from 'zod';
import { ChartSpec } from './charts';
import { ColumnProfile } from './datasets';
import { Definitions } from './definitions';
import { ProfileNote, ReadAs, RejectReason } from './profile-facts';
import { ERROR_CODES } from './result';
import { Cell, CutCell, TableColumn } from './tables';

/** What was a sentence in earlier versions, and is in the scripts that still give it. */
const sentence = z.string().transform((text) => ({ code: 'legacy' as const, text }));
const DescribedColumn = ColumnProfile.extend({
  distinctExact: z.boolean().default(true),
  readAs: z.union([z.array(ReadAs), sentence.transform((text) => [text]), z.null().transform((): ReadAs[] => [])]),
});

/**
 * The function tools the app offers to every model, and what it hands back: JSON text as `arguments` and as the
 * tool output. The app executes them on this machine; a model sees profiles and results, never the files.
 */

export const ToolError = z.object({ error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }) });
export type ToolError = z.infer<typeof ToolError>;

export const DescribeDataArgs = z.object({
  table: z.string().optional().describe('Describe only this table. Leave out to describe all data in the thread.'),
});
export const DescribeDataOutput = z.object({
  datasets: z.array(
    z.object({
      /** The file's name, and the sheet's where a workbook has several: `book.xlsx › Orders`. */
      name: z.string(),
      /** That sheet's own name. */
      sheet: z.string().nullable().default(null),
      /** The name to use in SQL, to be quoted like any identifier. */
      table: z.string(),
      records: z.int(),
      rows: z.int(),
      rejected: z.int(),
      /** Lines of the file that could not be read, the first 100 of them. */
      rejectedLines: z.array(z.int()),
      /** Why they are in no row. */
      rejectReasons: z.array(z.object({ reason: RejectReason, lines: z.array(z.int()) })).default([]),
      duplicates: z.int(),
      columns: z.array(DescribedColumn),
      notes: z.array(z.union([ProfileNote, sentence])),
      /** What its columns mean, with the analyst's edits; of many columns with fewer of their values. */
      definitions: Definitions.nullable().default(null),
      /** The notes, the reasons and how columns were read, for whoever reads sentences rather than codes. */
      words: z.array(z.string()).default([]),
    }),
  ),
});
export type DescribeDataOutput = z.infer<typeof DescribeDataOutput>;

export const FindValuesArgs = z.object({
  words: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(50)
    .describe('Words of the question that may be values of the data, or parts of values; misspelled or not.'),
  table: z.string().optional().describe('Look only in this table. Leave out to look in all data of the thread.'),
});
export type FindValuesArgs = z.infer<typeof FindValuesArgs>;

/** How a value fits a word: the same, the same but for its case, with the word in it, or spelled much alike. */
export const ValueMatch = z.enum(['exact', 'case', 'part', 'spelling']);
export type ValueMatch = z.infer<typeof ValueMatch>;

export const FindValuesOutput = z.object({
  /** For each word the best fits first. */
  values: z.array(
    z.object({
      word: z.string(),
      table: z.string(),
      /** By its id in the definitions. */
      field: z.string(),
      value: z.string(),
      /** Rows with it. */
      count: z.int().positive(),
      match: ValueMatch,
    }),
  ),
  /** Some of the values that fit were left out. */
  truncated: z.boolean(),
});
export type FindValuesOutput = z.infer<typeof FindValuesOutput>;

export const QueryDataArgs = z.object({
  sql: z.string().min(1).max(100_000).describe('One read-only SELECT in DuckDB SQL over the tables of describe_data.'),
  purpose: z.string().max(200).optional().describe('What this query is for, in a few words for the analyst.'),
});
export type QueryDataArgs = z.infer<typeof QueryDataArgs>;

/** At most this many rows of a result go back to the model; the whole result stays with the step. */
export const QUERY_OUTPUT_ROWS = 500;

export const QueryDataOutput = z.object({
  result_id: z.string(),
  columns: z.array(TableColumn),
  /** At most the first {@link QUERY_OUTPUT_ROWS} rows; fewer where they are long. */
  rows: z.array(z.array(Cell)),
  /** Texts in `rows` of which only the beginning is there; left out where there are none. */
  cut: z.array(CutCell).optional(),
  /** Rows kept on this machine. */
  row_count: z.int(),
  /** The query had more rows than are kept. */
  truncated: z.boolean(),
});
export type QueryDataOutput = z.infer<typeof QueryDataOutput>;

/** What is known of the result is added to it, and how it looks is the analyst's. */
export const MakeChartArgs = ChartSpec.omit({ look: true }).extend({
  x: ChartSpec.shape.x.omit({ unfinished: true, selected: true, part: true, width: true }),
  y: z
    .array(ChartSpec.shape.y.element.omit({ adds: true }))
    .min(1)
    .max(12),
  result_id: z.string().describe('The result_id that analyze or query_data answered with.'),
});
export type MakeChartArgs = z.infer<typeof MakeChartArgs>;

export const MakeChartOutput = z.object({
  chart_id: z.string(),
  /** The picture, uploaded next to the thread, to be shown as an image_file part. */
  file_id: z.string(),
});
export type MakeChartOutput = z.infer<typeof MakeChartOutput>;

/** The line above the names and types of a thread's data where a run's instructions hold them; they end with a blank line. */
export const DATA_OUTLINE = '# Data of this conversation';
