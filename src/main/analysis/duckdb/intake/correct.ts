import type { DuckDBConnection } from '@duckdb/node-api';
import { typedColumns } from '../columnar';
import { chooseType } from '../infer/numbers';
import { areCodes, isRareFraction } from '../infer/rare';
import { PLAIN_TEXT } from '../infer/text';
import { type IntakeColumn, TEXT } from '../infer/types';
import { plainNumber } from '../number-sql';
import { asCount, onlyRow } from '../profile/cells';
import { inParts } from '../profile/parts';
import { NOT_MEASURED, type NumberHow } from '../recipe';
import { list, quoteName } from '../sql';
import { isEmptyWord } from '../typed-value';
import type { TypedRows, TypedTable } from './typed-rows';

/** More odd values than this, and the column is not of that type at all. */
const ODD_AT_MOST = 0.1;

/** How a column's values fit its type, over all rows. */
export interface ColumnFit {
  /** Texts that are none of the type. */
  odd: number;
  /** Those that are, and those. */
  values: number;
  /** Of the odd ones, words in the place of a number. */
  words: number;
  /** Of the odd ones, those that are digits with a zero before them, and those with more behind the point than the type has. */
  zeros: number;
  fractions: number;
  /** How many digits each number has, those with a zero before them as well; 0 where that differs. */
  fixedWidth: number;
  /** Digits before the point at most, and behind it in those that are none of the type. */
  whole: number;
  scale: number;
}

/**
 * Holds every value of the first `rows` against the type of its column, without another look at the file. Columns in which
 * nothing is odd are left out.
 */
export async function fitOf(
  connection: DuckDBConnection,
  typed: TypedRows,
  rows: number,
): Promise<Map<IntakeColumn, ColumnFit>> {
  const fits = new Map<IntakeColumn, ColumnFit>();
  const among = ({ from, row }: TypedTable) => `${from} WHERE ${row === null ? 'true' : `${quoteName(row)} < ${rows}`}`;
  await inParts(typedColumns(typed.columns), async (some) => {
    const table = typed.tableOf(some);
    const unread = `${among(table)} AND ${table.anyUnread}`;
    // In most files there is none, which is quick to see.
    const [any] = await onlyRow(connection, `SELECT count(*) FROM ${unread}`);
    if (asCount(any) === 0) return;
    const facts = some.flatMap((column) => unreadFacts(column, table.unread(column)));
    const row = await onlyRow(connection, `SELECT ${facts.join(', ')} FROM ${unread}`);
    for (const [i, column] of some.entries()) {
      const [odd = 0, ...digits] = row.slice(i * FACTS, (i + 1) * FACTS).map(asCount);
      const [words = 0, zeros = 0, shortest = 0, longest = 0, fractions = 0, whole = 0, scale = 0] = digits;
      const fixedWidth = shortest === longest ? longest : 0;
      if (odd > 0) fits.set(column, { odd, values: odd, words, zeros, fractions, fixedWidth, whole, scale });
    }
  });
  await inParts([...fits.keys()], async (some) => {
    const table = typed.tableOf(some);
    const row = await onlyRow(connection, `SELECT ${some.flatMap(readFacts).join(', ')} FROM ${among(table)}`);
    for (const [i, column] of some.entries()) {
      const fit = fits.get(column);
      const [count = 0, fewest = 0, most = 0] = row.slice(i * 3, i * 3 + 3).map(asCount);
      if (!fit) continue;
      const fixedWidth = fewest === most && fit.fixedWidth === most ? most : 0;
      fits.set(column, { ...fit, values: fit.odd + count, fixedWidth, whole: Math.max(fit.whole, most) });
    }
  });
  return fits;
}

const FACTS = 8;

/** How many values fit, and how many digits they have before the point, at least and at most. */
function readFacts({ name, how }: IntakeColumn): string[] {
  const count = `count(${quoteName(name)})`;
  if (how.as !== 'number') return [count, '0', '0'];
  const digits = `length(split_part(CAST(abs(${quoteName(name)}) AS VARCHAR), '.', 1))`;
  return [count, `min(${digits})`, `max(${digits})`];
}

/** What is to be known of the texts that are none of a column's type. */
function unreadFacts(column: IntakeColumn, text: string): string[] {
  const odd = `count(*) FILTER (${text} IS NOT NULL AND NOT ${isEmptyWord(text)})`;
  const { how } = column;
  if (how.as !== 'number') return [odd, '0', '0', '0', '0', '0', '0', '0'];
  const zero = `regexp_full_match(${text}, '\\s*0\\d+\\s*')`;
  const digits = `CASE WHEN regexp_full_match(${plainNumber(text, how)}, '[-+]?(0|[1-9]\\d*)(\\.\\d*)?|[-+]?\\.\\d+') THEN ltrim(${plainNumber(text, how)}, '-+') END`;
  const fraction = `CASE WHEN contains(${digits}, '.') THEN length(rtrim(split_part(${digits}, '.', 2), '0')) ELSE 0 END`;
  return [
    odd,
    `count(*) FILTER (lower(trim(${text})) IN (${list(NOT_MEASURED)}))`,
    `count(*) FILTER (${zero})`,
    `min(length(trim(${text}))) FILTER (${zero})`,
    `max(length(trim(${text}))) FILTER (${zero})`,
    `count(*) FILTER (${fraction} > 0)`,
    `max(length(split_part(${digits}, '.', 1)))`,
    `max(${fraction})`,
  ];
}

/** The column as all of its values say it is: with more digits than the sample showed, or text after all. */
export function corrected(column: IntakeColumn, fit: ColumnFit | undefined): IntakeColumn {
  const { how } = column;
  if (!fit) return column;
  const text = { ...column, ...TEXT, how: PLAIN_TEXT };
  if (fit.odd - fit.words > fit.values * ODD_AT_MOST || fit.words * 2 > fit.values) return text;
  if (how.as !== 'number' || how.multiples) return column;
  if (areCodes({ ...fit, fixedWidth: fit.fixedWidth > 0 })) return text;
  const to = widened(how, fit);
  return to === how.to ? column : { ...column, how: { ...how, to } };
}

/**
 * The type that holds the numbers with more digits as well. A column of whole numbers becomes one of fractions only where
 * nothing else is odd in it, or where fractions are no exception: else they are slips like the others, and are told as such.
 */
function widened({ to, percent }: NumberHow, fit: ColumnFit): NumberHow['to'] {
  if (to.type === 'float') return to;
  const rare = isRareFraction(fit.fractions, fit.values);
  const stray = to.type === 'integer' && rare && fit.fractions < fit.odd;
  const behind = fit.scale === 0 || stray ? 0 : fit.scale + (percent ? 2 : 0);
  const room = to.type === 'decimal' ? to : { width: 18, scale: 0 };
  if (behind <= room.scale && fit.whole <= room.width - room.scale) return to;
  const wider = chooseType(Math.max(behind, room.scale), fit.whole, percent);
  // Floats hold any number of digits, but no sum of money: one odd amount does not make them of all.
  return wider === null || (wider.type === 'float' && rare) ? to : wider;
}
