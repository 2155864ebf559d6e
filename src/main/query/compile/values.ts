import type { FieldDefinition } from '#contract/definitions';
import type { Each, Measure, PlainCondition, RowValue } from '#contract/query';
import { timeKind } from '../calendar';
import type { Scope } from '../scope';
import { betweenSql, type ConditionContext, conditionSql } from './conditions';
import type { SqlDialect } from './dialect';

const isTime = (field: FieldDefinition | undefined): boolean => field?.type === 'date' || field?.type === 'timestamp';

/** A field, or arithmetic on two fields of a row. */
export function rowValueSql(of: RowValue, context: ConditionContext): string {
  const { ref, dialect } = context;
  if (typeof of === 'string') return ref(of);
  if (of.calculate === 'subtract') return betweenSql(of.left, of.right, context);
  return arithmetic(of.calculate, ref(of.left), ref(of.right), dialect);
}

export function arithmetic(
  calculate: 'add' | 'subtract' | 'multiply' | 'divide',
  first: string,
  second: string,
  dialect: SqlDialect,
): string {
  switch (calculate) {
    case 'add':
      return `${first} + ${second}`;
    case 'subtract':
      return `${first} - ${second}`;
    case 'multiply':
      return `${first} * ${second}`;
    case 'divide':
      return `${dialect.double(first)} / nullif(${second}, 0)`;
  }
}

/** An aggregate over the rows of a group, or over those of them that its own conditions leave. */
export function measureSql(measure: Measure, context: ConditionContext): string {
  const { measure: aggregate, of, where = [] } = measure;
  const { dialect, scope } = context;
  const filter = filterSql(where, context);
  if (of === undefined) return `count(*)${filter}`;
  const value = rowValueSql(of, context);
  const definition = typeof of === 'string' ? scope.field(of)?.definition : undefined;
  const number = definition?.type === 'boolean' ? dialect.integer(value) : value;
  switch (aggregate) {
    case 'count':
      return `count(${value})${filter}`;
    case 'distinct':
      return `count(DISTINCT ${value})${filter}`;
    case 'missing':
      return `count(*)${filterSql(where, context, `${value} IS NULL`)}`;
    case 'sum':
      // Nothing of it is none of it where the rows of the group are all others.
      return where.length > 0 ? `coalesce(sum(${number})${filter}, 0)` : `sum(${number})`;
    case 'mean':
      return measure.with === undefined
        ? `avg(${number})${filter}`
        : weightedMean(number, context.ref(measure.with), filter, dialect);
    case 'median':
      return `${percentileSql(value, '0.5', definition, dialect)}${filter}`;
    case 'percentile':
      return `${percentileSql(value, String(Number(measure.percentile ?? '50') / 100), definition, dialect)}${filter}`;
    case 'mode':
      return `${dialect.mode(value)}${filter}`;
    case 'min':
    case 'max':
      return `${aggregate}(${value})${filter}`;
    case 'range':
      return isTime(definition)
        ? dialect.days(`min(${value})${filter}`, `max(${value})${filter}`, definition?.type === 'date')
        : `max(${value})${filter} - min(${value})${filter}`;
    case 'standard_deviation':
      return `${dialect.standardDeviation(value)}${filter}`;
    case 'variance':
      return `${dialect.variance(value)}${filter}`;
    case 'first':
    case 'last':
      return `${dialect.at(aggregate, value, context.ref(momentOf(measure, scope) ?? ''))}${filter}`;
    case 'correlation':
      // Of values that are all the same there is none.
      return dialect.finite(`${dialect.correlation(value, context.ref(measure.with ?? ''))}${filter}`);
  }
}

/** What is made of the values that a measure has in groups, of which there are as many rows. */
export function overGroupsSql(aggregate: Each['aggregate'], value: string, dialect: SqlDialect): string {
  switch (aggregate) {
    case 'count':
      return 'count(*)';
    case 'mean':
      return `avg(${value})`;
    case 'median':
      return dialect.percentile(value, '0.5');
    case 'standard_deviation':
      return dialect.standardDeviation(value);
    default:
      return `${aggregate}(${value})`;
  }
}

/** The time that `first` and `last` go by: the one that is named, or the table's first one. */
export function momentOf(measure: Measure, scope: Scope): string | null {
  if (measure.with !== undefined) return measure.with;
  const times = scope.own.fields.filter((field) => timeKind(field) !== null && !field.hidden);
  return times.find(isTime)?.id ?? times.find((field) => timeKind(field) === 'year')?.id ?? null;
}

function percentileSql(value: string, share: string, field: FieldDefinition | undefined, dialect: SqlDialect): string {
  return isTime(field) ? dialect.percentileOfValues(value, share) : dialect.percentile(value, share);
}

/** Weights of rows without a value do not count. */
function weightedMean(value: string, weight: string, filter: string, dialect: SqlDialect): string {
  const weights = `sum(CASE WHEN ${value} IS NOT NULL THEN ${dialect.double(weight)} END)${filter}`;
  return `sum(${dialect.double(value)} * ${weight})${filter} / nullif(${weights}, 0)`;
}

function filterSql(where: readonly PlainCondition[], context: ConditionContext, more?: string): string {
  const conditions = [
    ...(more === undefined ? [] : [more]),
    ...where.map((condition) => conditionSql(condition, context)),
  ];
  return conditions.length === 0 ? '' : ` FILTER (WHERE ${conditions.join(' AND ')})`;
}
