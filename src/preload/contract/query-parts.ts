import { z } from 'zod';
import { Aggregate, Arithmetic, CalendarPart, Grain, Operand, Period, Query } from './query';

/**
 * A query taken apart for people: what its parts say, as data, with the titles of fields in the place of their names. Words make
 * the line above an answer of them, and the titles of charts; the window makes chips.
 */

const title = z.string();
const titles = z.array(title);
const comparison = z.enum(['=', '!=', '<', '<=', '>', '>=']);
/** Nouns for one row, in the singular: `flight`; null where none is known. */
const noun = z.string().nullable();

export const PlainConditionPart = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['is', 'is_not']), title, values: z.array(Operand), flag: z.boolean() }),
  z.object({ op: z.enum(['<', '<=', '>', '>=']), title, value: Operand }),
  z.object({ op: z.literal('between'), title, from: Operand, to: Operand }),
  z.object({ op: z.enum(['contains', 'not_contains', 'starts_with', 'ends_with']), title, text: Operand }),
  z.object({ op: z.enum(['missing', 'present', 'outlier']), title }),
  /** `title` is null where the table has no other time. */
  z.object({ op: z.enum(['during', 'not_during']), title: title.nullable(), period: Period }),
  z.object({ op: z.literal('compare'), left: title, comparison, right: title }),
  z.object({ op: z.literal('repeated'), titles }),
  z.object({ op: z.enum(['own', 'not_own']), title }),
]);
export type PlainConditionPart = z.infer<typeof PlainConditionPart>;

export const ConditionPart = z.discriminatedUnion('op', [
  ...PlainConditionPart.options,
  z.object({ op: z.enum(['any', 'none']), conditions: z.array(PlainConditionPart) }),
  z.object({ op: z.enum(['has', 'has_no']), table: title, noun, where: z.array(PlainConditionPart) }),
]);
export type ConditionPart = z.infer<typeof ConditionPart>;

const rowValue = z.union([title, z.object({ calculate: Arithmetic, left: title, right: title })]);

/** `path` is where it stands in the query: `by.0`. */
export const QueryPart = z.discriminatedUnion('slot', [
  z.object({
    slot: z.literal('measure'),
    path: z.string(),
    output: z.string(),
    measure: Aggregate,
    of: rowValue.nullable(),
    with: title.nullable(),
    percentile: z.string().nullable(),
    where: z.array(PlainConditionPart),
    noun,
  }),
  z.object({ slot: z.literal('own'), path: z.string(), output: z.string(), title }),
  z.object({
    slot: z.literal('calculation'),
    path: z.string(),
    output: z.string(),
    calculate: Arithmetic,
    left: title,
    right: z.union([title, z.object({ number: z.string() })]),
    percent: z.boolean(),
  }),
  z.object({
    slot: z.literal('window'),
    path: z.string(),
    output: z.string(),
    window: z.enum(['share', 'rank', 'running', 'moving', 'previous', 'difference', 'growth']),
    of: title,
    /** The period that is walked, where that is one. */
    grain: Grain.nullable(),
    within: titles,
    against: z.enum(['previous', 'year_before', 'first']),
    size: z.int().nullable(),
    aggregate: z.enum(['mean', 'median', 'sum', 'min', 'max']),
  }),
  z.object({
    slot: z.literal('group'),
    path: z.string(),
    output: z.string(),
    title,
    grain: Grain.nullable(),
    part: CalendarPart.nullable(),
    /** The width of bins. */
    width: z.string().nullable(),
  }),
  z.object({ slot: z.literal('rows'), path: z.string(), titles, distinct: z.boolean(), noun }),
  z.object({ slot: z.literal('condition'), path: z.string(), condition: ConditionPart }),
  z.object({ slot: z.literal('having'), path: z.string(), value: title, op: comparison, than: Operand }),
  z.object({
    slot: z.literal('order'),
    path: z.string(),
    value: title,
    direction: z.enum(['ascending', 'descending']),
  }),
  z.object({
    slot: z.literal('limit'),
    path: z.string(),
    n: z.int(),
    skip: z.int(),
    within: titles,
    of: title.nullable(),
    /** By what they are the first, and which way. */
    by: title.nullable(),
    direction: z.enum(['ascending', 'descending']),
  }),
  /** Tables beside the first one, by their files. */
  z.object({ slot: z.literal('source'), path: z.string(), joined: titles, below: titles, table: title }),
]);
export type QueryPart = z.infer<typeof QueryPart>;

/** What a part could be instead; null as `part` where it is taken away. */
export const QueryAlternative = z.object({ query: Query, part: QueryPart.nullable() });
export type QueryAlternative = z.infer<typeof QueryAlternative>;
