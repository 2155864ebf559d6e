import type { Query } from '#contract/query';
import { partsOf } from '../compile/rows';
import { looksAround } from '../conditions';
import { fieldUses, mapFields } from '../fields';
import { isMeasure, measureFields, valueNodes } from '../outputs';
import { FILE_FIELD, type JoinedTable, nearest, type Scope } from '../scope';
import { type CheckContext, knownField, needsType } from './context';
import { alike } from './kinds';

/** Tables that are not there; nothing else can be told of a query that names one. */
export function checkTables({ query, definitions, report }: Omit<CheckContext, 'scope'>): void {
  const names = definitions.map(({ table }) => table);
  const lower = new Set(names.map((name) => name.toLowerCase()));
  const { table, joins = [], union = [] } = query.from;
  const uses = [
    { name: table, path: 'from.table' },
    ...joins.map((join, at) => ({ name: join.table, path: `from.joins.${at}.table` })),
    ...union.map((name, at) => ({ name, path: `from.union.${at}` })),
  ];
  const seen = new Set<string>();
  for (const { name, path } of uses) {
    if (!lower.has(name.toLowerCase()))
      report({ code: 'unknown_table', path, table: name, near: nearest(name, names) });
    // A table beside itself would need another name.
    if (seen.has(name.toLowerCase())) report({ code: 'not_here', path, what: 'same_table' });
    seen.add(name.toLowerCase());
  }
}

export function checkFrom(context: CheckContext): void {
  const { query, scope } = context;
  const { unpivot } = query.from;
  if (unpivot !== undefined && !scope.unpivot) {
    const near = (scope.own.wide ?? []).map(({ name }) => name.id);
    context.report({ code: 'unknown_field', path: 'from.unpivot', field: unpivot, near });
  }
  for (const [at, entry] of scope.joined.entries()) {
    const within = { ...context, scope: scope.within(entry.definitions) };
    for (const [index, [mine, theirs]] of entry.join.on.entries()) {
      const path = `from.joins.${at}.on.${index}`;
      const own = knownField(context, mine, `${path}.0`);
      const key = knownField(within, theirs, `${path}.1`);
      if (own && key && !alike(own.type, key.type))
        needsType(context, { field: theirs, definition: key, path }, [
          own.type === 'text' ? 'text' : own.type === 'boolean' ? 'boolean' : 'number',
        ]);
    }
  }
  for (const below of scope.below) checkAlike(context, below.table);
  if (scope.joined.length > 0) checkFanOut(context, query);
}

/** Fields that the query reads are in the tables below, too. */
function checkAlike({ query, scope, report }: CheckContext, table: string): void {
  const below = scope.below.find((entry) => entry.table === table);
  const uses =
    query.rows && !query.rows.fields
      ? scope.own.fields.map(({ id }) => ({ field: id, path: 'rows' }))
      : fieldUses(query);
  const reported = new Set<string>();
  for (const { field, path } of uses) {
    const own = scope.field(field);
    if (!own || own.join || own.name === FILE_FIELD || reported.has(own.name)) continue;
    if (scope.unpivot && !scope.unpivot.whole.fields.some(({ id }) => id === own.name)) continue;
    const other = below?.fields.find(({ id }) => id === own.name);
    if (other && alike(own.definition.type, other.type)) continue;
    reported.add(own.name);
    report({ code: 'not_alike', path, table, field });
  }
}

/** Rows that a join would make several of. */
function checkFanOut(context: CheckContext, query: Query): void {
  const { scope, report } = context;
  const joinOf = (field: string): JoinedTable | null => scope.field(field)?.join ?? null;
  const fanOut = (entry: JoinedTable, path: string): void =>
    report({ code: 'fan_out', path, table: entry.definitions.table, alternatives: swapped(query, entry, scope) });
  const reported = new Set<JoinedTable>();
  const once = (entry: JoinedTable, path: string): void => {
    if (!reported.has(entry)) fanOut(entry, path);
    reported.add(entry);
  };
  for (const { field, path } of fieldUses(query)) {
    const entry = joinOf(field);
    if (entry?.cardinality !== 'many' || path.startsWith('from.')) continue;
    // Its rows would stand beside one of the own table several times; over its own rows there are measures only.
    if (!path.startsWith('compute.') || !entry.ownUnique) once(entry, path);
  }
  const measures = valueNodes(query, scope).flatMap((node) => (node.kind === 'measure' ? [node] : []));
  for (const { measure, path } of measures) {
    const joins = measureFields(measure).map(joinOf);
    const many = new Set(
      [...joins, ...(measure.where ?? []).flatMap((part) => ('field' in part ? joinOf(part.field) : null))].filter(
        (entry) => entry?.cardinality === 'many',
      ),
    );
    const [first] = many;
    if (many.size > 1 && first) once(first, path);
    const [entry] = joins;
    const repeats = entry?.cardinality === 'one' && !entry.ownUnique && joins.every((join) => join === entry);
    if (entry && repeats && (measure.measure === 'sum' || measure.measure === 'count')) once(entry, path);
    if (many.size > 0 && (query.where ?? []).some((condition) => partsOf(condition, scope).some(looksAround)))
      report({ code: 'not_here', path, what: 'repeated' });
  }
}

/** The same question from the other table, where each of its rows counts once. */
function swapped(query: Query, entry: JoinedTable, scope: Scope): Query[] {
  const { joins = [], union } = query.from;
  const rowCounts = (query.compute ?? []).some((computation) => isMeasure(computation) && computation.of === undefined);
  const others = (query.where ?? []).some(
    ({ op }) => op === 'has' || op === 'has_no' || op === 'own' || op === 'not_own',
  );
  const owned = (query.compute ?? []).some((computation) => 'own' in computation);
  if (joins.length !== 1 || union || rowCounts || others || owned || (query.rows && !query.rows.fields)) return [];
  const other = entry.definitions.table;
  const renamed = mapFields({ ...query, from: { table: query.from.table } }, (name) => {
    const field = scope.field(name);
    if (!field) return name;
    return field.join === entry ? field.definition.id : `${scope.own.table}.${field.definition.id}`;
  });
  const keys = entry.join.on.map(([mine, theirs]): [string, string] => [theirs, mine]);
  return [{ ...renamed, from: { table: other, joins: [{ table: scope.own.table, on: keys }] } }];
}
