import { z } from 'zod';

/**
 * One question as a value: what rules, a model or a click write, what is compiled to SQL, shown as a reading, kept with the
 * step and run again on another file. Small and closed. It speaks of the fields of `Definitions`, never SQL; everything in
 * it has a name, nothing is known by its position. Null-like parts are left out.
 */

/** A field by its id; one of a joined table as `table.field`. */
export const FieldName = z.string().min(1).max(1_000);
/** How a column of the result is called: unique in its query. */
export const OutputName = z.string().min(1).max(200);
/** A number as decimal text, a date as ISO text, yes and no as booleans; compared in the type of its field. */
export const Operand = z.union([z.string().max(4_000), z.boolean(), z.number().transform(String)]);
const TableName = z.string().min(1).max(1_000);
/** Pairs of equal fields: this table's, the other's. */
const JoinKeys = z
  .array(z.tuple([FieldName, FieldName]))
  .min(1)
  .max(10);
const Count = z.int().positive().max(100_000);

export const Grain = z.enum(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute']);
export type Grain = z.infer<typeof Grain>;
/** What recurs: months of any year, days of any week. Numbered from 1 (weekdays from Monday), hours from 0. */
export const CalendarPart = z.enum(['quarter_of_year', 'month_of_year', 'day_of_month', 'weekday', 'hour_of_day']);
export type CalendarPart = z.infer<typeof CalendarPart>;

const Year = z.int().min(1).max(9_999);

export const Period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('year'), year: Year }),
  z.strictObject({ kind: z.literal('quarter'), year: Year, quarter: z.int().min(1).max(4) }),
  z.strictObject({ kind: z.literal('month'), year: Year, month: z.int().min(1).max(12) }),
  /** Days as `YYYY-MM-DD`, both included; open where one is left out. */
  z.strictObject({ kind: z.literal('range'), from: z.string().max(40).optional(), to: z.string().max(40).optional() }),
  /** Counted back from the last moment of the data, the unfinished unit at its end included. */
  z.strictObject({ kind: z.literal('last'), n: Count, unit: Grain }),
  z.strictObject({ kind: z.literal('part'), part: CalendarPart, values: z.array(z.int()).min(1).max(366) }),
]);
export type Period = z.infer<typeof Period>;

const field = FieldName;
const comparison = z.enum(['=', '!=', '<', '<=', '>', '>=']);

/** A condition on the rows of one table. */
export const PlainCondition = z.discriminatedUnion('op', [
  /** Any of the values, exactly. `is_not` keeps the rows without a value. */
  z.strictObject({ op: z.literal('is'), field, values: z.array(Operand).min(1).max(1_000) }),
  z.strictObject({ op: z.literal('is_not'), field, values: z.array(Operand).min(1).max(1_000) }),
  z.strictObject({ op: z.enum(['<', '<=', '>', '>=']), field, value: Operand }),
  /** Both ends included. */
  z.strictObject({ op: z.literal('between'), field, from: Operand, to: Operand }),
  /** Case does not count. */
  z.strictObject({ op: z.enum(['contains', 'not_contains', 'starts_with', 'ends_with']), field, text: Operand }),
  z.strictObject({ op: z.enum(['missing', 'present']), field }),
  z.strictObject({ op: z.enum(['during', 'not_during']), field, period: Period }),
  /** Two fields of one row; `plus` is added to the right one: a number, or days to a time. */
  z.strictObject({ op: z.literal('compare'), left: field, comparison, right: field, plus: Operand.optional() }),
  /** Rows that share all of these values with another row. */
  z.strictObject({ op: z.literal('repeated'), fields: z.array(field).min(1).max(1_000) }),
  /** Further than `factor` interquartile ranges from the quartiles. */
  z.strictObject({ op: z.literal('outlier'), field, factor: Operand.optional() }),
  /** A condition of the analyst's own, by its id in the definitions. */
  z.strictObject({ op: z.enum(['own', 'not_own']), condition: z.string().min(1).max(200) }),
]);
export type PlainCondition = z.infer<typeof PlainCondition>;

export const Condition = z.discriminatedUnion('op', [
  ...PlainCondition.options,
  /** At least one of them, or not one. */
  z.strictObject({ op: z.enum(['any', 'none']), conditions: z.array(PlainCondition).min(1).max(100) }),
  /** Rows that have, or have no, matching row in another table. */
  z.strictObject({
    op: z.enum(['has', 'has_no']),
    table: TableName,
    on: JoinKeys,
    where: z.array(PlainCondition).max(100).optional(),
  }),
]);
export type Condition = z.infer<typeof Condition>;

export const Join = z.strictObject({
  table: TableName,
  on: JoinKeys,
  /** Rows without a match in the other table: kept with nothing in its fields (the default), or left out. */
  unmatched: z.enum(['keep', 'drop']).optional(),
});
export type Join = z.infer<typeof Join>;

export const QueryFrom = z.strictObject({
  table: TableName,
  joins: z.array(Join).max(10).optional(),
  /** Further tables of the same shape, put below it; the field `file` tells which row came from where. */
  union: z.array(TableName).max(100).optional(),
  /** Columns of one kind as rows: the id of the field that then tells them apart, as `Definitions.wide` calls it. */
  unpivot: FieldName.optional(),
});
export type QueryFrom = z.infer<typeof QueryFrom>;

export const Aggregate = z.enum([
  'count',
  'distinct',
  'missing',
  'sum',
  'mean',
  'median',
  'percentile',
  'mode',
  'min',
  'max',
  'range',
  'standard_deviation',
  'variance',
  'first',
  'last',
  'correlation',
]);
export type Aggregate = z.infer<typeof Aggregate>;

export const Arithmetic = z.enum(['add', 'subtract', 'multiply', 'divide']);

/** What is aggregated: a field, or arithmetic on two fields of the same row. For times, `subtract` gives days. */
export const RowValue = z.union([field, z.strictObject({ calculate: Arithmetic, left: field, right: field })]);
export type RowValue = z.infer<typeof RowValue>;

/** Rows with equal values form a group; `grain` and `part` are for times, `bin` for numbers. */
export const Grouping = z.strictObject({
  field,
  grain: Grain.optional(),
  part: CalendarPart.optional(),
  /** Ranges of this width, or about so many of equal width; of a measured value by width only. */
  bin: z.union([z.strictObject({ width: Operand }), z.strictObject({ count: Count })]).optional(),
  /**
   * Not the field's values themselves, but how much each of them has: customers by their number of orders. Rows without a
   * value belong to no group.
   */
  measured: z
    .strictObject({ measure: z.enum(['count', 'distinct', 'sum', 'mean', 'min', 'max']), of: RowValue.optional() })
    .optional(),
  as: OutputName,
});
export type Grouping = z.infer<typeof Grouping>;

/**
 * Groups within each group of the query: a measure is computed for each of them, and `aggregate` is made of its values, as
 * of the sales of days their mean. Only groups that have rows count; `count` is how many those are.
 */
export const Each = z.strictObject({
  by: z
    .array(Grouping.pick({ field: true, grain: true, part: true }))
    .min(1)
    .max(5),
  aggregate: z.enum(['mean', 'median', 'sum', 'min', 'max', 'standard_deviation', 'count']),
});
export type Each = z.infer<typeof Each>;

/** An aggregate of the rows of each group. */
export const Measure = z.strictObject({
  measure: Aggregate,
  /** Left out for a count of rows. */
  of: RowValue.optional(),
  /** The other field of a correlation; the weight of a mean; the time that `first` and `last` go by. */
  with: field.optional(),
  /** 0 to 100, for a percentile. */
  percentile: Operand.optional(),
  /** Only these rows, for this measure alone. */
  where: z.array(PlainCondition).max(100).optional(),
  /** It is computed for each of these groups first. */
  each: Each.optional(),
  as: OutputName,
});
export type Measure = z.infer<typeof Measure>;

/** A measure of the analyst's own, by its id in the definitions. */
export const OwnMeasure = z.strictObject({ own: z.string().min(1).max(200), as: OutputName });
export type OwnMeasure = z.infer<typeof OwnMeasure>;

/** Arithmetic on values of the same group: each side an output's name, or a number. A ratio divides; one by nothing is empty. */
export const Calculation = z.strictObject({
  calculate: Arithmetic,
  left: OutputName,
  right: z.union([OutputName, z.strictObject({ number: Operand })]),
  /** It is a share of a whole, and shown in percent. */
  percent: z.boolean().optional(),
  as: OutputName,
});
export type Calculation = z.infer<typeof Calculation>;

/**
 * A value of a group set beside those of other groups. `along` names the grouping that is walked, in its order; `within` the
 * groupings that are kept apart, all others where it is left out and `along` is given, none for shares and ranks. Along a
 * time, neighbours are found by the calendar: where a period has no rows, the one after it has nothing before it.
 */
export const WindowValue = z.strictObject({
  window: z.enum(['share', 'rank', 'running', 'moving', 'previous', 'difference', 'growth']),
  of: OutputName,
  along: OutputName.optional(),
  within: z.array(OutputName).max(20).optional(),
  /** What `previous`, `difference` and `growth` look at; one group before where it is left out. */
  against: z.enum(['previous', 'year_before', 'first']).optional(),
  /** How many groups, or periods, a moving window holds; it has a value where the window is whole. */
  size: Count.optional(),
  /** How a moving window is aggregated: mean where left out. */
  aggregate: z.enum(['mean', 'median', 'sum', 'min', 'max']).optional(),
  as: OutputName,
});
export type WindowValue = z.infer<typeof WindowValue>;

export const Computation = z.union([Measure, OwnMeasure, Calculation, WindowValue]);
export type Computation = z.infer<typeof Computation>;

/** A condition on a value of the result. */
export const ResultCondition = z.strictObject({ value: OutputName, op: comparison, than: Operand });
export type ResultCondition = z.infer<typeof ResultCondition>;

export const Order = z.strictObject({ value: OutputName, direction: z.enum(['ascending', 'descending']) });
export type Order = z.infer<typeof Order>;

export const Limit = z.strictObject({
  n: Count,
  /** So many of each group: the names of groupings. */
  within: z.array(OutputName).max(20).optional(),
  /** So many values of this grouping, by the first order over all the others; each keeps all its groups, which the further orders sort. */
  of: OutputName.optional(),
  /** Places before the first one shown: 1 for "the second highest". */
  skip: z.int().nonnegative().max(100_000).optional(),
});
export type Limit = z.infer<typeof Limit>;

/** Single rows instead of groups: outputs are called as their fields, and any field may be the order. */
export const RowList = z.strictObject({
  /** All fields where left out. */
  fields: z.array(field).min(1).max(1_000).optional(),
  /** Equal rows once. */
  distinct: z.boolean().optional(),
});

export const QUERY_VERSION = 1;

export const Query = z.strictObject({
  version: z.literal(QUERY_VERSION).optional(),
  from: QueryFrom,
  /** All of them hold. */
  where: z.array(Condition).max(100).optional(),
  by: z.array(Grouping).max(10).optional(),
  compute: z.array(Computation).max(200).optional(),
  rows: RowList.optional(),
  having: z.array(ResultCondition).max(20).optional(),
  order: z.array(Order).max(20).optional(),
  limit: Limit.optional(),
  show: z.strictObject({ chart: z.enum(['bar', 'line', 'area', 'scatter', 'pie', 'histogram', 'none']) }).optional(),
});
export type Query = z.infer<typeof Query>;
