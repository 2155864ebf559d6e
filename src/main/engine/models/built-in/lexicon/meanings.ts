import { z } from 'zod';
import { Aggregate, CalendarPart, Grain } from '#contract/query';
import { listOf } from './lists';

/** A cell that says no more than its category does. */
const flag = z.literal('').transform((): true => true);
const nothing = z.literal('').transform(() => null);
const text = z.string().min(1);
const number = text.transform(Number).pipe(z.number());
const cells = text.transform((value) => value.split(',').map((cell) => cell.trim()));
const numbers = cells.transform((list) => list.map(Number)).pipe(z.array(z.number()));
/** Names of columns and of lists of them, the likeliest first. */
const hints = cells.transform((names): Hints => names.flatMap((name) => listOf(name) ?? [name]));
const isSo = z
  .literal('')
  .transform((): boolean => true)
  .default(false);
/** `key: value; key: value`; a key by itself is a flag. */
const record = <T>(schema: z.ZodType<T>) => text.transform((value) => schema.parse(fieldsOf(value)));
const object = <S extends z.ZodRawShape>(shape: S) => record(z.strictObject(shape));
const fieldsOf = (value: string): Record<string, string> =>
  Object.fromEntries(
    value.split(';').map((field) => {
      const [key = '', ...rest] = field.split(':');
      return [key.trim(), rest.join(':').trim()];
    }),
  );

/** Names that a word prefers among columns: the stems of a column's name, best first. */
export type Hints = readonly string[];

const op = z.enum(['<', '<=', '>', '>=', '=', '!=']);
const direction = z.enum(['most', 'least']);
const window = record(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('running') }),
    z.strictObject({ kind: z.literal('moving'), aggregate: z.enum(['mean', 'median', 'sum', 'min', 'max']) }),
    z.strictObject({
      kind: z.enum(['growth', 'difference']),
      grain: Grain.exactOptional(),
      /** "fell": the most of it is the least. */
      falls: flag.exactOptional(),
      against: z.enum(['previous', 'year_before', 'first']).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('rank') }),
  ]),
);

/** What the words of the language mean, by the category the grammar knows them under: how their cells are read. */
export const CATEGORIES = {
  /** "where": of places. */
  where: flag,
  /** A time of any day, as `HH:MM:SS`. */
  clock: text,
  /** Verbs that a time of day may follow. */
  begins: flag,
  /** "twice". */
  times_number: text,
  aggregate: object({ aggregate: Aggregate, percentile: text.exactOptional() }),
  /** Of rows or things, or of times that something happened. */
  /** `much`: of what is measured, where nothing is named. */
  count: z.enum(['rows', 'times', 'much']),
  different: flag,
  superlative: object({
    direction,
    /** The columns it speaks of: weight for "heaviest". */
    of: hints.exactOptional(),
    /** How large, not how many: "biggest". */
    size: flag.exactOptional(),
    /** How often, whatever is counted: "busiest", "most common". */
    counts: flag.exactOptional(),
    /** Good or bad: of defects the most are the worst. */
    judges: flag.exactOptional(),
    /** Says nothing on its own: "top", "best". */
    plain: flag.exactOptional(),
  }),
  ordinal: number,
  comparative: object({
    op,
    /** The columns it speaks of: age for "older than". */
    of: hints.exactOptional(),
    /** Good or bad: of places, the better one is the lower number. */
    judges: flag.exactOptional(),
  }),
  /** "pass": the first time that a level is there. */
  reach: flag,
  /** "or more", after a number. */
  at_edge: op,
  less_more: z.enum(['<', '>']),
  numeral: text,
  /** Noughts behind a number: 6 for millions. */
  scale: number,
  percentile: flag,
  step: flag,
  quartiles: flag,
  /** "negative": below nothing, above it, or just that. */
  sign: z.enum(['<', '>', '=']),
  within: flag,
  /** "only returns". */
  only: flag,
  pooled: flag,
  /** "of those": the rows of the question before. */
  referring: flag,
  /** "which ones?": what was counted. */
  those: flag,
  /** "how long": the columns it may speak of. */
  extent: hints,
  /** Added since the time before, of a running count. */
  fresh: flag,
  /** "largest first". */
  ordering: direction,
  grain: Grain,
  /** "monthly". */
  each_grain: Grain,
  part: CalendarPart,
  month: number,
  weekday: number,
  weekdays: numbers,
  quarter: number,
  half: number,
  decade: number,
  season: numbers,
  /** "during the year", where the data has one. */
  that_year: flag,
  /** Hours of the day. */
  daytime: numbers,
  over_time: flag,
  last: flag,
  this_period: flag,
  ago: z.literal('before'),
  window: window,
  share: flag,
  /** "time to resolve": from the beginning to that date. */
  time_to: flag,
  /** From a beginning to one of these moments: "lifetime". */
  lasting: hints,
  /** "heavier": the columns it may speak of. */
  degree: hints,
  /** From the first day of the last year to the last day of the data. */
  to_date: flag,
  year_before: flag,
  rate: flag,
  /** "more often": which of two kinds of rows do something at a higher rate. */
  oftener: flag,
  ratio: flag,
  product: flag,
  distribution: flag,
  correlation: flag,
  outlier: flag,
  repeated: flag,
  missing: z.enum(['missing', 'present']),
  /** "more" asks which of several it is. */
  compare: z.enum(['compare', 'more']),
  difference: flag,
  /** A difference of two shares. */
  points: flag,
  /** A fact about single rows that a word tells of a column: "late" is a delay of more than nothing. */
  predicate: object({
    of: hints,
    op: z.enum(['<', '<=', '>', '=', 'missing', 'present']),
    /** Nothing for what is missing or present. */
    than: z.string().default(''),
    /** "late" may stand beside a number that says how much. */
    measured: isSo,
  }),
  /** What a concept of the trade is made of: margin is profit over sales. */
  concept: object({
    left: hints,
    calculate: z.enum(['add', 'subtract', 'multiply', 'divide']),
    right: hints,
    percent: flag.exactOptional(),
  }),
  /** What comes in, goes out, or either, whatever its column is called. */
  money: z.enum(['in', 'out', 'either']),
  show: z.enum(['bar', 'line', 'area', 'scatter', 'pie', 'histogram', 'none']),
  list: flag,
  /** By what single things are known. */
  label: z.enum(['name', 'id']),
  /** Stretches of ten years, to group by. */
  decades: flag,
  /** "groups", "bands": stretches of numbers. */
  bins: flag,
  which: flag,
  who: flag,
  when: flag,
  columns: flag,
  overview: flag,
  help: flag,
  refuse: z.enum(['forecast', 'cause', 'opinion', 'change', 'other_topic']),
  by: flag,
  /** "for each" lists them more than "per" does. */
  per: z.enum(['per', 'each']),
  of: flag,
  and: flag,
  or: flag,
  not: flag,
  /** "income minus spending". */
  subtracted: flag,
  in: flag,
  from: flag,
  to: flag,
  with: flag,
  than: flag,
  is: flag,
  versus: flag,
  between: flag,
  since: flag,
  before: flag,
  after: flag,
  until: flag,
  contains: z.enum(['contains', 'starts_with', 'ends_with']),
  percent: flag,
  unit: text,
  instead: flag,
  additionally: flag,
  /** "add … next to it": what was asked before stays. */
  adding: flag,
  row: nothing,
  people: nothing,
  /** "somebody was": at least one, or none. */
  somebody: z.enum(['>', '=']),
  /** "when": of what goes together. */
  alongside: flag,
  /** "paid", behind how. */
  paid: flag,
  /** "the rest": all that are not of the kind before. */
  others: flag,
  /** "in the same months". */
  same: flag,
  now: flag,
  /** Read over; `telling` where it could have changed what is asked for. */
  filler: z.literal('telling').or(nothing),
} satisfies Record<string, z.ZodType<unknown, string>>;

export type LexicalCategory = keyof typeof CATEGORIES;
export type LexicalMeanings = { [C in LexicalCategory]: z.infer<(typeof CATEGORIES)[C]> };
export type Comparative = LexicalMeanings['comparative'];
export type Superlative = LexicalMeanings['superlative'];
export type Window = LexicalMeanings['window'];
export type MoneyWord = LexicalMeanings['money'];

export type LexiconEntry = {
  [C in LexicalCategory]: { category: C; meaning: LexicalMeanings[C]; phrases: readonly string[]; cost: number };
}[LexicalCategory];
