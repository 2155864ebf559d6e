import type { Definitions, FieldDefinition } from '#contract/definitions';
import type {
  Aggregate,
  CalendarPart,
  Computation,
  Condition,
  Grain,
  Grouping,
  Measure,
  Period,
  Query,
} from '#contract/query';
import type { QueryAlternative, QueryPart } from '#contract/query-parts';
import { timeKind } from './calendar';
import { check } from './check';
import { hasGrain, hasPart } from './check/conditions';
import { isNumber } from './check/kinds';
import { explain } from './explain';
import { merge } from './merge';
import { isMeasure } from './outputs';
import { edgeOf, type Scope, scopeOf } from './scope';

/** As many as a menu can hold; beyond, people search. */
const MOST = 200;

/**
 * What the part at `path` could be instead, as changed questions that can be computed: other fields and aggregates for a measure,
 * other groupings, values and periods for a condition, other orders and limits; and the question without it.
 */
export function alternatives(query: Query, path: string, definitions: readonly Definitions[]): QueryAlternative[] {
  const scope = scopeOf(query, definitions);
  if (!scope) return [];
  const [slot = '', index = ''] = path.split('.');
  const at = Number(index);
  const changed = changesOf(query, slot, at, scope);
  const seen = new Set([JSON.stringify(query)]);
  const result: QueryAlternative[] = [];
  for (const candidate of changed) {
    if (result.length >= MOST) break;
    const key = JSON.stringify(candidate);
    if (seen.has(key) || check(candidate, definitions).length > 0) continue;
    seen.add(key);
    const part = explain(candidate, definitions).find((entry) => entry.path === path && sameSlot(entry, slot));
    result.push({ query: candidate, part: part ?? null });
  }
  const without = withoutPart(query, path);
  if (without && check(without, definitions).length === 0) result.push({ query: without, part: null });
  return result;
}

const sameSlot = ({ path }: QueryPart, slot: string): boolean => path.split('.')[0] === slot;

function changesOf(query: Query, slot: string, at: number, scope: Scope): Query[] {
  switch (slot) {
    case 'compute':
      return computations(query, at, scope);
    case 'by':
      return groupings(query, at, scope);
    case 'where':
      return conditions(query, at, scope);
    case 'order':
      return orders(query, at);
    case 'limit':
      return limits(query);
    default:
      return [];
  }
}

function withoutPart(query: Query, path: string): Query | null {
  if (path === 'from') return null;
  return merge(query, { remove: [path] }).query;
}

const shownFields = ({ own }: Scope): FieldDefinition[] => own.fields.filter(({ hidden }) => !hidden);

const replaced = <T>(items: readonly T[], at: number, item: T): T[] =>
  items.map((entry, index) => (index === at ? item : entry));

const NUMBER_AGGREGATES: readonly Aggregate[] = ['sum', 'mean', 'median', 'min', 'max', 'standard_deviation'];

function computations(query: Query, at: number, scope: Scope): Query[] {
  const compute = query.compute ?? [];
  const entry = compute[at];
  const { by = [] } = query;
  const candidates = [
    ...(entry && isMeasure(entry) ? aggregatesOf(entry, scope) : []),
    ...shownFields(scope).flatMap((field) => usualMeasure(field)),
    { measure: 'count' as const, as: 'count' },
    ...scope.own.measures.map(({ id, title }): Computation => ({ own: id, as: title })),
  ];
  return candidates.map((candidate) => {
    const as = freeName(candidate.as, [
      ...by.map((grouping) => grouping.as),
      ...compute.filter((_, index) => index !== at).map((other) => other.as),
    ]);
    const other: Computation = { ...candidate, as };
    if (!entry) return { ...query, compute: [...compute, other] };
    return at === 0 && compute.length === 1
      ? merge(query, { compute: [other] }).query
      : renamedValue(query, at, entry.as, other);
  });
}

/** The other computations, the order and the limit go by the new one. */
function renamedValue(query: Query, at: number, before: string, other: Computation): Query {
  const same = { ...other, as: before };
  return { ...query, compute: replaced(query.compute ?? [], at, same) };
}

function aggregatesOf(entry: Measure, scope: Scope): Measure[] {
  const { of } = entry;
  const definition = typeof of === 'string' ? scope.field(of)?.definition : undefined;
  if (of === undefined || (definition && !isNumber(definition.type))) return [];
  return NUMBER_AGGREGATES.map((measure) => ({
    measure,
    of,
    ...(entry.where ? { where: entry.where } : {}),
    as: nameOf(measure, definition?.title ?? 'value'),
  }));
}

function usualMeasure(field: FieldDefinition): Measure[] {
  const { id: of, title } = field;
  if (field.role === 'measure' && isNumber(field.type)) {
    const measure = field.addsUp === 'never' ? 'mean' : 'sum';
    return [{ measure, of, as: nameOf(measure, title) }];
  }
  return field.role === 'dimension' || field.role === 'id'
    ? [{ measure: 'distinct', of, as: nameOf('distinct', title) }]
    : [];
}

const nameOf = (measure: Aggregate, title: string): string =>
  `${measure.replaceAll('_', ' ')} of ${title}`.replace(/^sum of /, '').slice(0, 200);

function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((entry) => entry.toLowerCase()));
  let free = name;
  for (let next = 2; used.has(free.toLowerCase()); next += 1) free = `${name} (${next})`;
  return free;
}

const GRAINS: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day', 'hour'];
const PARTS: readonly CalendarPart[] = ['month_of_year', 'quarter_of_year', 'weekday', 'day_of_month', 'hour_of_day'];

function groupings(query: Query, at: number, scope: Scope): Query[] {
  const by = query.by ?? [];
  const entry = by[at];
  const own = entry ? scope.field(entry.field)?.definition : undefined;
  // Other grains of the time that is there come first.
  const fields = [...(own ? [own] : []), ...shownFields(scope).filter((field) => field !== own)];
  const candidates = fields.flatMap(groupingsOf);
  const joined = scope.joined
    .filter(({ cardinality }) => cardinality === 'one')
    .flatMap(({ join, definitions }) =>
      definitions.fields
        .filter(({ hidden, role }) => !hidden && (role === 'dimension' || role === 'flag'))
        .map((field): Grouping => ({ field: `${join.table}.${field.id}`, as: field.title })),
    );
  return [...candidates, ...joined].map((candidate) => {
    const taken = [...by.filter((_, index) => index !== at), ...(query.compute ?? [])].map(({ as }) => as);
    const grouping = { ...candidate, as: freeName(candidate.as, taken) };
    if (!entry) return { ...query, by: [...by, grouping] };
    // What else names the grouping goes by its name.
    return { ...query, by: replaced(by, at, { ...grouping, as: entry.as }) };
  });
}

function groupingsOf(field: FieldDefinition): Grouping[] {
  const { id, title, role } = field;
  const kind = timeKind(field);
  if (kind === 'date' || kind === 'timestamp')
    return [
      ...GRAINS.filter((grain) => hasGrain(field, grain)).map((grain): Grouping => ({ field: id, grain, as: grain })),
      ...PARTS.filter((part) => hasPart(field, part)).map(
        (part): Grouping => ({ field: id, part, as: part.replaceAll('_', ' ') }),
      ),
    ];
  if (kind !== null || role === 'dimension' || role === 'flag') return [{ field: id, as: title }];
  return isNumber(field.type) && role === 'measure' ? [{ field: id, bin: { count: 10 }, as: title }] : [];
}

function conditions(query: Query, at: number, scope: Scope): Query[] {
  const where = query.where ?? [];
  const entry = where[at];
  const candidates = entry ? otherValues(entry, scope) : newConditions(scope);
  return candidates.map((condition) => ({
    ...query,
    where: entry ? replaced(where, at, condition) : [...where, condition],
  }));
}

function otherValues(entry: Condition, scope: Scope): Condition[] {
  switch (entry.op) {
    case 'is':
    case 'is_not': {
      const definition = scope.field(entry.field)?.definition;
      const opposite: Condition = { ...entry, op: entry.op === 'is' ? 'is_not' : 'is' };
      return [
        opposite,
        ...(definition
          ? valuesOf(definition).map((value): Condition => ({ op: entry.op, field: entry.field, values: [value] }))
          : []),
      ];
    }
    case 'during':
    case 'not_during': {
      const definition = scope.field(entry.field)?.definition;
      return definition
        ? periodsOf(definition, scope).map((period): Condition => ({ op: entry.op, field: entry.field, period }))
        : [];
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (['>', '>=', '<', '<='] as const).map((op) => ({ ...entry, op }));
    case 'missing':
    case 'present':
      return [{ ...entry, op: entry.op === 'missing' ? 'present' : 'missing' }];
    case 'has':
    case 'has_no':
      return [{ ...entry, op: entry.op === 'has' ? 'has_no' : 'has' }];
    case 'own':
    case 'not_own':
      return [
        { ...entry, op: entry.op === 'own' ? 'not_own' : 'own' },
        ...scope.own.conditions.map(({ id }): Condition => ({ op: 'own', condition: id })),
      ];
    default:
      return [];
  }
}

function newConditions(scope: Scope): Condition[] {
  const own = scope.own.conditions.map(({ id }): Condition => ({ op: 'own', condition: id }));
  const fields = shownFields(scope).flatMap((field): Condition[] => {
    const kind = timeKind(field);
    if (kind === 'date' || kind === 'timestamp' || kind === 'year')
      return periodsOf(field, scope).map((period) => ({ op: 'during', field: field.id, period }));
    return field.role === 'dimension' || field.role === 'flag'
      ? valuesOf(field)
          .slice(0, 20)
          .map((value) => ({ op: 'is', field: field.id, values: [value] }))
      : [];
  });
  return [...own, ...fields];
}

const valuesOf = ({ values, type }: FieldDefinition): (string | boolean)[] =>
  values.list.flatMap(({ value }) =>
    value === null ? [] : [type === 'boolean' && typeof value === 'boolean' ? value : String(value)],
  );

const MOST_YEARS = 30;

function periodsOf(field: FieldDefinition, scope: Scope): Period[] {
  const [first, last] = [edgeOf(field, scope, 'min'), edgeOf(field, scope, 'max')];
  if (first === null || last === null) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from(
    { length: Math.min(MOST_YEARS, to - from + 1) },
    (_, index): Period => ({ kind: 'year', year: to - index }),
  );
  if (timeKind(field) === 'year') return years;
  const units = (['month', 'quarter', 'year'] as const).map((unit): Period => ({ kind: 'last', n: 1, unit }));
  return [...years, ...units, { kind: 'last', n: 3, unit: 'month' }, { kind: 'last', n: 12, unit: 'month' }];
}

function orders(query: Query, at: number): Query[] {
  const { order = [], by = [], compute = [], rows } = query;
  const values = rows ? (rows.fields ?? []) : [...compute, ...by].map(({ as }) => as);
  return values.flatMap((value) =>
    (['descending', 'ascending'] as const).map((direction) => ({
      ...query,
      order: order[at] ? replaced(order, at, { value, direction }) : [...order, { value, direction }],
    })),
  );
}

const LIMITS = [1, 3, 5, 10, 20, 50];

function limits(query: Query): Query[] {
  const { limit, order = [] } = query;
  const counts = LIMITS.map((n): Query => ({ ...query, limit: { ...limit, n } }));
  const [first] = order;
  // The other end of the same order.
  const turned: Query[] =
    limit && first
      ? [
          {
            ...query,
            order: replaced(order, 0, {
              ...first,
              direction: first.direction === 'ascending' ? 'descending' : 'ascending',
            }),
          },
        ]
      : [];
  return [...counts, ...turned];
}
