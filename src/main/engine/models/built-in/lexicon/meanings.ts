import type { Aggregate, CalendarPart, Grain } from '#contract/query';

/** Names that a word prefers among columns: the stems of a column's name, best first. */
export type Hints = readonly string[];

export interface Comparative {
  op: '<' | '<=' | '>' | '>=' | '=' | '!=';
  /** The columns it speaks of: age for "older than". */
  of?: Hints;
}

export interface Superlative {
  direction: 'most' | 'least';
  /** The columns it speaks of: weight for "heaviest". */
  of?: Hints;
  /** How large, not how many: "biggest". */
  size?: true;
  /** How often, whatever is counted: "busiest", "most common". */
  counts?: true;
  /** Good or bad: of defects the most are the worst. */
  judges?: true;
  /** Says nothing on its own: "top", "best". */
  plain?: true;
}

export type Window =
  | { kind: 'running' }
  | { kind: 'moving'; aggregate: 'mean' | 'median' | 'sum' | 'min' | 'max' }
  | { kind: 'growth' | 'difference'; grain?: Grain; against?: 'previous' | 'year_before' | 'first' }
  | { kind: 'rank' };

export type Refusal = 'forecast' | 'cause' | 'opinion' | 'change' | 'other_topic';

/** A fact about single rows that a word tells of a column: "late" is a delay of more than nothing. */
export interface Predicate {
  of: Hints;
  op: '<' | '<=' | '>' | '=' | 'missing' | 'present';
  /** Nothing for what is missing or present. */
  than: string;
  /** "late" may stand beside a number that says how much. */
  measured: boolean;
}

/** What comes in, goes out, or either, whatever its column is called. */
export type MoneyWord = 'in' | 'out' | 'either';

/** What a concept of the trade is made of: margin is profit over sales. */
export interface Concept {
  left: Hints;
  calculate: 'add' | 'subtract' | 'multiply' | 'divide';
  right: Hints;
  percent?: true;
}

/** What the words of the language mean, by the category the grammar knows them under. */
export interface LexicalMeanings {
  /** "where": of places. */
  where: true;
  /** "twice". */
  times_number: string;
  aggregate: { aggregate: Aggregate; percentile?: string };
  /** Of rows or things, or of times that something happened. */
  count: 'rows' | 'times';
  different: true;
  superlative: Superlative;
  ordinal: number;
  comparative: Comparative;
  /** "or more", after a number. */
  at_edge: Comparative['op'];
  less_more: '<' | '>';
  numeral: string;
  /** Noughts behind a number: 6 for millions. */
  scale: number;
  percentile: true;
  step: true;
  quartiles: true;
  /** "negative": below nothing, above it, or just that. */
  sign: '<' | '>' | '=';
  within: true;
  /** "only returns". */
  only: true;
  pooled: true;
  /** "of those": the rows of the question before. */
  referring: true;
  /** "how long": the columns it may speak of. */
  extent: Hints;
  /** Added since the time before, of a running count. */
  fresh: true;
  /** "largest first". */
  ordering: 'most' | 'least';
  grain: Grain;
  /** "monthly". */
  each_grain: Grain;
  part: CalendarPart;
  month: number;
  weekday: number;
  weekdays: readonly number[];
  quarter: number;
  half: number;
  decade: number;
  season: readonly number[];
  over_time: true;
  last: true;
  this_period: true;
  ago: 'before';
  window: Window;
  share: true;
  /** "time to resolve": from the beginning to that date. */
  time_to: true;
  /** From the first day of the last year to the last day of the data. */
  to_date: true;
  year_before: true;
  rate: true;
  ratio: true;
  product: true;
  distribution: true;
  correlation: true;
  outlier: true;
  repeated: true;
  missing: 'missing' | 'present';
  /** "more" asks which of several it is. */
  compare: 'compare' | 'more';
  difference: true;
  /** A difference of two shares. */
  points: true;
  predicate: Predicate;
  concept: Concept;
  money: MoneyWord;
  show: 'bar' | 'line' | 'area' | 'scatter' | 'pie' | 'histogram' | 'none';
  list: true;
  which: true;
  who: true;
  when: true;
  columns: true;
  overview: true;
  help: true;
  refuse: Refusal;
  by: true;
  /** "for each" lists them more than "per" does. */
  per: 'per' | 'each';
  of: true;
  and: true;
  or: true;
  not: true;
  in: true;
  from: true;
  to: true;
  with: true;
  than: true;
  is: true;
  versus: true;
  between: true;
  since: true;
  before: true;
  after: true;
  until: true;
  contains: 'contains' | 'starts_with' | 'ends_with';
  percent: true;
  unit: string;
  instead: true;
  additionally: true;
  /** "add … next to it": what was asked before stays. */
  adding: true;
  row: null;
  people: null;
  now: true;
  /** Read over; `telling` where it could have changed what is asked for. */
  filler: 'telling' | null;
}
export type LexicalCategory = keyof LexicalMeanings;

export type LexiconEntry = {
  [C in LexicalCategory]: { category: C; meaning: LexicalMeanings[C]; phrases: readonly string[]; cost: number };
}[LexicalCategory];

/** English and German words, parted by `|`, for one meaning. */
export type LexiconRow<C extends LexicalCategory> = readonly [
  english: string,
  german: string,
  meaning: LexicalMeanings[C],
  cost?: number,
];

export const entries = <C extends LexicalCategory>(category: C, rows: readonly LexiconRow<C>[]): LexiconEntry[] =>
  rows.map(
    ([english, german, meaning, cost = 0]) =>
      ({
        category,
        meaning,
        phrases: `${english}|${german}`.split('|').filter((phrase) => phrase !== ''),
        cost,
      }) as LexiconEntry,
  );
