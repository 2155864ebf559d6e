import type { Aggregate, CalendarPart, Each, Grain, Period, PlainCondition } from '#contract/query';
import type { Comparative, Hints, LexicalMeanings, Superlative, Window } from '../lexicon/meanings';

type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/** A column of one of the thread's tables. */
export interface FieldRef {
  table: string;
  field: string;
}

export interface ValueRef extends FieldRef {
  /** Exactly these; where the words are only a part of values, all that hold it. */
  values: string[];
  /** The words of which values only hold a part; null for whole values. */
  part: string | null;
  /** The column has values that are not known here. */
  more: boolean;
  /** Put together by "and". */
  listed?: true;
  /** Written as in the data, with its capitals. */
  exact: boolean;
}

export type Operand = FieldRef | { calculate: Arithmetic; left: FieldRef; right: FieldRef };

/** What is computed, before defaults: `aggregate` is null where only a column was named. */
export type Measurement =
  | {
      kind: 'rows';
      table: string | null;
      noun: string | null;
      explicit: boolean;
      where?: Filter /** How they are distributed. */;
      spread?: true;
      /** "how many" alone: of what, nothing is said. */
      bare?: true;
    }
  | {
      kind: 'column';
      of: Operand;
      aggregate: Aggregate | null;
      percentile?: string;
      with?: FieldRef /** What was added to a running count. */;
      fresh?: true /** "how much" alone: of what, something else may say. */;
      bare?: true;
    }
  | { kind: 'own'; table: string; id: string }
  /** Of each of some groups first; then that is made of them. */
  | { kind: 'each'; of: Measurement; by: Group[]; aggregate: Each['aggregate'] }
  | { kind: 'calculation'; calculate: Arithmetic; left: Measurement; right: Measurement; percent: boolean }
  /** How many of the rows that have an answer say yes. */
  | { kind: 'part'; condition: Filter };

/** A condition on rows. The column of a period may be left to the table. */
export type Filter =
  | { kind: 'condition'; table: string; condition: PlainCondition; listed?: true }
  | { kind: 'period'; field: FieldRef | null; period: Period; negated: boolean }
  /** Rows beyond an aggregate of all rows: "above the average". */
  | { kind: 'beyond'; of: FieldRef; op: '<' | '<=' | '>' | '>='; aggregate: 'mean' | 'median' }
  /** Rows that have, or have no, row in the other table. */
  | { kind: 'related'; table: string; to: string; negated: boolean };

export type Group =
  | { kind: 'field'; field: FieldRef; bin?: string }
  | { kind: 'grain'; grain: Grain; field: FieldRef | null }
  | { kind: 'part'; part: CalendarPart; field: FieldRef | null }
  /** The finest step that fits. */
  | { kind: 'time' };

/** What a ranking or a list is of: rows of a table, values of a column, times. */
export type Target = { kind: 'rows'; table: string; noun: string | null } | Group;

export interface Rank {
  direction: 'most' | 'least';
  n: number | null;
  skip: number;
  target: Target | null;
  by: Measurement | null;
  hints: Hints | null;
  counts: boolean;
  /** The word says a direction and nothing more. */
  plain: boolean;
  /** Good or bad, not much or little. */
  judges: boolean;
  /** How large something is, not how many there are. */
  size: boolean;
  /** All of them in order, not the first alone. */
  all?: true;
  /** Only a number of things: by what they are ranked, others say. */
  bare?: true;
}

export interface Moving {
  window: Window;
  size: number | null;
  grain: Grain | null;
}

/** Things set side by side. */
export type Comparison =
  | { kind: 'values'; values: ValueRef[] }
  | { kind: 'periods'; periods: Period[] }
  | { kind: 'measures'; measures: Measurement[] }
  | { kind: 'filters'; filters: Filter[] };

/** Of everything the chart can hold: the words of the language, those of the data, and what rules make of them. */
export interface Meanings extends LexicalMeanings {
  number: string;
  /** A word as it stands, for what texts hold. */
  text: string;
  day: string;
  year: number;
  field: FieldRef;
  value: ValueRef;
  entity: { table: string; noun: string };
  own_measure: { table: string; id: string };
  own_condition: { table: string; id: string };
  /** What a noun counts. */
  counted: Measurement;
  operand: Operand;
  /** `bare`: without the word for its scale, "5" of "5 million". */
  amount: { value: string; percent: boolean; unit: string | null; bare?: string };
  bound: { op: Comparative['op']; of?: Hints };
  compared: { op: Comparative['op']; amount: Meanings['amount']; of?: Hints; judges?: true };
  span: Period;
  periods: Period[];
  values: ValueRef;
  ranking: Superlative & { n: number | null; skip: number };
  target: Target;
  asked: Target;
  measure: Measurement;
  measures: Measurement[];
  group: Group;
  groups: Group[];
  filter: Filter;
  filters: Filter[];
  rank: Rank;
  moving: Moving;
  /** `whole`: each group of all, whatever conditions there are. */
  shared: { of: Measurement | null; each: Group | null; where: Filter | null; whole?: true };
  /** Of what it is, where that stands between the words. */
  comparing: Comparison & { difference: boolean; of?: Measurement };
  having: {
    /** The number stands before what there are so many of. */
    named?: true;
    op: Comparative['op'];
    than: string;
    measure: Measurement | null;
    percent?: boolean;
    unit?: string | null /** The things of which each is bounded. */;
    things?: FieldRef;
  };
  /** Of a column or value that the question speaks of elsewhere as well. */
  mention: FieldRef;
  /** What was done with every row, by its date: "borrowed". */
  deed: FieldRef;
  /** One of two things that go together. */
  side: FieldRef;
  /** The same part of another year. */
  same_part: { year: number; grain: Grain | null };
  /** What rows are about, where it changes nothing. */
  noun: FieldRef;
  /** Another aggregate for what was asked before. */
  restated: Meanings['aggregate'];
  renumbered: string;
  /** The same days a year before; of this period, where it is said again. */
  against_year: { period: Period | null };
  /** Groups that are to be counted. */
  tally: Group;
  /** The columns by which what is listed is to be named. */
  naming: FieldRef[];
  /** The first time that a column is at a level. */
  reached: { field: FieldRef; level: string };
  /** In which unit a figure is to be told. */
  in_unit: string;
  /** Rows as they stand; so many of them. */
  listing: { table: string | null; n: number | null };
  special:
    | { kind: 'distribution'; of: FieldRef; width: string | null }
    /** How many things have how many rows. */
    | { kind: 'spread'; of: Measurement; each: FieldRef }
    | { kind: 'outliers'; of: FieldRef }
    | { kind: 'repeated'; fields: FieldRef[]; count: boolean }
    | { kind: 'missing' }
    | { kind: 'columns' | 'overview' };
}
export type Category = keyof Meanings;

/** Words from `from` to `to` (excluded) read as something, at a cost. */
export type ItemOf<C extends Category> = {
  category: C;
  meaning: Meanings[C];
  from: number;
  to: number;
  cost: number;
  /** What it was put together of; nothing where it stands for the words themselves. */
  parts?: readonly Item[];
};
/** What words may stand for, wherever they stand. */
export type Finding<C extends Category = Category> = {
  [K in C]: { category: K; meaning: Meanings[K]; cost: number };
}[C];

export type Item = { [C in Category]: ItemOf<C> }[Category];

/** What a reading may be put together of; everything else is a step on the way. */
export const CLAUSES = [
  'measure',
  'measures',
  'groups',
  'filters',
  'asked',
  'rank',
  'moving',
  'shared',
  'comparing',
  'having',
  'listing',
  'tally',
  'naming',
  'reached',
  'in_unit',
  'against_year',
  'special',
  'show',
  'list',
  'over_time',
  'instead',
  'refuse',
  'help',
  'now',
  'when',
  'mention',
  'deed',
  'same_part',
  'noun',
  'ordering',
  'difference',
  'points',
  'pooled',
  'referring',
  'those',
  'restated',
  'renumbered',
  'ago',
  'additionally',
  'adding',
  'compare',
] as const satisfies readonly Category[];
export type ClauseCategory = (typeof CLAUSES)[number];
export type Clause = { [C in ClauseCategory]: ItemOf<C> }[ClauseCategory];

const clauseNames: ReadonlySet<string> = new Set(CLAUSES);
export const isClause = (item: Item): item is Clause => clauseNames.has(item.category);

export const sameField = (a: FieldRef, b: FieldRef): boolean => a.table === b.table && a.field === b.field;
