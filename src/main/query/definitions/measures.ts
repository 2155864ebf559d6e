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

/** How many there are of something now, the plainest names first. */
const ON_HAND = [
  /^(?:qty|quantity|units?|stock|count)?[ _]?(?:on|in)[ _]?(?:hand|stock)(?:[ _](?:qty|quantity|units?|count))?$/i,
  /^(?:current[ _])?(?:stock|inventory|bestand|lagerbestand)(?:[ _](?:qty|quantity|level|units?|count))?$/i,
];
/** What one of them costs; what it is sold for says less of what it is worth. */
const UNIT_COST = [
  /^(?:unit|purchase|buying|item|average)?[ _]?cost(?:[ _](?:price|per[ _]unit|each))?$/i,
  /^(?:einkaufspreis|einstandspreis|ek|ek[ _]?preis|stückkosten|purchase[ _]price)$/i,
  /^(?:unit[ _]?)?(?:price|preis)$/i,
];
const STOCK = ['stock', 'units', 'pieces', 'inventory', 'units in stock', 'bestand', 'stück'];

/** The field that says how many there are now; null where none does. */
export const stockOf = <F extends Pick<FieldDefinition, 'column' | 'role'>>(fields: readonly F[]): F | null =>
  firstCalled(fields, ON_HAND);

function firstCalled<F extends Pick<FieldDefinition, 'column' | 'role'>>(
  fields: readonly F[],
  names: readonly RegExp[],
): F | null {
  for (const name of names) {
    const [only, ...others] = fields.filter(({ column, role }) => role === 'measure' && name.test(column));
    if (only) return others.length === 0 ? only : null;
  }
  return null;
}

/** Other words for what there is now. */
export const STOCK_NAMES: readonly string[] = STOCK;

/** What all that there is comes to: so many times what one of them costs. */
export function worthOf(
  fields: readonly Pick<FieldDefinition, 'id' | 'column' | 'role' | 'unit'>[],
): MeasureDefinition[] {
  const [stock, cost] = [stockOf(fields), firstCalled(fields, UNIT_COST)];
  const isKnown = fields.some(({ column }) => /value|worth|total|wert/i.test(column));
  if (!stock || !cost || isKnown) return [];
  const german = /bestand|stück|preis|kosten/i.test(`${stock.column} ${cost.column}`);
  return [
    {
      id: 'stock_value',
      title: german ? 'Bestandswert' : 'Stock value',
      synonyms: [
        ...[
          'stock worth',
          'inventory value',
          'inventory worth',
          'value of stock',
          'value of the stock',
          'worth of stock',
        ],
        ...['value of our stock', 'value of inventory', 'value of the inventory', 'value on hand', 'worth'],
        ...['lagerwert', 'bestandswert', 'warenwert', 'wert des bestands', 'wert des lagers'],
      ],
      compute: [{ measure: 'sum', of: { calculate: 'multiply', left: stock.id, right: cost.id }, as: 'stock_value' }],
      unit: cost.unit,
    },
  ];
}

/** Names of a column that says how much, and not for what. */
const GERMAN_AMOUNT = ['betrag', 'summe'];
const PLAIN_AMOUNT = new Set(['amount', 'value', 'sum', ...GERMAN_AMOUNT]);
/** Beside it: which amount, or of which currency. */
const BESIDE_AMOUNT = new Set(['transaction', 'total', 'eur', 'usd', 'gbp', 'chf']);
/** Where things are sold, or suppliers are paid, an amount below zero is one that was given back. */
const SOLD = new Set([
  ...['product', 'customer', 'client', 'order', 'quantity', 'qty', 'sku', 'item', 'invoice', 'sale', 'store', 'region'],
  ...['supplier', 'vendor', 'lieferant', 'kreditor'],
  ...['artikel', 'produkt', 'kunde', 'menge', 'bestellung', 'rechnung', 'filiale'],
]);
const OUT = [
  'money went',
  'geld ging',
  'spending',
  'spend',
  'spent',
  'expenses',
  'expenditure',
  'outgoings',
  'outflow',
  'ausgaben',
  'ausgegeben',
];
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
