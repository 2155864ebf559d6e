import { z } from 'zod';
import { Dataset } from './datasets';
import { Instant, ReportBlockId, ReportId, ReportRerunId, RerunId } from './ids';
import { CallPair, FileReplacement, NotRerun, Rerun, RerunGate } from './reruns';

/** Reports run again on other files: every thread that something was pinned from runs again, and what came of it is pinned in a new report. */

const count = z.int().nonnegative();

/** A block of the earlier report, and what stands for it in the new one. */
export const ReportBlockPair = z.object({
  before: ReportBlockId,
  kind: z.enum(['answer', 'table', 'chart', 'figure', 'quote', 'text']),
  /** The question it answers, the document it quotes, or how its text begins. */
  about: z.string(),
  /** `copied`: it shows nothing of a replaced file. `not_run`: the earlier block stands in its place. */
  outcome: z.enum(['same', 'changed', 'not_run', 'copied']),
  why: NotRerun.nullable(),
  /** What was computed for it; null where nothing was. */
  call: CallPair.nullable(),
  charts: Rerun.shape.charts,
});
export type ReportBlockPair = z.infer<typeof ReportBlockPair>;

export const ReportRerun = z.object({
  id: ReportRerunId,
  fromReport: ReportId,
  /** Null until it is there. */
  toReport: ReportId.nullable(),
  status: Rerun.shape.status,
  /** Of the threads. */
  done: count,
  of: count,
  gate: RerunGate,
  reruns: z.array(RerunId),
  /** In the order of the report; none before all threads have run. */
  blocks: z.array(ReportBlockPair),
  failure: z.string().nullable(),
  createdAt: Instant,
});
export type ReportRerun = z.infer<typeof ReportRerun>;

const byReport = z.object({ reportId: ReportId });
const replacing = byReport.extend({ replacements: z.array(FileReplacement).min(1).max(50) });
const byId = z.object({ reportRerunId: ReportRerunId });

export const reportRerunRequests = {
  /** Of the threads that something was pinned from. */
  files: { input: byReport, output: z.array(Dataset) },
  /** How other files differ, seen from what all of those threads ask of them. */
  check: { input: replacing, output: RerunGate },
  /** Answers once it has begun; `invalid_input` where something stops it, or asks and was not `accepted`. */
  start: { input: replacing.extend({ accepted: z.boolean().default(false) }), output: ReportRerun },
  cancel: { input: byId, output: ReportRerun },
  get: { input: byId, output: ReportRerun },
  /** Of a report that was run again, and of one that came of that; the newest first. */
  ofReport: { input: byReport, output: z.array(ReportRerun) },
};

export const reportRerunEvents = { 'reportReruns.changed': ReportRerun };
