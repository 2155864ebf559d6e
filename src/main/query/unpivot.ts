import type { Definitions, FieldDefinition, WideDefinition } from '#contract/definitions';
import type { Query } from '#contract/query';
import { fieldUses } from './fields';

/** The fields that columns of one kind become. */
export const pseudoFields = ({ name, values }: WideDefinition): FieldDefinition[] => [
  name,
  ...values.map(({ field }) => field),
];

/** The columns that a table has of one kind, as fields. */
export const memberIds = ({ values }: WideDefinition): string[] =>
  values.flatMap(({ columns }) => columns.filter((column) => column !== null));

/** What a table is with a row for each of such columns; null where it has none that are called so. */
export function unpivoted(whole: Definitions, id: string): { own: Definitions; wide: WideDefinition } | null {
  const wide = whole.wide?.find(({ name }) => name.id === id);
  if (!wide) return null;
  const members = new Set(memberIds(wide));
  const kept = whole.fields.filter((field) => !members.has(field.id)).map(repeated);
  const fields = [...kept, ...pseudoFields(wide)];
  const known = new Set(fields.map((field) => field.id));
  const holds = (parts: Pick<Query, 'compute' | 'where'>): boolean =>
    fieldUses({ from: { table: whole.table }, ...parts }).every(({ field }) => known.has(field));
  const own: Definitions = {
    ...whole,
    rows: whole.rows * wide.labels.length,
    fields,
    measures: whole.measures.filter(({ compute }) => holds({ compute })),
    conditions: whole.conditions.filter(({ where }) => holds({ where })),
    things: [],
  };
  return { own, wide };
}

/** Other amounts of a row stand in each of the rows that are made of it, and are not added up. */
const repeated = (field: FieldDefinition): FieldDefinition =>
  field.role === 'measure' ? { ...field, addsUp: 'never' } : field;

/** The query with columns as rows where it names a field that these become, and without that where it names none. */
export function withUnpivot(query: Query, definitions: readonly Definitions[]): Query {
  const whole = definitions.find(({ table }) => table === query.from.table);
  if (!whole?.wide) return query;
  const used = new Set(fieldUses(query).map(({ field }) => field));
  const wide = whole.wide.find((entry) => pseudoFields(entry).some(({ id }) => used.has(id)));
  const { unpivot: _before, ...from } = query.from;
  return { ...query, from: wide ? { ...from, unpivot: wide.name.id } : from };
}
