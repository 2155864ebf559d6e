import type { Grouping, Measure, Query } from '../../../../src/preload/contract/query';
import { partOf, periodOf } from './calendar';
import { around, holds } from './conditions';
import { calculated, measured as measureOf } from './measures';
import { compares, type Group, like, order, type Row, type Value } from './rows';
import { windowed } from './windows';

export type { Row } from './rows';

/** What a query over one table comes to, worked out on the rows themselves, slowly and without SQL. Sums are of doubles. */
export function answerOf(query: Query, rows: readonly Row[]): Group[] {
  const plain = (query.where ?? []).filter((condition) => !around(condition));
  const chosen = rows.filter((row) => plain.every((condition) => holds(condition, row, rows)));
  const kept = chosen.filter((row) =>
    (query.where ?? []).filter(around).every((condition) => holds(condition, row, chosen)),
  );
  return query.rows ? listed(query, kept) : grouped(query, kept);
}

/** How much the rows' things have that are equal to the row's. */
function amountOf({ measured, as: _, bin: __, ...key }: Grouping, row: Row, all: readonly Row[]): Value {
  const own = keyOf({ ...key, as: '' }, row, all);
  return measureOf(
    { ...measured!, as: '' },
    all.filter((other) => other[key.field] !== null && keyOf({ ...key, as: '' }, other, all) === own),
  );
}

function keyOf(grouping: Grouping, row: Row, all: readonly Row[]): Value | undefined {
  const { field, grain, part, bin, measured } = grouping;
  const value = measured ? (row[field] === null ? null : amountOf(grouping, row, all)) : (row[field] ?? null);
  if (measured) {
    if (value === null) return undefined;
    return bin && 'width' in bin ? Math.floor(Number(value) / Number(bin.width)) * Number(bin.width) : value;
  }
  if (grain === undefined && part === undefined && bin === undefined) return value;
  if (value === null) return undefined;
  if (part !== undefined) return partOf(String(value), part);
  if (bin !== undefined && 'width' in bin) {
    const width = Number(bin.width);
    return Math.round(Math.floor(Math.round((Number(value) / width) * 1e9) / 1e9) * width * 1e6) / 1e6;
  }
  const start = periodOf(String(value), grain!);
  return grain === 'year' ? Number(start.slice(0, 4)) : start;
}

function grouped(query: Query, rows: readonly Row[]): Group[] {
  const by = query.by ?? [];
  const buckets = new Map<string, { key: Group; rows: Row[] }>();
  if (by.length === 0) buckets.set('', { key: {}, rows: [] });
  for (const row of rows) {
    const key: Group = {};
    let belongs = true;
    for (const grouping of by) {
      const value = keyOf(grouping, row, rows);
      if (value === undefined) belongs = false;
      else key[grouping.as] = value;
    }
    if (!belongs) continue;
    const text = JSON.stringify(key);
    const bucket = buckets.get(by.length === 0 ? '' : text) ?? { key, rows: [] };
    bucket.rows.push(row);
    buckets.set(by.length === 0 ? '' : text, bucket);
  }
  const groups = [...buckets.values()].map(({ key, rows: own }) => ({ ...key, ...measures(query, own) }));
  for (const entry of query.compute ?? []) {
    if ('window' in entry) windowed(entry, groups, by);
    else if (!('measure' in entry) && 'left' in entry)
      for (const group of groups) {
        const a = group[entry.left] ?? null;
        const b = typeof entry.right === 'string' ? (group[entry.right] ?? null) : Number(entry.right.number);
        group[entry.as] = a === null || b === null ? null : calculated(entry.calculate, Number(a), Number(b));
      }
  }
  return limited(
    query,
    groups.filter((group) =>
      (query.having ?? []).every(
        ({ value, op, than }) => group[value] !== null && compares(order(group[value]!, like(than, group[value]!)), op),
      ),
    ),
    rows,
  );
}

function measures(query: Query, rows: readonly Row[]): Group {
  return Object.fromEntries(
    (query.compute ?? []).flatMap((entry) => ('measure' in entry ? [[entry.as, measuredIn(entry, rows)]] : [])),
  );
}

/** Of all rows, or of those of each group within them, together. */
function measuredIn(measure: Measure, rows: readonly Row[]): Value {
  const { each, ...plain } = measure;
  if (!each) return measureOf(measure, rows);
  const whole = rows.filter((row) => each.by.every(({ field }) => row[field] !== null));
  const groups = Map.groupBy(whole, (row) =>
    JSON.stringify(each.by.map((key) => keyOf({ ...key, as: '' }, row, rows))),
  );
  const values = [...groups.values()].map((group) => measureOf(plain, group));
  if (each.aggregate === 'count') return groups.size;
  return measureOf(
    { measure: each.aggregate, of: 'value', as: '' },
    values.map((value) => ({ value })),
  );
}

function sortedBy<T extends Group | Row>(items: readonly T[], orders: NonNullable<Query['order']>): T[] {
  return items.toSorted((a, b) => {
    for (const { value, direction } of orders) {
      const [first, second] = [a[value] ?? null, b[value] ?? null];
      if (first === null || second === null) {
        if (first !== second) return first === null ? 1 : -1;
        continue;
      }
      const sign = order(first, second);
      if (sign !== 0) return direction === 'descending' ? -sign : sign;
    }
    return 0;
  });
}

function limited(query: Query, groups: readonly Group[], rows: readonly Row[]): Group[] {
  const { limit, order: orders = [], by = [] } = query;
  const keys = by.map(({ as }) => ({ value: as, direction: 'ascending' as const }));
  if (!limit) return sortedBy(groups, [...orders, ...keys]);
  const [n, skip] = [limit.n, limit.skip ?? 0];
  if (limit.of !== undefined) {
    const { having: _having, ...rest } = query;
    const leading = answerOf(
      { ...rest, where: [], by: by.filter(({ as }) => as === limit.of), order: orders.slice(0, 1), limit: { n, skip } },
      rows,
    );
    const values = leading.map((group) => group[limit.of!]);
    return sortedBy(
      groups.filter((group) => values.includes(group[limit.of!]!)),
      [...orders.slice(1), ...keys],
    );
  }
  const sorted = sortedBy(groups, [...orders, ...keys]);
  if (!limit.within?.length) return sorted.slice(skip, skip + n);
  const parts = Map.groupBy(sorted, (group) => JSON.stringify(limit.within!.map((name) => group[name])));
  const taken = [...parts.values()].flatMap((part) => part.slice(skip, skip + n));
  return sortedBy(taken, [
    ...limit.within.map((value) => ({ value, direction: 'ascending' as const })),
    ...orders,
    ...keys,
  ]);
}

function listed(query: Query, rows: readonly Row[]): Group[] {
  const { limit, order: orders = [] } = query;
  const sorted = sortedBy(rows, orders);
  const [skip, n] = [limit?.skip ?? 0, limit?.n ?? Number.POSITIVE_INFINITY];
  const pick = (row: Row): Group =>
    Object.fromEntries((query.rows!.fields ?? Object.keys(row)).map((field) => [field, row[field] ?? null]));
  const picked = sorted.map(pick);
  const unique = query.rows!.distinct ? [...new Map(picked.map((row) => [JSON.stringify(row), row])).values()] : picked;
  return unique.slice(skip, skip + n);
}
