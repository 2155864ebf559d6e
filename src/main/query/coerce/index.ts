import { entryOf } from '#contract/entries';
import { type Measure, Query } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { isMeasure } from '../outputs';
import { computationOf } from './computations';
import { conditionOf } from './conditions';
import { groupingOf } from './groupings';
import { isRecord, type Loose, listOf, numberOf, renamed, textOf, withoutNulls } from './loose';
import { malformed } from './malformed';

/**
 * A query as models write it, brought into its form where what is meant is plain: numbers as text or the other way round, null
 * for what is left out, one thing where a list belongs, other common names of functions and parts. What is not plain stays, and
 * is a problem.
 */
export function parseQuery(given: unknown): { query: Query } | { problems: QueryProblem[] } {
  const whole = Query.safeParse(given);
  if (whole.success) return { query: withPercentiles(whole.data) };
  const value = queryOf(given);
  const parsed = Query.safeParse(value);
  return parsed.success ? { query: withPercentiles(parsed.data) } : { problems: malformed(value, parsed.error) };
}

/** The 0.9th percentile is meant to be the 90th. */
function withPercentiles(query: Query): Query {
  const isShare = ({ percentile }: Measure): boolean => Number(percentile) > 0 && Number(percentile) < 1;
  if (!query.compute?.some((entry) => isMeasure(entry) && isShare(entry))) return query;
  const compute = query.compute.map((entry) =>
    isMeasure(entry) && isShare(entry)
      ? { ...entry, percentile: String(Math.round(Number(entry.percentile) * 1e6) / 1e4) }
      : entry,
  );
  return { ...query, compute };
}

function queryOf(given: unknown): unknown {
  const value = withoutNulls(fromText(given));
  if (!isRecord(value)) return value;
  if (isRecord(value.query) && value.from === undefined) return queryOf(value.query);
  const query = renamed(value, {
    table: 'from',
    filters: 'where',
    filter: 'where',
    group_by: 'by',
    groupBy: 'by',
    groups: 'by',
    measures: 'compute',
    aggregates: 'compute',
    order_by: 'order',
    orderBy: 'order',
    sort: 'order',
    chart: 'show',
  });
  const shown = typeof query.show === 'string' ? { show: { chart: query.show } } : {};
  const by = listOf(query.by).map(groupingOf);
  const groupings = by.flatMap((grouping) =>
    isRecord(grouping) && typeof grouping.as === 'string' ? grouping.as : [],
  );
  return dropEmpty({
    ...query,
    ...shown,
    from: fromOf(query.from, query),
    ...(query.where === undefined ? {} : { where: conditionsOf(query.where) }),
    ...(query.by === undefined ? {} : { by }),
    ...(query.compute === undefined
      ? {}
      : { compute: listOf(query.compute).map((entry) => computationOf(entry, groupings)) }),
    ...(query.rows === undefined ? {} : rowsOf(query.rows)),
    ...(query.having === undefined ? {} : { having: listOf(query.having).map(havingOf) }),
    ...(query.order === undefined ? {} : { order: listOf(query.order).map(orderOf) }),
    ...(query.limit === undefined ? {} : { limit: limitOf(query.limit) }),
  });
}

/** JSON within text, as some models write parts of their arguments. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const PARTS = ['where', 'by', 'compute', 'having', 'order'] as const;

function dropEmpty(query: Loose): Loose {
  const { joins: _joins, union: _union, ...own } = query;
  for (const part of PARTS) if (Array.isArray(own[part]) && own[part].length === 0) delete own[part];
  return own;
}

/** Conditions, also as a map from fields to values. */
const conditionsOf = (where: unknown): unknown[] => listOf(where).flatMap(conditionOf);

function fromOf(from: unknown, { joins, union }: Loose): unknown {
  const value = typeof from === 'string' ? { table: from } : from;
  if (!isRecord(value)) return value;
  const named = renamed(value, { name: 'table', join: 'joins', unions: 'union' });
  const merged: Loose = {
    ...(joins === undefined ? {} : { joins }),
    ...(union === undefined ? {} : { union }),
    ...named,
  };
  const joined = listOf(merged.joins).map(joinOf);
  const below = listOf(merged.union);
  const { joins: _joins, union: _union, ...rest } = merged;
  return { ...rest, ...(joined.length > 0 ? { joins: joined } : {}), ...(below.length > 0 ? { union: below } : {}) };
}

function joinOf(join: unknown): unknown {
  if (!isRecord(join)) return join;
  const value = renamed(join, { name: 'table', type: 'unmatched', keys: 'on' });
  const unmatched = entryOf({ left: 'keep', inner: 'drop' }, textOf(value.unmatched) ?? '');
  return { ...value, on: keysOf(value.on), ...(unmatched ? { unmatched } : {}) };
}

/** `[["a","b"]]`, `["a","b"]`, `"a"`, `"a = b"` and `{left, right}`. */
export function keysOf(on: unknown): unknown {
  if (typeof on === 'string') {
    const [mine = on, theirs] = on.split(/\s*={1,2}\s*/);
    return [[mine, theirs ?? mine]];
  }
  if (isRecord(on)) return [pairOf(on)];
  if (!Array.isArray(on)) return on;
  const flat = on.length === 2 && on.every((entry) => typeof entry === 'string' && !entry.includes('='));
  return flat
    ? [on]
    : on.flatMap((entry) =>
        typeof entry === 'string' ? (keysOf(entry) as unknown[]) : [isRecord(entry) ? pairOf(entry) : entry],
      );
}

const pairOf = ({ left: mine, right: theirs, ...others }: Loose): unknown => {
  const [entry] = Object.entries(others);
  return mine === undefined && entry ? entry : [mine, theirs];
};

function rowsOf(rows: unknown): Loose {
  if (rows === false) return {};
  if (rows === true) return { rows: {} };
  if (Array.isArray(rows)) return { rows: rows.length > 0 ? { fields: rows } : {} };
  if (!isRecord(rows)) return { rows };
  const value = renamed(rows, { columns: 'fields' });
  const fields = listOf(value.fields);
  const { fields: _fields, ...rest } = value;
  return { rows: fields.length > 0 && fields[0] !== '*' ? { ...rest, fields } : rest };
}

const COMPARISONS: Record<string, string> = {
  '==': '=',
  '<>': '!=',
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  ge: '>=',
  le: '<=',
};

function havingOf(having: unknown): unknown {
  if (!isRecord(having)) return having;
  // `{field: "sales", op: ">", value: 1000}` names the output first.
  const output = having.field ?? having.output ?? having.column;
  const value: Loose =
    output === undefined
      ? having
      : { value: output, op: having.op ?? having.operator, than: having.than ?? having.value };
  const op = textOf(value.op) ?? '';
  return {
    ...value,
    op: entryOf(COMPARISONS, op) ?? op,
    ...(typeof value.than === 'number' ? { than: String(value.than) } : {}),
  };
}

function orderOf(order: unknown): unknown {
  if (typeof order === 'string') {
    const [, minus = '', name = order, direction] =
      /^(-?)(.*?)(?:\s+(asc|desc|ascending|descending))?$/i.exec(order) ?? [];
    return { value: name, direction: directionOf(direction ?? (minus === '-' ? 'desc' : 'asc')) };
  }
  if (!isRecord(order)) return order;
  const value = renamed(order, {
    by: 'value',
    field: 'value',
    column: 'value',
    output: 'value',
    dir: 'direction',
    order: 'direction',
  });
  const { desc, ...rest } = value;
  return { ...rest, direction: directionOf(value.direction ?? (desc === true ? 'desc' : 'asc')) };
}

const directionOf = (direction: unknown): unknown =>
  typeof direction === 'string' && /^(?:asc|desc)/i.test(direction)
    ? direction.toLowerCase().startsWith('d')
      ? 'descending'
      : 'ascending'
    : direction;

function limitOf(limit: unknown): unknown {
  if (typeof limit === 'number' || typeof limit === 'string') return { n: numberOf(limit) };
  if (!isRecord(limit)) return limit;
  const value = renamed(limit, { count: 'n', limit: 'n', top: 'n', offset: 'skip', per: 'within' });
  const skip = numberOf(value.skip);
  const within = listOf(value.within);
  const { within: _within, skip: _skip, ...rest } = value;
  return {
    ...rest,
    n: numberOf(value.n),
    ...(within.length > 0 ? { within } : {}),
    ...(skip === 0 || skip === undefined ? {} : { skip }),
  };
}
