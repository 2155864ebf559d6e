import type { Computation, Condition, Grouping, Limit, Order, Query } from '#contract/query';
import { freeName } from '../outputs';

/** Changes of a query that leave it whole: what spoke of a part that is gone goes with it, what spoke of one by another name follows. */

/** Without the parts that say nothing. */
export function tidy(query: Query): Query {
  const filled = Object.entries(query).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled) as Query;
}

const without = <T>(list: readonly T[] | undefined, at: number): T[] => (list ?? []).filter((_, index) => index !== at);
const replaced = <T>(list: readonly T[] | undefined, at: number, value: T): T[] => {
  const copy = [...(list ?? [])];
  copy[at] = value;
  return copy;
};

/** What rests on an output that is gone goes as well. */
function withoutOutput(query: Query, name: string): Query {
  const rests = (value: Computation): boolean =>
    ('window' in value && (value.of === name || value.along === name)) ||
    ('calculate' in value && (value.left === name || value.right === name));
  const dropped = (query.compute ?? []).filter(rests);
  const { limit, ...rest } = query;
  const kept: Query = {
    ...rest,
    compute: (query.compute ?? []).filter((value) => !rests(value)).map((value) => withoutWithin(value, name)),
    having: (query.having ?? []).filter(({ value }) => value !== name),
    order: (query.order ?? []).filter(({ value }) => value !== name),
    ...(limit && limit.of !== name ? { limit: limitWithout(limit, name) } : {}),
  };
  return dropped.reduce((of, { as }) => withoutOutput(of, as), tidy(kept));
}

function withoutWithin(value: Computation, name: string): Computation {
  if (!('window' in value) || !value.within?.includes(name)) return value;
  return { ...value, within: value.within.filter((group) => group !== name) };
}

function limitWithout(limit: Limit, name: string): Limit {
  if (!limit.within?.includes(name)) return limit;
  const { within, ...rest } = limit;
  const others = within.filter((group) => group !== name);
  return others.length > 0 ? { ...rest, within: others } : rest;
}

function renamed(query: Query, before: string, after: string): Query {
  if (before === after) return query;
  const name = (value: string): string => (value === before ? after : value);
  const compute = query.compute?.map((value): Computation => {
    if ('window' in value)
      return {
        ...value,
        of: name(value.of),
        ...(value.along === undefined ? {} : { along: name(value.along) }),
        ...(value.within === undefined ? {} : { within: value.within.map(name) }),
      };
    if (!('calculate' in value)) return value;
    return {
      ...value,
      left: name(value.left),
      right: typeof value.right === 'string' ? name(value.right) : value.right,
    };
  });
  const { limit } = query;
  return {
    ...query,
    ...(compute ? { compute } : {}),
    ...(query.having ? { having: query.having.map((part) => ({ ...part, value: name(part.value) })) } : {}),
    ...(query.order ? { order: query.order.map((part) => ({ ...part, value: name(part.value) })) } : {}),
    ...(limit
      ? {
          limit: {
            ...limit,
            ...(limit.of === undefined ? {} : { of: name(limit.of) }),
            ...(limit.within === undefined ? {} : { within: limit.within.map(name) }),
          },
        }
      : {}),
  };
}

/** Groups are figures of their own: rows themselves are no longer listed. */
function grouped({ rows: _, ...query }: Query, wasRows: boolean): Query {
  const { order: __, limit: ___, ...rest } = query;
  return wasRows ? rest : query;
}

export function setComputation(query: Query, at: number | null, value: Computation): Query {
  const before = at === null ? undefined : query.compute?.[at];
  const named = { ...value, as: freeName(value.as, query, before?.as) };
  if (at === null || !before) {
    const base = grouped(query, query.rows !== undefined);
    return ranked(tidy({ ...base, compute: [...(base.compute ?? []), named] }));
  }
  return renamed(tidy({ ...query, compute: replaced(query.compute, at, named) }), before.as, named.as);
}

/** Something is always computed, or listed: the last measure that is taken away leaves the number of rows. */
export function removeComputation(query: Query, at: number): Query {
  const gone = query.compute?.[at];
  if (!gone) return query;
  const rest = withoutOutput({ ...query, compute: without(query.compute, at) }, gone.as);
  if (rest.compute?.length || rest.rows) return rest;
  return ranked(tidy({ ...rest, compute: [{ measure: 'count', as: freeName('count', rest) }] }));
}

export function setGrouping(query: Query, at: number | null, value: Grouping, time: boolean): Query {
  const before = at === null ? undefined : query.by?.[at];
  const named = { ...value, as: freeName(value.as, query, before?.as) };
  if (at !== null && before) {
    const changed = renamed(tidy({ ...query, by: replaced(query.by, at, named) }), before.as, named.as);
    return before.field === named.field ? changed : ranked(changed, time);
  }
  const base = grouped(query, query.rows !== undefined);
  const compute = base.compute?.length ? base.compute : [{ measure: 'count' as const, as: freeName('count', base) }];
  return ranked(tidy({ ...base, compute, by: [...(base.by ?? []), named] }), time);
}

export function removeGrouping(query: Query, at: number): Query {
  const gone = query.by?.[at];
  if (!gone) return query;
  const rest = withoutOutput({ ...query, by: without(query.by, at) }, gone.as);
  if (rest.by?.length) return rest;
  // One row has no order and no first ones.
  const { order: _, limit: __, show: ___, ...single } = rest;
  return tidy(single);
}

/** Groups of names are read from the largest on; times stay in their order. */
function ranked(query: Query, time?: boolean): Query {
  const [group] = query.by ?? [];
  const [measure] = query.compute ?? [];
  const isTime = time ?? (group?.grain !== undefined || group?.part !== undefined || group?.bin !== undefined);
  if (!group || !measure || isTime || group.grain || group.part || group.bin || group.measured || query.order?.length)
    return query;
  return { ...query, order: [{ value: measure.as, direction: 'descending' }] };
}

export const setCondition = (query: Query, at: number | null, value: Condition): Query =>
  tidy({ ...query, where: at === null ? [...(query.where ?? []), value] : replaced(query.where, at, value) });

export const setOrder = (query: Query, at: number | null, value: Order): Query => {
  const others = (query.order ?? []).filter((part, index) => index !== at && part.value !== value.value);
  const place = at ?? 0;
  return tidy({ ...query, order: [...others.slice(0, place), value, ...others.slice(place)] });
};

/** The first ones are of an order: without one they would be any. */
export function setLimit(query: Query, limit: Limit | null): Query {
  const { limit: _, ...rest } = query;
  if (!limit) return rest;
  const [measure] = query.compute ?? [];
  const order =
    query.order?.length || !measure || !query.by?.length
      ? query.order
      : [{ value: measure.as, direction: 'descending' as const }];
  return tidy({ ...rest, limit, ...(order ? { order } : {}) });
}

/** The query without a part; null where there is nothing without it. */
export function removePart(query: Query, slot: string): Query | null {
  const [kind = '', index = ''] = slot.split('.');
  const at = Number(index);
  const { show: _, limit: __, ...rest } = query;
  switch (kind) {
    case 'compute':
      return isLastCount(query) ? null : removeComputation(query, at);
    case 'by':
      return removeGrouping(query, at);
    case 'where':
      return tidy({ ...query, where: without(query.where, at) });
    case 'having':
      return tidy({ ...query, having: without(query.having, at) });
    case 'order':
      return tidy({ ...query, order: without(query.order, at) });
    case 'limit':
      return { ...rest, ...(query.show ? { show: query.show } : {}) };
    case 'show':
      return { ...rest, ...(query.limit ? { limit: query.limit } : {}) };
    default:
      return null;
  }
}

const isLastCount = ({ compute = [] }: Query): boolean => {
  const [only] = compute;
  return (
    compute.length === 1 && only !== undefined && 'measure' in only && only.measure === 'count' && only.of === undefined
  );
};
