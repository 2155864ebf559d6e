import type { Definitions } from '#contract/definitions';
import type { Computation, Condition, PlainCondition, Query, RowValue } from '#contract/query';
import type { ConditionPart, PlainConditionPart, QueryPart } from '#contract/query-parts';
import type { QueryColumn } from '#contract/query-results';
import { timeKind } from './calendar';
import { columnsOf } from './compile';
import { rankingOf } from './compile/order';
import { alongOf } from './compile/windows';
import { isCalculation, isMeasure, isOwn } from './outputs';
import { type Scope, scopeOf } from './scope';

/** The parts of a query in the order in which people say them, with titles in place of names. Empty where a table is not known. */
export function explain(query: Query, definitions: readonly Definitions[]): QueryPart[] {
  const scope = scopeOf(query, definitions);
  if (!scope) return [];
  const columns = columnsOf(query, scope);
  return [
    ...(query.compute ?? []).map((entry, at) => computationPart(entry, `compute.${at}`, query, scope, columns)),
    ...rowsPart(query, scope),
    ...groupParts(query, scope, columns),
    ...(query.where ?? []).map(
      (condition, at): QueryPart => ({
        slot: 'condition',
        path: `where.${at}`,
        condition: conditionPart(condition, scope),
      }),
    ),
    ...(query.having ?? []).map(
      ({ value, op, than }, at): QueryPart => ({ slot: 'having', path: `having.${at}`, value, op, than }),
    ),
    ...orderParts(query, scope, columns),
    ...sourcePart(query, scope),
  ];
}

const titleIn = (scope: Scope, name: string): string => scope.field(name)?.definition.title ?? name;

function computationPart(
  entry: Computation,
  path: string,
  query: Query,
  scope: Scope,
  columns: readonly QueryColumn[],
): QueryPart {
  const { as: output } = entry;
  if (isMeasure(entry))
    return {
      slot: 'measure',
      path,
      output,
      measure: entry.measure,
      of: entry.of === undefined ? null : valuePart(entry.of, scope),
      with: entry.with === undefined ? null : titleIn(scope, entry.with),
      percentile: entry.percentile === undefined ? null : String(entry.percentile),
      where: (entry.where ?? []).map((part) => plainPart(part, scope)),
      noun: scope.own.entity[0] ?? null,
    };
  if (isOwn(entry)) {
    const own = scope.own.measures.find(({ id }) => id === entry.own);
    return { slot: 'own', path, output, title: own?.title ?? entry.own };
  }
  if (isCalculation(entry)) {
    const { calculate, left: first, right: second, percent = false } = entry;
    const right = typeof second === 'string' ? second : { number: String(second.number) };
    return { slot: 'calculation', path, output, calculate, left: first, right, percent };
  }
  const groupings = (query.by ?? []).flatMap(({ as }) => columns.find(({ name }) => name === as) ?? []);
  const along = groupings.find(({ name }) => name === alongOf(entry, groupings));
  return {
    slot: 'window',
    path,
    output,
    window: entry.window,
    of: entry.of,
    grain: along?.grain ?? null,
    within: entry.within ?? [],
    against: entry.against ?? 'previous',
    size: entry.size ?? null,
    aggregate: entry.aggregate ?? 'mean',
  };
}

const valuePart = (of: RowValue, scope: Scope) =>
  typeof of === 'string'
    ? titleIn(scope, of)
    : { calculate: of.calculate, left: titleIn(scope, of.left), right: titleIn(scope, of.right) };

function rowsPart({ rows }: Query, scope: Scope): QueryPart[] {
  if (!rows) return [];
  const titles = (rows.fields ?? []).map((field) => titleIn(scope, field));
  return [{ slot: 'rows', path: 'rows', titles, distinct: rows.distinct ?? false, noun: scope.own.entity[0] ?? null }];
}

function groupParts({ by = [] }: Query, scope: Scope, columns: readonly QueryColumn[]): QueryPart[] {
  return by.map(({ field, grain, part, as: output }, at) => ({
    slot: 'group',
    path: `by.${at}`,
    output,
    title: titleIn(scope, field),
    grain: grain ?? null,
    part: part ?? null,
    width: columns.find(({ name }) => name === output)?.width ?? null,
  }));
}

export function conditionPart(condition: Condition, scope: Scope): ConditionPart {
  switch (condition.op) {
    case 'any':
    case 'none':
      return { op: condition.op, conditions: condition.conditions.map((part) => plainPart(part, scope)) };
    case 'has':
    case 'has_no': {
      const other = scope.table(condition.table);
      const where = other ? (condition.where ?? []).map((part) => plainPart(part, scope.within(other))) : [];
      return { op: condition.op, table: condition.table, noun: other?.entity[0] ?? null, where };
    }
    default:
      return plainPart(condition, scope);
  }
}

function plainPart(condition: PlainCondition, scope: Scope): PlainConditionPart {
  switch (condition.op) {
    case 'own':
    case 'not_own': {
      const own = scope.own.conditions.find(({ id }) => id === condition.condition);
      return { op: condition.op, title: own?.title ?? condition.condition };
    }
    case 'repeated':
      return { op: 'repeated', titles: condition.fields.map((field) => titleIn(scope, field)) };
    case 'compare': {
      const { comparison } = condition;
      return {
        op: 'compare',
        left: titleIn(scope, condition.left),
        comparison,
        right: titleIn(scope, condition.right),
      };
    }
    case 'during':
    case 'not_during': {
      const times = scope.own.fields.filter((field) => timeKind(field) !== null && !field.hidden);
      const title = times.length === 1 ? null : titleIn(scope, condition.field);
      return { op: condition.op, title, period: condition.period };
    }
    case 'outlier':
      return { op: 'outlier', title: titleIn(scope, condition.field) };
    case 'is':
    case 'is_not': {
      const definition = scope.field(condition.field)?.definition;
      const flag =
        definition?.type === 'boolean' ||
        (definition?.role === 'flag' && condition.values.every((value) => typeof value === 'boolean'));
      return { op: condition.op, title: titleIn(scope, condition.field), values: condition.values, flag };
    }
    default: {
      const { field, ...rest } = condition;
      return { ...rest, title: titleIn(scope, field) };
    }
  }
}

function orderParts(query: Query, scope: Scope, columns: readonly QueryColumn[]): QueryPart[] {
  const { limit, rows } = query;
  const titleOf = (value: string): string => (rows ? titleIn(scope, value) : value);
  const ranking = rankingOf(query, columns);
  const [first] = ranking;
  const limits: QueryPart[] = limit
    ? [
        {
          slot: 'limit',
          path: 'limit',
          n: limit.n,
          skip: limit.skip ?? 0,
          within: (limit.within ?? []).map(titleOf),
          of: limit.of ?? null,
          by: first ? titleOf(first.value) : null,
          direction: first?.direction ?? 'descending',
        },
      ]
    : [];
  // What the limit goes by is said with it.
  const orders = (query.order ?? []).map(
    ({ value, direction }, at): QueryPart => ({ slot: 'order', path: `order.${at}`, value: titleOf(value), direction }),
  );
  return [...limits, ...(limit ? orders.slice(1) : orders)];
}

function sourcePart({ from }: Query, scope: Scope): QueryPart[] {
  if (scope.joined.length === 0 && scope.below.length === 0) return [];
  return [
    {
      slot: 'source',
      path: 'from',
      table: scope.own.source,
      joined: scope.joined.map(({ definitions }) => definitions.source),
      below: (from.union ?? []).map((table) => scope.table(table)?.source ?? table),
    },
  ];
}
