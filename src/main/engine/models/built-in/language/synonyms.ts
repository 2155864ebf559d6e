import { singular } from './stems';

/** Words that name the same thing in a column's name and in a question. */
const SETS = [
  'customer client buyer shopper',
  'product article sku merchandise',
  'region area territory zone',
  'country nation',
  'city town',
  'category type kind segment',
  'department division team',
  'salary pay wage compensation',
  'employee staff worker',
  'supplier vendor',
  'store shop outlet',
  'salesperson salesman rep seller',
  'discount rebate',
  'tax vat',
  'shipping delivery freight',
  'gender sex',
  'profit margin',
  'cost expense',
  'temperature temp',
  'device sensor',
  'quantity qty units pieces volume',
  'price rate',
  'humidity rh',
  'session visit',
];

const SYNONYMS = new Map<string, Set<string>>();
for (const line of SETS) {
  const set = new Set(line.split(' ').map(singular));
  for (const word of set) SYNONYMS.set(word, set);
}

/** The words that may stand for `stem` in a column's name, itself included. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  return SYNONYMS.get(stem) ?? new Set([stem]);
}

const stems = (words: string) => new Set(words.split(' ').map(singular));

/** What an analyst calls the money that came in. */
export const MONEY_WORDS = stems('sales revenue revenues turnover income takings proceeds spend spending');
/** In a column's name: a total of money, not a price or a rate. */
export const MONEY_COLUMN = stems(
  'amount total revenue sales turnover income takings proceeds value sum net gross umsatz betrag summe montant importe',
);
export const MONEY_BEST = stems('revenue sales turnover umsatz');
export const NOT_MONEY_TOTAL = stems(
  'price unit rate per tax vat discount cost expense fee shipping freight salary pay wage bonus budget percent target tip profit margin quantity count score index',
);
export const NOT_SALES_TABLE = stems('expense cost spend spending budget payroll purchase employee salary');
/** What an analyst calls the number of things. */
export const QUANTITY_WORDS = stems('quantity units pieces');
export const QUANTITY_COLUMN = stems('quantity units pieces menge volume');
export const NOT_QUANTITY = stems('price cost rate per amount percent');
/** Rows of any data. */
export const ROW_WORDS = stems('rows records lines entries observations responses');
/** What a row may be of data that no column says more about. */
export const EVENT_WORDS = stems('readings measurements');
/** Rows too, where there are several: one delivery may be what it costs. */
export const EVENTS_IN_PLURAL = stems('deliveries shipments');
/** Rows of data that has money in it. */
export const DEAL_WORDS = stems('orders transactions purchases sales deals invoices');
export const PEOPLE_WORDS = stems('employees staff people workers headcount');

export const isBusinessWord = (stem: string): boolean =>
  SYNONYMS.has(stem) ||
  [MONEY_WORDS, QUANTITY_WORDS, ROW_WORDS, DEAL_WORDS, PEOPLE_WORDS, MONEY_COLUMN].some((words) => words.has(stem));
