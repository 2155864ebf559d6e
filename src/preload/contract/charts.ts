import { z } from 'zod';
import { CallId, ChartId, Instant, MessageId, ResultId, RunId, ThreadId } from './ids';
import { Table } from './tables';

export const ChartKind = z.enum(['bar', 'line', 'area', 'scatter', 'pie', 'histogram']);
export type ChartKind = z.infer<typeof ChartKind>;

export const TimeGrain = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export type TimeGrain = z.infer<typeof TimeGrain>;

export const NumberFormat = z.object({
  style: z.enum(['number', 'currency', 'percent']),
  /** ISO 4217, for `currency`. */
  currency: z.string().length(3).optional(),
  /** Digits after the point; the values are never shown with more than this. */
  decimals: z.int().min(0).max(10).optional(),
});
export type NumberFormat = z.infer<typeof NumberFormat>;

const label = z.string().max(200);

/**
 * What to draw, never the data: columns are named and the rows come from a query result.
 * `percent` values are fractions: 0.25 is drawn as 25 %.
 */
export const ChartSpec = z.object({
  kind: ChartKind,
  title: z.string().min(1).max(200),
  x: z.object({
    column: label,
    label: label.optional(),
    type: z.enum(['time', 'category', 'number']),
    grain: TimeGrain.optional(),
    /** Histograms: the column with each bin's upper edge; `column` holds the lower edge. */
    until: label.optional(),
  }),
  y: z
    .array(z.object({ column: label, label: label.optional() }))
    .min(1)
    .max(12),
  /** Splits `y[0]` into one series per value of this column. */
  series: label.optional(),
  format: NumberFormat,
  xFormat: NumberFormat.optional(),
  stacked: z.boolean().optional(),
  /** Bars that lie down, for long category names. */
  horizontal: z.boolean().optional(),
});
export type ChartSpec = z.infer<typeof ChartSpec>;

export const Chart = z.object({
  id: ChartId,
  threadId: ThreadId,
  runId: RunId,
  callId: CallId,
  resultId: ResultId,
  spec: ChartSpec,
  /** The answer it stands in, where a list tells it; null where there is none. */
  messageId: MessageId.nullable().optional(),
  createdAt: Instant,
});
export type Chart = z.infer<typeof Chart>;

/** What became of a save: the shell's own dialog wrote it, the analyst closed the dialog, or the window downloads `url`. */
export const Saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('download'), url: z.string(), name: z.string() }),
]);
export type Saved = z.infer<typeof Saved>;

const byId = z.object({ chartId: ChartId });

export const chartRequests = {
  /** Newest first; `before` is the last chart of the page before. */
  list: { input: z.object({ before: ChartId.optional(), limit: z.int().min(1).max(100) }), output: z.array(Chart) },
  get: { input: byId, output: z.object({ chart: Chart, table: Table }) },
  save: { input: byId.extend({ format: z.enum(['png', 'svg', 'csv']) }), output: Saved },
};

export const chartEvents = { 'charts.added': Chart };
