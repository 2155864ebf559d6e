import type { FieldDefinition } from '#contract/definitions';
import type { PlainCondition } from '#contract/query';
import { isFlag, isMeasure, isNumeric, isTime, isYear, nones, type Tables, yesOf } from '../tables';
import { type FieldRef, type Filter, type Meanings, sameField, type ValueRef } from '../terms';
import { stemsOf } from '../tokens';
import { factor } from '../units';
import type { Vocabulary } from '../vocabulary';

type Compared = Meanings['compared'];

export const condition = (ref: FieldRef, made: PlainCondition): Filter => ({
  kind: 'condition',
  table: ref.table,
  condition: made,
});

const LISTED = 100;
/** Several values share the text, and no others hold it. */
const isHeldBy = ({ values, part, ...ref }: ValueRef, tables: Tables): boolean =>
  values.length > 1 &&
  part !== null &&
  tables.field(ref).values.list.filter(({ value }) => String(value).toLowerCase().includes(part.toLowerCase()))
    .length === values.length;

export function isValue(value: ValueRef, { tables }: Vocabulary): Filter {
  if (value.part !== null && (value.more || value.values.length > LISTED || isHeldBy(value, tables)))
    return condition(value, { op: 'contains', field: value.field, text: value.part });
  return {
    ...condition(value, {
      op: 'is',
      field: value.field,
      values: tables.field(value).type === 'boolean' ? value.values.map((one) => one === 'true') : value.values,
    }),
    ...(value.listed ? { listed: true } : {}),
  } as Filter;
}

/** The opposite of a condition; null where it has none that can be said. */
export function negated(filter: Filter): Filter | null {
  if (filter.kind === 'period') return { ...filter, negated: !filter.negated };
  if (filter.kind === 'related') return { ...filter, negated: !filter.negated };
  if (filter.kind === 'beyond') return null;
  const made = opposite(filter.condition);
  return made && { ...filter, condition: made };
}

const OPPOSITE = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;

export function opposite(one: PlainCondition): PlainCondition | null {
  switch (one.op) {
    case 'is':
      return { ...one, op: 'is_not' };
    case 'is_not':
      return { ...one, op: 'is' };
    case 'missing':
      return { ...one, op: 'present' };
    case 'present':
      return { ...one, op: 'missing' };
    case '<':
      return { ...one, op: '>=' };
    case '<=':
      return { ...one, op: '>' };
    case '>':
      return { ...one, op: '<=' };
    case '>=':
      return { ...one, op: '<' };
    case 'contains':
      return { ...one, op: 'not_contains' };
    case 'compare':
      return { ...one, comparison: OPPOSITE[one.comparison] };
    case 'own':
      return { ...one, op: 'not_own' };
    default:
      return null;
  }
}

/** A number as the column holds it: 30 % of what is kept as 0.3, thousands where all values are small. */
export function asKept(amount: Meanings['amount'], field: FieldDefinition): string {
  const most = Math.abs(Number(field.max));
  if (amount.percent && most <= 1 && Number(amount.value) > 1) return String(Number(amount.value) / 100);
  // "5 million" of what is kept in millions.
  const isScaled = amount.bare !== undefined && Number(amount.value) > most && Number(amount.bare) <= most;
  return isScaled ? (amount.bare ?? amount.value) : amount.value;
}

/** What is measured in the unit that was said, where the column has another one; null where it is none of the column's kind. */
export function inUnit(amount: Meanings['amount'], field: FieldDefinition): string | null {
  const value = asKept(amount, field);
  const times = amount.unit === null ? null : factor(field, amount.unit);
  if (times === 0) return null;
  return times === null || times === 1 ? value : String(Number((Number(value) / times).toPrecision(12)));
}

export function bounded(ref: FieldRef, compared: Compared, { tables }: Vocabulary): Filter | null {
  const field = tables.field(ref);
  const { amount, judges } = compared;
  const op = judges && PLACES.test(field.column) ? MIRRORED[compared.op] : compared.op;
  // Yes and no are below or above nothing, and a year is no small number.
  if (!isNumeric(field) || field.role === 'id' || isFlag(field)) return null;
  const value = inUnit(amount, field);
  if (value === null || (isYear(field) && Number(value) < FIRST_YEAR)) return null;
  if (op === '=') return condition(ref, { op: 'is', field: ref.field, values: [value] });
  if (op === '!=') return condition(ref, { op: 'is_not', field: ref.field, values: [value] });
  return condition(ref, { op, field: ref.field, value });
}

/** Of which the first is the best. */
const PLACES = /(?:^|[ _])(?:position|rank|ranking|place|placing|standing|rang|platz|platzierung)$/i;
const MIRRORED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** What a year is at least. */
export const FIRST_YEAR = 1000;

/** Where the word speaks of something else ("carat … cost less than"), the column beside it is hardly meant. */
export function boundedAs(ref: FieldRef, compared: Compared, vocabulary: Vocabulary) {
  const meaning = bounded(ref, compared, vocabulary);
  const meant = compared.of ? vocabulary.hinted(compared.of, ref.table) : [];
  const isOther = meant.length > 0 && meant.every((one) => !sameField(one, ref));
  return meaning && [{ meaning, cost: (isOther ? OTHER : 0) + (isBeyondAll(meaning, ref, vocabulary) ? BEYOND : 0) }];
}
const OTHER = 0.3;
const BEYOND = 0.6;

/** No value is so large: another column is meant. */
function isBeyondAll(made: Filter, ref: FieldRef, { tables }: Vocabulary): boolean {
  if (made.kind !== 'condition' || !('value' in made.condition)) return false;
  const { op, value } = made.condition;
  return (op === '>' || op === '>=') && Number(value) > Number(tables.field(ref).max);
}

/** Whether this number is one of the column's. */
export function holds(field: FieldDefinition, number: string): boolean {
  if (!field.values.complete && field.values.list.every(({ value }) => Number(value) !== Number(number))) {
    return Number(field.min) <= Number(number) && Number(number) <= Number(field.max) && field.role !== 'measure';
  }
  return field.values.list.some(
    ({ value }) => String(value) === number || (isNumeric(field) && Number(value) === Number(number)),
  );
}

export function hasNumber(ref: FieldRef, numbers: string[], { tables }: Vocabulary): Filter | null {
  const field = tables.field(ref);
  if (isTime(field) && field.type !== 'integer') return null;
  if (!numbers.every((number) => holds(field, number))) return null;
  const values = numbers.map((number) => {
    const kept = field.values.list.find(
      ({ value }) => String(value) === number || (isNumeric(field) && Number(value) === Number(number)),
    );
    return kept ? String(kept.value) : number;
  });
  return condition(ref, { op: 'is', field: ref.field, values });
}

export const joined = (a: ValueRef, b: ValueRef): ValueRef | null =>
  sameField(a, b)
    ? { ...a, values: [...new Set([...a.values, ...b.values])], exact: a.exact && b.exact, part: null }
    : null;

/** "to" prefers where something goes, "from" where it begins. */
export function byDirection(value: ValueRef, word: 'from' | 'to') {
  const arrives = /dest|arriv|target|to\b|ziel|drop|end|finish/i.test(value.field);
  const leaves = /orig|depart|from|start|source|pick|begin/i.test(value.field);
  const wrong = word === 'to' ? leaves : arrives;
  return [{ meaning: value, cost: wrong ? 1 : arrives || leaves ? 0 : 0.1 }];
}

/** "without returns": not marked so; "without an email": nothing there. */
export function without(ref: FieldRef, field: FieldDefinition): Filter | null {
  if (isFlag(field)) return condition(ref, { op: 'is_not', field: ref.field, values: [yesOf(field)] });
  const none = nones(field);
  if (none.length > 0) return condition(ref, { op: 'is', field: ref.field, values: none });
  if (field.missing > 0) return condition(ref, { op: 'missing', field: ref.field });
  return isMeasure(field) && Number(field.min) === 0
    ? condition(ref, { op: 'is', field: ref.field, values: ['0'] })
    : null;
}

export function within(
  ref: FieldRef,
  from: Meanings['amount'],
  to: Meanings['amount'],
  { tables }: Vocabulary,
): Filter | null {
  const field = tables.field(ref);
  if (!isNumeric(field) || field.role === 'id') return null;
  return condition(ref, { op: 'between', field: ref.field, from: asKept(from, field), to: asKept(to, field) });
}

/** A whole value behind the name of another column of which its own column's name says more: a content rating, a rating. */
export function ofLongerName(field: FieldRef, value: ValueRef, tables: Tables): ValueRef | null {
  const own = new Set(stemsOf(tables.field(value).title));
  const isOf = value.part === null && stemsOf(tables.field(field).title).every((stem) => own.has(stem));
  return isOf && !sameField(field, value) ? value : null;
}
