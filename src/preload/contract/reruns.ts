import { z } from 'zod';
import { FieldDefinition } from './definitions';
import { CallId, ChartId, DatasetId, Instant, RerunId, RunId, ThreadId } from './ids';
import { ReadAs } from './profile-facts';
import { Period } from './query';
import { CallDifferences } from './run-differences';
import { ColumnType } from './tables';

/** Work done once more on another file, without a model: what the file has otherwise, what ran, and what came out otherwise. */

const count = z.int().nonnegative();
const column = z.string();
const Unit = FieldDefinition.shape.unit;
const span = z.object({ from: z.string(), to: z.string() });

/** By what a column is taken for one that is gone. */
export const RenameEvidence = z.enum(['name', 'place', 'values', 'type']);
export type RenameEvidence = z.infer<typeof RenameEvidence>;

/** `stops`: nothing can run until it is settled. `asks`: the analyst has to say yes. `tells`: good to know. */
export const FindingWeight = z.enum(['stops', 'asks', 'tells']);
export type FindingWeight = z.infer<typeof FindingWeight>;

/** How another file differs from the one that work was done on; `used` is whether that work speaks of the column. */
export const ShapeFact = z.discriminatedUnion('code', [
  z.object({ code: z.literal('same_content') }),
  z.object({ code: z.literal('no_rows') }),
  z.object({ code: z.literal('column_gone'), column, used: z.boolean() }),
  /** One column seems to be several now. */
  z.object({ code: z.literal('column_split'), column, into: z.array(column).min(2), used: z.boolean() }),
  z.object({ code: z.literal('column_renamed'), column, now: column, by: z.array(RenameEvidence), used: z.boolean() }),
  z.object({ code: z.literal('columns_new'), columns: z.array(column).min(1) }),
  z.object({ code: z.literal('type_changed'), column, before: ColumnType, now: ColumnType, used: z.boolean() }),
  z.object({ code: z.literal('unit_changed'), column, before: Unit, now: Unit, used: z.boolean() }),
  z.object({ code: z.literal('decimals_changed'), column, before: count, now: count }),
  /** Dates or numbers were written otherwise; `guessed` where they could have been read in another way. */
  z.object({
    code: z.literal('read_otherwise'),
    column,
    before: z.array(ReadAs),
    now: z.array(ReadAs),
    guessed: z.boolean(),
  }),
  /** Values that the earlier file has not, in a column that is grouped or filtered by. */
  z.object({ code: z.literal('values_new'), column, values: z.array(z.string()).min(1), count }),
  z.object({ code: z.literal('values_gone'), column, values: z.array(z.string()).min(1), count }),
  /** A condition asks for values that no row has. */
  z.object({ code: z.literal('values_asked_for'), column, values: z.array(z.string()).min(1) }),
  /** A condition asks for a period of which there are no rows. */
  z.object({ code: z.literal('period_asked_for'), column, period: Period, data: span }),
  z.object({
    code: z.literal('definition_lost'),
    kind: z.enum(['measure', 'condition']),
    title: z.string(),
    columns: z.array(column),
    used: z.boolean(),
  }),
  z.object({ code: z.literal('rows'), before: count, now: count }),
  z.object({
    code: z.literal('period'),
    column,
    before: span,
    now: span,
    relation: z.enum(['same', 'follows', 'gap', 'overlaps', 'before']),
    /** Between the end of the one and the beginning of the other. */
    days: z.int(),
  }),
  /** Its values told rows apart, and do so no more: rows may be in it twice. */
  z.object({ code: z.literal('key_repeats'), column, count: z.int().positive() }),
  z.object({ code: z.literal('rows_repeat'), before: count, now: z.int().positive() }),
  z.object({ code: z.literal('lines_rejected'), before: count, now: z.int().positive(), totals: count }),
  z.object({ code: z.literal('odd_values'), column, count: z.int().positive(), example: z.string() }),
  z.object({ code: z.literal('empty_values'), column, before: count, now: z.int().positive() }),
  z.object({ code: z.literal('lines_above_header'), count: z.int().positive() }),
  z.object({ code: z.literal('encoding'), before: z.string(), now: z.string() }),
]);
export type ShapeFact = z.infer<typeof ShapeFact>;

export const ShapeFinding = z.object({ weight: FindingWeight, fact: ShapeFact });
export type ShapeFinding = z.infer<typeof ShapeFinding>;

/** Which column of the other file stands for one of the earlier file; `now` null for none. */
export const ColumnMapping = z.object({ column, now: column.nullable() });
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** One file in the place of another. Columns of the same name stand for each other anyway. */
export const FileReplacement = z.object({
  datasetId: DatasetId,
  by: DatasetId,
  columns: z.array(ColumnMapping).max(2_000).default([]),
});
export type FileReplacement = z.output<typeof FileReplacement>;

/** What one replacement comes to. */
export const ReplacementCheck = z.object({
  datasetId: DatasetId,
  by: DatasetId,
  name: z.string(),
  byName: z.string(),
  findings: z.array(ShapeFinding),
  /** For every column that is gone: what stands for it, as proposed or as given. */
  mappings: z.array(ColumnMapping.extend({ type: ColumnType, used: z.boolean(), proposed: z.boolean() })),
  /** Columns of the other file that may stand for those. */
  free: z.array(z.object({ name: z.string(), type: ColumnType })),
});
export type ReplacementCheck = z.infer<typeof ReplacementCheck>;

/** Whether work can run on other files: `stops` and `asks` count what is to be settled first. */
export const RerunGate = z.object({ replacements: z.array(ReplacementCheck), stops: count, asks: count });
export type RerunGate = z.infer<typeof RerunGate>;

/** Why a question or a call did not run again, or not to its end. */
export const NotRerun = z.discriminatedUnion('code', [
  /** It had not come to an end the first time. */
  z.object({ code: z.literal('not_completed') }),
  /** It failed the first time too, and nothing came of it. */
  z.object({ code: z.literal('failed_before') }),
  z.object({ code: z.literal('failed'), message: z.string() }),
  /** It needs what another call, which did not run, would have given. */
  z.object({ code: z.literal('rests_on_other') }),
  z.object({ code: z.literal('cancelled') }),
  /** The thread it is from is deleted. */
  z.object({ code: z.literal('thread_deleted') }),
  /** The new result has no row that answers to it. */
  z.object({ code: z.literal('row_gone') }),
]);
export type NotRerun = z.infer<typeof NotRerun>;

export const CallPair = z.object({
  before: CallId,
  after: CallId.nullable(),
  name: z.string(),
  outcome: z.enum(['same', 'changed', 'not_run']),
  why: NotRerun.nullable(),
});
export type CallPair = z.infer<typeof CallPair>;

export const QuestionPair = z.object({
  question: z.string(),
  before: RunId,
  after: RunId.nullable(),
  outcome: z.enum(['same', 'changed', 'not_run']),
  /** The answer was in a model's words, which are not repeated. */
  reworded: z.boolean(),
  why: NotRerun.nullable(),
  calls: z.array(CallPair),
});
export type QuestionPair = z.infer<typeof QuestionPair>;

export const Rerun = z.object({
  id: RerunId,
  fromThread: ThreadId,
  /** Where the new answers are; null until the first is asked. */
  toThread: ThreadId.nullable(),
  status: z.enum(['running', 'completed', 'incomplete', 'cancelled', 'failed']),
  /** Of the questions. */
  done: count,
  of: count,
  gate: RerunGate,
  questions: z.array(QuestionPair),
  /** Charts of before, and those that were drawn in their places. */
  charts: z.array(z.object({ before: ChartId, after: ChartId })),
  failure: z.string().nullable(),
  createdAt: Instant,
});
export type Rerun = z.infer<typeof Rerun>;

const replacing = z.object({ threadId: ThreadId, replacements: z.array(FileReplacement).min(1).max(50) });
const byId = z.object({ rerunId: RerunId });
const two = <T extends z.ZodType>(id: T) => z.object({ before: id, after: id });

export const rerunRequests = {
  /** How other files differ from those of a thread, seen from what the thread asks of them. Files that are being read are waited for. */
  check: { input: replacing, output: RerunGate },
  /**
   * Runs all of a thread again on other files, in a thread of its own. Answers once that has begun; `invalid_input` where something
   * stops it, or asks and was not `accepted`.
   */
  start: { input: replacing.extend({ accepted: z.boolean().default(false) }), output: Rerun },
  cancel: { input: byId, output: Rerun },
  get: { input: byId, output: Rerun },
  /** Of a thread that was run again, and of one that came of that; the newest first. */
  ofThread: { input: z.object({ threadId: ThreadId }), output: z.array(Rerun) },
  /** Two calls side by side: of a thread and its rerun, or any other two. */
  compareCalls: { input: two(CallId), output: CallDifferences },
};

export const rerunEvents = { 'reruns.changed': Rerun };
