import type { FieldDefinition } from '#contract/definitions';
import type { CalendarPart, Condition, Period, PlainCondition } from '#contract/query';
import { isDay, type Span, spanOf, timeKind } from '../calendar';
import { ownParts } from '../conditions';
import { lastMoment, type Scope } from '../scope';
import type { SqlDialect } from './dialect';

export interface ConditionContext {
  dialect: SqlDialect;
  scope: Scope;
  /** A field in SQL. */
  ref(field: string): string;
  /** The same, with its table before it. */
  qualified(field: string): string;
  /** Conditions that look around, in terms of the columns that were made for them. */
  marks: ReadonlyMap<PlainCondition, string>;
}

/** A condition as SQL that can stand beside others behind AND. */
export function conditionSql(condition: Condition, context: ConditionContext): string {
  switch (condition.op) {
    case 'any':
      return `(${condition.conditions.map((part) => conditionSql(part, context)).join(' OR ')})`;
    case 'none':
      return `NOT coalesce(${condition.conditions.map((part) => conditionSql(part, context)).join(' OR ')}, FALSE)`;
    case 'has':
    case 'has_no':
      return existsSql(condition, context);
    case 'own':
    case 'not_own': {
      const parts = ownParts(condition.condition, context.scope).map((part) => conditionSql(part, context));
      const all = parts.join(' AND ');
      return condition.op === 'own' ? `(${all})` : `NOT coalesce(${all}, FALSE)`;
    }
    default:
      return plainSql(condition, context);
  }
}

type FieldCondition = Exclude<PlainCondition, { op: 'own' | 'not_own' }>;

function plainSql(condition: FieldCondition, context: ConditionContext): string {
  const { dialect, ref, scope } = context;
  switch (condition.op) {
    case 'repeated':
    case 'outlier':
      return context.marks.get(condition) ?? 'TRUE';
    case 'compare': {
      const { left: first, right: second, plus } = condition;
      const sign = condition.comparison === '!=' ? '<>' : condition.comparison;
      if (plus === undefined) return `${ref(first)} ${sign} ${ref(second)}`;
      return `${betweenSql(first, second, context)} ${sign} ${dialect.literal(plus, 'decimal')}`;
    }
    case 'missing':
      return `${ref(condition.field)} IS NULL`;
    case 'present':
      return `${ref(condition.field)} IS NOT NULL`;
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with':
      return textSql(condition, context);
    case 'during':
    case 'not_during': {
      const definition = scope.field(condition.field)?.definition;
      const column = ref(condition.field);
      if (!definition) return 'TRUE';
      const during = periodSql(condition.period, column, definition, context);
      return condition.op === 'during' ? during : negated(during, column);
    }
    default: {
      const definition = scope.field(condition.field)?.definition;
      return definition ? comparedSql(condition, ref(condition.field), definition, dialect) : 'TRUE';
    }
  }
}

/** How far the first of two fields of a row is above the second: for times, in days. */
export function betweenSql(first: string, second: string, { dialect, ref, scope }: ConditionContext): string {
  const types = [first, second].map((name) => scope.field(name)?.definition.type);
  if (!types.every((type) => type === 'date' || type === 'timestamp')) return `${ref(first)} - ${ref(second)}`;
  return dialect.days(
    ref(second),
    ref(first),
    types.every((type) => type === 'date'),
  );
}

type Compared = Extract<PlainCondition, { op: 'is' | 'is_not' | '<' | '<=' | '>' | '>=' | 'between' }>;

function comparedSql(condition: Compared, column: string, definition: FieldDefinition, dialect: SqlDialect): string {
  const literal = (value: string | boolean): string => operandSql(value, definition, dialect);
  /** A day is compared with days, also where the field tells the hour. */
  const side = (...values: (string | boolean)[]): string =>
    definition.type === 'timestamp' && values.every((value) => isDay(String(value))) ? dialect.day(column) : column;
  switch (condition.op) {
    case 'is':
    case 'is_not': {
      const values = condition.values.map(literal);
      const value = side(...condition.values);
      const is = values.length === 1 ? `${value} = ${values[0]}` : `${value} IN (${values.join(', ')})`;
      return condition.op === 'is' ? is : negated(is, column);
    }
    case 'between':
      return `${side(condition.from, condition.to)} BETWEEN ${literal(condition.from)} AND ${literal(condition.to)}`;
    default:
      return `${side(condition.value)} ${condition.op} ${literal(condition.value)}`;
  }
}

/** What is not so, and what has no value: nothing is lost that was not named. */
const negated = (is: string, column: string): string => `(NOT (${is}) OR ${column} IS NULL)`;

const YES = /^(?:true|yes|1)$/i;

function operandSql(value: string | boolean, { type }: FieldDefinition, dialect: SqlDialect): string {
  if (type === 'boolean') return dialect.literal(typeof value === 'boolean' ? value : YES.test(value), type);
  if (typeof value === 'boolean') return type === 'text' ? dialect.text(String(value)) : String(Number(value));
  return dialect.literal(value, type === 'timestamp' && isDay(value) ? 'date' : type);
}

type TextCondition = Extract<PlainCondition, { op: 'contains' | 'not_contains' | 'starts_with' | 'ends_with' }>;

function textSql({ op, field, text }: TextCondition, { dialect, ref, scope }: ConditionContext): string {
  const column = ref(field);
  const value = dialect.lower(scope.field(field)?.definition.type === 'text' ? column : dialect.asText(column));
  const part = dialect.lower(dialect.text(String(text)));
  switch (op) {
    case 'contains':
      return dialect.contains(value, part);
    case 'not_contains':
      return negated(dialect.contains(value, part), column);
    case 'starts_with':
      return dialect.startsWith(value, part);
    case 'ends_with':
      return dialect.endsWith(value, part);
  }
}

function periodSql(period: Period, column: string, definition: FieldDefinition, context: ConditionContext): string {
  const { dialect, scope } = context;
  const kind = timeKind(definition);
  if (period.kind === 'part')
    return `${partSql(period.part, column, definition, dialect)} IN (${period.values.join(', ')})`;
  const span = spanOf(period, lastMoment(definition, scope));
  if (!span) return 'FALSE';
  return kind === 'year' ? yearsSql(span, column) : spanSql(span, column, definition, dialect);
}

function spanSql({ from, until }: Span, column: string, definition: FieldDefinition, dialect: SqlDialect): string {
  const literal = (iso: string): string =>
    operandSql(definition.type === 'date' ? iso.slice(0, 10) : iso, definition, dialect);
  const parts = [
    ...(from === null ? [] : [`${column} >= ${literal(from)}`]),
    ...(until === null ? [] : [`${column} < ${literal(until)}`]),
  ];
  if (parts.length === 0) return `${column} IS NOT NULL`;
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' AND ')})`;
}

/** Years that lie in the span with their first day. */
function yearsSql({ from, until }: Span, column: string): string {
  const first = from === null ? null : Number(from.slice(0, 4));
  const last = until === null ? null : Number(until.slice(0, 4)) - (until.slice(5, 10) === '01-01' ? 1 : 0);
  if (first !== null && first === last) return `${column} = ${first}`;
  const parts = [
    ...(first === null ? [] : [`${column} >= ${first}`]),
    ...(last === null ? [] : [`${column} <= ${last}`]),
  ];
  return parts.length === 0 ? `${column} IS NOT NULL` : `(${parts.join(' AND ')})`;
}

const MONTHS = [
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
] as const;
const WEEKDAYS = [
  ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'],
  ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'],
] as const;

/** The number of a calendar part, also where names of months or weekdays stand for it. */
export function partSql(part: CalendarPart, column: string, definition: FieldDefinition, dialect: SqlDialect): string {
  if (definition.type === 'date' || definition.type === 'timestamp' || definition.type === 'time')
    return dialect.part(part, column);
  return placeSql(column, definition, dialect) ?? column;
}

/** The place of a name of a month or weekday in its year or week; null where the field holds no such names. */
export function placeSql(column: string, definition: FieldDefinition, dialect: SqlDialect): string | null {
  if (definition.type !== 'text') return null;
  const kind = timeKind(definition);
  if (kind !== 'month_of_year' && kind !== 'weekday') return null;
  const [english, german] = kind === 'weekday' ? WEEKDAYS : MONTHS;
  const start = dialect.lower(`substring(${column}, 1, ${kind === 'weekday' ? 2 : 3})`);
  return `coalesce(${dialect.place(start, english)}, ${dialect.place(start, german)})`;
}

type Exists = Extract<Condition, { op: 'has' | 'has_no' }>;

function existsSql({ op, table, on, where = [] }: Exists, context: ConditionContext): string {
  const { dialect, scope } = context;
  const other = scope.table(table);
  if (!other) return 'TRUE';
  const alias = other.table === scope.own.table ? 'other' : other.table;
  const columnOf = (field: string): string => {
    const definition = other.fields.find(({ id }) => id === field || `${table}.${id}` === field);
    return `${dialect.identifier(alias)}.${dialect.identifier(definition?.column ?? field)}`;
  };
  const inner: ConditionContext = {
    ...context,
    scope: scope.within(other),
    ref: columnOf,
    qualified: columnOf,
    marks: new Map(),
  };
  const keys = on.map(([mine, theirs]) => `${columnOf(theirs)} = ${context.qualified(mine)}`);
  const conditions = [...keys, ...where.map((condition) => conditionSql(condition, inner))];
  const from = alias === other.table ? dialect.identifier(alias) : `${dialect.identifier(other.table)} AS ${alias}`;
  const exists = `EXISTS (SELECT 1 FROM ${from} WHERE ${conditions.join(' AND ')})`;
  return op === 'has' ? exists : `NOT ${exists}`;
}
