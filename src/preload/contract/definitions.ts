import { z } from 'zod';
import { ColumnRole, Unit } from './columns';
import { DatasetId, ThreadId } from './ids';
import { Computation, FieldName, Grain, PlainCondition } from './query';
import { Cell, ColumnType } from './tables';

/**
 * What the columns of a dataset mean: derived from its profile, corrected by the analyst, kept, and found again for the next
 * file of the same shape. Questions are read, checked and compiled by it, and models are told it.
 */

const name = z.string().min(1).max(1_000);
const names = z.array(name).max(100);

/** `always`: money, counts. `not_over_time`: stocks and populations. `never`: ids, codes, years, rates, prices, ages. */
export const AddsUp = z.enum(['always', 'not_over_time', 'never']);
export type AddsUp = z.infer<typeof AddsUp>;

export const FieldDefinition = z.object({
  /** By which queries name it: the column's own name, unless two would be alike. */
  id: FieldName,
  column: z.string(),
  /** For people: `Departure delay` for `dep_delay`. */
  title: name,
  /** Other words for it, the analyst's first. */
  synonyms: names,
  role: ColumnRole,
  type: ColumnType,
  addsUp: AddsUp,
  /** Each row holds the total so far, as cumulative cases do: the last one counts, and differences are per period. */
  cumulative: z.boolean(),
  /** Digits after the decimal point, for decimals. */
  scale: z.int().nonnegative(),
  unit: z.union([Unit, z.object({ kind: z.literal('named'), name })]).nullable(),
  /** The field that tells the currency or the unit of each row's value, where those differ. */
  unitField: FieldName.optional(),
  /** For times: the finest step its values make; for text and numbers that tell a recurring time, that. */
  grain: z.union([Grain, z.enum(['month_of_year', 'weekday', 'hour_of_day'])]).nullable(),
  /** The most frequent values, most frequent first; `complete` when there are no others. */
  values: z.object({ list: z.array(z.object({ value: Cell, count: z.int().positive() })), complete: z.boolean() }),
  distinct: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  min: Cell,
  max: Cell,
  hidden: z.boolean(),
});
export type FieldDefinition = z.infer<typeof FieldDefinition>;

/** A measure of the analyst's own: the last computation is its value, those before it are its parts. */
export const MeasureDefinition = z.object({
  id: name,
  title: name,
  synonyms: names,
  compute: z.array(Computation).min(1).max(20),
  unit: FieldDefinition.shape.unit,
});
export type MeasureDefinition = z.infer<typeof MeasureDefinition>;

/** A condition of the analyst's own, as "active": all of its parts hold. */
export const ConditionDefinition = z.object({
  id: name,
  title: name,
  synonyms: names,
  where: z.array(PlainCondition).min(1).max(20),
});
export type ConditionDefinition = z.infer<typeof ConditionDefinition>;

/** What several rows are lines of, as orders: it is counted, averaged and bounded by its key, and not by rows. */
export const ThingDefinition = z.object({
  key: FieldName,
  /** Singular and in lower case, the likeliest first: `order`. */
  nouns: names.min(1),
  /** Fields that are the same in all rows of one: their values count once for each. */
  same: z.array(FieldName).max(10_000),
  /** Fields that stand in one row of each alone. */
  once: z.array(FieldName).max(10_000),
});
export type ThingDefinition = z.infer<typeof ThingDefinition>;

/**
 * Columns that hold one thing at several times or of several kinds, as a column for each month or subject. `from.unpivot`
 * makes a row of each: `name` tells them apart, and its values are the labels.
 */
export const WideDefinition = z.object({
  name: FieldDefinition,
  labels: z.array(name).min(2).max(10_000),
  /** What stands in them, each with its column by label; null where it has none. */
  values: z.array(z.object({ field: FieldDefinition, columns: z.array(FieldName.nullable()) })).min(1),
});
export type WideDefinition = z.infer<typeof WideDefinition>;

export const Relation = z.object({
  /** The other table of the thread. */
  to: name,
  on: z
    .array(z.tuple([FieldName, FieldName]))
    .min(1)
    .max(10),
  /** How many rows of the other table a row of this one matches at most. */
  cardinality: z.enum(['one', 'many']),
  by: z.enum(['evidence', 'hand']),
});
export type Relation = z.infer<typeof Relation>;

export const Definitions = z.object({
  /** The name queries use. */
  table: name,
  /** The file's name, and the sheet's. */
  source: name,
  /** Fingerprint of the columns' names, whatever their order, by which the next file of this shape finds them. */
  shape: z.string().max(200),
  rows: z.int().nonnegative(),
  /** Nouns for one row, singular and in lower case, the likeliest first: `flight`. */
  entity: names,
  fields: z.array(FieldDefinition),
  measures: z.array(MeasureDefinition).max(200),
  conditions: z.array(ConditionDefinition).max(200),
  relations: z.array(Relation).max(100),
  /** What the rows are lines of; mostly nothing. */
  things: z.array(ThingDefinition).max(20).default([]),
  /** Columns that are one column for each month, subject or the like. */
  wide: z.array(WideDefinition).max(20).optional(),
});
export type Definitions = z.infer<typeof Definitions>;

/** What the analyst says of a field; what is left out stays as derived. */
export const FieldEdit = z.strictObject({
  field: FieldName,
  title: name.optional(),
  /** Put before those that are derived. */
  synonyms: names.optional(),
  role: ColumnRole.optional(),
  addsUp: AddsUp.optional(),
  cumulative: z.boolean().optional(),
  unit: FieldDefinition.shape.unit.optional(),
  hidden: z.boolean().optional(),
});
export type FieldEdit = z.infer<typeof FieldEdit>;

/** A relation by hand, or one of those by evidence that is none. */
export const RelationEdit = z.strictObject({
  /** The shape of the other table, which may have another name in another thread. */
  to: z.string().min(1).max(200),
  on: Relation.shape.on,
  removed: z.boolean().optional(),
});
export type RelationEdit = z.infer<typeof RelationEdit>;

/** All that the analyst has said of the tables of one shape. */
export const DefinitionEdits = z.strictObject({
  /** Nouns for a row, put before those that are derived. */
  entity: names.optional(),
  fields: z.array(FieldEdit).max(10_000).default([]),
  /** They take the place of derived ones with the same id. */
  measures: z.array(MeasureDefinition).max(100).default([]),
  conditions: z.array(ConditionDefinition).max(100).default([]),
  relations: z.array(RelationEdit).max(100).default([]),
  /** Ids of derived measures that are not wanted. */
  removed: names.default([]),
});
export type DefinitionEdits = z.infer<typeof DefinitionEdits>;

/** What the columns of one dataset mean, and what of that is the analyst's. */
export const DatasetDefinitions = z.object({
  datasetId: DatasetId,
  definitions: Definitions,
  edits: DefinitionEdits.nullable(),
});
export type DatasetDefinitions = z.infer<typeof DatasetDefinitions>;

/** A relation between two tables of a thread, also one that the analyst has taken back. */
export const FoundRelation = z.object({ table: name, relation: Relation, removed: z.boolean() });
export type FoundRelation = z.infer<typeof FoundRelation>;

const byDataset = z.object({ datasetId: DatasetId });

export const definitionRequests = {
  /** Of a dataset that has been read; its relations are those of no thread, that is none. */
  get: { input: byDataset, output: DatasetDefinitions },
  /** Of all datasets of a thread that have been read, under the names of its tables, with their relations. */
  ofThread: { input: z.object({ threadId: ThreadId }), output: z.array(DatasetDefinitions) },
  /** Keeps what the analyst says for all files of this shape, in place of what was kept; `invalid_input` where it cannot hold. */
  save: { input: byDataset.extend({ edits: DefinitionEdits }), output: DatasetDefinitions },
  /** Everything as derived again, for all files of this shape. */
  reset: { input: byDataset, output: DatasetDefinitions },
  relations: { input: z.object({ threadId: ThreadId }), output: z.array(FoundRelation) },
};

export const definitionEvents = {
  /** What is known of all tables of a shape is another. */
  'definitions.changed': z.object({ shape: z.string() }),
};
