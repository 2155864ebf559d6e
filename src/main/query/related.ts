import type { Definitions } from '#contract/definitions';
import type { Join, Query } from '#contract/query';
import { fieldUses } from './fields';
import { scopeOf } from './scope';

/**
 * The query with joins to the tables whose fields it names and that it does not join itself, where the definitions tell of one
 * relation to them. What is not related so stays as it is, and `check` says which field is not known.
 */
export function withRelated(query: Query, definitions: readonly Definitions[]): Query {
  const scope = scopeOf(query, definitions);
  if (!scope) return query;
  const missing = new Set<string>();
  for (const { field } of fieldUses(query)) {
    if (scope.field(field)) continue;
    const other = definitions.find(({ table, fields }) => fields.some(({ id }) => field === `${table}.${id}`));
    if (other && other.table !== scope.own.table) missing.add(other.table);
  }
  const joins = [...missing].flatMap((table): Join[] => {
    const relations = scope.own.relations.filter(({ to }) => to === table);
    const [only] = relations;
    return only && relations.length === 1 ? [{ table, on: only.on }] : [];
  });
  return joins.length === 0
    ? query
    : { ...query, from: { ...query.from, joins: [...(query.from.joins ?? []), ...joins] } };
}
