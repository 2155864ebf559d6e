import type { FieldDefinition } from '#contract/definitions';
import type { MoneyWord } from '../lexicon/meanings';
import { isMeasure, type LogicalTable, type Tables } from './tables';
import type { FieldRef } from './terms';

/** Names of what comes in, of what goes out, and of either, the plainest first. */
const IN = [
  /^(?:total[ _])?(?:sales|revenue|turnover|umsatz|erl[oö]s|income|takings|billing)/i,
  /^(?:total[ _])?(?:credit(?!s|[ _]*card)|money in|paid in|haben)/i,
];
const OUT = [/^(?:total[ _])?(?:spend|cost|expens|expenditure|debit|kosten|ausgabe|aufwand)/i];
const EITHER = [
  /^(?:grand[ _]?total|total(?![ _]*[a-z])|total[ _](?:amount|cost|sales|due|fare|charges?|bill|paid|payments?|price|value|eur|usd|gbp)|order[ _]total|gesamt(?:betrag)?)(?![ _]*(?:tax|discount))/i,
  /^(?:line|item|position|row|ext|extended)[ _]?(?:total|sum|price)$/i,
  /(?:^|[ _])(?:amount|betrag|value|bill|umsatz|sales|revenue|gross|brutto|turnover)/i,
  /^(?:netto|brutto|gesamt)?(?:bestell|auftrags?|rechnungs?|waren|gesamt|netto|brutto)(?:wert|betrag|summe)$/i,
];
/** Parts of a price are not what is paid in all. */
const PART = /tip|toll|tax|vat|steuer|shipping|freight|versand|discount|rabatt|refund|fee|deposit|balance|saldo/i;

export const isPartOfPrice = (name: string): boolean => PART.test(name);

/** The column that a word such as "revenue" means where none is called so; null where there is none, or several. */
export function moneyField({ fields }: LogicalTable, word: MoneyWord): FieldDefinition | null {
  const measures = fields.filter((field) => isMeasure(field) && !field.hidden && field.addsUp === 'always');
  const patterns = [...(word === 'in' ? IN : word === 'out' ? OUT : [...IN, ...OUT]), ...EITHER];
  for (const pattern of patterns) {
    const found = measures.filter(
      ({ column, title }) => (pattern.test(column) || pattern.test(title)) && !PART.test(column),
    );
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  const money = measures.filter(({ column, unit }) => unit?.kind === 'currency' && !PART.test(column));
  return money.length === 1 ? (money[0] ?? null) : null;
}

/** What "how much" asks for where nothing is named: the money of the only table, else its one figure that adds up. */
export function amountOf({ all }: Tables): FieldRef | null {
  const [table, ...others] = all;
  if (!table || others.length > 0) return null;
  const figures = table.fields.filter((field) => isMeasure(field) && !field.hidden && field.addsUp === 'always');
  const field = moneyField(table, 'either') ?? (figures.length === 1 ? figures[0] : null);
  return field ? { table: table.table, field: field.id } : null;
}
