import type { FieldDefinition } from '#contract/definitions';
import { rule } from '../rules';
import { isFlag, isMeasure, isNumeric, isTime, nones, type Tables, yesOf } from '../tables';
import { type FieldRef, type Filter, sameField } from '../terms';
import { AMOUNT_RULES } from './amounts';
import { APART } from './apart';
import { CLOCK_RULES } from './clock';
import { EVENTS, laterThan } from './events';
import {
  asKept,
  bounded,
  boundedAs,
  byDirection,
  condition,
  hasNumber,
  isValue,
  joined,
  negated,
  ofLongerName,
  within,
  without,
} from './filters';
import { TEXT_RULES } from './texts';

const VALUE_RULES = [
  rule('value', ['value', 'or', 'value'], 0.02, ([a, , b]) => joined(a, b)),
  rule('value', ['value', 'and', 'value'], 0.02, ([a, , b]) => {
    const both = joined(a, b);
    if (!both) return null;
    const short = [...a.values, ...b.values].some((one) => one.length <= 2);
    return [{ meaning: { ...both, listed: true as const }, cost: short ? -0.5 : 0 }];
  }),
  rule('values', ['value'], 0, ([value]) => value),
  rule('values', ['from', 'value'], 0, ([, value]) => byDirection(value, 'from')),
  rule('values', ['to', 'value'], 0, ([, value]) => byDirection(value, 'to')),
  rule('values', ['in|of|with|is|by', 'value'], 0.01, ([, value]) => value),
  // "the technology companies", "a paid app": what the rows are called behind what chooses them
  rule('values', ['in|of|with|is|by?', 'value', 'field'], 0.15, ([, value, field], { tables }) =>
    value.part === null && !sameField(value, field) && isName(field, tables) ? value : null,
  ),
  // "only the saline group"
  rule('values', ['in|of|with|is|by?', 'value', 'bins'], -0.05, ([, value]) => (value.part === null ? value : null)),
  // "mit Karte bezahlt"
  rule('values', ['in|of|with|is|by?', 'value', 'paid'], 0, ([, value], { concepts }) =>
    concepts.isCalled(value, 'payment method') ? value : null,
  ),
  rule('values', ['of|in|with|is|from?', 'field', 'of|is|in?', 'value'], -0.15, ([, field, , value]) =>
    sameField(field, value) ? value : null,
  ),
  rule('values', ['of|in|with|from?', 'value', 'in|of?', 'field'], -0.15, ([, value, , field]) =>
    sameField(field, value) ? value : null,
  ),
  // "US companies": of where the company is, whatever else has the value.
  rule('values', ['value', 'field'], -0.4, ([value, field]) =>
    sameField(field, value) && value.part === null ? value : null,
  ),
  // "apps rated Teen", by the content rating.
  rule('values', ['field', 'value'], -0.2, ([field, value], { tables }) => ofLongerName(field, value, tables)),
];

/** Every row has a name of its own there. */
const isName = (ref: FieldRef, tables: Tables): boolean =>
  !isMeasure(tables.field(ref)) &&
  !isTime(tables.field(ref)) &&
  tables.field(ref).distinct >= tables.table(ref.table).rows * 0.9;

/** What there is of something, which is set against a level. */
const isStock = (field: FieldDefinition): boolean =>
  field.role === 'measure' &&
  isNumeric(field) &&
  /stock|quantity|units|on.hand|bestand|menge/i.test(field.column) &&
  !/price|cost|value/i.test(field.column);

/** Of what every row has, nobody says that it is there. */
const known = (ref: FieldRef, op: 'missing' | 'present', tables: Tables): Filter | null =>
  op === 'present' && tables.field(ref).missing === 0 ? null : condition(ref, { op, field: ref.field });

const FIELDS = [
  rule('filter', ['values'], 0.02, ([value], vocabulary) => isValue(value, vocabulary)),
  rule('filter', ['own_condition'], 0, ([{ table, id }]) => ({
    kind: 'condition',
    table,
    condition: { op: 'own', condition: id },
  })),
  rule('filter', ['field', 'of|with|is|in?', 'compared'], 0, ([field, , compared], vocabulary) =>
    boundedAs(field, compared, vocabulary),
  ),
  rule('filter', ['with|in?', 'compared', 'of|in?', 'field'], 0, ([, compared, , field], vocabulary) =>
    bounded(field, compared, vocabulary),
  ),
  // "above magnitude 4.5", "under age 30"
  rule('filter', ['comparative', 'field', 'is|of?', 'amount'], 0, ([{ op, of }, field, , amount], vocabulary) =>
    of ? null : bounded(field, { op, amount }, vocabulary),
  ),
  rule('filter', ['field?', 'compared', 'field'], 0.05, ([first, compared, second], vocabulary) =>
    first && !sameField(first, second) ? null : bounded(second, compared, vocabulary),
  ),
  rule('filter', ['compared'], 0.1, ([compared], vocabulary) =>
    !compared.of
      ? null
      : vocabulary.hinted(compared.of, null).flatMap((ref, index) => {
          const made = bounded(ref, compared, vocabulary);
          return made ? [{ meaning: made, cost: index * 0.3 }] : [];
        }),
  ),
  rule('filter', ['field', 'between', 'amount', 'and|to', 'amount'], 0, ([field, , from, , to], vocabulary) =>
    within(field, from, to, vocabulary),
  ),
  rule('filter', ['between', 'amount', 'and|to', 'amount', 'of?', 'field'], 0, ([, from, , to, , field], vocabulary) =>
    within(field, from, to, vocabulary),
  ),
  rule('filter', ['between|from', 'field', 'amount', 'and|to', 'amount'], 0, ([, field, from, , to], vocabulary) =>
    within(field, from, to, vocabulary),
  ),
  // "a stay of 10 to 14 days", "with 3 to 5 seats"
  rule(
    'filter',
    ['field', 'of|is|with|in|between?', 'amount', 'to', 'amount'],
    -0.05,
    ([field, , from, , to], vocabulary) => within(field, from, to, vocabulary),
  ),
  rule('filter', ['with|of|in?', 'amount', 'to', 'amount', 'field'], -0.05, ([, from, , to, field], vocabulary) =>
    within(field, from, to, vocabulary),
  ),
  rule('filter', ['with?', 'number', 'percent', 'field'], 0, ([, number, , field], vocabulary) =>
    hasNumber(
      field,
      [asKept({ value: number, percent: true, unit: null }, vocabulary.tables.field(field))],
      vocabulary,
    ),
  ),
  // "5 orders" are so many, not the one with that number.
  rule('filter', ['number|numeral', 'field'], 0.15, ([number, field], vocabulary) =>
    vocabulary.tables.field(field).role === 'id' ? null : hasNumber(field, [number], vocabulary),
  ),
  // "second attempts"
  rule('filter', ['ordinal', 'field'], -0.1, ([number, field], vocabulary) =>
    vocabulary.tables.field(field).role === 'id' || !vocabulary.tables.field(field).values.complete
      ? null
      : hasNumber(field, [String(number)], vocabulary),
  ),
  rule('filter', ['number', 'or|and', 'number', 'field'], 0.1, ([a, , b, field], vocabulary) =>
    hasNumber(field, [a, b], vocabulary),
  ),
  rule('filter', ['field', 'is|of?', 'number'], 0.15, ([field, , number], vocabulary) =>
    hasNumber(field, [number], vocabulary),
  ),
  rule('filter', ['field', 'is|of?', 'year'], 0.2, ([field, , year], vocabulary) =>
    hasNumber(field, [String(year)], vocabulary),
  ),
  // "without orders", where rows of another table are told apart by the number of an order.
  rule('filter', ['with', 'field'], 0.3, ([, field], { tables }) =>
    tables.field(field).role === 'id' ? { kind: 'related', table: '', to: field.table, negated: false } : null,
  ),
  rule('filter', ['not', 'with?', 'field'], 0.3, ([, , field], { tables }) =>
    tables.field(field).role === 'id' ? { kind: 'related', table: '', to: field.table, negated: true } : null,
  ),
  rule('filter', ['with', 'entity'], 0.25, ([, entity]) => ({
    kind: 'related',
    table: '',
    to: entity.table,
    negated: false,
  })),
  rule('filter', ['not', 'with?', 'entity'], 0.25, ([, , entity]) => ({
    kind: 'related',
    table: '',
    to: entity.table,
    negated: true,
  })),
  rule('filter', ['field', 'counted', 'compared'], 0.1, ([field, , compared], vocabulary) =>
    bounded(field, compared, vocabulary),
  ),
  rule('filter', ['field', 'is?', 'comparative', 'field'], 0, ([left, , { op }, right], { tables }) =>
    left.table === right.table &&
    !sameField(left, right) &&
    isStock(tables.field(left)) &&
    isNumeric(tables.field(right))
      ? condition(left, { op: 'compare', left: left.field, comparison: op, right: right.field })
      : null,
  ),
  rule('filter', ['is?', 'comparative', 'field'], 0.3, ([, { op }, right], { tables }) => {
    // "below the reorder level": the stock is.
    if (!isNumeric(tables.field(right))) return null;
    const left = tables.table(right.table).fields.find((field) => field.id !== right.field && isStock(field));
    return left ? condition(right, { op: 'compare', left: left.id, comparison: op, right: right.field }) : null;
  }),
  rule('filter', ['compared'], 0.35, ([{ op, amount, of }], vocabulary) =>
    // "passengers under 18"
    of || amount.percent || amount.unit !== null || Number(amount.value) > 120
      ? null
      : vocabulary.hinted(['age', 'alter'], null).flatMap((ref) => {
          const made = bounded(ref, { op, amount }, vocabulary);
          return made ? [{ meaning: made, cost: 0 }] : [];
        }),
  ),
  rule('filter', ['not', 'with?', 'field'], 0.1, ([, , field], { tables }) => without(field, tables.field(field))),
  rule('filter', ['sign', 'field'], 0, ([sign, field], { tables }) => {
    if (!isNumeric(tables.field(field))) return null;
    return sign === '='
      ? condition(field, { op: 'is', field: field.field, values: ['0'] })
      : condition(field, { op: sign, field: field.field, value: '0' });
  }),
  rule('filter', ['field?', 'comparative', 'field'], 0.05, ([named, { op, of }, right], { tables }) =>
    laterThan(named ?? null, op, of ?? [], right, tables),
  ),
  rule('filter', ['field', 'before', 'field'], 0.05, ([named, , right], { tables }) =>
    laterThan(named, '<', ['delay'], right, tables),
  ),
  rule('filter', ['field', 'after', 'field'], 0.05, ([named, , right], { tables }) =>
    laterThan(named, '>', ['delay'], right, tables),
  ),
  // "nach der Fälligkeit bezahlt"
  rule('filter', ['after', 'field', 'field'], -0.2, ([, right, named], { tables }) =>
    laterThan(named, '>', ['delay'], right, tables),
  ),
  rule('filter', ['before', 'field', 'field'], -0.2, ([, right, named], { tables }) =>
    laterThan(named, '<', ['delay'], right, tables),
  ),
  rule('filter', ['field', 'is?', 'missing'], 0.05, ([field, , op], { tables }) => known(field, op, tables)),
  rule('filter', ['missing', 'field'], 0.1, ([op, field], { tables }) => known(field, op, tables)),
  rule('filter', ['not', 'field', 'missing'], 0.02, ([, field, op]) =>
    op === 'present' ? condition(field, { op: 'missing', field: field.field }) : null,
  ),
  rule('filter', ['field'], 0.3, ([field], { tables }) => {
    const definition = tables.field(field);
    return isFlag(definition) ? condition(field, { op: 'is', field: field.field, values: [yesOf(definition)] }) : null;
  }),
  rule('filter', ['field'], 0.45, ([field], { tables }) => {
    // "who left": what has a date has happened.
    const definition = tables.field(field);
    return isTime(definition) && definition.missing > 0
      ? condition(field, { op: 'present', field: field.field })
      : null;
  }),
  // "where somebody was hurt": where they are counted, at least one.
  rule('filter', ['with?', 'somebody', 'is|with?', 'field'], -0.2, ([, op, , field], { tables }) => {
    const { addsUp, min, type } = tables.field(field);
    if (!isMeasure(tables.field(field)) || addsUp !== 'always' || type !== 'integer' || Number(min) !== 0) return null;
    return op === '>'
      ? condition(field, { op, field: field.field, value: '0' })
      : condition(field, { op: 'is', field: field.field, values: ['0'] });
  }),
  rule('filter', ['with', 'field'], 0.3, ([, field], { tables }) => {
    const none = nones(tables.field(field));
    return none.length > 0 ? condition(field, { op: 'is_not', field: field.field, values: none }) : null;
  }),
  rule('filter', ['with', 'field'], 0.5, ([, field], { tables }) => {
    const { missing, min, max } = tables.field(field);
    if (missing > 0) return condition(field, { op: 'present', field: field.field });
    // "with children": with at least one of them.
    const isNumber = isMeasure(tables.field(field)) && Number(min) === 0 && Number(max) > 0;
    return isNumber ? condition(field, { op: '>', field: field.field, value: '0' }) : null;
  }),
];

const LISTS = [
  rule('filter', ['not', 'in|from|to|of|with|is?', 'filter'], 0, ([, , filter]) => negated(filter)),
  rule('filters', ['filter'], 0, ([filter]) => [filter]),
  // "more than 70 in both maths and science"
  rule(
    'filters',
    ['with?', 'compared', 'of|in', 'field', 'and', 'field'],
    -0.1,
    ([, compared, , a, , b], vocabulary) => {
      const both = [a, b].flatMap((field) => bounded(field, compared, vocabulary) ?? []);
      return both.length === 2 && !sameField(a, b) ? both : null;
    },
  ),
  // "led to an arrest": what words of having stand before is there.
  rule('filters', ['with', 'filter'], 0.02, ([, filter]) => [filter]),
  rule('filters', ['only', 'filter'], -0.45, ([, filter]) => [filter]),
  // "for students who were late": who they are changes nothing.
  rule('filters', ['of', 'field', 'who|with', 'is?', 'filter'], -0.1, ([, field, , , filter], { tables }) =>
    tables.field(field).role === 'measure' || tables.field(field).role === 'time' ? null : [filter],
  ),
  // "excluding C and late": neither the one nor the other.
  rule('filters', ['not', 'in|from|of|with?', 'filter', 'and|or', 'filter'], -0.05, ([, , a, , b]) => {
    const both = [negated(a), negated(b)];
    return a.kind === 'condition' && b.kind === 'condition' && both.every((one) => one !== null)
      ? both.flatMap((one) => one ?? [])
      : null;
  }),
  // "excluding returns and 2023" may mean either, so it costs what the other reading does.
  rule('filters', ['not', 'filter', 'and|or', 'filter'], -0.15, ([, a, , b]) => {
    const both = [negated(a), negated(b)];
    return a.kind === 'condition' && b.kind === 'period' ? both.flatMap((one) => one ?? []) : null;
  }),
  rule('filters', ['filters', 'and?', 'filter'], 0.05, ([filters, , filter]) => [...filters, filter]),
];

export const CONDITION_RULES = [
  AMOUNT_RULES,
  [...VALUE_RULES, ...TEXT_RULES],
  [...FIELDS, ...EVENTS, ...APART],
  [...LISTS, ...CLOCK_RULES],
];
