import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '#contract';
import { plainNumber } from '../number-sql';
import { onlyRow } from '../profile/cells';
import type { NumberHow } from '../recipe';
import { quoteName, quoteText } from '../sql';
import type { TypedRows } from './typed-rows';

/** What exports call the line that adds up the others, in the languages that spreadsheets speak here. */
const LABEL =
  /^\W*(?:(?:grand|overall|report|sub) ?)?(?:totals?|sums?|summe|gesamt(?:summe)?|gesamtergebnis|totaux|totale|suma)\W*$/i;
/** With what it is the total of: `Total: Account`. */
const LABEL_OF = /^\W*(?:(?:grand|overall|sub) ?)?(?:totals?|summe|gesamt)\s*[:–-]\s*\p{L}/iu;
const FEWEST_ABOVE = 2;
const isLabelled = (fields: readonly string[]): boolean =>
  fields.some((field) => LABEL.test(field)) || LABEL_OF.test(fields.find((field) => field.trim() !== '') ?? '');

/** How many of the last rows look like totals of those above them, as far as they tell themselves. */
export function possibleTotals(tail: readonly (readonly string[])[], rows: number): number {
  const above = tail.findLastIndex((fields) => !isLabelled(fields));
  const labelled = tail.length - 1 - above;
  // One of a tail that is nothing but totals may be a row of many such rows.
  if (labelled > 0) return above >= 0 && rows - labelled >= FEWEST_ABOVE ? labelled : 0;
  const last = tail.at(-1) ?? [];
  const written = last.filter((field) => field.trim() !== '');
  return rows > FEWEST_ABOVE && written.length > 0 && written.length < last.length ? 1 : 0;
}

/**
 * How many of the last rows hold sums of those above, so that each of them would count twice: rows that call themselves
 * totals, of which one is the sum of all rows, or one that names nothing at all.
 */
export async function totalsOf(
  connection: DuckDBConnection,
  typed: TypedRows,
  rows: number,
  possible: readonly (readonly string[])[],
): Promise<number> {
  for (const fields of possible)
    if (await isTotal(connection, typed, rows - possible.length, fields)) return possible.length;
  const [last] = possible.slice(-1);
  return possible.length > 1 && last && (await isTotal(connection, typed, rows - 1, last)) ? 1 : 0;
}

/** `above`: how many rows it would be the total of. */
async function isTotal(
  connection: DuckDBConnection,
  typed: TypedRows,
  above: number,
  fields: readonly string[],
): Promise<boolean> {
  const numbers = typed.columns.flatMap((column, at) =>
    column.how.as === 'number' ? [{ column, how: column.how, text: fields[at]?.trim() ?? '' }] : [],
  );
  const labelled = isLabelled(fields);
  const nameless = typed.columns.every(({ how }, at) => how.as === 'number' || (fields[at] ?? '').trim() === '');
  const summed = numbers.filter(({ text }) => text !== '' && !LABEL.test(text));
  if (summed.length === 0 || summed.length === fields.length || !(labelled || nameless)) return false;
  const table = typed.tableOf(summed.map(({ column }) => column));
  const pairs = summed.map(({ column, how, text }) => `sum(${quoteName(column.name)}), ${amountOf(how, text)}`);
  const cells = await onlyRow(
    connection,
    `SELECT ${pairs.join(', ')} FROM ${table.from} WHERE ${quoteName(table.row ?? '')} < ${above}`,
  );
  const equal = summed.filter(({ how, text }, at) => isSum(cells[2 * at], cells[2 * at + 1], how, text));
  return equal.length === summed.length || (labelled && equal.length > 0);
}

function amountOf(how: NumberHow, text: string): string {
  const amount = `TRY_CAST(${plainNumber(quoteText(text), how)} AS DOUBLE)`;
  return `any_value(${how.percent ? `${amount} / 100` : amount})`;
}

/** As near as the last digit that was written: totals are often rounded. */
function isSum(sum: Cell | undefined, total: Cell | undefined, how: NumberHow, text: string): boolean {
  const [above, last] = [Number(sum ?? Number.NaN), Number(total ?? Number.NaN)];
  const decimals = (text.split(how.decimal)[1]?.replaceAll(/\D/g, '').length ?? 0) + (how.percent ? 2 : 0);
  const half = 0.5 * 10 ** -decimals + Math.abs(above) * 1e-9;
  return last !== 0 && Math.abs(above - last) <= half;
}
