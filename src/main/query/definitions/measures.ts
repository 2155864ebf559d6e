import type { FieldDefinition, MeasureDefinition } from '#contract/definitions';
import { nameWords, singular } from './words';

const PROFIT = new Set(['profit', 'gewinn', 'earnings']);
const SALES = new Set(['sales', 'revenue', 'turnover', 'umsatz', 'income']);

/** Ratios that everybody means alike where the table has both sides: the margin of a profit is what it is of the sales. */
export function ratiosOf(fields: readonly Pick<FieldDefinition, 'id' | 'role'>[]): MeasureDefinition[] {
  const called = (names: ReadonlySet<string>) =>
    fields.filter(({ id, role }) => {
      const [word, ...others] = nameWords(id).filter((part) => part !== 'total' && part !== 'net');
      return (
        role === 'measure' &&
        word !== undefined &&
        others.length === 0 &&
        (names.has(word) || names.has(singular(word)))
      );
    });
  const [profit, ...otherProfits] = called(PROFIT);
  const [sales, ...otherSales] = called(SALES);
  if (!profit || !sales || profit.id === sales.id || otherProfits.length > 0 || otherSales.length > 0) return [];
  return [
    {
      id: 'profit_margin',
      title: 'Profit margin',
      synonyms: ['margin', 'profitability', 'return on sales', 'gewinnmarge', 'marge', 'umsatzrendite'],
      compute: [
        { measure: 'sum', of: profit.id, as: 'profit' },
        { measure: 'sum', of: sales.id, as: 'sales' },
        { calculate: 'divide', left: 'profit', right: 'sales', percent: true, as: 'profit_margin' },
      ],
      unit: { kind: 'percent' },
    },
  ];
}

/** Names of a column that says how much, and not for what. */
const GERMAN_AMOUNT = ['betrag', 'summe'];
const PLAIN_AMOUNT = new Set(['amount', 'value', 'sum', ...GERMAN_AMOUNT]);
/** Beside it: which amount, or of which currency. */
const BESIDE_AMOUNT = new Set(['transaction', 'total', 'eur', 'usd', 'gbp', 'chf']);
/** Where things are sold, an amount below zero is one that was given back. */
const SOLD = new Set([
  ...['product', 'customer', 'client', 'order', 'quantity', 'qty', 'sku', 'item', 'invoice', 'sale', 'store', 'region'],
  ...['artikel', 'produkt', 'kunde', 'menge', 'bestellung', 'rechnung', 'filiale'],
]);
const OUT = ['spending', 'spend', 'spent', 'expenses', 'expenditure', 'outgoings', 'outflow', 'ausgaben', 'ausgegeben'];
const IN = ['income', 'received', 'inflow', 'credits', 'einnahmen', 'eingenommen', 'eingänge'];

/**
 * What came in and what went out, where one column of money holds both, as statements of accounts have it: amounts above
 * and below zero. What went out is told as a positive amount.
 */
export function flowsOf(
  fields: readonly Pick<FieldDefinition, 'id' | 'column' | 'role' | 'unit' | 'min' | 'max'>[],
): MeasureDefinition[] {
  const [amount, ...others] = fields.filter(({ column, role }) => {
    const words = nameWords(column).filter((word) => !BESIDE_AMOUNT.has(word));
    return role === 'measure' && words.length === 1 && PLAIN_AMOUNT.has(words[0] ?? '');
  });
  const sells = fields.some(({ column }) => nameWords(column).some((word) => SOLD.has(singular(word))));
  if (!amount || others.length > 0 || sells || !(Number(amount.min) < 0 && Number(amount.max) > 0)) return [];
  const german = nameWords(amount.column).some((word) => GERMAN_AMOUNT.includes(word));
  const { id: of, unit } = amount;
  return [
    {
      id: 'money_out',
      title: german ? 'Ausgaben' : 'Money out',
      synonyms: OUT,
      compute: [
        { measure: 'sum', of, where: [{ op: '<', field: of, value: '0' }], as: 'outflow' },
        { calculate: 'multiply', left: 'outflow', right: { number: '-1' }, as: 'money_out' },
      ],
      unit,
    },
    {
      id: 'money_in',
      title: german ? 'Einnahmen' : 'Money in',
      synonyms: IN,
      compute: [{ measure: 'sum', of, where: [{ op: '>', field: of, value: '0' }], as: 'money_in' }],
      unit,
    },
  ];
}
