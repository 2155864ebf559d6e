import { z } from 'zod';
import { ColumnRole, Unit } from './columns';
import { Failure } from './failure-reasons';
import { CallId, DatasetId, FileId, Instant, ResultId, ThreadId } from './ids';
import { LANGUAGES } from './languages';
import { IntakeStage, ProfileNote, ReadAs, RejectReason } from './profile-facts';
import { Cell, ColumnType, Table } from './tables';

export { ColumnRole, Unit } from './columns';

/** Values that did not fit the type the rest of the column has. They read as empty; the text is kept here. */
export const OddValues = z.object({
  count: z.int().positive(),
  /** At most 5, each with its 1-based record number (the header is not counted). */
  examples: z.array(z.object({ record: z.int().positive(), text: z.string() })),
});
export type OddValues = z.infer<typeof OddValues>;

export const ColumnProfile = z.object({
  name: z.string(),
  type: ColumnType,
  role: ColumnRole,
  unit: Unit.nullable(),
  /** Digits after the decimal point, for `decimal`. */
  scale: z.int().nonnegative(),
  nulls: z.int().nonnegative(),
  /** Number of different values. */
  distinct: z.int().nonnegative(),
  /** False for an estimate, which may be off by some percent. */
  distinctExact: z.boolean(),
  min: Cell,
  max: Cell,
  mean: Cell,
  /** The most frequent values, most frequent first: all of them up to 200 for dimensions and flags, else at most 5. */
  top: z.array(z.object({ value: Cell, count: z.int().positive() })),
  odd: OddValues.nullable(),
  /** How the text was read, where that was a choice. */
  readAs: z.array(ReadAs),
  /** The choice could have been another one, so the analyst should look. */
  guessed: z.boolean(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/** A line of the file that is in no row. */
export const RejectedLine = z.object({ line: z.int().positive(), reason: RejectReason, text: z.string() });
export type RejectedLine = z.infer<typeof RejectedLine>;

/** A column whose values have several rows each, as the number of an order has in a file of its lines. */
export const RepeatedKey = z.object({
  column: z.string(),
  /** Columns that are the same in all rows of each of its values. */
  same: z.array(z.string()),
  /** Columns that only one row of each of its values has. */
  once: z.array(z.string()),
});
export type RepeatedKey = z.infer<typeof RepeatedKey>;

export const DatasetProfile = z.object({
  format: z.enum(['csv', 'parquet', 'xlsx', 'json']),
  /** E.g. `UTF-8`, `Windows-1252`; null for formats without one. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** Records seen in the file: `rows` + `rejected`. Headers, blank lines and lines above the header are not records. */
  records: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** The first 100 of them, and the line of a total wherever it stands. */
  rejects: z.array(RejectedLine),
  /** Rows that repeat an earlier row in every column. */
  duplicates: z.int().nonnegative(),
  columns: z.array(ColumnProfile),
  /** Other choices made while reading, and what else to know of the file. */
  notes: z.array(ProfileNote),
  /** The likeliest few; none where nobody has looked. */
  repeatedKeys: z.array(RepeatedKey).optional(),
});
export type DatasetProfile = z.infer<typeof DatasetProfile>;

export const DatasetStatus = z.enum(['reading', 'ready', 'failed', 'cancelled']);
export type DatasetStatus = z.infer<typeof DatasetStatus>;

/** The result that a dataset was made of. */
export const DatasetOrigin = z.object({
  threadId: ThreadId,
  callId: CallId,
  resultId: ResultId,
  /** The query that gave it, where it was one. */
  sql: z.string().nullable(),
});
export type DatasetOrigin = z.infer<typeof DatasetOrigin>;

export const Dataset = z.object({
  id: DatasetId,
  fileId: FileId,
  /** The file's name as the analyst knows it; for one of several sheets of a workbook, as in `book.xlsx › Orders`. */
  name: z.string(),
  /** The sheet's own name, where the workbook has several. */
  sheet: z.string().nullable(),
  /** The name queries use for it. */
  table: z.string(),
  bytes: z.int().nonnegative(),
  /** Absent for a file that came from outside. */
  origin: DatasetOrigin.optional(),
  status: DatasetStatus,
  /** While `reading`: how much of the work is done, 0..1, and what is being done. */
  progress: z.object({ share: z.number().min(0).max(1), doing: IntakeStage }).nullable(),
  profile: DatasetProfile.nullable(),
  error: Failure.nullable(),
  createdAt: Instant,
});
export type Dataset = z.infer<typeof Dataset>;

export const Sample = z.object({
  name: z.string(),
  bytes: z.int().positive(),
  /** What it is, and questions that show what it is good for, in each language of the window. */
  texts: z.record(z.enum(LANGUAGES), z.object({ about: z.string(), questions: z.array(z.string()) })),
});
export type Sample = z.infer<typeof Sample>;

const byId = z.object({ datasetId: DatasetId });

export const datasetRequests = {
  list: { input: z.object({}), output: z.array(Dataset) },
  get: { input: byId, output: Dataset },
  /** The datasets a thread's questions are about, in the order they were attached. */
  ofThread: { input: z.object({ threadId: ThreadId }), output: z.array(Dataset) },
  /**
   * Starts reading an uploaded file; progress and the profile arrive as `datasets.changed`. A workbook gives a dataset for
   * each sheet that holds a table, other files give one.
   */
  add: { input: z.object({ fileId: FileId }), output: z.array(Dataset).min(1) },
  addSample: { input: z.object({ name: z.string() }), output: z.array(Dataset).min(1) },
  samples: { input: z.object({}), output: z.array(Sample) },
  cancel: { input: byId, output: Dataset },
  remove: { input: byId, output: z.object({}) },
  rows: {
    input: byId.extend({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: Table,
  },
};

export const datasetEvents = {
  'datasets.changed': Dataset,
  'datasets.removed': byId,
};
