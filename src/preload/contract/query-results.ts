import { z } from 'zod';
import { FieldDefinition } from './definitions';
import { Aggregate, CalendarPart, FieldName, Grain, OutputName, Query } from './query';
import { Cell, ColumnType } from './tables';

/** What a query's answer is made of, beside its rows: what each column is, what to know of it, and why there is none. */

/** A column of the result, in the order groupings, computations; or a field of a list of rows. */
export const QueryColumn = z.object({
  name: OutputName,
  /** `time`, `part`, `bin` and `group` tell groups apart; `field` is a value of a single row. */
  role: z.enum([
    'group',
    'time',
    'part',
    'bin',
    'measure',
    'calculation',
    'share',
    'rank',
    'running',
    'moving',
    'previous',
    'difference',
    'growth',
    'field',
  ]),
  type: ColumnType,
  /** Shares and growth are `percent`: 0.12 is 12 %. */
  unit: FieldDefinition.shape.unit,
  /** Digits after the decimal point that say something; null where it is no number, or a name such as a year. */
  decimals: z.int().nonnegative().nullable(),
  /** The field that it holds or aggregates. */
  field: FieldName.optional(),
  aggregate: Aggregate.optional(),
  grain: Grain.optional(),
  part: CalendarPart.optional(),
  /** Width of the bins; the column holds their lower ends, which belong to them. */
  width: z.string().optional(),
  /** The output that it is made of. */
  of: OutputName.optional(),
});
export type QueryColumn = z.infer<typeof QueryColumn>;

const count = z.int().nonnegative();

/** What to know of the figures. */
export const QueryFact = z.discriminatedUnion('code', [
  /** Rows that the conditions leave, of all there are; the others are in no figure. */
  z.object({ code: z.literal('rows_used'), used: count, of: count }),
  /** Rows, of those used, without a value in this field: left out of `outputs`, or of everything where that is empty. */
  z.object({ code: z.literal('rows_without'), field: FieldName, count, outputs: z.array(OutputName) }),
  /** More share the last place than are shown. */
  z.object({ code: z.literal('ties'), output: OutputName, at: Cell, count, shown: count }),
  /** In so many of the groups of `within` the last place is shared. */
  z.object({ code: z.literal('ties_within'), output: OutputName, count }),
  /**
   * The data begins after the first period of `output` does, or ends before the last one; without an output, those of a
   * condition. `period` is the start of the period, or the year.
   */
  z.object({
    code: z.literal('period_incomplete'),
    output: OutputName.optional(),
    period: Cell,
    grain: Grain.optional(),
    data: z.enum(['begins', 'ends']),
    at: Cell,
  }),
  /** Periods between the first and the last one in which there are no rows. */
  z.object({ code: z.literal('gaps'), output: OutputName, count, of: count }),
  /** Periods, of all from the first to the last one in each group, that have no rows and so no part in `output`, which is of those that have. */
  z.object({ code: z.literal('periods_without_rows'), output: OutputName, grain: Grain, count, of: count }),
  /** Rows without a match in the joined table: kept with nothing in its fields, or left out. */
  z.object({ code: z.literal('unmatched'), table: z.string(), count, kept: z.boolean() }),
  /** Rows of the other table that belong to none of this one. */
  z.object({ code: z.literal('orphans'), table: z.string(), count }),
  /** Each value of the other table counts once for every row that it is joined to. */
  z.object({ code: z.literal('repeated_by_join'), output: OutputName, table: z.string() }),
  /** Shares are of a total in which parts below zero stand against others. */
  z.object({ code: z.literal('negative_parts'), output: OutputName, count }),
  /** The last, or first, moment has several rows: so many groups in which one of them was taken, the least. */
  z.object({ code: z.literal('several_at_moment'), output: OutputName, count }),
  /** The result has more rows than are kept. */
  z.object({ code: z.literal('result_cut') }),
]);
export type QueryFact = z.infer<typeof QueryFact>;

const path = z.string();
const near = z.array(z.string()).max(10);

/** Why a query cannot be computed as it stands. `path` is where: `compute.0.of`. */
export const QueryProblem = z.discriminatedUnion('code', [
  /** It has not the form of a query; `message` is the parser's. */
  z.object({ code: z.literal('malformed'), path, message: z.string() }),
  z.object({ code: z.literal('unknown_table'), path, table: z.string(), near }),
  z.object({ code: z.literal('unknown_field'), path, field: z.string(), near }),
  /** The field is one of another table, which the query does not join, and which no known relation leads to. */
  z.object({ code: z.literal('not_joined'), path, table: z.string(), field: z.string() }),
  z.object({ code: z.literal('unknown_output'), path, output: z.string(), near }),
  z.object({ code: z.literal('unknown_measure'), path, measure: z.string(), near }),
  z.object({ code: z.literal('unknown_condition'), path, condition: z.string(), near }),
  z.object({ code: z.literal('name_taken'), path, output: z.string() }),
  /** The part needs a field, or values, of one of these kinds. */
  z.object({
    code: z.literal('type_mismatch'),
    path,
    field: z.string(),
    type: ColumnType,
    needs: z.array(z.enum(['number', 'time', 'text', 'boolean', 'comparable'])),
    value: z.string().optional(),
  }),
  /** Its values must not be summed, or not over time; `alternatives` may be asked instead. */
  z.object({
    code: z.literal('does_not_add_up'),
    path,
    field: z.string(),
    why: z.enum(['never', 'not_over_time', 'cumulative']),
    alternatives: z.array(Query),
  }),
  /** A share or a running total of what does not add up, as of means. */
  z.object({ code: z.literal('no_whole'), path, output: z.string() }),
  /** Amounts in different currencies or units; `alternatives` tell them apart by the column that says which. */
  z.object({ code: z.literal('mixed_units'), path, units: z.array(z.string()), alternatives: z.array(Query) }),
  /** Something of the part is not there. */
  z.object({
    code: z.literal('needs'),
    path,
    what: z.enum(['of', 'with', 'percentile', 'size', 'along', 'time', 'groups', 'number', 'order', 'computation']),
  }),
  /** Computations that rest on themselves. */
  z.object({ code: z.literal('circular'), path, output: z.string() }),
  /** Rows would be counted several times: `alternatives` count each once. */
  z.object({ code: z.literal('fan_out'), path, table: z.string(), alternatives: z.array(Query) }),
  /** A table below another has not this field, or one of another type. */
  z.object({ code: z.literal('not_alike'), path, table: z.string(), field: z.string() }),
  /** The part cannot stand at this place. */
  z.object({ code: z.literal('not_here'), path, what: z.string() }),
  /** The field's times are too coarse for it: years have no months. */
  z.object({ code: z.literal('too_coarse'), path, field: z.string() }),
]);
export type QueryProblem = z.infer<typeof QueryProblem>;
