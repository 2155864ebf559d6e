import { z } from 'zod';
import {
  Aggregate,
  CalendarPart,
  Computation,
  Condition,
  FieldName,
  Grain,
  Grouping,
  Limit,
  Measure,
  Order,
  Period,
  Query,
  ResultCondition,
  WindowValue,
} from './query';
import { QueryProblem } from './query-results';
import { Cell, ColumnType } from './tables';

/** How a query is read, part by part, and what may stand in the place of each: what the window makes chips and menus of. */

/** What is called how, for those names that the query uses. */
export const ReadingNames = z.object({
  /** By the field's name in the query. */
  fields: z.record(z.string(), z.object({ title: z.string(), type: ColumnType })),
  /** By the output's name: what it is, and how its values follow each other. */
  outputs: z.record(
    z.string(),
    z.object({ kind: z.enum(['number', 'time', 'text']), value: z.union([Grouping, Computation]) }),
  ),
  measures: z.record(z.string(), z.string()),
  conditions: z.record(z.string(), z.string()),
  /** By the table's name: its file. */
  tables: z.record(z.string(), z.string()),
  /** What one row is, singular and in lower case; null where that is not known. */
  entity: z.string().nullable(),
});
export type ReadingNames = z.infer<typeof ReadingNames>;

/** Where a part stands in its query: `compute.0`, `where.2`, `limit`. In menus also where one could stand: `by.new`. */
export const QuerySlot = z.string().regex(/^[a-z]+(\.(\d{1,3}|new)(:.{1,1000})?)?$/s);
export type QuerySlot = z.infer<typeof QuerySlot>;

const slot = QuerySlot;
export const ReadingPart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    slot,
    table: z.string(),
    joins: z.array(z.string()),
    union: z.array(z.string()),
  }),
  z.object({ kind: z.literal('measure'), slot, value: Computation }),
  z.object({ kind: z.literal('rows'), slot, fields: z.array(FieldName), distinct: z.boolean() }),
  z.object({ kind: z.literal('group'), slot, value: Grouping }),
  z.object({ kind: z.literal('condition'), slot, value: Condition }),
  z.object({ kind: z.literal('having'), slot, value: ResultCondition }),
  z.object({ kind: z.literal('order'), slot, value: Order }),
  /** `ranked` where the order puts the largest, or the smallest, first. */
  z.object({ kind: z.literal('limit'), slot, value: Limit, ranked: z.enum(['top', 'bottom']).nullable() }),
  z.object({ kind: z.literal('chart'), slot, chart: Query.shape.show.unwrap().shape.chart }),
]);
export type ReadingPart = z.infer<typeof ReadingPart>;

export const QueryReading = z.object({
  query: Query,
  /** In the order they are read. */
  parts: z.array(ReadingPart),
  names: ReadingNames,
  /** Why it cannot be computed as it stands; empty where it can. */
  problems: z.array(QueryProblem),
});
export type QueryReading = z.infer<typeof QueryReading>;

const title = z.string();
/** What an entry of a menu says. */
export const ChoiceLabel = z.discriminatedUnion('code', [
  /** Leads on to what there is of this kind: `next`. */
  z.object({
    code: z.literal('add'),
    kind: z.enum(['measure', 'group', 'condition', 'having', 'order', 'limit', 'chart']),
  }),
  z.object({ code: z.literal('field'), title, type: ColumnType }),
  z.object({ code: z.literal('measure'), aggregate: Aggregate, title: title.nullable() }),
  z.object({ code: z.literal('count_rows'), entity: z.string().nullable() }),
  z.object({ code: z.literal('own'), title }),
  z.object({ code: z.literal('not_own'), title }),
  z.object({ code: z.literal('window'), value: WindowValue }),
  /** The measure for each of some groups, or for all rows together. */
  z.object({ code: z.literal('each'), value: Measure }),
  z.object({ code: z.literal('measured'), value: Grouping }),
  z.object({ code: z.literal('list_rows'), entity: z.string().nullable() }),
  z.object({ code: z.literal('grain'), grain: Grain }),
  z.object({ code: z.literal('part'), part: CalendarPart }),
  z.object({ code: z.literal('bins'), width: z.string().nullable(), count: z.int().positive().nullable() }),
  z.object({ code: z.literal('value'), value: Cell, type: ColumnType }),
  z.object({ code: z.literal('condition'), value: Condition }),
  /** The same condition the other way round. */
  z.object({ code: z.literal('reverse') }),
  z.object({ code: z.literal('having'), value: ResultCondition }),
  /** Leads on to conditions on it. */
  z.object({ code: z.literal('output'), output: z.string() }),
  z.object({ code: z.literal('period'), period: Period }),
  z.object({ code: z.literal('order'), value: Order }),
  z.object({ code: z.literal('limit'), value: Limit, ranked: z.enum(['top', 'bottom']).nullable() }),
  z.object({ code: z.literal('all') }),
  z.object({ code: z.literal('chart'), chart: Query.shape.show.unwrap().shape.chart }),
  z.object({ code: z.literal('automatic_chart') }),
  z.object({ code: z.literal('table'), title }),
  z.object({ code: z.literal('join'), title }),
  z.object({ code: z.literal('union'), title }),
  /** What the words could also mean; the parts say it. */
  z.object({ code: z.literal('reading'), parts: z.array(ReadingPart), names: ReadingNames }),
  z.object({ code: z.literal('remove') }),
]);
export type ChoiceLabel = z.infer<typeof ChoiceLabel>;

export const ChoiceGroup = z.enum([
  'readings',
  'add',
  'measures',
  'groups',
  'how',
  'fields',
  'own',
  'derived',
  'steps',
  'values',
  'conditions',
  'periods',
  'order',
  'limit',
  'chart',
  'data',
  'part',
]);
export type ChoiceGroup = z.infer<typeof ChoiceGroup>;

export const Choice = z.object({
  group: ChoiceGroup,
  label: ChoiceLabel,
  /** Other words that it is found by. */
  terms: z.string(),
  /** Rows that have the value. */
  count: z.int().nonnegative().nullable(),
  chosen: z.boolean(),
  /** The query with it; null where it leads on to another menu. */
  query: Query.nullable(),
  next: QuerySlot.nullable(),
});
export type Choice = z.infer<typeof Choice>;

export const Choices = z.object({
  choices: z.array(Choice),
  names: ReadingNames,
  /** There are more, which what is searched for would bring. */
  more: z.boolean(),
  /** What can be written into the search itself. */
  writes: z.enum(['number', 'date', 'text']).nullable(),
});
export type Choices = z.infer<typeof Choices>;
