import type { Computation, Condition, Grouping, Join, Measure, PlainCondition, Query, RowValue } from '#contract/query';

type Rename = (field: string, path: string) => string;

/** The query with each field that it names called as `rename` says; those of conditions on other tables' rows stay. */
export function mapFields(query: Query, rename: Rename): Query {
  const { from, where, by, compute, rows, order, limit } = query;
  return {
    ...query,
    from: from.joins
      ? { ...from, joins: from.joins.map((join, at) => mapJoin(join, rename, `from.joins.${at}`)) }
      : from,
    ...(where ? { where: where.map((condition, at) => mapCondition(condition, rename, `where.${at}`)) } : {}),
    ...(by ? { by: by.map((entry, at) => mapGrouping(entry, rename, `by.${at}`)) } : {}),
    ...(compute ? { compute: compute.map((entry, at) => mapComputation(entry, rename, `compute.${at}`)) } : {}),
    ...(rows
      ? {
          rows: rows.fields
            ? { ...rows, fields: rows.fields.map((field, at) => rename(field, `rows.fields.${at}`)) }
            : rows,
        }
      : {}),
    // In lists of rows, orders and limits go by fields.
    ...(rows && order
      ? { order: order.map((entry, at) => ({ ...entry, value: rename(entry.value, `order.${at}.value`) })) }
      : {}),
    ...(rows && limit?.within
      ? { limit: { ...limit, within: limit.within.map((field, at) => rename(field, `limit.within.${at}`)) } }
      : {}),
  };
}

function mapGrouping(grouping: Grouping, rename: Rename, path: string): Grouping {
  const { measured } = grouping;
  const field = rename(grouping.field, `${path}.field`);
  if (measured?.of === undefined) return { ...grouping, field };
  return { ...grouping, field, measured: { ...measured, of: mapValue(measured.of, rename, `${path}.measured.of`) } };
}

const mapJoin = (join: Join, rename: Rename, path: string): Join => ({
  ...join,
  on: join.on.map(([mine, theirs], at) => [rename(mine, `${path}.on.${at}.0`), theirs]),
});

export function mapCondition(condition: Condition, rename: Rename, path: string): Condition {
  switch (condition.op) {
    case 'any':
    case 'none':
      return {
        ...condition,
        conditions: condition.conditions.map((part, at) => mapPlain(part, rename, `${path}.conditions.${at}`)),
      };
    case 'has':
    case 'has_no':
      return {
        ...condition,
        on: condition.on.map(([mine, theirs], at) => [rename(mine, `${path}.on.${at}.0`), theirs]),
      };
    default:
      return mapPlain(condition, rename, path);
  }
}

function mapPlain(condition: PlainCondition, rename: Rename, path: string): PlainCondition {
  switch (condition.op) {
    case 'own':
    case 'not_own':
      return condition;
    case 'repeated':
      return { ...condition, fields: condition.fields.map((field, at) => rename(field, `${path}.fields.${at}`)) };
    case 'compare':
      return {
        ...condition,
        left: rename(condition.left, `${path}.left`),
        right: rename(condition.right, `${path}.right`),
      };
    default:
      return { ...condition, field: rename(condition.field, `${path}.field`) };
  }
}

export function mapComputation(computation: Computation, rename: Rename, path: string): Computation {
  if (!('measure' in computation)) return computation;
  const { of, with: other, where, each } = computation;
  const mapped: Measure = {
    ...computation,
    ...(of === undefined ? {} : { of: mapValue(of, rename, `${path}.of`) }),
    ...(other === undefined ? {} : { with: rename(other, `${path}.with`) }),
    ...(where ? { where: where.map((part, at) => mapPlain(part, rename, `${path}.where.${at}`)) } : {}),
    ...(each
      ? {
          each: {
            ...each,
            by: each.by.map((key, at) => ({ ...key, field: rename(key.field, `${path}.each.by.${at}.field`) })),
          },
        }
      : {}),
  };
  return mapped;
}

const mapValue = (of: RowValue, rename: Rename, path: string): RowValue =>
  typeof of === 'string'
    ? rename(of, path)
    : { ...of, left: rename(of.left, `${path}.left`), right: rename(of.right, `${path}.right`) };

export interface FieldUse {
  field: string;
  path: string;
}

/** Every place where a query names a field of its tables. */
export function fieldUses(query: Query): FieldUse[] {
  const uses: FieldUse[] = [];
  mapFields(query, (field, path) => {
    uses.push({ field, path });
    return field;
  });
  return uses;
}
