import type { Definitions, FieldDefinition } from '#contract/definitions';
import type { Query } from '#contract/query';
import { pseudoFields } from '../unpivot';

/** A field as a query names it: by its id, one of a joined table behind the table's name. */
export interface NamedField {
  name: string;
  field: FieldDefinition;
}

export const definitionsOf = (table: string, all: readonly Definitions[]): Definitions | undefined =>
  all.find((definitions) => definitions.table === table);

/** All fields that a query can speak of, its own table's first; hidden ones only where it does already. */
export function fieldsOf(query: Query, all: readonly Definitions[]): NamedField[] {
  const own = ownFieldsOf(query, all);
  const joined = (query.from.joins ?? []).flatMap(({ table }) =>
    (definitionsOf(table, all)?.fields ?? []).map((field) => ({ name: `${table}.${field.id}`, field })),
  );
  return [...own.map((field) => ({ name: field.id, field })), ...joined];
}

/** Columns of one kind, and what they are as rows: either is offered, and the one that is taken decides. */
function ownFieldsOf(query: Query, all: readonly Definitions[]): readonly FieldDefinition[] {
  const whole = definitionsOf(query.from.table, all);
  return [...(whole?.fields ?? []), ...(whole?.wide ?? []).flatMap(pseudoFields)];
}

export const shownFieldsOf = (query: Query, all: readonly Definitions[]): NamedField[] =>
  fieldsOf(query, all).filter(({ field }) => !field.hidden);

export const fieldOf = (name: string, query: Query, all: readonly Definitions[]): FieldDefinition | undefined =>
  fieldsOf(query, all).find((named) => named.name === name)?.field;

export const isNumber = ({ type }: FieldDefinition): boolean => ['integer', 'decimal', 'float'].includes(type);
export const isTime = ({ type }: FieldDefinition): boolean => type === 'date' || type === 'timestamp';
