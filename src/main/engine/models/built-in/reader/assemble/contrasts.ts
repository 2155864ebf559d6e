import type { Period } from '#contract/query';
import type { Cover } from '../cover';
import type { ValueRef } from '../terms';
import { NoReading } from './context';
import { collected, type Parts } from './parts';

/** The clauses of a cover by what they are for, once it is told what they say of each other. */
export const partsOf = (cover: Cover): Parts => settled(collected(cover));

/** What two clauses say of each other. */
function settled(parts: Parts): Parts {
  const { moving, shared } = parts;
  // "growth in percent" is no share.
  if (moving && shared && !shared.each && !shared.where) {
    if (shared.of) parts.measures.push(shared.of);
    parts.shared = null;
  }
  // "stroke rate in %": so it is told.
  const [rate, ...more] = parts.measures;
  if (parts.shared && rate?.kind === 'part' && more.length === 0 && !shared?.of && !shared?.each && !shared?.where)
    parts.shared = null;
  if (parts.rank?.bare) throw new NoReading();
  contrasted(parts);
  alternated(parts);
  if (parts.compares && !parts.comparing) sideBySide(parts);
  return parts;
}

/** "compare West and East" */
function sideBySide(parts: Parts): void {
  const list = parts.filters.find(({ filter }) => filter.kind === 'condition' && filter.listed === true);
  if (list?.filter.kind !== 'condition' || list.filter.condition.op !== 'is') return;
  const { table, condition } = list.filter;
  parts.filters = parts.filters.filter((one) => one !== list);
  parts.comparing = {
    kind: 'values',
    values: condition.values.map((value) => ({
      table,
      field: condition.field,
      values: [String(value)],
      part: null,
      more: false,
      exact: true,
    })),
    difference: parts.difference,
  };
}

/** Two values of one column are never one row's: they are set side by side. */
function contrasted(parts: Parts): void {
  const plain = parts.filters.flatMap((one) =>
    one.filter.kind === 'condition' && one.filter.condition.op === 'is'
      ? [{ one, table: one.filter.table, condition: one.filter.condition }]
      : [],
  );
  for (const [index, a] of plain.entries()) {
    const b = plain
      .slice(index + 1)
      .find((other) => other.table === a.table && other.condition.field === a.condition.field);
    if (!b) continue;
    const value = ({ table, condition }: typeof a): ValueRef => ({
      table,
      field: condition.field,
      values: condition.values.map(String),
      part: null,
      more: false,
      exact: true,
    });
    if (JSON.stringify(a.condition.values) === JSON.stringify(b.condition.values)) {
      parts.filters = parts.filters.filter((one) => one !== b.one);
      continue;
    }
    const isWithin = a.condition.values.some((one) => b.condition.values.includes(one));
    if (parts.comparing || parts.shared || isWithin) throw new NoReading();
    parts.filters = parts.filters.filter((one) => one !== a.one && one !== b.one);
    parts.comparing = { kind: 'values', values: [value(a), value(b)], difference: parts.difference };
    parts.cost += 0.2;
  }
}

/** "in 2023 and 2024": no row is of both years. */
function alternated(parts: Parts): void {
  const periods = parts.filters.flatMap((one) =>
    one.filter.kind === 'period' && one.filter.field === null && !one.filter.negated && isBounded(one.filter.period)
      ? [{ one, period: one.filter.period }]
      : [],
  );
  const kinds = new Set(periods.map((one) => one.period.kind));
  if (periods.length < 2 || kinds.size !== 1 || parts.comparing) return;
  parts.filters = parts.filters.filter((one) => periods.every((other) => other.one !== one));
  parts.comparing = { kind: 'periods', periods: periods.map((one) => one.period), difference: parts.difference };
  parts.cost += 0.1;
}

const isBounded = (period: Period): boolean =>
  period.kind === 'year' ||
  period.kind === 'quarter' ||
  period.kind === 'month' ||
  (period.kind === 'part' && period.values.length === 1);

/** Values that are set side by side, as the groups that they are. */
export function asGroups(parts: Parts): Parts {
  const { comparing, filters, groups } = parts;
  const [first] = comparing?.kind === 'values' ? comparing.values : [];
  if (comparing?.kind !== 'values' || !first) return parts;
  const { table, field } = first;
  const values = comparing.values.flatMap((one) => one.values);
  const filter = { kind: 'condition' as const, table, condition: { op: 'is' as const, field, values } };
  return {
    ...parts,
    comparing: null,
    groups: [...groups, { kind: 'field', field: { table, field } }],
    filters: [...filters, { filter, at: 0 }],
  };
}
