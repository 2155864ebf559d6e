import type { TimeGrain } from '#contract/charts';
import type { ChartWish, Column, ColumnAggregate, Comparison, Filter, Group, Season, Span } from '../question/plan';
import type { PeriodPart } from './periods';

/** Why a question is not answered, whatever the data. */
export type Refusal =
  | 'forecast'
  | 'cause'
  | 'opinion'
  | 'change'
  | 'join'
  | 'language'
  | 'arithmetic'
  | 'undone'
  | 'other topic';

export type LimitSubject =
  | { columns: Column[]; how: 'name' | 'part' | 'synonym' | 'concept' }
  | { noun: string; column: Column | null };

/** A numeric condition that may be about rows ("orders over 100") or about totals ("products with over 100 orders"). */
export interface Limit {
  kind: 'limit';
  /** What is compared: columns that fit, a count of rows, or null when it was not said. */
  of: LimitSubject | null;
  aggregate: ColumnAggregate | null;
  op: Comparison | 'between' | 'not between';
  value: string;
  high: string;
  unit: 'percent' | 'currency' | null;
  code: string | null;
  lead: 'where' | 'with' | null;
}

export interface PeriodPiece {
  kind: 'period';
  /** The date column that was named with it. */
  column: Column | null;
  spans: Span[];
  /** Periods without a year that fit several years of the data. */
  vague: PeriodPart[];
  /** The two ends of "from … to …" and "between … and …". */
  ends: [Span, Span] | null;
  versus: boolean;
  not: boolean;
  /** The words that were counted back from the newest date, if any. */
  relative: string | null;
}

export interface Operand {
  kind: 'operand';
  columns: Column[];
  /** `concept`: a business word such as "sales" that no column is called. */
  how: 'name' | 'part' | 'synonym' | 'concept';
  text: string;
  plural: boolean;
}

/** What a question is made of, in the order it was said. */
export type PieceBody =
  | Operand
  | Limit
  | PeriodPiece
  | { kind: 'aggregate'; aggregate: ColumnAggregate | 'count' | 'distinct'; text: string }
  | { kind: 'noun'; noun: string; column: Column | null; plural: boolean }
  | { kind: 'group'; group: Group; lead: 'by' | 'per' | 'each' | 'split' | 'adjective' | 'time' }
  /** "by amount": what to rank by. */
  | { kind: 'measure by'; columns: Column[]; how: Operand['how']; lead: 'by' | 'per' | 'each' | 'split' }
  | { kind: 'noun by'; noun: string; column: Column | null; lead: 'by' | 'per' | 'each' | 'split' }
  | { kind: 'unit'; grain: TimeGrain; plural: boolean }
  | { kind: 'season'; part: Season }
  | { kind: 'filter'; filter: Filter; versus: boolean; lead: 'compare' | null }
  | { kind: 'top'; n: number | null; skip: number; direction: 'most' | 'least'; extreme: boolean; text: string }
  /** "busiest": the most of something that was not said, which only data of one kind of thing settles. */
  | { kind: 'busy'; text: string }
  | { kind: 'edge'; n: number | null; direction: 'most' | 'least' }
  | { kind: 'growth'; direction: 'up' | 'down' | null }
  | { kind: 'against'; against: 'previous' | 'year'; grain: TimeGrain | null; same: boolean }
  /** `as` says how to show what is grouped; without it a share of one part may be meant. */
  | { kind: 'share'; as: boolean }
  | { kind: 'duration'; start: Column; end: Column }
  /** "above the average": of the column that was named with it, if any; `total` when an average or a total is compared. */
  | { kind: 'above'; of: Column[] | null; op: Comparison; statistic: 'average' | 'median'; total: boolean }
  /** "3-month moving average" */
  | { kind: 'moving'; count: number; grain: TimeGrain; statistic: 'average' | 'sum' }
  | { kind: 'sorted' }
  | { kind: 'rate' }
  | { kind: 'cumulative' }
  | { kind: 'distribution' }
  | { kind: 'relation' }
  | { kind: 'outliers' }
  | { kind: 'missing' }
  | { kind: 'duplicates' }
  | { kind: 'describe' }
  | { kind: 'help' }
  | { kind: 'range' }
  | { kind: 'divide' }
  | { kind: 'compare' }
  | { kind: 'versus' }
  | { kind: 'sold' }
  | { kind: 'show' }
  | { kind: 'which'; who: boolean }
  | { kind: 'when' }
  | { kind: 'how much' }
  | { kind: 'worth' }
  /** "show 20 rows": how many, in no order. */
  | { kind: 'some'; n: number | null }
  | { kind: 'chart'; chart: ChartWish | 'any' }
  | { kind: 'follow'; follow: 'add' | 'replace' | 'same' | 'about' }
  | { kind: 'only' }
  | { kind: 'dataset' }
  | { kind: 'refuse'; refusal: Refusal; text: string }
  | { kind: 'ask'; ask: Ask }
  | { kind: 'filler' }
  | { kind: 'unknown'; text: string };

/** A question that has to be put back: the reason, and what each choice would be called. */
export type Ask =
  | { about: 'column'; text: string; columns: Column[]; use: 'filter' | 'group' | 'time' }
  | { about: 'value'; text: string; column: Column; near: { column: Column; value: string }[] }
  | { about: 'value in columns'; text: string; columns: Column[] }
  /** One word for several conditions, none of which is the likelier one. */
  | { about: 'conditions'; text: string; filters: Filter[] }
  /** From which date on the time to the end is counted. */
  | { about: 'starts'; text: string; columns: Column[]; end: Column }
  /** What was agreed on is known, but not when it was done. */
  | { about: 'not done'; text: string; columns: Column[] }
  /** The time until now: `columns` have a last date instead. */
  | { about: 'today'; text: string; columns: Column[] }
  | { about: 'no dates' }
  | { about: 'no hours' }
  | { about: 'currency'; code: string; text: string };

export type Piece = PieceBody & {
  /** Tokens `from` up to `to`. */
  from: number;
  to: number;
};

export type PieceOf<K extends PieceBody['kind']> = Extract<PieceBody, { kind: K }> & { from: number; to: number };
