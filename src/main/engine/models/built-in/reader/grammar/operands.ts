import { isOfWhole } from '../lines';
import { moneyField } from '../money';
import { rule } from '../rules';
import { isMeasure, isNumeric, isTime } from '../tables';
import { type Operand, sameField } from '../terms';
import type { Vocabulary } from '../vocabulary';

const QUANTITIES = ['quantity', 'qty', 'menge', 'units sold', 'units', 'stückzahl'];
const PRICES = ['unit price', 'price per unit', 'einzelpreis', 'stückpreis', 'price', 'preis'];

function soldAtPrice(table: string, vocabulary: Vocabulary): Extract<Operand, { calculate: unknown }> | null {
  const only = (hints: readonly string[]) => {
    const [first, second] = vocabulary.hinted(hints, table).filter((ref) => isMeasure(vocabulary.tables.field(ref)));
    return first && (!second || sameField(first, second)) ? first : null;
  };
  const [left, right] = [only(QUANTITIES), only(PRICES)];
  return left && right && !sameField(left, right) ? { calculate: 'multiply', left, right } : null;
}

/** What is computed with: columns, and what lies between two of them. */
export const OPERAND_RULES = [
  rule('operand', ['field'], 0, ([field], { tables }) =>
    isNumeric(tables.field(field)) || isTime(tables.field(field)) ? field : null,
  ),
  // "revenue" is what a table has come to, however its column is called.
  rule('operand', ['money'], 0.3, ([word], { tables }) =>
    tables.all.flatMap((table) => {
      const field = moneyField(table, word);
      return field ? [{ meaning: { table: table.table, field: field.id }, cost: 0 }] : [];
    }),
  ),
  // Where no column holds it, revenue is what was sold, times its price.
  rule('operand', ['money'], 0.35, ([word], vocabulary) =>
    vocabulary.tables.all.flatMap((table) => {
      const whole = word === 'in' ? moneyField(table, word) : undefined;
      // What orders have come to is none of their lines'.
      const isOfThings = whole ? table.things.some((thing) => isOfWhole(thing, whole.id)) : false;
      const made = whole === null || isOfThings ? soldAtPrice(table.table, vocabulary) : null;
      return made ? [{ meaning: made, cost: isOfThings ? 0.2 : 0 }] : [];
    }),
  ),
  // "net revenue", "Umsatz netto": what comes in, by the column that is named.
  rule('operand', ['money', 'field'], -0.1, ([, field], { concepts, tables }) =>
    isMeasure(tables.field(field)) && concepts.isMoney(field) ? field : null,
  ),
  // "pieces sold", "hours billed": how many of them.
  rule('operand', ['field', 'money'], -0.1, ([field, word], { concepts, tables }) =>
    isMeasure(tables.field(field)) &&
    (concepts.isMoney(field) || (word === 'in' && tables.field(field).addsUp === 'always'))
      ? field
      : null,
  ),
  rule('operand', ['difference', 'field', 'and|to', 'field'], 0, ([, left, , right], { tables }) =>
    left.table === right.table &&
    [left, right].every((one) => isNumeric(tables.field(one)) || isTime(tables.field(one)))
      ? { calculate: 'subtract', left, right }
      : null,
  ),
  rule('operand', ['grain', 'between', 'field', 'and|to', 'field'], 0, ([grain, , left, , right], { tables }) =>
    grain === 'day' &&
    left.table === right.table &&
    [left, right].every((one) => isTime(tables.field(one)) && !isNumeric(tables.field(one)))
      ? { calculate: 'subtract', left: right, right: left }
      : null,
  ),
  rule('operand', ['field', 'product', 'field'], 0, ([left, , right], { tables }) =>
    left.table === right.table && [left, right].every((one) => isNumeric(tables.field(one)))
      ? { calculate: 'multiply', left, right }
      : null,
  ),
];
