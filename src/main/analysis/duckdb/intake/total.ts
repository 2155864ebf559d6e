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
const FEWEST_ABOVE = 2;

/** Whether the fields of a last line look like those of a total, as far as the line itself tells. */
export function mayBeTotal(fields: readonly string[], rows: number): boolean {
  if (rows <= FEWEST_ABOVE) return false;
  const written = fields.filter((field) => field.trim() !== '');
  return fields.some((field) => LABEL.test(field)) || (written.length > 0 && written.length < fields.length);
}

/**
 * Whether the last of the rows holds the sums of those above, so that each of them would count twice: one that calls itself
 * a total, or that names nothing at all.
 */
export async function isTotal(
  connection: DuckDBConnection,
  typed: TypedRows,
  rows: number,
  fields: readonly string[],
): Promise<boolean> {
  const numbers = typed.columns.flatMap((column, at) =>
    column.how.as === 'number' ? [{ column, how: column.how, text: fields[at]?.trim() ?? '' }] : [],
  );
  const labelled = fields.some((field) => LABEL.test(field));
  const nameless = typed.columns.every(({ how }, at) => how.as === 'number' || (fields[at] ?? '').trim() === '');
  const summed = numbers.filter(({ text }) => text !== '' && !LABEL.test(text));
  if (summed.length === 0 || summed.length === fields.length || !(labelled || nameless)) return false;
  const table = typed.tableOf(summed.map(({ column }) => column));
  const pairs = summed.map(({ column, how, text }) => `sum(${quoteName(column.name)}), ${amountOf(how, text)}`);
  const cells = await onlyRow(
    connection,
    `SELECT ${pairs.join(', ')} FROM ${table.from} WHERE ${quoteName(table.row ?? '')} < ${rows - 1}`,
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
