import { ALL_CURRENCY_CODES } from '#contract/currencies';
import type { FieldDefinition } from '#contract/definitions';
import { hasAny, headOf, nameWords, singular, wordSet } from './words';

const CURRENCY = wordSet('currency ccy curr währung waehrung devise');
const UNIT = wordSet('unit uom einheit');
const MONEY = wordSet(
  'amount price cost total revenue sales turnover fee net gross value sum balance salary wage pay tip fare budget profit loss tax payment debit credit spend betrag umsatz preis kosten summe wert gehalt netto brutto',
);
const MEASURED = wordSet('value amount quantity qty result reading measurement wert menge');

/**
 * Fields with the currency or the unit that another column gives to each row's value: the unit itself where it is the same
 * in all rows, else the column, by which alone such values can be told apart.
 */
export function withUnitColumns(fields: readonly FieldDefinition[]): FieldDefinition[] {
  const currencies = fields.filter((field) => isUnitColumn(field, CURRENCY) && areCurrencies(field));
  const units = fields.filter((field) => isUnitColumn(field, UNIT));
  const measured = fields.filter(({ role, unit: known }) => role === 'measure' && known === null);
  const ofCurrency = currencies.length > 0 ? subjects(measured, MONEY) : [];
  const ofUnit = units.length > 0 ? subjects(measured, MEASURED) : [];
  return fields.map((field) => {
    const currency = ofCurrency.includes(field) ? unitColumnOf(field, currencies, fields) : null;
    if (currency) return valuedIn(field, currency, (code) => ({ kind: 'currency', code }));
    const unit = ofUnit.includes(field) ? unitColumnOf(field, units, fields) : null;
    return unit ? valuedIn(field, unit, (name) => ({ kind: 'named', name })) : field;
  });
}

/** Of several, the one that shares a word with the name (`Converted Amount`, `Converted Currency`), else the next one behind. */
function unitColumnOf(
  { id, column }: FieldDefinition,
  units: readonly FieldDefinition[],
  fields: readonly FieldDefinition[],
): FieldDefinition | null {
  const words = new Set(nameWords(column));
  const shared = units.filter((unit) => hasAny(nameWords(unit.column), words));
  const at = fields.findIndex((field) => field.id === id);
  const behind = units.find((unit) => fields.indexOf(unit) > at);
  return shared[0] ?? behind ?? units.at(-1) ?? null;
}

/** Those called by such a word; the only one there is, whatever it is called. */
function subjects(measured: readonly FieldDefinition[], words: ReadonlySet<string>): FieldDefinition[] {
  const called = measured.filter(({ column }) =>
    hasAny(
      nameWords(column).flatMap((word) => [word, headOf(word)]),
      words,
    ),
  );
  return called.length > 0 || measured.length > 1 ? called : [...measured];
}

function isUnitColumn({ column, type, values }: FieldDefinition, words: ReadonlySet<string>): boolean {
  const named = nameWords(column).filter((word) => word !== 'code' && word !== 'iso');
  return (
    type === 'text' &&
    values.complete &&
    values.list.length > 0 &&
    words.has(singular(named.at(-1) ?? '')) &&
    named.length < 3
  );
}

const areCurrencies = ({ values }: FieldDefinition): boolean =>
  values.list.every(({ value }) => ALL_CURRENCY_CODES.includes(String(value).toUpperCase()));

function valuedIn(
  field: FieldDefinition,
  column: FieldDefinition,
  unitOf: (text: string) => NonNullable<FieldDefinition['unit']>,
): FieldDefinition {
  const [only, ...others] = column.values.list.map(({ value }) => String(value).trim());
  if (only === undefined || only === '') return field;
  return others.length === 0 ? { ...field, unit: unitOf(only) } : { ...field, unitField: column.id };
}
