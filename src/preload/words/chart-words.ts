import type { ChartKind, ChartLook, ChartNote } from '#contract/charts';
import type { CalendarPart } from '#contract/query';

/** What stands in a chart beside its data, and how it is changed. */
export interface ChartWords {
  /** Several names as one. */
  others: () => string;
  /** What a histogram counts. */
  count: () => string;
  range: (low: string, high: string) => string;
  below: (high: string) => string;
  andMore: (low: string) => string;
  part: (part: CalendarPart, value: number) => string;
  /** Behind thousands, millions and so on. */
  large: Record<'thousand' | 'million' | 'billion' | 'trillion', string>;
  /** A week, by its first day. */
  week: (day: string) => string;
  /** A day of a month as axes have it; without a year where that is null. */
  day: (day: number, month: string, year: number | null) => string;
  /** Of a period, behind its name. */
  unfinished: () => string;
  note: { [C in ChartNote['code']]: (note: Extract<ChartNote, { code: C }>) => string };
  editor: {
    edit: () => string;
    editLabel: () => string;
    enlarge: () => string;
    title: () => string;
    kind: () => string;
    kinds: Record<ChartKind, string>;
    top: () => string;
    topAll: () => string;
    /** The others stand as one. */
    topOf: (count: number) => string;
    topOnly: (count: number) => string;
    sort: () => string;
    sorts: Record<'given' | NonNullable<ChartLook['sort']>, string>;
    stack: () => string;
    stacks: Record<NonNullable<ChartLook['stack']>, string>;
    binWidth: () => string;
    log: () => string;
    labels: () => string;
    colorOf: () => string;
    color: (place: number) => string;
    reset: () => string;
    stays: () => string;
    earlier: () => string;
    later: () => string;
    place: (at: number, of: number) => string;
    failed: () => string;
  };
}
