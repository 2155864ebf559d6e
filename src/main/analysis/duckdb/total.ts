import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '#contract';
import { isMissingFile } from './duckdb-errors';
import type { ReadOutcome } from './intake/context';
import { onlyRow } from './profile/cells';
import { cacheOf, type NumberHow, type Place, quoteName, quoteText } from './sql';

/** What exports call the line that adds up the others, in the languages that spreadsheets speak here. */
const LABEL =
  /^\W*(?:(?:grand|overall|report|sub) ?)?(?:totals?|sums?|summe|gesamt(?:summe)?|gesamtergebnis|totaux|totale|suma)\W*$/i;
const FEWEST_ABOVE = 2;
/** What DuckDB calls the place of a row in a stored copy. */
const ROW = 'file_row_number';

/**
 * The line of a last row whose numbers are the sums of the rows above, so that each of them would count twice: one that
 * calls itself a total, or that names nothing at all. Null where there is none, or no stored copy to look at.
 */
export async function totalLine(
  connection: DuckDBConnection,
  place: Place,
  { profile, recipe }: ReadOutcome,
  last: { line: number; fields: readonly string[] } | null,
): Promise<number | null> {
  if (!last || profile.rows <= FEWEST_ABOVE || recipe.columns.some(({ name }) => name === ROW)) return null;
  const numbers = recipe.columns.flatMap(({ name, how }, at) =>
    how.as === 'number' ? [{ name, how, written: last.fields[at]?.trim() ?? '' }] : [],
  );
  const labelled = last.fields.some((field) => LABEL.test(field));
  const nameless = recipe.columns.every(({ how }, at) => how.as === 'number' || (last.fields[at] ?? '').trim() === '');
  const said = numbers.filter(({ written }) => written !== '' && !LABEL.test(written));
  if (said.length === 0 || said.length === last.fields.length || !(labelled || nameless)) return null;
  const cells = await sumsAndLast(connection, place, said, profile.rows);
  if (!cells) return null;
  const equal = said.filter(({ how, written }, at) => isSum([cells[2 * at], cells[2 * at + 1]], how, written));
  return equal.length === said.length || (labelled && equal.length > 0) ? last.line : null;
}

async function sumsAndLast(
  connection: DuckDBConnection,
  place: Place,
  columns: readonly { name: string }[],
  rows: number,
): Promise<readonly Cell[] | null> {
  const from = `read_parquet(${quoteText(cacheOf(place))}, ${ROW} = true)`;
  const pairs = columns.map(({ name }) => {
    const column = quoteName(name);
    return `sum(${column}) FILTER (${ROW} < ${rows - 1}), any_value(${column}) FILTER (${ROW} = ${rows - 1})`;
  });
  try {
    return await onlyRow(connection, `SELECT ${pairs.join(', ')} FROM ${from}`);
  } catch (error) {
    // Without room on the disk there is no stored copy.
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** As near as the last digit that was written: totals are often rounded. */
function isSum([sum, value]: [Cell | undefined, Cell | undefined], how: NumberHow, written: string): boolean {
  const [above, last] = [Number(sum ?? Number.NaN), Number(value ?? Number.NaN)];
  const decimals = (written.split(how.decimal)[1]?.replaceAll(/\D/g, '').length ?? 0) + (how.percent ? 2 : 0);
  const half = 0.5 * 10 ** -decimals + Math.abs(above) * 1e-9;
  return last !== 0 && Math.abs(above - last) <= half;
}
