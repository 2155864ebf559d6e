import { z } from 'zod';
import { ChartSpec, Saved } from './charts';
import { DocumentPlace } from './documents';
import { PlacedFact } from './facts';
import {
  CallId,
  ChartId,
  DocumentId,
  FileId,
  Instant,
  MessageId,
  ReportBlockId,
  ReportId,
  ResultId,
  ThreadId,
} from './ids';
import { QueryColumn, QueryFact } from './query-results';
import { QueryReading, ReadingNames } from './readings';
import { NotRerun } from './reruns';
import { Cell, Table, TableColumn } from './tables';
import { Citation } from './threads';

/** Reports: what was pinned out of answers, as it was then, in an order of the analyst's, with text between. */

const count = z.int().nonnegative();

/** Rows as they were when they were pinned, and what was known of their columns. */
export const PinnedTable = z.object({
  columns: z.array(TableColumn),
  rows: z.array(z.array(Cell)),
  /** Of the result; `rows` may be the first of them. */
  rowCount: count,
  /** Where it was computed from a query. */
  about: z.array(QueryColumn).nullable(),
  names: ReadingNames.nullable(),
});
export type PinnedTable = z.infer<typeof PinnedTable>;

export const PinnedChart = z.object({
  spec: ChartSpec,
  table: Table,
  /** How the question was read that it answers: what the chart is called in other languages. */
  reading: QueryReading.nullable(),
});
export type PinnedChart = z.infer<typeof PinnedChart>;

/** What an answer is made of, in its order. */
export const PinnedPart = z.discriminatedUnion('type', [
  /** Markdown of the answer; the places of facts and citations are in this text, their part is 0. */
  z.object({ type: z.literal('text'), text: z.string(), facts: z.array(PlacedFact), citations: z.array(Citation) }),
  z.object({ type: z.literal('table'), table: PinnedTable }),
  /** The only row of a result, as a sentence. */
  z.object({ type: z.literal('figures'), table: PinnedTable }),
  z.object({ type: z.literal('chart'), chart: PinnedChart }),
  /** A picture that code made. */
  z.object({ type: z.literal('image'), fileId: FileId }),
  /** What to know of the figures. */
  z.object({ type: z.literal('facts'), facts: z.array(QueryFact), names: ReadingNames.nullable() }),
]);
export type PinnedPart = z.infer<typeof PinnedPart>;

/** What a block holds: a copy, so that a report outlives what it was pinned from. */
export const BlockContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    question: z.string(),
    reading: QueryReading.nullable(),
    parts: z.array(PinnedPart),
  }),
  z.object({ kind: z.literal('table'), table: PinnedTable, reading: QueryReading.nullable() }),
  z.object({ kind: z.literal('chart'), chart: PinnedChart }),
  /** A cell, with the row that it stands in as the only one of `table`. */
  z.object({ kind: z.literal('figure'), table: PinnedTable, column: count }),
  z.object({ kind: z.literal('quote'), quote: z.string(), name: z.string(), place: DocumentPlace.nullable() }),
  /** The analyst's own words. */
  z.object({ kind: z.literal('text'), markdown: z.string() }),
]);
export type BlockContent = z.infer<typeof BlockContent>;

/** A file that what is pinned was computed or quoted from, as it was then. */
export const PinnedFile = z.object({
  fileId: FileId,
  name: z.string(),
  /** The same for files that hold the same bytes: their hash. */
  content: z.string(),
  /** When what its columns mean was last edited before; null where it never was, or it has none. */
  definedAt: Instant.nullable(),
});
export type PinnedFile = z.infer<typeof PinnedFile>;

/** Where a block is from. */
export const BlockSource = z.object({
  threadId: ThreadId,
  /** The thread's title then. */
  title: z.string(),
  messageId: MessageId.nullable(),
  callId: CallId.nullable(),
  resultId: ResultId.nullable(),
  chartId: ChartId.nullable(),
  documentId: DocumentId.nullable(),
  files: z.array(PinnedFile),
  /** When it was computed, or said. */
  at: Instant,
  /** Why it is still of the earlier file, in a report that was run again on another one. */
  notRerun: NotRerun.optional(),
});
export type BlockSource = z.infer<typeof BlockSource>;

/** What has changed since a block was pinned. */
export const BlockChange = z.discriminatedUnion('code', [
  /** There is a newer file of this name, with other bytes. */
  z.object({ code: z.literal('file_replaced'), name: z.string(), at: Instant }),
  /** The file is deleted. */
  z.object({ code: z.literal('file_deleted'), name: z.string() }),
  /** What its columns mean was edited. */
  z.object({ code: z.literal('definitions_changed'), name: z.string() }),
  /** The answer, or the chart, has a newer version; the block can be renewed. */
  z.object({ code: z.literal('newer_version'), at: Instant }),
  /** It could not be run again with the rest of its report. */
  z.object({ code: z.literal('not_rerun'), why: NotRerun }),
  /** The thread is deleted. */
  z.object({ code: z.literal('thread_deleted') }),
]);
export type BlockChange = z.infer<typeof BlockChange>;

export const ReportBlock = z.object({
  id: ReportBlockId,
  reportId: ReportId,
  content: BlockContent,
  /** Null for text of the analyst. */
  source: BlockSource.nullable(),
  changes: z.array(BlockChange),
  createdAt: Instant,
});
export type ReportBlock = z.infer<typeof ReportBlock>;

export const ReportSummary = z.object({
  id: ReportId,
  title: z.string(),
  blocks: count,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ReportSummary = z.infer<typeof ReportSummary>;

export const Report = ReportSummary.extend({ blocks: z.array(ReportBlock) });
export type Report = z.infer<typeof Report>;

/** What is to be pinned, by where it stands. */
export const PinTarget = z.discriminatedUnion('kind', [
  /** `callId`: the version of the answer that is shown in its place; the newest where it is left out. */
  z.object({ kind: z.literal('answer'), messageId: MessageId, callId: CallId.optional() }),
  z.object({ kind: z.literal('table'), resultId: ResultId }),
  z.object({ kind: z.literal('chart'), chartId: ChartId }),
  z.object({ kind: z.literal('figure'), resultId: ResultId, row: count, column: count }),
  z.object({
    kind: z.literal('quote'),
    threadId: ThreadId,
    documentId: DocumentId,
    quote: z.string().min(1).max(20_000),
    place: DocumentPlace.nullable(),
  }),
]);
export type PinTarget = z.infer<typeof PinTarget>;

export const ReportFormat = z.enum(['html', 'pdf', 'docx', 'md', 'xlsx']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

const title = z.string().trim().min(1).max(200);
const markdown = z.string().max(100_000);
const byId = z.object({ reportId: ReportId });
const byBlock = z.object({ blockId: ReportBlockId });

export const reportRequests = {
  /** The last changed first. */
  list: { input: z.object({}), output: z.array(ReportSummary) },
  /** Of long tables, blocks have the first rows; `rowCount` is of all. */
  get: { input: byId, output: Report },
  create: { input: z.object({ title }), output: ReportSummary },
  rename: { input: byId.extend({ title }), output: ReportSummary },
  /** Out of sight at once; `restore` brings it back until it is erased, see `deletions`. */
  delete: { input: byId, output: z.object({}) },
  restore: { input: byId, output: ReportSummary },
  /** At the end of a report; null begins one that is called as the thread is. */
  pin: { input: z.object({ reportId: ReportId.nullable(), target: PinTarget }), output: ReportBlock },
  /** Before another block; null: at the end. */
  addText: { input: byId.extend({ markdown, before: ReportBlockId.nullable() }), output: ReportBlock },
  editText: { input: byBlock.extend({ markdown }), output: ReportBlock },
  move: { input: byBlock.extend({ before: ReportBlockId.nullable() }), output: z.object({}) },
  /** `putBack` brings it back to its place, until Assay is started anew or something is erased. */
  remove: { input: byBlock, output: z.object({}) },
  putBack: { input: byBlock, output: ReportBlock },
  /** Pins the newest version of the answer, or of the chart, in the block's place. */
  renew: { input: byBlock, output: ReportBlock },
  /** A document of it, put where the analyst chooses. Fails with `cancelled` after `stopExport`. */
  export: { input: byId.extend({ format: ReportFormat, paper: Paper.default('A4') }), output: Saved },
  stopExport: { input: byId, output: z.object({}) },
  /** The picture of a chart as it was pinned. */
  saveChart: { input: byBlock, output: Saved },
};

export const reportEvents = {
  'reports.changed': byId,
  /** So many pictures of a document, of all, are drawn. */
  'reports.exporting': byId.extend({ done: count, of: count }),
};
