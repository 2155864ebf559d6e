import type { Definitions, FieldDefinition } from '#contract/definitions';
import type { Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { nearest, type Scope } from '../scope';

/** What the parts of a check share. */
export interface CheckContext {
  query: Query;
  scope: Scope;
  definitions: readonly Definitions[];
  report(problem: QueryProblem): void;
}

/** The field, or null after a report that there is none. */
export function knownField(
  { scope, definitions, report }: Pick<CheckContext, 'scope' | 'definitions' | 'report'>,
  field: string,
  path: string,
): FieldDefinition | null {
  const known = scope.field(field);
  if (known) return known.definition;
  const other = definitions.find(({ table, fields }) => fields.some(({ id }) => `${table}.${id}` === field));
  if (other) report({ code: 'not_joined', path, table: other.table, field });
  else report({ code: 'unknown_field', path, field, near: nearest(field, scope.names()) });
  return null;
}

export function needsType(
  context: Pick<CheckContext, 'report'>,
  { field, definition, path }: { field: string; definition: Pick<FieldDefinition, 'type'>; path: string },
  needs: Extract<QueryProblem, { code: 'type_mismatch' }>['needs'],
  value?: string,
): void {
  const given = value === undefined ? {} : { value };
  context.report({ code: 'type_mismatch', path, field, type: definition.type, needs, ...given });
}
