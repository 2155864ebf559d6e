import type { ChartKind, TimeGrain } from '#contract/charts';
import type { DescribeDataOutput } from '#contract/data-tools';
import type { ColumnProfile } from '#contract/datasets';
import type { Cell } from '#contract/tables';

/** What a question asks for, free of both English and SQL. */
export type Column = ColumnProfile;
export type DescribedDataset = DescribeDataOutput['datasets'][number];

/** A part of the calendar that comes round again: every Monday, every March. */
export type Season = 'hour' | 'weekday' | 'month' | 'quarter';

export type Group =
  | { kind: 'column'; column: Column }
  | { kind: 'time'; column: Column; grain: TimeGrain }
  | { kind: 'season'; column: Column; part: Season };
export type TimeGroup = Extract<Group, { kind: 'time' }>;

/** `p90`: the value that 90 of 100 do not exceed. */
export type Percentile = `p${number}`;
export type ColumnAggregate = 'sum' | 'average' | 'median' | 'min' | 'max' | 'deviation' | Percentile;

export type ColumnMeasure = { [K in ColumnAggregate]: { kind: K; column: Column } }[ColumnAggregate];
/** What adds up over any grouping. */
export type AdditiveMeasure = { kind: 'count'; noun: string } | { kind: 'sum'; column: Column };
export type Measure =
  | AdditiveMeasure
  | ColumnMeasure
  | { kind: 'distinct'; column: Column; noun: string }
  /** The days from one date of a row to another. */
  | { kind: 'days'; statistic: ColumnAggregate; from: Column; to: Column }
  /** The share of rows that have the flag. */
  | { kind: 'rate'; column: Column }
  | { kind: 'ratio'; over: SimpleMeasure; under: SimpleMeasure }
  /** The average of one total per group: "average monthly sales". */
  | { kind: 'typical'; inner: SimpleMeasure; per: Group };
/** What can be computed from rows in one go. */
export type RowMeasure = Exclude<Measure, { kind: 'typical' }>;
export type SimpleMeasure = AdditiveMeasure | { kind: 'distinct'; column: Column; noun: string };

/** Dates from `from` up to, but without, `until`; null where it is open. */
export interface Span {
  from: string | null;
  until: string | null;
  /** As the analyst would write it: `2024`, `Q3 2025`, `March 2025`, `2025-03-05`. */
  label: string;
  /** The unit the span is one of, or null for a range of its own. */
  unit: TimeGrain | 'half' | null;
}

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

export type Filter =
  | { kind: 'values'; column: Column; values: Cell[]; not: boolean }
  /** Text that the profile does not list: compared without regard to case. */
  | { kind: 'text'; column: Column; text: string; part: boolean; not: boolean }
  /** `value` is a plain decimal number. */
  | { kind: 'compare'; column: Column; op: Comparison; value: string }
  | { kind: 'between'; column: Column; low: string; high: string; not: boolean }
  | { kind: 'flag'; column: Column; value: boolean }
  | { kind: 'empty'; column: Column; not: boolean }
  /** One date against another of the same row: the days from `other` to `column`; rows without one of them do not fit. */
  | { kind: 'order'; column: Column; other: Column; op: Comparison; days: string }
  /** One number against another of the same row; rows without one of them do not fit. */
  | { kind: 'beside'; column: Column; other: Column; op: Comparison }
  /** Against the average or the median of all rows of the table. */
  | { kind: 'mean'; column: Column; op: Comparison; statistic: 'average' | 'median'; table: string }
  /** Zero or empty: "without discount". */
  | { kind: 'nothing'; column: Column }
  | { kind: 'period'; column: Column; spans: Span[]; not: boolean }
  | { kind: 'season'; column: Column; part: Season; values: number[]; not: boolean };

/** `stacked` is a kind of bar chart; `none` asks for the table alone. */
export type ChartWish = Exclude<ChartKind, 'histogram'> | 'stacked' | 'none';

export interface Top {
  n: number;
  /** Those before it are left out: 1 for "the second highest", else 0. */
  skip: number;
  direction: 'most' | 'least';
  /** With two groups: the best within each of the first group, or the best overall. */
  within: 'all' | 'each';
}

export interface Having {
  measure: Measure;
  op: Comparison;
  value: string;
}

interface Common {
  filters: Filter[];
  chart: ChartWish | null;
  /** Choices that were made while reading, each a plain sentence. */
  notes: string[];
}

/** A window of so many periods that moves along with time. */
export interface Moving {
  count: number;
  grain: TimeGrain;
  statistic: 'average' | 'sum';
  /** Periods without rows count as 0; else they do not count. */
  filled: boolean;
}

export interface Aggregate extends Common {
  kind: 'aggregate';
  measures: [Measure, ...Measure[]];
  /** None, one or two; time comes first. `top` and `having` speak of the last one. */
  groups: Group[];
  top: Top | null;
  having: Having | null;
  share: boolean;
  cumulative: boolean;
  moving: Moving | null;
  /** Two values set against each other. */
  compare: boolean;
}

export interface Growth extends Common {
  kind: 'growth';
  measure: SimpleMeasure;
  time: TimeGroup;
  against: 'previous' | 'year';
  split: Group | null;
  /** The periods to show; earlier ones still count as what came before. */
  shown: Extract<Filter, { kind: 'period' }> | null;
}

export interface Change extends Common {
  kind: 'change';
  measure: RowMeasure;
  time: Column;
  from: Span;
  to: Span;
  group: Group | null;
  top: (Omit<Top, 'within'> & { by: 'share' | 'amount' }) | null;
  /** Only the groups that grew, or that shrank. */
  only: 'up' | 'down' | null;
}

export interface Part extends Common {
  kind: 'part';
  measure: SimpleMeasure;
  part: Filter[];
  group: Group | null;
}

export interface Rows extends Common {
  kind: 'rows';
  noun: string;
  order: { column: Column; direction: 'most' | 'least' } | null;
  limit: number;
  /** How many rows come before the first one wanted. */
  skip: number;
}

export interface Distribution extends Common {
  kind: 'distribution';
  column: Column;
}

/** How many things have how many rows: "number of orders per customer distribution". */
export interface Frequency extends Common {
  kind: 'frequency';
  measure: Extract<SimpleMeasure, { kind: 'count' | 'distinct' }>;
  per: Column;
}

export interface Relation extends Common {
  kind: 'relation';
  x: Column;
  y: Column;
}

export interface Values extends Common {
  kind: 'values';
  column: Column;
}

/** How many things of a column meet a condition on their rows together: "customers with more than 5 orders". */
export interface Members extends Common {
  kind: 'members';
  /** What is counted: the things of a column, or the days and months of a date. */
  of: Group;
  having: Having;
}

export interface Outliers extends Common {
  kind: 'outliers';
  column: Column;
}

export interface Checks extends Common {
  kind: 'missing' | 'duplicates' | 'describe';
  column: Column | null;
}

export type Question =
  | Aggregate
  | Growth
  | Change
  | Part
  | Members
  | Rows
  | Distribution
  | Frequency
  | Relation
  | Values
  | Outliers
  | Checks;
