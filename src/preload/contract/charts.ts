import { z } from 'zod';
import { CallId, ChartId, Instant, MessageId, ResultId, RunId, ThreadId } from './ids';
import { CalendarPart } from './query';
import { ReadingNames, ReadingPart } from './readings';
import { Table } from './tables';

export const ChartKind = z.enum(['bar', 'line', 'area', 'scatter', 'pie', 'histogram']);
export type ChartKind = z.infer<typeof ChartKind>;

export const TimeGrain = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export type TimeGrain = z.infer<typeof TimeGrain>;

export const NumberFormat = z.object({
  style: z.enum(['number', 'currency', 'percent']),
  /** ISO 4217, for `currency`. */
  currency: z.string().length(3).optional(),
  /** What a plain number is measured in, as it is written: `°C`, `kg`. */
  unit: z.string().max(40).optional(),
  /** Digits after the point; the values are never shown with more than this. */
  decimals: z.int().min(0).max(10).optional(),
});
export type NumberFormat = z.infer<typeof NumberFormat>;

const label = z.string().max(200);

/** Colours of the palette, by their place. */
const CHART_COLORS = 12;
const NAMES_AT_MOST = 40;

/**
 * How the analyst wants a chart drawn, beside how it was answered: what is left out is as the chart has it. The rows stay
 * what they are, so a change asks nothing anew and can be drawn from what is kept.
 */
export const ChartLook = z.strictObject({
  kind: ChartKind.optional(),
  title: z.string().trim().min(1).max(200).optional(),
  /** So many names: series where the chart is split, else bars or slices. The others become one where values add up. */
  top: z.int().min(1).max(NAMES_AT_MOST).optional(),
  /** Series beside each other, on top of each other, or as parts of 100 %. */
  stack: z.enum(['beside', 'stacked', 'share']).optional(),
  sort: z.enum(['descending', 'ascending', 'name']).optional(),
  /** By the name of a series, or of a slice. */
  colors: z
    .array(
      z.strictObject({
        name: label,
        color: z
          .int()
          .min(0)
          .max(CHART_COLORS - 1),
      }),
    )
    .max(NAMES_AT_MOST)
    .optional(),
  log: z.boolean().optional(),
  /** Histograms: how wide a bin is, in the unit of the axis. */
  binWidth: z.number().positive().optional(),
  /** Whether values stand at their bars and points. */
  labels: z.boolean().optional(),
});
export type ChartLook = z.infer<typeof ChartLook>;

/** A period of which the data holds only a part. */
const Unfinished = z.object({ at: label, data: z.enum(['begins', 'ends']) });

/**
 * What to draw, never the data: columns are named and the rows come from a query result.
 * `percent` values are fractions: 0.25 is drawn as 25 %.
 */
export const ChartSpec = z.object({
  kind: ChartKind,
  title: z.string().min(1).max(200),
  /** It is called by the columns that it shows, in any language. */
  titled: z.literal('columns').optional(),
  x: z.object({
    column: label,
    label: label.optional(),
    type: z.enum(['time', 'category', 'number']),
    grain: TimeGrain.optional(),
    /** Histograms: the column with each bin's upper edge; `column` holds the lower edge. */
    until: label.optional(),
    /** Histograms without such a column: how wide each bin is. */
    width: z.number().positive().optional(),
    /** What of a time its numbers stand for: 1 is January, or Monday. */
    part: CalendarPart.optional(),
    /** Only some values, those that were asked for: what is missing between them is no gap. */
    selected: z.boolean().optional(),
    unfinished: z.array(Unfinished).max(2).optional(),
  }),
  y: z
    .array(
      z.object({
        column: label,
        label: label.optional(),
        /** Several names may be drawn as one, with the sum of their values. */
        adds: z.boolean().optional(),
        /** Where it is another than that of the chart, the column has a panel of its own. */
        format: NumberFormat.optional(),
      }),
    )
    .min(1)
    .max(12),
  /** Splits `y[0]` into one series per value of this column. */
  series: label.optional(),
  format: NumberFormat,
  xFormat: NumberFormat.optional(),
  stacked: z.boolean().optional(),
  /** Bars that lie down, for long category names. */
  horizontal: z.boolean().optional(),
  look: ChartLook.optional(),
});
export type ChartSpec = z.infer<typeof ChartSpec>;

/** What a reader has to know of a drawing beside its marks. `what` are the names that were too many. */
export type ChartNote =
  /** A column of the chart is not in its result. */
  | { code: 'incomplete' }
  | { code: 'all_empty' }
  /** Rows, of all there are. */
  | { code: 'rows'; shown: number; of: number }
  /** The names that are drawn as one. */
  | { code: 'others'; what: ChartNames; count: number; of: number }
  /** Those with the largest values are shown; `sum` is what the others come to, where that can be said. */
  | { code: 'left_out'; what: ChartNames; shown: number; of: number; sum: string | null }
  | { code: 'unfinished'; period: string; data: 'begins' | 'ends' }
  | { code: 'log_axis' }
  /** Values of zero and below have no place on a log axis. */
  | { code: 'not_on_log'; count: number }
  /** Parts below zero are no parts of a whole. */
  | { code: 'no_share' }
  | { code: 'negative_slices' }
  /** The first or the last bin of a histogram holds all beyond it. */
  | { code: 'tail'; side: 'low' | 'high'; count: string; edge: string }
  | { code: 'axis_from'; at: string }
  /** Characters that are drawn as boxes. */
  | { code: 'no_font'; signs: string };
export type ChartNames = 'bars' | 'series' | 'slices';

/** How the question behind a chart was read, which its title says. */
export const ChartReading = z.object({ parts: z.array(ReadingPart), names: ReadingNames });
export type ChartReading = z.infer<typeof ChartReading>;

export const Chart = z.object({
  id: ChartId,
  threadId: ThreadId,
  runId: RunId,
  callId: CallId,
  resultId: ResultId,
  spec: ChartSpec,
  /** The chart that it is another version of; absent for one that was answered. */
  versionOf: ChartId.optional(),
  /** The answer it stands in, where a list tells it; null where there is none. */
  messageId: MessageId.nullable().optional(),
  /** Where a list tells it; absent where the chart has a title of its own. */
  reading: ChartReading.optional(),
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
  /** `versions` are all that are drawn of the same rows, as it was answered first, the newest last. */
  get: { input: byId, output: z.object({ chart: Chart, table: Table, versions: z.array(Chart) }) },
  /** How the question behind it was read, by which it is called in other languages; null where it has a title of its own. */
  reading: { input: byId, output: ChartReading.nullable() },
  /** Keeps the chart with another look as a version beside the others. */
  change: { input: byId.extend({ look: ChartLook }), output: Chart },
  save: { input: byId.extend({ format: z.enum(['png', 'svg', 'csv']) }), output: Saved },
};

export const chartEvents = { 'charts.added': Chart };
