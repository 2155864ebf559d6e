import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Grouping, Period, PlainCondition, RowValue } from '#contract/query';
import { lastMoment, type Scope, spanOf, timeKind } from '../../../../query';
import { literal } from './survey';

/** Thrown where no Python is written for a part of a query. */
export class NotInPython extends Error {}

export const cell = (name: string): string => `row[${literal(name)}]`;
const isNumber = ({ type }: FieldDefinition): boolean => type === 'integer' || type === 'decimal' || type === 'float';
export const isDated = ({ type }: FieldDefinition): boolean => type === 'date' || type === 'timestamp';

export function fieldOf(name: string, scope: Scope): FieldDefinition {
  const field = scope.field(name);
  if (!field || field.join) throw new NotInPython();
  return field.definition;
}

export function conditionCode(condition: Condition, scope: Scope): string {
  switch (condition.op) {
    case 'any':
      return `(${condition.conditions.map((part) => conditionCode(part, scope)).join(' or ')})`;
    case 'none':
      return `not (${condition.conditions.map((part) => conditionCode(part, scope)).join(' or ')})`;
    case 'has':
    case 'has_no':
    case 'own':
    case 'not_own':
    case 'repeated':
    case 'outlier':
      throw new NotInPython();
    case 'compare':
      return comparedFields(condition, scope);
    default:
      return fieldCondition(condition, fieldOf(condition.field, scope), scope);
  }
}

const SIGNS = { '=': '==', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

function comparedFields(condition: Extract<PlainCondition, { op: 'compare' }>, scope: Scope): string {
  const { left: first, right: second, comparison, plus } = condition;
  const known = `${cell(first)} is not None and ${cell(second)} is not None`;
  if (plus === undefined) return `(${known} and ${cell(first)} ${SIGNS[comparison]} ${cell(second)})`;
  return `(${known} and ${apart(first, second, scope)} ${SIGNS[comparison]} ${number(String(plus))})`;
}

/** How far the first value is above the second: for dates, in days. */
export const apart = (first: string, second: string, scope: Scope): string =>
  isDated(fieldOf(first, scope)) ? `days(${cell(second)}, ${cell(first)})` : `${cell(first)} - ${cell(second)}`;

const number = (text: string): string => `Decimal(${literal(text)})`;

function operand(value: string | boolean, field: FieldDefinition): string {
  if (field.type === 'boolean') return value === true || /^(?:true|yes|1)$/i.test(String(value)) ? 'True' : 'False';
  return isNumber(field) ? number(String(value)) : literal(String(value));
}

type FieldCondition = Extract<PlainCondition, { field: string }>;

function fieldCondition(condition: FieldCondition, field: FieldDefinition, scope: Scope): string {
  const whole = cell(condition.field);
  // A day is compared with days, also where the field tells the hour.
  const side = (...values: (string | boolean)[]): string =>
    field.type === 'timestamp' && values.every((value) => String(value).length <= 10) ? `${whole}[:10]` : whole;
  const known = `${whole} is not None and `;
  switch (condition.op) {
    case 'is':
    case 'is_not': {
      const values = condition.values.map((value) => operand(value, field));
      const list = `(${values.join(', ')},)`;
      if (side(...condition.values) === whole) return `${whole} ${condition.op === 'is' ? 'in' : 'not in'} ${list}`;
      const within = `(${known}${whole}[:10] in ${list})`;
      return condition.op === 'is' ? within : `not ${within}`;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `(${known}${side(condition.value)} ${condition.op} ${operand(condition.value, field)})`;
    case 'between':
      return `(${known}${operand(condition.from, field)} <= ${side(condition.from, condition.to)} <= ${operand(condition.to, field)})`;
    case 'missing':
      return `${whole} is None`;
    case 'present':
      return `${whole} is not None`;
    case 'during':
      return `(${known}${periodCode(condition.period, condition.field, field, scope)})`;
    case 'not_during':
      return `not (${known}${periodCode(condition.period, condition.field, field, scope)})`;
    case 'outlier':
      throw new NotInPython();
    default:
      return textCode(condition, known);
  }
}

type TextCondition = Extract<FieldCondition, { op: 'contains' | 'not_contains' | 'starts_with' | 'ends_with' }>;

function textCode({ op, field, text }: TextCondition, known: string): string {
  const [value, part] = [`str(${cell(field)}).lower()`, literal(String(text).toLowerCase())];
  if (op === 'starts_with') return `(${known}${value}.startswith(${part}))`;
  if (op === 'ends_with') return `(${known}${value}.endswith(${part}))`;
  const within = `(${known}${part} in ${value})`;
  return op === 'contains' ? within : `not ${within}`;
}

function periodCode(period: Period, name: string, field: FieldDefinition, scope: Scope): string {
  const value = cell(name);
  if (period.kind === 'part')
    return `${keyCode({ field: name, part: period.part }, scope)} in (${period.values.join(', ')},)`;
  const span = spanOf(period, lastMoment(field, scope));
  if (!span) throw new NotInPython();
  const { from, until } = span;
  if (timeKind(field) === 'year') {
    const last = until === null ? null : Number(until.slice(0, 4)) - (until.slice(5, 10) === '01-01' ? 1 : 0);
    const bounds = [
      ...(from === null ? [] : [`${value} >= ${Number(from.slice(0, 4))}`]),
      ...(last === null ? [] : [`${value} <= ${last}`]),
    ];
    return bounds.join(' and ') || 'True';
  }
  if (!isDated(field)) throw new NotInPython();
  // ISO texts are in the order of their times.
  const bound = (iso: string): string => literal(field.type === 'date' ? iso.slice(0, 10) : iso);
  const bounds = [
    ...(from === null ? [] : [`${value} >= ${bound(from)}`]),
    ...(until === null ? [] : [`${value} < ${bound(until)}`]),
  ];
  return bounds.join(' and ') || 'True';
}

/** The value that tells groups apart. */
export function keyCode(
  { field: name, grain, part }: Pick<Grouping, 'field' | 'grain' | 'part'>,
  scope: Scope,
): string {
  const field = fieldOf(name, scope);
  const value = cell(name);
  if (grain === undefined && part === undefined) return value;
  if (!isDated(field)) throw new NotInPython();
  const day = `date.fromisoformat(${value}[:10])`;
  switch (grain ?? part) {
    case 'year':
      return `int(${value}[:4])`;
    case 'quarter':
      return `${value}[:5] + "%02d-01" % ((int(${value}[5:7]) - 1) // 3 * 3 + 1)`;
    case 'month':
      return `${value}[:7] + "-01"`;
    case 'week':
      return `str(${day} - timedelta(days=${day}.weekday()))`;
    case 'day':
      return `${value}[:10]`;
    case 'hour':
      return `${value}[:13] + ":00:00"`;
    case 'quarter_of_year':
      return `(int(${value}[5:7]) + 2) // 3`;
    case 'month_of_year':
      return `int(${value}[5:7])`;
    case 'day_of_month':
      return `int(${value}[8:10])`;
    case 'weekday':
      return `${day}.isoweekday()`;
    case 'hour_of_day':
      return `int(${value}[11:13])`;
    default:
      throw new NotInPython();
  }
}

/** A value of a row, and the fields without which there is none. */
export function valueCode(of: RowValue, scope: Scope): { value: string; fields: string[] } {
  if (typeof of === 'string') return { value: cell(fieldOf(of, scope).id), fields: [of] };
  const fields = [of.left, of.right];
  switch (of.calculate) {
    case 'subtract':
      return { value: apart(of.left, of.right, scope), fields };
    case 'add':
      return { value: `${cell(of.left)} + ${cell(of.right)}`, fields };
    case 'multiply':
      return { value: `${cell(of.left)} * ${cell(of.right)}`, fields };
    case 'divide':
      throw new NotInPython();
  }
}
