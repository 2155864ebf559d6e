import { entryOf } from '#contract/entries';
import { isRecord, type Loose, listOf, numberOf, renamed, textOf } from './loose';

const OPERATORS: Record<string, string> = {
  '=': 'is',
  '==': 'is',
  eq: 'is',
  equals: 'is',
  equal: 'is',
  in: 'is',
  any_of: 'is',
  '!=': 'is_not',
  '<>': 'is_not',
  ne: 'is_not',
  neq: 'is_not',
  not: 'is_not',
  not_in: 'is_not',
  not_equals: 'is_not',
  gt: '>',
  gte: '>=',
  ge: '>=',
  lt: '<',
  lte: '<=',
  le: '<=',
  like: 'contains',
  ilike: 'contains',
  not_like: 'not_contains',
  is_null: 'missing',
  null: 'missing',
  empty: 'missing',
  not_null: 'present',
  is_not_null: 'present',
  in_period: 'during',
  or: 'any',
  not_any: 'none',
  exists: 'has',
  not_exists: 'has_no',
};

/** One condition, or those of a map from fields to values. */
export function conditionOf(given: unknown): unknown[] {
  if (!isRecord(given)) return [given];
  const value = renamed(given, { column: 'field', operator: 'op', comparator: 'op' });
  if (value.op === undefined) return withoutOperator(value);
  const name = String(value.op)
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_');
  const op = entryOf(OPERATORS, name) ?? name;
  return [conditionWith(op, value)];
}

function withoutOperator(value: Loose): unknown[] {
  const { field, ...others } = value;
  // `{field: "region", is: "West"}`
  if (typeof field === 'string') {
    const [entry] = Object.entries(others);
    if (!entry) return [value];
    const [key, operand] = entry;
    if (key === 'values' || key === 'value') return [{ op: 'is', field, values: listOf(operand) }];
    return conditionOf({ op: key, field, [key === 'during' || key === 'not_during' ? 'period' : 'value']: operand });
  }
  // `{region: "West"}`
  return Object.entries(value).map(([name, operand]) => ({ op: 'is', field: name, values: listOf(operand) }));
}

function conditionWith(op: string, value: Loose): unknown {
  const { field } = value;
  const operands = listOf(value.values ?? value.value);
  switch (op) {
    case 'is':
    case 'is_not':
      return { op, field, values: operands };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { op, field, value: value.value ?? operands[0] };
    case 'between': {
      const [from, to] = operands;
      return { op, field, from: value.from ?? from, to: value.to ?? to };
    }
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with': {
      const text = value.text ?? operands[0];
      return { op, field, text: typeof text === 'string' ? text.replace(/^%+|%+$/g, '') : text };
    }
    case 'missing':
    case 'present':
      return { op, field };
    case 'during':
    case 'not_during':
      return { op, field, period: periodOf(value.period ?? operands[0]) };
    case 'any':
    case 'none':
      return { op, conditions: listOf(value.conditions ?? value.any ?? value.or).flatMap(conditionOf) };
    case 'has':
    case 'has_no': {
      const { where, ...rest } = value;
      const inner = where === undefined ? [] : listOf(where).flatMap(conditionOf);
      return { ...rest, op, ...(inner.length > 0 ? { where: inner } : {}) };
    }
    default:
      return { ...value, op };
  }
}

/** `2025`, `"2025-03"`, `"2025-Q1"`, `"last 3 months"`, and periods whose kind their parts tell. */
export function periodOf(given: unknown): unknown {
  if (typeof given === 'number' || typeof given === 'string') return fromText(String(given).trim()) ?? given;
  if (!isRecord(given)) return given;
  const value = Object.fromEntries(
    Object.entries(given).map(([key, item]) => [key, key === 'from' || key === 'to' ? item : numberOf(item)]),
  );
  if (value.values !== undefined) value.values = listOf(value.values).map(numberOf);
  if (value.kind !== undefined) return { ...value, kind: textOf(value.kind)?.toLowerCase() ?? value.kind };
  return { kind: kindOf(value), ...value };
}

function kindOf(value: Loose): string {
  if (value.quarter !== undefined) return 'quarter';
  if (value.month !== undefined) return 'month';
  if (value.year !== undefined) return 'year';
  if (value.part !== undefined) return 'part';
  return value.n === undefined ? 'range' : 'last';
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?`;
const RANGE = new RegExp(`^(?:from )?(${DAY})? ?(?:\\.\\.|/|\\bto\\b|…) ?(${DAY})?$`);
const PARTS = ['quarter_of_year', 'month_of_year', 'day_of_month', 'weekday', 'hour_of_day'];

function fromText(text: string): unknown {
  const [, year, quarter, month] = /^(\d{4})(?:[-\s]?Q([1-4])|-(\d{2}))?$/i.exec(text) ?? [];
  if (year !== undefined) {
    if (quarter !== undefined) return { kind: 'quarter', year: Number(year), quarter: Number(quarter) };
    if (month !== undefined) return { kind: 'month', year: Number(year), month: Number(month) };
    return { kind: 'year', year: Number(year) };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'range', from: text, to: text };
  const [whole, from, to] = RANGE.exec(text) ?? [];
  if (whole !== undefined && (from ?? to) !== undefined)
    return { kind: 'range', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return recurring(text.toLowerCase());
}

/** `last 3 months`, `weekday 6 7`. */
function recurring(text: string): unknown {
  const [, n = '1', unit] =
    /^(?:the )?last (?:(\d{1,6}) )?(year|quarter|month|week|day|hour|minute)s?$/.exec(text) ?? [];
  if (unit !== undefined) return { kind: 'last', n: Number(n), unit };
  const [part = '', ...values] = text.split(/[\s,:=]+/).filter((word) => word !== '');
  const numbers = values.map(Number);
  return PARTS.includes(part) && numbers.length > 0 && numbers.every(Number.isInteger)
    ? { kind: 'part', part, values: numbers }
    : null;
}
