import type { Definitions } from '#contract/definitions';
import type { Computation, Condition, Grouping, PlainCondition, Query, RowValue } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { definitionsOf, fieldOf, isTime } from './fields';

/** The names of a query, and of `further` fields, with what they stand for. */
export function namesOf(query: Query, all: readonly Definitions[], further: readonly string[] = []): ReadingNames {
  const own = definitionsOf(query.from.table, all);
  const used = new Set([...fieldNames(query), ...further]);
  const measures = own?.measures ?? [];
  return {
    fields: Object.fromEntries(
      [...used].flatMap((name) => {
        const field = fieldOf(name, query, all);
        return field ? [[name, { title: field.title, type: field.type }]] : [];
      }),
    ),
    outputs: Object.fromEntries([
      ...(query.by ?? []).map((value) => [value.as, { kind: groupKind(value, query, all), value }] as const),
      ...(query.compute ?? []).map((value) => [value.as, { kind: 'number', value }] as const),
      ...(query.rows ? (query.order ?? []).map(({ value }) => rowOutput(value, query, all)) : []),
    ]),
    measures: Object.fromEntries(measures.map(({ id, title }) => [id, title])),
    conditions: Object.fromEntries((own?.conditions ?? []).map(({ id, title }) => [id, title])),
    tables: Object.fromEntries(all.map(({ table, source }) => [table, source])),
    entity: own?.entity[0] ?? null,
  };
}

const rowOutput = (name: string, query: Query, all: readonly Definitions[]) =>
  [name, { kind: groupKind({ field: name, as: name }, query, all), value: { field: name, as: name } }] as const;

function groupKind({ field, bin, part, measured }: Grouping, query: Query, all: readonly Definitions[]) {
  const known = fieldOf(field, query, all);
  if (bin || part || measured || !known) return 'number';
  if (isTime(known)) return 'time';
  return known.type === 'text' || known.type === 'boolean' ? 'text' : 'number';
}

function fieldNames(query: Query): string[] {
  return [
    ...(query.where ?? []).flatMap(namesInCondition),
    ...(query.by ?? []).flatMap(({ field, measured }) => [
      field,
      ...(measured?.of === undefined ? [] : ofValue(measured.of)),
    ]),
    ...(query.compute ?? []).flatMap(ofComputation),
    ...(query.rows?.fields ?? []),
    ...(query.rows ? (query.order ?? []).map(({ value }) => value) : []),
  ];
}

const ofValue = (value: RowValue): string[] => (typeof value === 'string' ? [value] : [value.left, value.right]);

function ofComputation(value: Computation): string[] {
  if (!('measure' in value)) return [];
  return [
    ...(value.of === undefined ? [] : ofValue(value.of)),
    ...(value.with === undefined ? [] : [value.with]),
    ...(value.where ?? []).flatMap(ofPlain),
    ...(value.each?.by ?? []).map(({ field }) => field),
  ];
}

export function namesInCondition(condition: Condition): string[] {
  if ('conditions' in condition) return condition.conditions.flatMap(ofPlain);
  if ('table' in condition) return [];
  return ofPlain(condition);
}

function ofPlain(condition: PlainCondition): string[] {
  if (condition.op === 'compare') return [condition.left, condition.right];
  if (condition.op === 'repeated') return condition.fields;
  return 'field' in condition ? [condition.field] : [];
}
